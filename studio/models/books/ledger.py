"""The ledger of money: what clients owe is the sum of these rows."""

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...extensions import db
from ..base import ClientRef, Id, Model, Moment, UserRef, choice
from ..guards import append_only
from ..users import User


class Method(StrEnum):
    """How money changed hands. `link` is a provider's page; `card` is the terminal on the counter."""

    cash = "cash"
    card = "card"
    transfer = "transfer"
    voucher = "voucher"
    link = "link"

    @property
    def label(self) -> str:
        return {"card": "Card terminal", "link": "Payment link"}.get(self.value, self.value.capitalize())


class Payment(Model):
    """Money that came in, or went back (a negative amount). Append-only; a slip is reversed by a row of its own."""

    __tablename__ = "payments"
    __table_args__ = (Index("ix_payments_received_on_method", "received_on", "method"),)

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    received_on: Mapped[date]
    method: Mapped[Method] = mapped_column(choice(Method))
    amount: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    reference: Mapped[str] = mapped_column(String(80), default="")
    note: Mapped[str] = mapped_column(String(300), default="")
    at: Mapped[Moment]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    """None when the provider told us."""
    reverses_id: Mapped[int | None] = mapped_column(ForeignKey("payments.id"), unique=True)
    key: Mapped[str | None] = mapped_column(String(80), unique=True)

    by: Mapped[User | None] = relationship(lazy="joined")


append_only(Payment, but=("note", "reference"))


def load_payment(client_id: int, payment_id: int) -> Payment | None:
    """A payment of this client, or money that went back to them."""
    return db.session.scalar(select(Payment).where(Payment.id == payment_id, Payment.client_id == client_id))


def taken_back(payment_id: int) -> bool:
    """Was the payment reversed?"""
    return db.session.scalar(select(Payment.id).where(Payment.reverses_id == payment_id)) is not None


class EntryKind(StrEnum):
    """What a row stands for; positive rows are owed by the client, negative ones are to their good."""

    invoice = "invoice"
    credit_note = "credit note"
    payment = "payment"
    refund = "refund"
    write_off = "write-off"
    allocation = "allocation"
    opening = "opening"

    @property
    def plural(self) -> str:
        return {"allocation": "Moved to and from accounts", "opening": "Brought in from before"}.get(
            self.value, f"{self.value.capitalize()}s"
        )


class Entry(Model):
    """One row. Of an invoice the sum of its rows is what is open; rows without one are the client's account.

    An allocation is a pair of rows that moves money between the account and an invoice and sums to nothing.
    Append-only; undone by a row that points to it, once.
    """

    __tablename__ = "entries"
    __table_args__ = (
        Index("ix_entries_client_id_id", "client_id", "id"),
        Index("ix_entries_on_kind", "on", "kind"),
    )

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    kind: Mapped[EntryKind] = mapped_column(choice(EntryKind))
    amount: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    on: Mapped[date]
    enrolment_id: Mapped[int | None] = mapped_column(ForeignKey("enrolments.id"), index=True)
    invoice_id: Mapped[int | None] = mapped_column(ForeignKey("invoices.id"), index=True)
    payment_id: Mapped[int | None] = mapped_column(ForeignKey("payments.id"), index=True)
    why: Mapped[str] = mapped_column(String(300))
    at: Mapped[Moment]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    reverses_id: Mapped[int | None] = mapped_column(ForeignKey("entries.id"), unique=True)
    key: Mapped[str | None] = mapped_column(String(80), unique=True)

    by: Mapped[User | None] = relationship(lazy="joined")


append_only(Entry, but=("why",))


def load_entry(client_id: int, entry_id: int, kind: EntryKind) -> Entry | None:
    """A row of this client's ledger, of that kind."""
    mine = select(Entry).where(Entry.id == entry_id, Entry.client_id == client_id, Entry.kind == kind)
    return db.session.scalar(mine)


class DrawerCount(Model):
    """The cash in the drawer at day's end: what it should hold and what was counted."""

    __tablename__ = "drawer_counts"

    id: Mapped[Id]
    on: Mapped[date] = mapped_column(index=True)
    opening: Mapped[int]
    expected: Mapped[int]
    counted: Mapped[int]
    taken_out: Mapped[int] = mapped_column(default=0)
    """What was taken to the bank after counting; the rest is the next day's opening."""
    currency: Mapped[str] = mapped_column(String(3))
    note: Mapped[str] = mapped_column(String(300), default="")
    at: Mapped[Moment]
    by_id: Mapped[UserRef]
