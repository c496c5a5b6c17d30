"""Rows of the ledger of money. Nothing else writes them; all of it runs inside the caller's `write()`."""

from datetime import date

from sqlalchemy import select

from ...clock import utcnow
from ...extensions import db
from ...models.books.ledger import Entry, EntryKind
from ...models.users import User


class AlreadyReversed(Exception):
    """The row was taken back before."""


def post(
    client_id: int,
    kind: EntryKind,
    amount: int,
    currency: str,
    why: str,
    *,
    on: date,
    by: User | None,
    enrolment_id: int | None = None,
    invoice_id: int | None = None,
    payment_id: int | None = None,
    key: str | None = None,
) -> Entry:
    """Add one row: a positive amount is owed by the client. The same `key` again gives the row that is there."""
    if key and (there := known(key)):
        return there
    row = Entry(
        client_id=client_id,
        kind=kind,
        amount=amount,
        currency=currency,
        on=on,
        enrolment_id=enrolment_id,
        invoice_id=invoice_id,
        payment_id=payment_id,
        why=why,
        at=utcnow(),
        by_id=by.id if by else None,
        key=key,
    )
    db.session.add(row)
    db.session.flush()
    return row


def known(key: str) -> Entry | None:
    """The row that was made by this key."""
    return db.session.scalar(select(Entry).where(Entry.key == key))


def reverse(row: Entry, why: str, *, on: date, by: User | None, payment_id: int | None = None) -> Entry:
    """Take one row back by another of the same kind and the opposite sign; each only once."""
    if db.session.scalar(select(Entry.id).where(Entry.reverses_id == row.id)) is not None:
        raise AlreadyReversed("This was taken back already")
    back = Entry(
        client_id=row.client_id,
        kind=row.kind,
        amount=-row.amount,
        currency=row.currency,
        on=on,
        enrolment_id=row.enrolment_id,
        invoice_id=row.invoice_id,
        payment_id=payment_id,
        why=why,
        at=utcnow(),
        by_id=by.id if by else None,
        reverses_id=row.id,
    )
    db.session.add(back)
    db.session.flush()
    return back
