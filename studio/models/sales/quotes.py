"""Quotes: what one or two things would cost a client, until a day."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from ..base import ClientRef, Id, Model, Moment, UserRef


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
    by_id: Mapped[UserRef]
    withdrawn_at: Mapped[Moment | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
