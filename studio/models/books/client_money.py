"""What a client's money page stands on: what is due, what is open, and every row of the ledger with its balance."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from ...extensions import db
from ..users import User
from .balances import good_of, owed_by
from .due import OpenInvoice, open_invoices
from .invoices import Invoice
from .ledger import Entry, EntryKind, Payment

ROWS = 50


@dataclass(frozen=True)
class Row:
    """A row of the ledger; `balance` is what the client owed after it, `undone` that another takes it back."""

    entry: Entry
    who: str
    invoice: str
    """The number of the invoice it is about, or nothing."""
    balance: int
    undone: bool
    reference: str = ""
    lasting: bool = True
    """False where its payment was taken back, or is the taking back of one."""

    @property
    def words(self) -> str:
        """What the row stands for."""
        if self.entry.reverses_id:
            return f"{KIND_WORDS[self.entry.kind]} taken back"
        return KIND_WORDS[self.entry.kind]


KIND_WORDS = {
    EntryKind.invoice: "Invoice",
    EntryKind.credit_note: "Credit note",
    EntryKind.payment: "Payment",
    EntryKind.refund: "Given back",
    EntryKind.write_off: "Written off",
    EntryKind.allocation: "Moved",
    EntryKind.opening: "Brought over",
}


@dataclass(frozen=True)
class ClientMoney:
    """`balance` is owed to the studio where positive; `good` lies on the account; `rows` are the newest first."""

    on: date
    currency: str
    balance: int
    good: int
    open: Sequence[OpenInvoice]
    rows: Sequence[Row]
    older: int | None

    @property
    def due(self) -> int:
        """What should have been paid by today."""
        return sum(one.due(self.on) for one in self.open)

    @property
    def late(self) -> int:
        """By how many days the oldest of it is late."""
        return max((one.late(self.on) for one in self.open), default=0)

    @property
    def next(self) -> tuple[date, int] | None:
        """The next day on which something falls due, and how much."""
        coming = [part for one in self.open for part in one.unpaid if part.due_on > self.on]
        day = min((part.due_on for part in coming), default=None)
        return (day, sum(part.open for part in coming if part.due_on == day)) if day else None

    @property
    def asked(self) -> int:
        """What to ask for now: what is due, else what is next, less what lies on the account."""
        wanted = self.due or (self.next[1] if self.next else 0)
        return max(wanted - self.good, 0)


def client_money(client_id: int, currency: str, on: date, *, before: int | None = None) -> ClientMoney:
    """Read it in a handful of statements, whatever the number of rows; the page begins below the row `before`."""
    balance = owed_by(client_id)
    rows = _rows(client_id, before)
    top = balance
    if before is not None:
        newer = select(func.coalesce(func.sum(Entry.amount), 0))
        top -= db.session.scalar(newer.where(Entry.client_id == client_id, Entry.id >= before)) or 0
    shown: list[Row] = []
    for entry, who, invoice, undone, reference, reversed_ in rows[:ROWS]:
        lasting = not reversed_ and not entry.reverses_id
        shown.append(Row(entry, who or "", invoice, top, undone, reference or "", lasting))
        top -= entry.amount
    return ClientMoney(
        on=on,
        currency=currency,
        balance=balance,
        good=good_of(client_id),
        open=open_invoices(Invoice.client_id == client_id),
        rows=shown,
        older=shown[-1].entry.id if len(rows) > ROWS else None,
    )


def _rows(client_id: int, before: int | None) -> list[tuple[Entry, str | None, str, bool, str | None, bool]]:
    """The newest rows, one more than a page shows, with what a reader wants to know beside each."""
    back, undo = aliased(Entry), aliased(Payment)
    query = (
        select(Entry, User.name, Invoice.year, Invoice.number, back.id, Payment.reference, undo.id)
        .outerjoin(User, User.id == Entry.by_id)
        .outerjoin(Invoice, Invoice.id == Entry.invoice_id)
        .outerjoin(back, back.reverses_id == Entry.id)
        .outerjoin(Payment, Payment.id == Entry.payment_id)
        .outerjoin(undo, undo.reverses_id == Payment.id)
        .where(Entry.client_id == client_id)
        .order_by(Entry.id.desc())
        .limit(ROWS + 1)
    )
    if before is not None:
        query = query.where(Entry.id < before)
    return [
        (entry, who, f"{year}-{number:04d}" if number else "", back is not None, reference, undone is not None)
        for entry, who, year, number, back, reference, undone in db.session.execute(query)
    ]
