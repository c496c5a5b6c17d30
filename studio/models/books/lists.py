"""The lists of the place “Money”: invoices by month, payments by day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from ...extensions import db
from ..client_search import find
from ..clients import Client, Face
from ..users import User
from .invoices import Invoice
from .ledger import Entry, Method, Payment

FEW = 50
FOUND = 200


class InvoiceRow(NamedTuple):
    """An invoice or credit note with its client and what is open of it."""

    invoice: Invoice
    client: Face
    open: int
    erased: bool = False
    """Is the record of the client gone? The invoice can still be printed."""


@dataclass(frozen=True)
class Numbers:
    """The numbers of a year: how many there are and the last one; the same when none is missing."""

    year: int
    count: int
    last: int

    @property
    def whole(self) -> bool:
        return self.count == self.last


class PaymentRow(NamedTuple):
    """A payment of a day with its client and who took it; `undone` when it was taken back."""

    payment: Payment
    client: Face
    who: str
    undone: bool


def numbers_of(year: int) -> Numbers:
    """Is any number missing?"""
    counted = select(func.count(Invoice.id), func.max(Invoice.number)).where(Invoice.year == year)
    count, last = db.session.execute(counted).one()
    return Numbers(year, count, last or 0)


def years() -> list[int]:
    """The years with invoices, the newest first."""
    return list(db.session.scalars(select(Invoice.year).distinct().order_by(Invoice.year.desc())))


def invoices_of(since: date, until: date, *, before: int | None = None) -> list[InvoiceRow]:
    """Invoices of these days, the newest first, one more than a page shows."""
    return _invoices(Invoice.issued_on >= since, Invoice.issued_on <= until, before=before)


def invoices_like(text: str) -> list[InvoiceRow]:
    """Invoices by their number (“2026-0042”, “42”) or by their client."""
    year, _, number = text.strip().rpartition("-")
    if number.isdecimal() and len(number) < 9 and (not year or (year.isdecimal() and len(year) == 4)):
        return _invoices(Invoice.number == int(number), *([Invoice.year == int(year)] if year else []))
    return _invoices(Invoice.client_id.in_([one.id for one in find(text, FOUND)]))


def _invoices(*conditions: object, before: int | None = None) -> list[InvoiceRow]:
    open_ = select(func.coalesce(func.sum(Entry.amount), 0)).where(Entry.invoice_id == Invoice.id).scalar_subquery()
    query = (
        select(Invoice, Client.name, Client.colour, open_, Client.erased_at)
        .join(Client, Client.id == Invoice.client_id)
        .where(*conditions)  # type: ignore[arg-type]
        .order_by(Invoice.id.desc())
        .limit(FEW + 1)
    )
    if before is not None:
        query = query.where(Invoice.id < before)
    return [
        InvoiceRow(one, Face(one.client_id, name, colour), 0 if one.corrects_id else left, erased is not None)
        for one, name, colour, left, erased in db.session.execute(query)
    ]


def payments_of(on: date, method: Method | None = None) -> list[PaymentRow]:
    """What came in and went back on a day, in the order it was noted."""
    back = aliased(Payment)
    query = (
        select(Payment, Client.name, Client.colour, User.name, back.id)
        .join(Client, Client.id == Payment.client_id)
        .outerjoin(User, User.id == Payment.by_id)
        .outerjoin(back, back.reverses_id == Payment.id)
        .where(Payment.received_on == on)
        .order_by(Payment.id)
    )
    if method is not None:
        query = query.where(Payment.method == method)
    return [
        PaymentRow(one, Face(one.client_id, name, colour), who or "", undone is not None)
        for one, name, colour, who, undone in db.session.execute(query)
    ]


def totals_of(rows: Sequence[PaymentRow]) -> dict[Method, int]:
    """By method, what went back taken off; methods that nobody used are left out."""
    sums = {method: sum(row.payment.amount for row in rows if row.payment.method is method) for method in Method}
    used = {row.payment.method for row in rows}
    return {method: amount for method, amount in sums.items() if method in used}
