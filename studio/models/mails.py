"""The outbox: mails with their whole way from being queued to being sent, not sent, or failed."""

from enum import StrEnum

from sqlalchemy import JSON, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..extensions import db
from .base import Id, Model, Moment
from .clients import Client
from .users import User

OPEN = text("sent_at IS NULL AND failed_at IS NULL AND cancelled_at IS NULL")
FAILED = text("failed_at IS NOT NULL AND cancelled_at IS NULL")


class State(StrEnum):
    waiting = "waiting"
    sending = "sending"
    sent = "sent"
    failed = "failed"
    cancelled = "not sent"


class Mail(Model):
    """One mail to one person. `about` names what it belongs to ("letter 12"), `attachments` are ids of papers.

    It may go from `due_at` on; until then it can be taken back. `next_try_at` is that moment at first, and later with
    each try that failed. `claimed_at` says that a sender has it in hand. `message_id` is the same in every try, so that
    a receiver can tell a second copy. Of a mail that went out the text is wiped: it may hold a private link.
    """

    __tablename__ = "mails"
    __table_args__ = (
        Index("ix_mails_open", "next_try_at", sqlite_where=OPEN, postgresql_where=OPEN),
        Index("ix_mails_failed", "failed_at", sqlite_where=FAILED, postgresql_where=FAILED),
    )

    id: Mapped[Id]
    to: Mapped[str] = mapped_column(String(254))
    to_name: Mapped[str] = mapped_column(String(120))
    subject: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(String(10_000))
    attachments: Mapped[list[int]] = mapped_column(JSON, default=list)
    kind: Mapped[str] = mapped_column(String(40))
    about: Mapped[str] = mapped_column(String(60), index=True)
    client_id: Mapped[int | None] = mapped_column(ForeignKey("clients.id"), index=True)
    message_id: Mapped[str] = mapped_column(String(40), unique=True)
    created_at: Mapped[Moment]
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    due_at: Mapped[Moment]
    next_try_at: Mapped[Moment]
    tries: Mapped[int] = mapped_column(default=0)
    claimed_at: Mapped[Moment | None]
    sent_at: Mapped[Moment | None]
    failed_at: Mapped[Moment | None]
    error: Mapped[str] = mapped_column(String(300), default="")
    cancelled_at: Mapped[Moment | None]
    cancelled_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    client: Mapped[Client | None] = relationship()
    created_by: Mapped[User | None] = relationship(foreign_keys=[created_by_id])

    @property
    def state(self) -> State:
        if self.sent_at:
            return State.sent
        if self.cancelled_at:
            return State.cancelled
        if self.failed_at:
            return State.failed
        return State.sending if self.claimed_at else State.waiting


def load_mail(mail_id: int) -> Mail | None:
    return db.session.get(Mail, mail_id)
