"""The studio's own error of the squat score, once enough clients were rated twice; every change is a row of its own."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, func, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..ces.agreement import Error
from ..extensions import db
from .base import Id, Model, Moment, choice
from .users import User


class Rater(StrEnum):
    """Whether one person rated twice, or two people."""

    same = "same"
    other = "other"


class Standing(StrEnum):
    """`in_use` replaces the usual bands; the owner may withdraw it; ratings left out may make it rest on too few."""

    in_use = "in use"
    withdrawn = "withdrawn"
    too_few = "too few"


class ErrorBands(Model):
    """What was worked out from twice-rated clients on one day; the newest row of each rater counts."""

    __tablename__ = "error_bands"

    id: Mapped[Id]
    rater: Mapped[Rater] = mapped_column(choice(Rater))
    standing: Mapped[Standing] = mapped_column(choice(Standing))
    at: Mapped[Moment]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    likely: Mapped[int]
    clear: Mapped[int]
    clients: Mapped[int]
    pairs: Mapped[int]
    bias: Mapped[float]
    sd: Mapped[float]

    by: Mapped[User | None] = relationship(lazy="joined")

    @property
    def error(self) -> Error:
        """The figures behind the bands."""
        return Error(self.clients, self.pairs, self.bias, self.sd)


@dataclass(frozen=True)
class OwnBands:
    """Bands that replace the usual ones, from how many clients, since when."""

    likely: int
    clear: int
    clients: int
    since: datetime

    @property
    def limits(self) -> tuple[int, int]:
        """The points from which a change is likely, and clear."""
        return self.likely, self.clear


def newest_bands() -> dict[Rater, ErrorBands]:
    """The newest row of each rater, whatever its standing."""
    newest = select(func.max(ErrorBands.id)).group_by(ErrorBands.rater).scalar_subquery()
    return {one.rater: one for one in db.session.scalars(select(ErrorBands).where(ErrorBands.id.in_(newest)))}


def own_bands(*, same_rater: bool) -> OwnBands | None:
    """What replaces the usual bands for this comparison; None while those stand."""
    found = newest_bands().get(Rater.same if same_rater else Rater.other)
    if found is None or found.standing is not Standing.in_use:
        return None
    return OwnBands(found.likely, found.clear, found.clients, found.at)
