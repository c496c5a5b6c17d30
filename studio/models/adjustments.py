"""What the studio changed in its tables: a line for each change, kept when it is taken back."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..ces import adjusting
from ..extensions import db
from .base import Id, Json, Model, Moment, UserRef
from .users import User


class Adjustment(Model):
    """One change with its reason. `kind`, `target` and `payload` are those of `ces.adjusting.Adjustment`.

    The newest of a kind for a target that nobody took back is in force; taking it back brings the one before it to
    force again.
    """

    __tablename__ = "adjustments"

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(String(20))
    target: Mapped[str] = mapped_column(String(160))
    payload: Mapped[Json]
    reason: Mapped[str] = mapped_column(String(300))
    at: Mapped[Moment]
    user_id: Mapped[UserRef]
    undone_at: Mapped[Moment | None]
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    user: Mapped[User] = relationship(foreign_keys="Adjustment.user_id", lazy="joined", innerjoin=True)
    undone_by: Mapped[User | None] = relationship(foreign_keys="Adjustment.undone_by_id", lazy="joined")

    @property
    def value(self) -> adjusting.Adjustment:
        """The change as the engine makes it."""
        return adjusting.Adjustment(self.kind, self.target, self.payload)  # type: ignore[arg-type]


def load_adjustment(adjustment_id: int) -> Adjustment | None:
    return db.session.get(Adjustment, adjustment_id)


def everything() -> Sequence[Adjustment]:
    """All lines, the oldest first; an owner makes some dozens of them in a year."""
    return db.session.scalars(select(Adjustment).order_by(Adjustment.id)).all()


def in_force(rows: Iterable[Adjustment]) -> list[Adjustment]:
    """Those of the lines that count, of a kind for a target the newest one."""
    return list({(row.kind, row.target): row for row in rows if row.undone_at is None}.values())


def effective(rows: Iterable[Adjustment]) -> list[adjusting.Adjustment]:
    """What the engine makes of the lines.

    An own exercise that was taken back is not forgotten but hidden: a programme of before may hold it.
    """
    rows = list(rows)
    values = [row.value for row in in_force(rows)]
    known = {value.target for value in values if value.kind == "exercise"}
    taken_back = {row.target: row.value for row in rows if row.kind == "exercise" and row.target not in known}
    hidden = [adjusting.Adjustment("hidden", target, {}) for target in taken_back]
    return [*taken_back.values(), *(value for value in values if value not in hidden), *hidden]


def stamp_of(rows: Sequence[Adjustment]) -> str:
    """What tells these tables from all others: how often they were changed, and what by; empty for those that came."""
    values = effective(rows)
    if not values:
        return ""
    changes = len(rows) + sum(1 for row in rows if row.undone_at)
    said = json.dumps(sorted((value.kind, value.target, dict(value.payload)) for value in values), sort_keys=True)
    return f"{changes}-{sha256(said.encode()).hexdigest()[:8]}"
