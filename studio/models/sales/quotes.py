"""Quotes: what one or two things would cost a client, until a day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...extensions import db
from ...numbers import whole
from ...sheets.quote import Choice
from ...sheets.stored import unpack
from ..base import ClientRef, Id, Model, Moment, UserRef
from ..users import User
from .enrolments import Enrolment, State
from .offers import OfferVersion

SHOWN = 50


class Quote(Model):
    """One quote as it was given. `choices` are its packages, each the frozen value of `sheets.quote.Choice`."""

    __tablename__ = "quotes"

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    made_on: Mapped[date]
    valid_until: Mapped[date]
    choices: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    note: Mapped[str] = mapped_column(String(500), default="")
    at: Mapped[Moment]
    by_id: Mapped[UserRef] = mapped_column()
    withdrawn_at: Mapped[Moment | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    by: Mapped[User] = relationship(foreign_keys=[by_id], lazy="joined", innerjoin=True)

    @property
    def code(self) -> str:
        return f"Q-{self.id}"

    @property
    def offered(self) -> tuple[Choice, ...]:
        """What was offered, in the order of the paper."""
        return tuple(unpack(Choice, one) for one in self.choices)

    def holds(self, on: date) -> bool:
        """Can it still be taken up on a day, at its prices?"""
        return self.withdrawn_at is None and on <= self.valid_until


def quotes_of(client_id: int) -> list[Quote]:
    """A client's last quotes, the newest first."""
    mine = select(Quote).where(Quote.client_id == client_id)
    return list(db.session.scalars(mine.order_by(Quote.id.desc()).limit(SHOWN)))


def load_quote(client_id: int, quote_id: int) -> Quote | None:
    return db.session.scalar(select(Quote).where(Quote.id == quote_id, Quote.client_id == client_id))


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A choice of a quote that still holds, as a sale begins with it; `key` names both in a form ("12.2")."""

    quote: Quote
    number: int
    choice: Choice
    version: OfferVersion

    @property
    def key(self) -> str:
        return f"{self.quote.id}.{self.number}"


def taken_up(client_id: int, key: str, on: date) -> TakenUp | None:
    """The choice that a key names, where the quote is the client's and holds on a day."""
    quote_id, _, number = key.partition(".")
    quote = load_quote(client_id, whole(quote_id) or 0)
    place = whole(number) or 0
    if quote is None or not quote.holds(on) or sold_from(quote.id) or not 1 <= place <= len(quote.choices):
        return None
    choice = quote.offered[place - 1]
    version = db.session.get(OfferVersion, choice.version_id)
    return TakenUp(quote, place, choice, version) if version else None


def sold_from(quote_id: int) -> Enrolment | None:
    """What was sold by a quote, but for a slip that was taken back."""
    mine = select(Enrolment).where(Enrolment.quote_id == quote_id, Enrolment.state != State.undone)
    return db.session.scalars(mine.limit(1)).first()
