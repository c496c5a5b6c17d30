"""A tablet in the client's hands: which forms, and what was typed so far."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..extensions import db
from .base import ClientRef, Id, Json, Model, Moment, UserRef, Words
from .clients import Client
from .consents import Consent
from .readiness import FilledIn, ReadinessForm
from .users import User


class HandOver(Model):
    """From giving the tablet to taking it back. `steps` are the forms to fill, `drafts` what was typed, by form."""

    __tablename__ = "hand_overs"
    IDLE = timedelta(minutes=10)
    KEPT = timedelta(days=1)

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    user_id: Mapped[UserRef]
    steps: Mapped[Words] = mapped_column(default=list)
    drafts: Mapped[Json] = mapped_column(default=dict)
    started_at: Mapped[Moment]
    seen_at: Mapped[Moment]
    locked_at: Mapped[Moment | None]
    ended_at: Mapped[Moment | None]
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    client: Mapped[Client] = relationship(lazy="joined", innerjoin=True)
    user: Mapped[User] = relationship(lazy="joined", innerjoin=True, foreign_keys="HandOver.user_id")

    def locked(self, now: datetime) -> bool:
        """Was it locked, or has nobody touched it for ten minutes?"""
        return self.locked_at is not None or now - self.seen_at >= self.IDLE


def load_hand_over(hand_over_id: int) -> HandOver | None:
    return db.session.get(HandOver, hand_over_id)


def newest_of(client_id: int) -> HandOver | None:
    """The last time this client had the tablet."""
    rows = select(HandOver).where(HandOver.client_id == client_id).order_by(HandOver.id.desc()).limit(1)
    return db.session.scalar(rows)


def done_steps(hand_over: HandOver) -> frozenset[str]:
    """The forms that were finished since the tablet was given."""
    signed = select(Consent.id).where(
        Consent.client_id == hand_over.client_id, Consent.given_at >= hand_over.started_at
    )
    answered = select(ReadinessForm.id).where(
        ReadinessForm.client_id == hand_over.client_id,
        ReadinessForm.filled_in == FilledIn.client,
        ReadinessForm.answered_at >= hand_over.started_at,
    )
    asked = {"consent": signed, "readiness": answered}
    return frozenset(step for step in hand_over.steps if db.session.scalar(asked[step].limit(1)) is not None)
