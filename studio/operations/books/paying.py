"""Payments: money that came in is laid on what is open, the oldest due first; the rest waits on the account.

All of it runs inside the caller's `write()`; `till` has the verbs of the desk.
"""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from ...clock import utcnow
from ...extensions import db
from ...models.books.balances import good_of, held, open_of
from ...models.books.invoices import Invoice
from ...models.books.ledger import Entry, EntryKind, Method, Payment
from ...models.clients import Client
from ...models.users import User
from ...money import in_words
from ..events import record
from . import account, entries, reminding


class NothingPaid(ValueError):
    """An amount that is no payment; the message says what to do."""


def take(
    client: Client,
    amount: int,
    method: Method,
    *,
    on: date,
    currency: str,
    by: User | None,
    reference: str = "",
    first: Invoice | None = None,
    key: str | None = None,
) -> Payment:
    """Put a payment on record inside the caller's `write()`; `first` is the invoice it was meant for.

    The same `key` again gives the payment that is there. What is more than all that is open stays on the account.
    """
    if amount <= 0:
        raise NothingPaid("Enter what was paid, more than nothing")
    if key and (there := db.session.scalar(select(Payment).where(Payment.key == key))):
        return there
    held(client.id)
    payment = _put(client, amount, method, on=on, currency=currency, by=by, reference=reference, key=key)
    left = amount
    for invoice, open_ in _open(client.id, currency, first):
        part = min(left, open_)
        if part > 0:
            _lay(payment, part, invoice, by)
            left -= part
    if left:
        _lay(payment, left, None, by)
    reminding.stop_settled(client, by=by)
    record("payment.taken", f"{in_words(amount, currency)} received, {method.label.lower()}", by=by, client=client,
           subject=f"payment {payment.id}")  # fmt: skip
    return payment


def give_back(
    client: Client,
    amount: int,
    method: Method,
    why: str,
    *,
    on: date,
    currency: str,
    by: User,
    reference: str = "",
    key: str | None = None,
) -> Payment:
    """Pay a client back what lies on the account to their good, or a part of it: a payment with a minus.

    The same `key` again gives the one that is there. Raises NothingPaid and account.NotThere.
    """
    if amount <= 0:
        raise NothingPaid("Enter what goes back, more than nothing")
    if key and (there := db.session.scalar(select(Payment).where(Payment.key == key))):
        return there
    held(client.id)
    if amount > (good := good_of(client.id)):
        raise account.NotThere(f"Enter {in_words(good, currency)} or less. That is what lies on the account")
    payment = _put(client, -amount, method, on=on, currency=currency, by=by, reference=reference, key=key)
    entries.post(client.id, EntryKind.refund, amount, currency, why, on=on, by=by, payment_id=payment.id)
    record("payment.refunded", f"{in_words(amount, currency)} given back, {method.label.lower()}", by=by,
           client=client, subject=f"payment {payment.id}")  # fmt: skip
    return payment


def take_back(payment: Payment, why: str, *, on: date, by: User) -> Payment:
    """Reverse a payment that was a slip, or money given back: one row for the money, one for each that it paid.

    What the account paid with that money is open again. Raises entries.AlreadyReversed.
    """
    held(payment.client_id)
    if db.session.scalar(select(Payment.id).where(Payment.reverses_id == payment.id)) is not None:
        raise entries.AlreadyReversed("This payment was taken back already")
    if payment.reverses_id is not None:
        raise entries.AlreadyReversed("This is itself the taking back of a payment. Take the payment anew")
    back = Payment(
        client_id=payment.client_id,
        received_on=on,
        method=payment.method,
        amount=-payment.amount,
        currency=payment.currency,
        reference=payment.reference,
        at=utcnow(),
        by_id=by.id,
        reverses_id=payment.id,
    )
    db.session.add(back)
    db.session.flush()
    rows = db.session.scalars(select(Entry).where(Entry.payment_id == payment.id).order_by(Entry.id)).all()
    for row in rows:
        entries.reverse(row, why, on=on, by=by, payment_id=back.id)
    account.cover(payment.client_id, {row.invoice_id for row in rows if row.invoice_id}, on=on, by=by)
    client = db.session.get_one(Client, payment.client_id)
    record("payment.reversed", f"Payment of {in_words(payment.amount, payment.currency)} taken back", by=by,
           client=client, subject=f"payment {payment.id}")  # fmt: skip
    return back


def _put(
    client: Client,
    amount: int,
    method: Method,
    *,
    on: date,
    currency: str,
    by: User | None,
    reference: str,
    key: str | None,
) -> Payment:
    payment = Payment(
        client_id=client.id,
        received_on=on,
        method=method,
        amount=amount,
        currency=currency,
        reference=reference,
        at=utcnow(),
        by_id=by.id if by else None,
        key=key,
    )
    db.session.add(payment)
    db.session.flush()
    return payment


def _open(client_id: int, currency: str, first: Invoice | None) -> Sequence[tuple[Invoice, int]]:
    """The client's invoices with something to pay, the one that was meant before all, then by the day they are due."""
    mine = select(Invoice).where(
        Invoice.client_id == client_id, Invoice.currency == currency, Invoice.corrects_id.is_(None)
    )
    invoices = list(db.session.scalars(mine.order_by(Invoice.due_on, Invoice.id)))
    sums = open_of(one.id for one in invoices)
    invoices.sort(key=lambda one: first is None or one.id != first.id)
    return [(one, sums[one.id]) for one in invoices if sums[one.id] > 0]


def _lay(payment: Payment, amount: int, invoice: Invoice | None, by: User | None) -> None:
    entries.post(
        payment.client_id,
        EntryKind.payment,
        -amount,
        payment.currency,
        f"Paid, {payment.method.label.lower()}",
        on=payment.received_on,
        by=by,
        enrolment_id=invoice.enrolment_id if invoice else None,
        invoice_id=invoice.id if invoice else None,
        payment_id=payment.id,
    )
