"""Letters to whoever referred a client: drafted by themselves, read and released by a coach."""

from datetime import date
from enum import StrEnum
from typing import Any, Literal

from sqlalchemy import JSON, ForeignKey, Index, String, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from ..extensions import db
from .base import Id, Json, Model, Moment, choice
from .clients import Client
from .mails import Mail
from .refer_outs import ReferOut
from .referrals import Referral
from .therapists import Therapist
from .users import User

Stage = Literal["draft", "released", "gone", "dropped"]


class LetterKind(StrEnum):
    received = "received"
    assessed = "assessed"
    week_6 = "week_6"
    week_12 = "week_12"
    question = "question"
    refer_out = "refer_out"


class Letter(Model):
    """One letter; “received” goes out before there is a client. `words` are its texts by field.

    Until it is released it is set anew from the record whenever somebody looks; then `sheet` holds what it says. What
    changes after that raises `revision`. `recipient` is how the therapist was known when it was drafted; `basis` names
    the assessments it rests on, by id. `read_by` are rows {"id", "name", "at"}, `went` rows {"how", "at", "by", "to",
    "revision"}: it may leave more than once. It is gone when `mail` was not taken back, or on `handed_at`. One that is
    not wanted is dropped with a reason. With `refer_out` it only carries that letter.
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
    sheet: Mapped[Json | None]
    mail_id: Mapped[int | None] = mapped_column(ForeignKey("mails.id"))
    handed_at: Mapped[Moment | None]
    refer_out_id: Mapped[int | None] = mapped_column(ForeignKey("refer_outs.id"), index=True)
    went: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    dropped_at: Mapped[Moment | None]
    dropped_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    dropped_reason: Mapped[str] = mapped_column(String(300), default="")

    client: Mapped[Client | None] = relationship(lazy="joined")
    referral: Mapped[Referral | None] = relationship()
    therapist: Mapped[Therapist | None] = relationship()
    mail: Mapped[Mail | None] = relationship()
    refer_out: Mapped[ReferOut | None] = relationship()
    drafted_by: Mapped[User | None] = relationship(foreign_keys=[drafted_by_id])
    released_by: Mapped[User | None] = relationship(foreign_keys=[released_by_id])

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        if self.dropped_at:
            return "dropped"
        if self.handed_at or (self.mail and self.mail.cancelled_at is None):
            return "gone"
        return "released" if self.released_at else "draft"


def load_letter(letter_id: int) -> Letter | None:
    with_them = [joinedload(part) for part in (Letter.referral, Letter.therapist, Letter.mail, Letter.released_by)]
    return db.session.get(Letter, letter_id, options=with_them)


def letters_of(client_id: int) -> list[Letter]:
    """All of a client, the newest first."""
    return list(db.session.scalars(select(Letter).where(Letter.client_id == client_id).order_by(Letter.id.desc())))
