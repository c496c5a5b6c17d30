"""Outreach: how the studio makes itself known to a therapist. It has no place for gifts: nothing rewards a referral."""

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..extensions import db
from .base import Id, Model, Moment, UserRef, choice
from .therapists import Therapist
from .users import User


class OutreachKind(StrEnum):
    introduction = "introduction"
    lunch_talk = "lunch_talk"
    one_pager = "one_pager"
    call = "call"
    visit = "visit"
    thanks = "thanks"


class Outreach(Model):
    """One contact: what, on which day, by whom. One taken out stays to be put back."""

    __tablename__ = "outreach"

    id: Mapped[Id]
    therapist_id: Mapped[int] = mapped_column(ForeignKey("therapists.id"), index=True)
    kind: Mapped[OutreachKind] = mapped_column(choice(OutreachKind))
    on: Mapped[date]
    note: Mapped[str] = mapped_column(String(500), default="")
    by_id: Mapped[UserRef]
    recorded_at: Mapped[Moment]
    removed_at: Mapped[Moment | None]

    by: Mapped[User] = relationship(lazy="joined", innerjoin=True)
    therapist: Mapped[Therapist] = relationship()


def load_outreach(therapist_id: int, outreach_id: int) -> Outreach | None:
    found = db.session.get(Outreach, outreach_id)
    return found if found is not None and found.therapist_id == therapist_id else None
