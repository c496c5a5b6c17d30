"""Consent to share: whom a client lets us tell how they get on, each by name, each to be taken back by itself."""

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..extensions import db
from .base import ClientRef, Id, Model, Moment, UserRef, choice
from .consents import standing_of
from .therapists import Therapist
from .users import User

PURPOSE = "share_pt"


class How(StrEnum):
    """How the client said so."""

    signed = "signed"
    told = "told"
    on_referral = "on_referral"


class Share(Model):
    """One recipient a client agreed to; it ends on `until`, when it is withdrawn, or with the consent it rests on."""

    __tablename__ = "shares"

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    therapist_id: Mapped[int] = mapped_column(ForeignKey("therapists.id"), index=True)
    given_on: Mapped[date]
    how: Mapped[How] = mapped_column(choice(How))
    until: Mapped[date | None]
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachments.id"))
    recorded_at: Mapped[Moment]
    recorded_by_id: Mapped[UserRef]
    withdrawn_at: Mapped[Moment | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    withdrawn_how: Mapped[str] = mapped_column(String(300), default="")

    therapist: Mapped[Therapist] = relationship(lazy="joined", innerjoin=True)
    recorded_by: Mapped[User] = relationship(foreign_keys="Share.recorded_by_id")
    withdrawn_by: Mapped[User | None] = relationship(foreign_keys=[withdrawn_by_id])

    def stands(self, on: date) -> bool:
        return self.withdrawn_at is None and (self.until is None or on <= self.until)


def shares_of(client_id: int) -> list[Share]:
    """Everything a client said about sharing, the newest first."""
    return list(db.session.scalars(select(Share).where(Share.client_id == client_id).order_by(Share.id.desc())))


def share_with(client_id: int, therapist_id: int, on: date) -> Share | None:
    """What lets us tell this therapist about this client on that day, or None: then nothing may be told.

    It takes both: the signed consent to sharing as such, and this recipient by name.
    """
    if PURPOSE not in standing_of(client_id).granted:
        return None
    theirs = (one for one in shares_of(client_id) if one.therapist_id == therapist_id)
    return next((one for one in theirs if one.stands(on)), None)


def load_share(client_id: int, share_id: int) -> Share | None:
    return db.session.scalar(select(Share).where(Share.id == share_id, Share.client_id == client_id))
