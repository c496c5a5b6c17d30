"""Invoices and credit notes: numbered without a gap through a year, and never changed."""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...extensions import db
from ..base import ClientRef, Id, Json, Model, Moment, UserRef, choice
from ..clients import Client
from ..guards import append_only


class InvoiceKind(StrEnum):
    invoice = "invoice"
    credit_note = "credit note"


class InvoiceYear(Model):
    """The last number given in a year: taken and raised in the write that makes the invoice, so no number is lost."""

    __tablename__ = "invoice_years"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int] = mapped_column(default=0)


class Invoice(Model):
    """One invoice, or a credit note that takes (a part of) one back with negative amounts.

    `lines` are {"words", "count", "each", "net", "tax", "gross", "rate"}; net + tax = gross in each and in all. Buyer
    and seller are the names and addresses of that day. Append-only but for the buyer, who may have to be forgotten.
    """

    __tablename__ = "invoices"
    __table_args__ = (
        UniqueConstraint("year", "number"),
        Index("ix_invoices_issued_on", "issued_on"),
    )

    id: Mapped[Id]
    kind: Mapped[InvoiceKind] = mapped_column(choice(InvoiceKind), default=InvoiceKind.invoice)
    year: Mapped[int]
    number: Mapped[int]
    client_id: Mapped[ClientRef]
    enrolment_id: Mapped[int | None] = mapped_column(ForeignKey("enrolments.id"), index=True)
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("invoices.id"), index=True)
    issued_on: Mapped[date]
    due_on: Mapped[date]
    currency: Mapped[str] = mapped_column(String(3))
    net: Mapped[int]
    tax: Mapped[int]
    gross: Mapped[int]
    lines: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    buyer: Mapped[Json]
    seller: Mapped[Json]
    note: Mapped[str] = mapped_column(String(500), default="")
    at: Mapped[Moment]
    by_id: Mapped[UserRef]
    key: Mapped[str | None] = mapped_column(String(64), unique=True)

    client: Mapped[Client] = relationship()

    @property
    def code(self) -> str:
        """Its number as people say it: “2026-0042”."""
        return f"{self.year}-{self.number:04d}"


append_only(Invoice, but=("buyer", "note"))


def load_invoice(client_id: int, invoice_id: int) -> Invoice | None:
    """An invoice or credit note of this client."""
    return db.session.scalar(select(Invoice).where(Invoice.id == invoice_id, Invoice.client_id == client_id))


class Instalment(Model):
    """One part of an invoice and the day it is due; a medical freeze moves the days that are still to come."""

    __tablename__ = "instalments"
    __table_args__ = (UniqueConstraint("invoice_id", "number"), Index("ix_instalments_due_on", "due_on"))

    id: Mapped[Id]
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoices.id"))
    number: Mapped[int]
    due_on: Mapped[date]
    amount: Mapped[int]
    held: Mapped[str] = mapped_column(String(200), default="", server_default="")
    """Why no reminder goes out: “says it was cancelled”. Empty mostly."""


class Reminder(Model):
    """That an instalment was reminded of, each step once."""

    __tablename__ = "reminders"
    __table_args__ = (UniqueConstraint("instalment_id", "step"),)

    id: Mapped[Id]
    instalment_id: Mapped[int] = mapped_column(ForeignKey("instalments.id"))
    step: Mapped[int]
    at: Mapped[Moment]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    how: Mapped[str] = mapped_column(String(10))
    """“mail”, “phone” or “paper”."""


def load_instalment(client_id: int, instalment_id: int) -> Instalment | None:
    """A part of an invoice of this client."""
    mine = select(Instalment).join(Invoice, Invoice.id == Instalment.invoice_id)
    return db.session.scalar(mine.where(Instalment.id == instalment_id, Invoice.client_id == client_id))


def load_reminder(client_id: int, reminder_id: int) -> Reminder | None:
    """A reminder of a part of an invoice of this client, that a person noted."""
    mine = (
        select(Reminder)
        .join(Instalment, Instalment.id == Reminder.instalment_id)
        .join(Invoice, Invoice.id == Instalment.invoice_id)
        .where(Reminder.id == reminder_id, Invoice.client_id == client_id, Reminder.by_id.is_not(None))
    )
    return db.session.scalar(mine)
