"""Invoices and receipts as they stand on paper on a day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, cast

from sqlalchemy import select

from ...extensions import db
from ...money import in_words, rate_in_words
from ...sheets import PrintSize
from ...sheets.dates import MONTHS
from ...sheets.invoice import InvoiceSheet, Item, PartLine, TaxSum
from ...sheets.receipt import PackageLine, PaidLine, ReceiptSheet
from ...sheets.shared import Paper as PaperSize
from ...sheets.shared import StudioCard
from ..clients import Client
from ..sales.enrolment_line import lines_of
from ..sales.enrolments import Enrolment, State
from ..sheets_home import studio_card
from ..studios import Studio
from .balances import by_kind, open_of, owed_by
from .due import Part, parts_of
from .invoices import Invoice, InvoiceKind
from .ledger import Entry, EntryKind, Payment
from .trade import the_trade

MOST_PACKAGES = 3


def invoice_sheet(invoice: Invoice, studio: Studio, on: date) -> InvoiceSheet:
    """An invoice or credit note, with what is paid of it by a day."""
    corrected = db.session.get(Invoice, invoice.corrects_id) if invoice.corrects_id else None
    parts = parts_of(invoice) if invoice.kind is InvoiceKind.invoice else []
    taxed = any(one["rate"] for one in invoice.lines)
    open_ = sum(part.open for part in parts)
    sums = by_kind(invoice.id) if parts else {}
    credited, given_up = -sums.get(EntryKind.credit_note, 0), -sums.get(EntryKind.write_off, 0)
    paid = invoice.gross - credited - given_up - open_ if parts else 0

    def words(amount: int) -> str:
        return in_words(amount, invoice.currency)

    seller = cast(Mapping[str, str], invoice.seller)
    return InvoiceSheet(
        studio=_card(studio, seller),
        code=invoice.code,
        issued=invoice.issued_on,
        buyer=invoice.buyer.get("name") or invoice.client.name,
        items=tuple(_item(one, invoice.currency, taxed=taxed) for one in invoice.lines),
        gross=words(invoice.gross),
        net=words(invoice.net) if taxed else "",
        tax=words(invoice.tax) if taxed else "",
        taxes=tuple(_taxes(invoice.lines, invoice.currency)) if taxed else (),
        seller=seller.get("name", "") if seller.get("name") != studio.name else "",
        tax_number=seller.get("tax_number", ""),
        due=parts[-1].due_on if len(parts) == 1 and open_ else None,
        corrects=f"invoice {corrected.code} of {_day(corrected.issued_on)}" if corrected else "",
        parts=tuple(_part(part, invoice.currency, done="settled" if credited or given_up else "paid") for part in parts)
        if len(parts) > 1
        else (),
        credited=words(credited) if credited else "",
        given_up=words(given_up) if given_up else "",
        paid=words(paid) if paid else "",
        open=words(open_) if open_ else "",
        as_of=on if paid else None,
        pay_to=seller.get("pay_to", "") if open_ else "",
        note=invoice.note,
        small_print=seller.get("note", ""),
        size=_size(invoice.client),
        paper=cast(PaperSize, studio.paper),
    )


def receipt_sheet(payment: Payment, client: Client, studio: Studio, on: date) -> ReceiptSheet:
    """A payment with what it was for, and the sessions that are left on a day."""
    rows = list(db.session.scalars(select(Entry).where(Entry.payment_id == payment.id).order_by(Entry.id)))
    invoices = {one.id: one for one in _invoices(row.invoice_id for row in rows if row.invoice_id)}
    still = open_of(invoices)
    owed = owed_by(client.id)

    def words(amount: int) -> str:
        return in_words(amount, payment.currency)

    return ReceiptSheet(
        studio=studio_card(studio),
        number=f"R-{payment.id}",
        client=client.name,
        received=payment.received_on,
        amount=words(abs(payment.amount)),
        method=payment.method.label,
        reference=payment.reference,
        back=payment.amount < 0,
        lines=tuple(
            PaidLine(
                words=_about(invoices[row.invoice_id]) if row.invoice_id else "On account",
                amount=words(abs(row.amount)),
                open=words(still[row.invoice_id]) if row.invoice_id else "",
            )
            for row in rows
        ),
        on_account=f"{words(-owed)} to your good" if owed < 0 else "",
        still_open=f"{words(owed)} still to pay in all" if owed > 0 else "",
        packages=tuple(_packages(client.id, invoices.values(), on)),
        taken_by=payment.by.name if payment.by else "",
        tax_number=the_trade().tax_number,
        size=_size(client),
        paper=cast(PaperSize, studio.paper),
    )


def _card(studio: Studio, seller: Mapping[str, str]) -> StudioCard:
    """The studio as it was on the day of issue, under today's letterhead."""
    now = studio_card(studio)
    return StudioCard(
        name=now.name,
        address=seller.get("address") or now.address,
        phone=now.phone,
        email=seller.get("email") or now.email,
        website=now.website,
        logo=now.logo,
    )


def _item(line: Mapping[str, Any], currency: str, *, taxed: bool) -> Item:
    return Item(
        words=line["words"],
        count=str(line["count"]),
        gross=in_words(line["gross"], currency),
        net=in_words(line["net"], currency) if taxed else "",
        rate=rate_in_words(line["rate"]) if taxed else "",
    )


def _taxes(lines: Sequence[Mapping[str, Any]], currency: str) -> list[TaxSum]:
    def words(amount: int) -> str:
        return in_words(amount, currency)

    sums: dict[int, list[int]] = {}
    for line in lines:
        mine = sums.setdefault(line["rate"], [0, 0, 0])
        for place, name in enumerate(("net", "tax", "gross")):
            mine[place] += line[name]
    return [
        TaxSum(rate=rate_in_words(rate), **dict(zip(("net", "tax", "gross"), map(words, amounts), strict=True)))
        for rate, amounts in sorted(sums.items(), reverse=True)
    ]


def _part(part: Part, currency: str, *, done: str) -> PartLine:
    whole = part.open == part.amount
    state = done if not part.open else "open" if whole else f"{in_words(part.open, currency)} open"
    return PartLine(due=part.due_on, amount=in_words(part.amount, currency), state=state)


def _invoices(ids: Any) -> Sequence[Invoice]:
    return db.session.scalars(select(Invoice).where(Invoice.id.in_(list(ids)))).all()


def _about(invoice: Invoice) -> str:
    first = invoice.lines[0]["words"] if invoice.lines else ""
    return f"Invoice {invoice.code}: {first}" if first else f"Invoice {invoice.code}"


def _packages(client_id: int, invoices: Iterable[Invoice], on: date) -> list[PackageLine]:
    """What the money was for and what else is going on, as far as it has sessions."""
    paid = {one.enrolment_id for one in invoices if one.enrolment_id}
    mine = select(Enrolment).where(
        Enrolment.client_id == client_id, Enrolment.id.in_(paid) | (Enrolment.state == State.active)
    )
    rows = db.session.scalars(mine.order_by(Enrolment.starts_on.desc()).limit(MOST_PACKAGES)).all()
    lines = [one for one in lines_of(rows, on).values() if one.granted and one.active]
    return [
        PackageLine(name=one.name, left=f"{one.left} of {one.granted} sessions left", clock=one.words) for one in lines
    ]


def _size(client: Client) -> PrintSize:
    return cast(PrintSize, client.sheet_size or 12)


def _day(on: date) -> str:
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"
