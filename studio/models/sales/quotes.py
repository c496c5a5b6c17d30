"""Quotes: what one or two things would cost a client, until a day."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...extensions import db
from ...sheets.quote import Choice
from ...sheets.stored import unpack
from ..base import ClientRef, Id, Model, Moment, UserRef
from ..users import User

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
