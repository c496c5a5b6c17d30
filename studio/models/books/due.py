"""What is open of invoices, part by part, with the day each part is due."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, case, func, select

from ...extensions import db
from ...terms.standing import open_parts
from .invoices import Instalment, Invoice
from .ledger import Entry, EntryKind


@dataclass(frozen=True, slots=True)
class Part:
    """One instalment: what it was, and what is still open of it in minor units."""

    id: int
    number: int
    due_on: date
    amount: int
    open: int

    def late(self, on: date) -> int:
        """By how many days it is late; 0 when it is paid or not yet due."""
        return max((on - self.due_on).days, 0) if self.open else 0


@dataclass(frozen=True, slots=True)
class OpenInvoice:
    """An invoice with something to pay; `parts` are all its instalments."""

    invoice: Invoice
    open: int
    parts: Sequence[Part]

    @property
    def unpaid(self) -> list[Part]:
        return [part for part in self.parts if part.open]

    def due(self, on: date) -> int:
        """What should have been paid by a day."""
        return sum(part.open for part in self.parts if part.due_on <= on)

    def late(self, on: date) -> int:
        """By how many days its oldest open part is late."""
        return max((part.late(on) for part in self.parts), default=0)


@dataclass(frozen=True, slots=True)
class Sums:
    """Of one invoice: what was credited and what was otherwise taken off (paid, written off), both positive."""

    open: int
    credited: int
    paid: int


def sums_of(invoice_ids: Iterable[int]) -> dict[int, Sums]:
    """The rows of each invoice by what they stand for, in one statement."""
    ids = list(invoice_ids)
    return _sums(Entry.invoice_id.in_(ids)) if ids else {}


def open_invoices(*conditions: ColumnElement[bool]) -> list[OpenInvoice]:
    """Invoices with something to pay, the oldest due first, in two statements."""
    totals = _totals().where(Entry.invoice_id.is_not(None)).having(func.sum(Entry.amount) > 0).subquery()
    rows = db.session.execute(
        select(Invoice, totals.c.open, totals.c.credited, totals.c.invoiced)
        .join(totals, totals.c.invoice_id == Invoice.id)
        .where(*conditions)
        .order_by(Invoice.due_on, Invoice.id)
    ).all()
    found = {row[0].id: (row[0], Sums(row[1], -row[2], row[3] + row[2] - row[1])) for row in rows}
    parts = instalments(found)
    return [OpenInvoice(invoice, sums.open, _parts(parts[invoice.id], sums)) for invoice, sums in found.values()]


def parts_of(invoice: Invoice) -> list[Part]:
    """The instalments of one invoice as they stand, paid ones too."""
    sums = sums_of([invoice.id]).get(invoice.id, Sums(0, 0, 0))
    return _parts(instalments([invoice.id])[invoice.id], sums)


def instalments(invoice_ids: Iterable[int]) -> dict[int, list[Instalment]]:
    """The instalments of each invoice in their order, in one statement."""
    found: dict[int, list[Instalment]] = {id_: [] for id_ in invoice_ids}
    if not found:
        return found
    rows = select(Instalment).where(Instalment.invoice_id.in_(found)).order_by(Instalment.invoice_id, Instalment.number)
    for one in db.session.scalars(rows):
        found[one.invoice_id].append(one)
    return found


def _parts(instalments: Sequence[Instalment], sums: Sums) -> list[Part]:
    left = open_parts([one.amount for one in instalments], paid=sums.paid, credited=sums.credited)
    return [
        Part(one.id, one.number, one.due_on, one.amount, open_) for one, open_ in zip(instalments, left, strict=True)
    ]


def _sums(condition: ColumnElement[bool]) -> dict[int, Sums]:
    rows = db.session.execute(_totals().where(condition))
    return {id_: Sums(open_, -credited, invoiced + credited - open_) for id_, open_, credited, invoiced in rows if id_}


def _totals() -> Select[int | None, int, int, int]:
    """Of each invoice: what is open, what its credit notes and what it itself came to."""
    of = {
        kind: func.sum(case((Entry.kind == kind, Entry.amount), else_=0))
        for kind in (EntryKind.credit_note, EntryKind.invoice)
    }
    return select(
        Entry.invoice_id,
        func.sum(Entry.amount).label("open"),
        of[EntryKind.credit_note].label("credited"),
        of[EntryKind.invoice].label("invoiced"),
    ).group_by(Entry.invoice_id)
