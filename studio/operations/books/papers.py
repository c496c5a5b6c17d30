"""Invoices, credit notes and receipts on paper: the first print is kept, every other is stamped as its duplicate."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from ...clock import utcnow
from ...documents import invoice as invoice_document
from ...documents import receipt as receipt_document
from ...models.books.invoices import Invoice, InvoiceKind
from ...models.books.ledger import Payment
from ...models.books.sheets_money import invoice_sheet, receipt_sheet
from ...models.clients import Client
from ...models.database import write
from ...models.papers import Kind, Paper, invoice_paper, receipt_paper
from ...models.studios import Studio
from ...models.users import User
from ...sheets.invoice import InvoiceSheet
from ...sheets.receipt import ReceiptSheet
from ...sheets.stored import pack, unpack
from .. import logos, papers

Sheet = TypeVar("Sheet", InvoiceSheet, ReceiptSheet)


def print_invoice(invoice: Invoice, studio: Studio, on: date, *, by: User) -> tuple[Paper, bytes]:
    """The paper to hand out now: the original once, then its duplicate with the day of the print."""
    kind = Kind.invoice if invoice.kind is InvoiceKind.invoice else Kind.credit_note
    name = f"{invoice.issued_on:%Y-%m-%d}_{'invoice' if kind is Kind.invoice else 'credit-note'}_{invoice.code}.pdf"
    return _print(
        lambda: invoice_paper(invoice.id),
        lambda: invoice_sheet(invoice, studio, on),
        InvoiceSheet,
        invoice_document.render,
        {"kind": kind, "client_id": invoice.client_id, "invoice_id": invoice.id, "file_name": name},
        on,
        invoice.client,
        by,
    )


def print_receipt(payment: Payment, client: Client, studio: Studio, on: date, *, by: User) -> tuple[Paper, bytes]:
    """The same for a receipt."""
    name = f"{payment.received_on:%Y-%m-%d}_receipt_{papers.short_name(client.name)}_{payment.id}.pdf"
    return _print(
        lambda: receipt_paper(payment.id),
        lambda: receipt_sheet(payment, client, studio, on),
        ReceiptSheet,
        receipt_document.render,
        {"kind": Kind.receipt, "client_id": client.id, "payment_id": payment.id, "file_name": name},
        on,
        client,
        by,
    )


def _print(
    stored: Callable[[], Paper | None],
    said: Callable[[], Sheet],
    kind: type[Sheet],
    render: Callable[[Sheet], bytes],
    values: dict[str, Any],
    on: date,
    client: Client,
    by: User,
) -> tuple[Paper, bytes]:
    paper = stored()
    if paper is None:
        sheet = said()
        content = render(sheet)
        digest = papers.keep(content)
        with write() as session:
            paper = stored()  # two people may have asked at once
            if paper is None:
                made = {"created_at": utcnow(), "created_by_id": by.id}
                paper = Paper(**values, **made, sheet=pack(sheet), sha256=digest, size=len(content))
                session.add(paper)
    else:
        sheet = logos.put_in(unpack(kind, paper.sheet or {}))
        content = render(replace(sheet, duplicate=on))
    papers.note_printed(paper, client=client, by=by)
    return paper, content
