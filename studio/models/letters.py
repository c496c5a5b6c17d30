"""Letters to whoever referred a client: drafted by themselves, read and released by a coach."""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..extensions import db
from .base import Id, Json, Model, Moment, choice
from .clients import Client
from .referrals import Referral
from .therapists import Therapist
from .users import User


class LetterKind(StrEnum):
    received = "received"
    assessed = "assessed"
    week_6 = "week_6"
    week_12 = "week_12"
    question = "question"


class Letter(Model):
    """One letter; “received” goes out before there is a client. `words` are its texts by field.

    A change after printing raises `revision`. `recipient` is how the therapist was known when it was drafted; `basis`
    names the assessments it rests on, by id. `read_by` are rows {"id", "name", "at"}, `went` rows {"how", "at", "by",
    "to"}: it may leave more than once. One that is not wanted is dropped with a reason.
    """

    __tablename__ = "letters"
    __table_args__ = (Index("ix_letters_open", "released_at", "dropped_at", "due_on"),)

    id: Mapped[Id]
    client_id: Mapped[int | None] = mapped_column(ForeignKey("clients.id"), index=True)
    referral_id: Mapped[int | None] = mapped_column(ForeignKey("referrals.id"), index=True)
    therapist_id: Mapped[int | None] = mapped_column(ForeignKey("therapists.id"), index=True)
    recipient: Mapped[Json] = mapped_column(default=dict)
    kind: Mapped[LetterKind] = mapped_column(choice(LetterKind))
    basis: Mapped[list[int]] = mapped_column(JSON, default=list)
    words: Mapped[Json] = mapped_column(default=dict)
    revision: Mapped[int] = mapped_column(default=1)
    due_on: Mapped[date | None]
    drafted_at: Mapped[Moment]
    drafted_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    read_by: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    released_at: Mapped[Moment | None]
    released_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    went: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    dropped_at: Mapped[Moment | None]
    dropped_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    dropped_reason: Mapped[str] = mapped_column(String(300), default="")

    client: Mapped[Client | None] = relationship(lazy="joined")
    referral: Mapped[Referral | None] = relationship()
    therapist: Mapped[Therapist | None] = relationship()
    drafted_by: Mapped[User | None] = relationship(foreign_keys=[drafted_by_id])
    released_by: Mapped[User | None] = relationship(foreign_keys=[released_by_id])


def load_letter(letter_id: int) -> Letter | None:
    return db.session.get(Letter, letter_id)


def letters_of(client_id: int) -> list[Letter]:
    """All of a client, the newest first."""
    return list(db.session.scalars(select(Letter).where(Letter.client_id == client_id).order_by(Letter.id.desc())))
