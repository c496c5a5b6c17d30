"""Sessions: the hours with a client, as plain records; and the ledger of credits they use."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...terms.credits import Outcome
from ..base import ClientRef, Id, Model, Moment, UserRef, choice
from ..clients import Client
from ..guards import append_only
from ..users import User


class Session(Model):
    """One booked hour and how it went. `on` is the studio's day of `starts_at`; `key` is the tap that noted it.

    One that was a slip is undone, never deleted: its credit comes back by a row of its own.
    """

    __tablename__ = "sessions"
    __table_args__ = (
        Index("ix_sessions_client_id_on", "client_id", "on"),
        Index("ix_sessions_on_coach_id", "on", "coach_id"),
    )

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    enrolment_id: Mapped[int | None] = mapped_column(ForeignKey("enrolments.id"), index=True)
    coach_id: Mapped[UserRef] = mapped_column()
    starts_at: Mapped[Moment]
    on: Mapped[date]
    minutes: Mapped[int] = mapped_column(default=60)
    outcome: Mapped[Outcome] = mapped_column(choice(Outcome))
    courtesy: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(String(500), default="")
    at: Mapped[Moment]
    by_id: Mapped[UserRef]
    undone_at: Mapped[Moment | None]
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    key: Mapped[str | None] = mapped_column(String(64), unique=True)

    client: Mapped[Client] = relationship()
    coach: Mapped[User] = relationship(foreign_keys=[coach_id])


class CreditKind(StrEnum):
    """`used` and `expired` are negative, `granted` and `returned` positive; `frozen` tells that they stand still."""

    granted = "granted"
    used = "used"
    returned = "returned"
    expired = "expired"
    frozen = "frozen"
    transferred = "transferred"
    cancelled = "cancelled"


class Credit(Model):
    """One row of the ledger of credits: the balance of an enrolment is the sum of its rows.

    Append-only. A row is undone by one that points to it in `reverses_id`, once. `key` is the tap that made it.
    """

    __tablename__ = "credits"
    __table_args__ = (
        Index("ix_credits_enrolment_id_id", "enrolment_id", "id"),
        Index("ix_credits_on_kind", "on", "kind"),
        CheckConstraint("kind <> 'frozen' OR amount = 0", name="frozen_moves_nothing"),
    )

    id: Mapped[Id]
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"))
    kind: Mapped[CreditKind] = mapped_column(choice(CreditKind))
    amount: Mapped[int]
    on: Mapped[date]
    at: Mapped[Moment]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    """None when the clock did it, not a person."""
    why: Mapped[str] = mapped_column(String(300))
    session_id: Mapped[int | None] = mapped_column(ForeignKey("sessions.id"), index=True)
    clock_change_id: Mapped[int | None] = mapped_column(ForeignKey("clock_changes.id"))
    reverses_id: Mapped[int | None] = mapped_column(ForeignKey("credits.id"), unique=True)
    key: Mapped[str | None] = mapped_column(String(64), unique=True)

    by: Mapped[User | None] = relationship(lazy="joined")


append_only(Credit, but=("why",))
