"""Clearances: what a health professional agreed to in writing, for the whole body or for some regions."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, String, bindparam, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..ces.limits import Limit
from ..extensions import db
from .attachments import Attachment
from .base import ClientRef, Id, Model, Moment, UserRef, Words, choice
from .precautions import Source
from .users import User


class Level(StrEnum):
    full = "full"
    restricted = "restricted"
    not_now = "not_now"

    @property
    def label(self) -> str:
        return {"full": "full", "restricted": "with restrictions", "not_now": "not now"}[self]


class Clearance(Model):
    """One written word. No regions means the whole body; `exercises` are those cleared by name.

    The paper is attached, or `filed` says where it is kept. It is withdrawn with a reason, never deleted.
    """

    __tablename__ = "clearances"

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    level: Mapped[Level] = mapped_column(choice(Level))
    regions: Mapped[Words]
    exercises: Mapped[Words]
    words: Mapped[str] = mapped_column(String(2000), default="")
    said_by: Mapped[str] = mapped_column(String(120))
    said_as: Mapped[Source] = mapped_column(choice(Source))
    said_on: Mapped[date]
    until: Mapped[date | None]
    filed: Mapped[str] = mapped_column(String(200), default="")
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachments.id"))
    recorded_at: Mapped[Moment]
    recorded_by_id: Mapped[UserRef]
    withdrawn_at: Mapped[Moment | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    withdrawn_reason: Mapped[str] = mapped_column(String(300), default="")

    attachment: Mapped[Attachment | None] = relationship()
    recorded_by: Mapped[User] = relationship(foreign_keys="Clearance.recorded_by_id")
    withdrawn_by: Mapped[User | None] = relationship(foreign_keys=[withdrawn_by_id])

    def stands(self, on: date) -> bool:
        """Does it hold on that day?"""
        return self.withdrawn_at is None and self.said_on <= on and (self.until is None or on <= self.until)

    def lapsed(self, on: date) -> bool:
        """Is its last day over?"""
        return self.withdrawn_at is None and self.until is not None and on > self.until

    def covers(self, region: str) -> bool:
        return not self.regions or region in self.regions

    @property
    def engine_limits(self) -> tuple[Limit, ...]:
        """“Not now” for some regions lets them rest; for the whole body it closes the gate instead."""
        resting = self.regions if self.level is Level.not_now else ()
        return tuple(Limit("rest", region, "both", by=self.said_by, until=self.until) for region in resting)


def clearances_of(client_id: int) -> Sequence[Clearance]:
    """All of a client's, the newest first, withdrawn ones too."""
    return db.session.scalars(_OF_CLIENT, {"client": client_id}).all()


def load_clearance(client_id: int, clearance_id: int) -> Clearance | None:
    return db.session.scalar(select(Clearance).where(Clearance.id == clearance_id, Clearance.client_id == client_id))


# Composed once: every board asks it.
_OF_CLIENT = select(Clearance).where(Clearance.client_id == bindparam("client")).order_by(Clearance.id.desc())
