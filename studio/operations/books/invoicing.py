"""Invoices and credit notes: a number, frozen lines, and their row in the ledger, in one write."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from ...clock import utcnow
from ...extensions import db
from ...models.books.invoices import Instalment, Invoice, InvoiceKind, InvoiceYear
from ...models.books.ledger import EntryKind
from ...models.books.trade import the_trade
from ...models.clients import Client
from ...models.sales.enrolments import Enrolment
from ...models.studios import the_studio
from ...models.users import User
from ...money import taxed
from ...terms.instalments import Due
from ..events import record
from . import account, entries


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an invoice; amounts of all `count` together, in minor units, net + tax = gross."""

    words: str
    count: int
    net: int
    tax: int
    gross: int
    rate: int


def line(words: str, price: int, rate: int, *, included: bool, count: int = 1) -> Line:
    """A line whose price holds its tax, or has it put on top."""
    net, tax, gross = taxed(price, rate, included=included)
    return Line(words, count, net, tax, gross, rate)


def issue(
    client: Client,
    lines: Sequence[Line],
    *,
    on: date,
    by: User,
    dues: Sequence[Due] = (),
    enrolment: Enrolment | None = None,
    currency: str,
    note: str = "",
    corrects: Invoice | None = None,
    key: str | None = None,
) -> Invoice:
    """Make an invoice inside the caller's `write()`; one that corrects another is its credit note (negative lines).

    What was paid on a corrected invoice and is no longer owed goes to the client's account.

    `dues` are its instalments; none is all of it on the day of issue. The same `key` again gives the one that is there.
    """
    if key and (there := db.session.scalar(select(Invoice).where(Invoice.key == key))):
        return there
    gross = sum(one.gross for one in lines)
    sold = corrects.enrolment_id if corrects else enrolment.id if enrolment else None
    invoice = Invoice(
        kind=InvoiceKind.credit_note if corrects else InvoiceKind.invoice,
        year=on.year,
        number=_next(on.year),
        client_id=client.id,
        enrolment_id=sold,
        corrects_id=corrects.id if corrects else None,
        issued_on=on,
        due_on=dues[0].on if dues else on,
        currency=currency,
        net=sum(one.net for one in lines),
        tax=sum(one.tax for one in lines),
        gross=gross,
        lines=[asdict(one) for one in lines],
        buyer={"name": client.name, "email": client.email},
        seller=seller(),
        note=note,
        at=utcnow(),
        by_id=by.id,
        key=key,
    )
    db.session.add(invoice)
    db.session.flush()
    if not corrects:
        for due in dues or (Due(1, on, gross),):
            db.session.add(Instalment(invoice_id=invoice.id, number=due.number, due_on=due.on, amount=due.amount))
    about = corrects or invoice
    entries.post(
        client.id,
        EntryKind.credit_note if corrects else EntryKind.invoice,
        gross,
        currency,
        f"{invoice.kind.capitalize()} {invoice.code}",
        on=on,
        by=by,
        enrolment_id=invoice.enrolment_id,
        invoice_id=about.id,
    )
    if corrects:
        account.free_what_is_over(corrects, on=on, by=by)
    said = f"{invoice.kind.capitalize()} {invoice.code} issued"
    record(
        f"invoice.{'credited' if corrects else 'issued'}", said, by=by, client=client, subject=f"invoice {invoice.id}"
    )
    return invoice


def seller() -> dict[str, Any]:
    """Who sells, as it stands on an invoice of today."""
    studio, trade = the_studio(), the_trade()
    if studio is None:
        raise RuntimeError("Only a studio sells")
    return {
        "name": trade.legal_name or studio.name,
        "address": studio.address,
        "phone": studio.phone,
        "email": studio.email,
        "tax_number": trade.tax_number,
        "pay_to": trade.pay_to,
        "note": trade.invoice_note,
    }


def _next(year: int) -> int:
    """The next number of a year. The row is held, so two cannot take the same, and a failed write gives it back."""
    mine = select(InvoiceYear).where(InvoiceYear.year == year).with_for_update()
    counter = db.session.scalar(mine)
    if counter is None:
        try:
            with db.session.begin_nested():  # on a server that writes side by side another may make it first
                db.session.add(InvoiceYear(year=year, last=0))
        except IntegrityError:
            pass
        counter = db.session.scalars(mine).one()
    counter.last += 1
    db.session.flush()
    return counter.last
