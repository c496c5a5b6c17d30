"""What the desk does with money: each verb is one write, and each can be taken back."""

from datetime import date

from ...models.books.balances import good_of, held, open_of
from ...models.books.invoices import Invoice
from ...models.books.ledger import Entry, EntryKind, Method, Payment
from ...models.clients import Client
from ...models.database import write
from ...models.studios import studio_today
from ...models.users import User
from ...money import in_words
from ..events import record
from . import account, entries, paying

SLIP = "Taken back at once"
"""The reason of an undo by the toast: nobody is asked for one."""


def receive(
    client: Client,
    amount: int,
    method: Method,
    *,
    on: date,
    currency: str,
    by: User,
    reference: str = "",
    first: Invoice | None = None,
    key: str | None = None,
) -> Payment:
    """Take a payment at the desk. See `paying.take`."""
    with write():
        return paying.take(
            client, amount, method, on=on, currency=currency, by=by, reference=reference, first=first, key=key
        )


def take_back(payment: Payment, why: str, *, by: User) -> Payment:
    """Reverse a payment or a refund. Raises entries.AlreadyReversed."""
    with write() as session:
        session.refresh(payment)
        return paying.take_back(payment, why or SLIP, on=studio_today(), by=by)


def move(payment: Payment, to: Client, why: str, *, by: User) -> Payment:
    """Take a payment back and put it to the client whose it is, received on the same day. Raises AlreadyReversed."""
    with write() as session:
        session.refresh(payment)
        paying.take_back(payment, why, on=studio_today(), by=by)
        return paying.take(
            to,
            payment.amount,
            payment.method,
            on=payment.received_on,
            currency=payment.currency,
            by=by,
            reference=payment.reference,
        )


def give_back(
    client: Client, amount: int, method: Method, why: str, *, currency: str, by: User, reference: str, key: str | None
) -> Payment:
    """Refund what lies on the account. See `paying.give_back`."""
    with write():
        return paying.give_back(
            client, amount, method, why, on=studio_today(), currency=currency, by=by, reference=reference, key=key
        )


def use_account(invoice: Invoice, *, by: User, key: str) -> Entry:
    """Pay an invoice with what lies on the client's account, as far as it goes. Raises account.NotThere."""
    with write():
        held(invoice.client_id)
        if there := entries.known(f"{key}{account.INVOICE}"):
            return there
        amount = min(good_of(invoice.client_id), open_of([invoice.id])[invoice.id])
        if amount <= 0:
            raise account.NotThere("Nothing lies on the account, or nothing is open on this invoice")
        row = account.lay(
            invoice, amount, f"From the account for invoice {invoice.code}", on=studio_today(), by=by, key=key
        )
        record("money.used", f"{in_words(amount, invoice.currency)} of the account used", by=by, client=invoice.client,
               subject=f"invoice {invoice.id}")  # fmt: skip
        return row


def free(row: Entry, client: Client, *, by: User) -> None:
    """Take back the use of money on the account. Raises entries.AlreadyReversed."""
    with write():
        held(client.id)
        account.unlay(row, SLIP, on=studio_today(), by=by)
        record(
            "money.freed", "Use of the account taken back", by=by, client=client, subject=f"invoice {row.invoice_id}"
        )


def write_off(invoice: Invoice, why: str, *, by: User, key: str | None) -> Entry:
    """Give up what is open of an invoice. Raises account.NotThere."""
    with write():
        held(invoice.client_id)
        if key and (there := entries.known(key)):
            return there
        open_ = open_of([invoice.id])[invoice.id]
        if open_ <= 0:
            raise account.NotThere("Nothing is open on this invoice")
        row = entries.post(
            invoice.client_id,
            EntryKind.write_off,
            -open_,
            invoice.currency,
            why,
            on=studio_today(),
            by=by,
            enrolment_id=invoice.enrolment_id,
            invoice_id=invoice.id,
            key=key,
        )
        said = f"{in_words(open_, invoice.currency)} of invoice {invoice.code} written off"
        record("invoice.written-off", said, by=by,
               client=invoice.client, subject=f"invoice {invoice.id}")  # fmt: skip
        return row


def claim_again(row: Entry, client: Client, *, by: User) -> None:
    """Take a write-off back: the amount is owed again. Raises entries.AlreadyReversed."""
    with write():
        held(client.id)
        entries.reverse(row, SLIP, on=studio_today(), by=by)
        record("invoice.claimed", "Write-off taken back", by=by, client=client, subject=f"invoice {row.invoice_id}")
