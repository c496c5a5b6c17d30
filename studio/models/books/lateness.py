"""How late instalments are: payments fill the parts of an invoice in the order they fall due."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from ...extensions import db
from .due import standing
from .invoices import Instalment, Invoice
from .ledger import Entry


@dataclass(frozen=True, slots=True)
class Part:
    """One instalment and what is still open of it, in minor units."""

    invoice_id: int
    enrolment_id: int | None
    number: int
    due_on: date
    amount: int
    open: int


def parts_of(enrolment_ids: Iterable[int]) -> list[Part]:
    """The instalments of enrolments by the day they are due, with what is open of each; one statement."""
    opened = select(func.coalesce(func.sum(Entry.amount), 0)).where(Entry.invoice_id == Invoice.id).scalar_subquery()
    rows = db.session.execute(
        select(Instalment, Invoice.enrolment_id, opened)
        .join(Invoice, Invoice.id == Instalment.invoice_id)
        .where(Invoice.enrolment_id.in_(list(enrolment_ids)))
    ).all()
    invoices: defaultdict[int, list[Instalment]] = defaultdict(list)
    for part, _, _ in rows:
        invoices[part.invoice_id].append(part)
    about = {part.invoice_id: (enrolment_id, open_) for part, enrolment_id, open_ in rows}
    found = [
        Part(invoice_id, about[invoice_id][0], part.number, part.due_on, part.amount, part.open)
        for invoice_id, parts in invoices.items()
        for part in standing(parts, about[invoice_id][1])
    ]
    return sorted(found, key=lambda part: (part.due_on, part.invoice_id, part.number))


def late_days(enrolment_ids: Iterable[int], on: date) -> dict[int, int]:
    """How many days the oldest open instalment of each is late; those that are not late are left out."""
    days: dict[int, int] = {}
    for part in parts_of(enrolment_ids):
        if part.open > 0 and part.due_on < on and part.enrolment_id is not None:
            days.setdefault(part.enrolment_id, (on - part.due_on).days)
    return days
