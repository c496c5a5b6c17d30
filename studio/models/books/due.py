"""What is open of invoices, part by part, with the day each part is due."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select

from ...extensions import db
from .balances import open_of
from .invoices import Instalment, Invoice
from .ledger import Entry


@dataclass(frozen=True, slots=True)
class Part:
    """One instalment: what it was, and what is still open of it in minor units."""

    id: int
    number: int
    due_on: date
    amount: int
    open: int
    held: str = ""

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


def open_invoices(*conditions: ColumnElement[bool]) -> list[OpenInvoice]:
    """Invoices with something to pay, the oldest due first, in two statements."""
    sums = (
        select(Entry.invoice_id, func.sum(Entry.amount).label("open"))
        .where(Entry.invoice_id.is_not(None))
        .group_by(Entry.invoice_id)
        .having(func.sum(Entry.amount) > 0)
        .subquery()
    )
    rows = db.session.execute(
        select(Invoice, sums.c.open)
        .join(sums, sums.c.invoice_id == Invoice.id)
        .where(*conditions)
        .order_by(Invoice.due_on, Invoice.id)
    ).all()
    parts = instalments(invoice.id for invoice, _ in rows)
    return [OpenInvoice(invoice, open_, standing(parts[invoice.id], open_)) for invoice, open_ in rows]


def parts_of(invoice: Invoice) -> list[Part]:
    """The instalments of one invoice as they stand, paid ones too."""
    return standing(instalments([invoice.id])[invoice.id], open_of([invoice.id])[invoice.id])


def instalments(invoice_ids: Iterable[int]) -> dict[int, list[Instalment]]:
    """The instalments of each invoice in their order, in one statement."""
    found: dict[int, list[Instalment]] = {id_: [] for id_ in invoice_ids}
    if not found:
        return found
    rows = select(Instalment).where(Instalment.invoice_id.in_(found)).order_by(Instalment.invoice_id, Instalment.number)
    for one in db.session.scalars(rows):
        found[one.invoice_id].append(one)
    return found


def standing(instalments: Sequence[Instalment], open_: int) -> list[Part]:
    """Instalments as they stand: money that came in fills what was due first, so what is open lies on the last."""
    found = []
    for one in sorted(instalments, key=lambda one: (one.due_on, one.number), reverse=True):
        part = min(one.amount, max(open_, 0))
        found.append(Part(one.id, one.number, one.due_on, one.amount, part, one.held))
        open_ -= part
    return found[::-1]
