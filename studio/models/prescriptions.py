"""The lines of a programme version: an exercise with its dose, and how it got there."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..ces.dose import SETUP_S
from ..ces.prescription import Line
from . import lines
from .base import Id, Json, Model
from .users import User

if TYPE_CHECKING:
    from .programmes import ProgrammeVersion


class Prescription(Model):
    """An exercise with its dose in a version; a parked one waits in the open for a later version.

    `line` is the engine's line (targets, side, dose, because, cautions …) in the shape of `studio analyse`.
    `origin` is "engine", "coach" (added or swapped by hand) or "carried" (from the version before). A removed line
    stays in its row, so that Undo brings back the very line; `replaces_id` is the line that a swap put aside.
    `override` is why a coach took an exercise that a filter removes, `overridden` the reasons against it that the coach
    knew of: another one is asked about anew.
    """

    __tablename__ = "prescriptions"

    id: Mapped[Id]
    version_id: Mapped[int] = mapped_column(ForeignKey("programme_versions.id"), index=True)
    position: Mapped[int]
    phase: Mapped[str] = mapped_column(String(12))
    exercise: Mapped[str] = mapped_column(String(60))
    parked: Mapped[bool] = mapped_column(default=False)
    removed: Mapped[bool] = mapped_column(default=False)
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("prescriptions.id", ondelete="SET NULL"))
    origin: Mapped[str] = mapped_column(String(10), default="engine")
    override: Mapped[str] = mapped_column(String(300), default="")
    override_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    overridden: Mapped[list[str]] = mapped_column(JSON)
    seconds: Mapped[int]
    line: Mapped[Json]

    version: Mapped["ProgrammeVersion"] = relationship(back_populates="lines")
    override_by: Mapped[User | None] = relationship(lazy="joined")

    @classmethod
    def holding(cls, line: Line, position: int, *, origin: str, parked: bool = False) -> "Prescription":
        """A row for a line of the engine."""
        row = cls(position=position, origin=origin, parked=parked, removed=False, override="", overridden=[])
        row.hold(line)
        return row

    def hold(self, line: Line) -> None:
        """Take another line, or the same one with another dose, into this row."""
        self.phase, self.exercise, self.seconds = line.phase, line.exercise, line.seconds
        self.line = lines.dump(line)

    def use_all_the_same(self, reason: str, against: Iterable[str], by: User) -> None:
        """Keep why, who said so, and what stood against the exercise then."""
        self.override, self.override_by, self.overridden = reason, by, list(against)

    def unanswered(self, against: Iterable[str]) -> tuple[str, ...]:
        """Those of the reasons against the exercise that nobody has used it in spite of."""
        return tuple(one for one in against if one not in self.overridden)

    @property
    def value(self) -> Line:
        """The line as the engine knows it."""
        return lines.load(self.line)

    @property
    def minutes(self) -> float:
        """Minutes at home, set-up included."""
        return (self.seconds + SETUP_S) / 60
