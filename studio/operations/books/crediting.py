"""Credit notes: an invoice is never changed, it is taken back in full or in a part, at the rates it was taxed at."""

from typing import Any

from sqlalchemy import select

from ...extensions import db
from ...models.books.balances import good_of, held, open_of
from ...models.books.invoices import Invoice, InvoiceKind
from ...models.database import write
from ...models.sales.enrolments import Enrolment
from ...models.studios import studio_today
from ...models.users import User
from ...money import in_words, share, weighted
from . import account
from .invoicing import Line, issue


class NothingToCredit(ValueError):
    """So much cannot be taken back; the message says what can."""


def creditable(invoice: Invoice) -> int:
    """What of an invoice was not yet taken back, in minor units."""
    return sum(line.gross for line in _left(invoice)) if invoice.kind is InvoiceKind.invoice else 0


def preview(invoice: Invoice, amount: int) -> list[Line]:
    """The lines that a credit note of so much would have, with a minus. Raises NothingToCredit."""
    left = _left(invoice)
    most = sum(line.gross for line in left)
    if amount <= 0 or most <= 0:
        raise NothingToCredit("Nothing is left to take back" if most <= 0 else "Enter more than nothing")
    if amount > most:
        raise NothingToCredit(f"Enter {in_words(most, invoice.currency)} or less. The rest was taken back already")
    if amount == invoice.gross:
        return [Line(one["words"], one["count"], *_minus(one), one["rate"]) for one in invoice.lines]
    words = "The rest of" if amount == most else "Part of"
    parts = weighted(amount, [line.gross for line in left])
    return [
        _part(f"{words} invoice {invoice.code}", line, part) for line, part in zip(left, parts, strict=True) if part
    ]


def credit(invoice: Invoice, amount: int, why: str, *, by: User, key: str | None) -> Invoice:
    """Issue the credit note; what was paid and is no longer owed goes to the account. Raises NothingToCredit.

    The same `key` again gives the one that is there.
    """
    with write():
        held(invoice.client_id)
        if key and (there := db.session.scalar(select(Invoice).where(Invoice.key == key))):
            return there
        return issue(
            invoice.client,
            preview(invoice, amount),
            on=studio_today(),
            by=by,
            currency=invoice.currency,
            note=why,
            corrects=invoice,
            key=key,
        )


def bill_again(note: Invoice, *, by: User) -> Invoice:
    """Take a credit note back: its lines are invoiced anew, and paid with what it put on the account.

    Numbers have no gaps and papers are out, so nothing is unmade. Done twice it is done once.
    """
    with write():
        held(note.client_id)
        key = f"instead of {note.id}"
        if there := db.session.scalar(select(Invoice).where(Invoice.key == key)):
            return there
        lines = [Line(one["words"], one["count"], *_minus(one), one["rate"]) for one in note.lines]
        on = studio_today()
        said = f"Instead of credit note {note.code}"
        sold = db.session.get(Enrolment, note.enrolment_id) if note.enrolment_id else None
        anew = issue(note.client, lines, on=on, by=by, enrolment=sold, currency=note.currency, note=said, key=key)
        paid = min(good_of(note.client_id), open_of([anew.id])[anew.id])
        if paid > 0:
            account.lay(anew, paid, said, on=on, by=by)
        return anew


def _left(invoice: Invoice) -> list[Line]:
    """What is left of an invoice after its credit notes, by rate."""
    notes = db.session.scalars(select(Invoice.lines).where(Invoice.corrects_id == invoice.id))
    sums: dict[int, list[int]] = {}
    for lines in (invoice.lines, *notes):
        for one in lines:
            mine = sums.setdefault(one["rate"], [0, 0, 0])
            for place, name in enumerate(("net", "tax", "gross")):
                mine[place] += one[name]
    return [Line("", 1, net, tax, gross, rate) for rate, (net, tax, gross) in sums.items() if gross > 0]


def _part(words: str, line: Line, part: int) -> Line:
    tax = share(line.tax, part, line.gross)
    return Line(words, 1, tax - part, -tax, -part, line.rate)


def _minus(one: Any) -> tuple[int, int, int]:
    return -one["net"], -one["tax"], -one["gross"]
