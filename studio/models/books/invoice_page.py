"""One invoice as its page shows it: its parts, its rows, the notes that correct it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from ...extensions import db
from ..users import User
from .balances import good_of
from .due import Part, parts_of
from .invoices import Invoice, InvoiceKind
from .ledger import Entry


@dataclass(frozen=True)
class InvoicePage:
    """`parts` as they stand; `rows` of the ledger with who made them, oldest first; `notes` correct it."""

    on: date
    invoice: Invoice
    who: str
    parts: Sequence[Part]
    rows: Sequence[tuple[Entry, str]]
    notes: Sequence[Invoice]
    corrects: Invoice | None
    good: int

    @property
    def open(self) -> int:
        return sum(part.open for part in self.parts)

    @property
    def credited(self) -> int:
        return -sum(note.gross for note in self.notes)

    @property
    def creditable(self) -> int:
        """What a credit note could still take back."""
        return self.invoice.gross - self.credited if self.invoice.kind is InvoiceKind.invoice else 0


def invoice_page(invoice: Invoice, on: date) -> InvoicePage:
    """Read it; a credit note has no parts and the rows of its own day."""
    rows = db.session.execute(
        select(Entry, User.name)
        .outerjoin(User, User.id == Entry.by_id)
        .where(Entry.invoice_id == (invoice.corrects_id or invoice.id))
        .order_by(Entry.id)
    )
    notes = select(Invoice).where(Invoice.corrects_id == invoice.id).order_by(Invoice.id)
    by = db.session.get(User, invoice.by_id)
    return InvoicePage(
        on=on,
        invoice=invoice,
        who=by.name if by else "",
        parts=parts_of(invoice) if invoice.kind is InvoiceKind.invoice else [],
        rows=[(entry, who or "") for entry, who in rows],
        notes=db.session.scalars(notes).all(),
        corrects=db.session.get(Invoice, invoice.corrects_id) if invoice.corrects_id else None,
        good=good_of(invoice.client_id),
    )
