"""Money that lies on a client's account: used for an invoice, freed from one. All of it inside the caller's `write()`.

Each move is a pair of rows that sums to nothing; both carry its key, so that the one is found by the other.
"""

import secrets
from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import aliased

from ...extensions import db
from ...models.books.balances import brought, good_of, on_account, open_of
from ...models.books.invoices import Invoice
from ...models.books.ledger import Entry, EntryKind
from ...models.users import User
from . import entries

ACCOUNT, INVOICE = ":account", ":invoice"


class NotThere(ValueError):
    """So much is not on the account, or not open; the message says what is."""


def lay(invoice: Invoice, amount: int, why: str, *, on: date, by: User | None, key: str = "") -> Entry:
    """Move money between the account and an invoice: positive pays it, negative frees it. Returns the invoice's row."""
    key = key or secrets.token_hex(16)
    for place, part in ((ACCOUNT, amount), (INVOICE, -amount)):
        row = entries.post(
            invoice.client_id,
            EntryKind.allocation,
            part,
            invoice.currency,
            why,
            on=on,
            by=by,
            enrolment_id=invoice.enrolment_id,
            invoice_id=invoice.id if place == INVOICE else None,
            key=f"{key}{place}",
        )
    return row


def unlay(row: Entry, why: str, *, on: date, by: User | None) -> None:
    """Take such a move back, by either of its rows."""
    for one in pair_of(row):
        entries.reverse(one, why, on=on, by=by)


def pair_of(row: Entry) -> list[Entry]:
    """Both rows of a move."""
    key = (row.key or "").removesuffix(ACCOUNT).removesuffix(INVOICE)
    both = select(Entry).where(Entry.key.in_((f"{key}{ACCOUNT}", f"{key}{INVOICE}")))
    return list(db.session.scalars(both.order_by(Entry.id)))


def free_what_is_over(invoice: Invoice, *, on: date, by: User | None) -> None:
    """Put what an invoice holds too much, after a credit note, on the account: an invoice is never below nothing."""
    over = -open_of([invoice.id])[invoice.id]
    for row in _given_up(invoice.id) if over > 0 else ():  # what nobody paid does not become money
        part = min(over, -row.amount)
        entries.reverse(row, "Credited instead", on=on, by=by)
        if rest := row.amount + part:
            _give_up(invoice, rest, row.why, on=on, by=by)
        over -= part
    if over > 0:
        lay(invoice, -over, f"Too much on invoice {invoice.code}", on=on, by=by)


def cover(client_id: int, touched: Iterable[int], *, on: date, by: User | None) -> None:
    """After money was taken back: an account that is used up pays nothing any more, and what was freed pays again.

    `touched` are the invoices from which a payment went. What the client owed from before this program is no hole.
    """
    hole = on_account(client_id) - max(brought(client_id), 0)
    for row in _laid(client_id) if hole > 0 else ():
        unlay(row, "The money for it was taken back", on=on, by=by)
        hole -= row.amount
        if hole <= 0:
            break
    for invoice in db.session.scalars(select(Invoice).where(Invoice.id.in_(sorted(touched))).order_by(Invoice.id)):
        again = min(open_of([invoice.id])[invoice.id], good_of(client_id), _freed(invoice.id))
        if again > 0:
            lay(invoice, again, f"Back on invoice {invoice.code}", on=on, by=by)


def _give_up(invoice: Invoice, amount: int, why: str, *, on: date, by: User | None) -> None:
    entries.post(
        invoice.client_id,
        EntryKind.write_off,
        amount,
        invoice.currency,
        why,
        on=on,
        by=by,
        enrolment_id=invoice.enrolment_id,
        invoice_id=invoice.id,
    )


def _given_up(invoice_id: int) -> list[Entry]:
    """The write-offs of an invoice that hold."""
    back = aliased(Entry)
    rows = select(Entry).outerjoin(back, back.reverses_id == Entry.id)
    held = rows.where(Entry.invoice_id == invoice_id, Entry.kind == EntryKind.write_off, back.id.is_(None))
    return list(db.session.scalars(held.where(Entry.reverses_id.is_(None)).order_by(Entry.id.desc())))


def _laid(client_id: int) -> list[Entry]:
    """The account's rows that pay an invoice and hold, the newest first."""
    back = aliased(Entry)
    rows = (
        select(Entry)
        .outerjoin(back, back.reverses_id == Entry.id)
        .where(
            Entry.client_id == client_id,
            Entry.kind == EntryKind.allocation,
            Entry.invoice_id.is_(None),
            Entry.reverses_id.is_(None),
            Entry.amount > 0,
            back.id.is_(None),
        )
        .order_by(Entry.id.desc())
    )
    return list(db.session.scalars(rows))


def _freed(invoice_id: int) -> int:
    """How much of an invoice's money went to the account and is not back."""
    rows = select(Entry.amount).where(Entry.invoice_id == invoice_id, Entry.kind == EntryKind.allocation)
    return max(sum(db.session.scalars(rows)), 0)
