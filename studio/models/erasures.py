"""That a client's record was erased: who decided it, when and why, and how much there was. Nothing of what it said."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from .base import Id, Json, Model, Moment, UserRef


class Erasure(Model):
    """One erased record; `rows` counts what went, by kind."""

    __tablename__ = "erasures"

    id: Mapped[Id]
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), unique=True)
    at: Mapped[Moment]
    by_id: Mapped[UserRef]
    reason: Mapped[str] = mapped_column(String(300))
    rows: Mapped[Json]
