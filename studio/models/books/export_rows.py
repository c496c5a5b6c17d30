"""The rows of the files for the accountant, read a piece at a time: the ledger, the invoices, the payments.

Without names a client is a number, and words that people typed are left out too, for a name may stand in them.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Executable, select

from ...clock import local
from ...extensions import db
from ...money import plain, rate_in_words
from ..clients import Client
from ..users import user_names
from .invoices import Invoice
from .ledger import Entry, Method, Payment
from .statement import Books, Statement, by_rate

Rows = Iterator[list[object]]
PIECE = 1000
BY_PROVIDER = "the provider"


def ledger_rows(first: date, last: date, *, names: bool, zone: str) -> Rows:
    """Every row between two days by its day, then as they were written. Positive amounts are owed by clients."""
    yield ["Row", "Date", "Written", "Kind", "Client number", *_if(names, "Client"), "Invoice", "Payment", "Amount",
           "Currency", "Takes back row", "By", *_if(names, "Why")]  # fmt: skip
    users = user_names()
    rows = select(
        Entry.id, Entry.on, Entry.at, Entry.kind, Entry.client_id, Entry.payment_id, Entry.amount, Entry.currency,
        Entry.reverses_id, Entry.by_id, Entry.why, Invoice.year, Invoice.number, Client.name,
    ).join(Client, Client.id == Entry.client_id).outerjoin(Invoice, Invoice.id == Entry.invoice_id)  # fmt: skip
    for row in _each(rows.where(Entry.on.between(first, last)).order_by(Entry.on, Entry.id)):
        yield [row.id, row.on, f"{local(row.at, zone):%Y-%m-%d %H:%M}", row.kind.value, row.client_id,
               *_if(names, row.name), _code(row), row.payment_id, _amount(row), row.currency, row.reverses_id,
               users.get(row.by_id, BY_PROVIDER), *_if(names, row.why)]  # fmt: skip


def invoice_rows(first: date, last: date, *, names: bool, zone: str) -> Rows:
    """Every invoice and credit note by its number, a row for each rate of tax in it."""
    yield ["Invoice", "Kind", "Date", "Due", "Client number", *_if(names, "Client"), "Corrects", "Tax rate", "Net",
           "Tax", "Gross", "Currency"]  # fmt: skip
    corrected = Invoice.__table__.alias()
    rows = select(
        Invoice.year, Invoice.number, Invoice.kind, Invoice.issued_on, Invoice.due_on, Invoice.client_id, Invoice.buyer,
        Invoice.lines, Invoice.net, Invoice.tax, Invoice.gross, Invoice.currency,
        corrected.c.year.label("of_year"), corrected.c.number.label("of_number"),
    ).outerjoin(corrected, corrected.c.id == Invoice.corrects_id)  # fmt: skip
    for row in _each(rows.where(Invoice.issued_on.between(first, last)).order_by(Invoice.year, Invoice.number)):
        of = f"{row.of_year}-{row.of_number:04d}" if row.of_number else ""
        for part in by_rate(row.lines, row.net, row.tax, row.gross):
            amounts = [Decimal(plain(one, row.currency)) for one in (part.net, part.tax, part.gross)]
            yield [_code(row), row.kind.value, row.issued_on, row.due_on, row.client_id,
                   *_if(names, row.buyer.get("name", "")), of, _rate(part.rate), *amounts, row.currency]  # fmt: skip


def payment_rows(first: date, last: date, *, names: bool, zone: str) -> Rows:
    """Every payment by its day; negative amounts went back. A provider's own reference stands there in any case."""
    yield ["Payment", "Date", "Written", "Method", "Client number", *_if(names, "Client"), "Amount", "Currency",
           "Takes back payment", "By", "Reference", *_if(names, "Note")]  # fmt: skip
    users = user_names()
    rows = select(
        Payment.id, Payment.received_on, Payment.at, Payment.method, Payment.client_id, Payment.amount,
        Payment.currency, Payment.reverses_id, Payment.by_id, Payment.reference, Payment.note, Client.name,
    ).join(Client, Client.id == Payment.client_id)  # fmt: skip
    for row in _each(rows.where(Payment.received_on.between(first, last)).order_by(Payment.received_on, Payment.id)):
        said = row.reference if names or row.method is Method.link else ""
        yield [row.id, row.received_on, f"{local(row.at, zone):%Y-%m-%d %H:%M}", row.method.label, row.client_id,
               *_if(names, row.name), _amount(row), row.currency, row.reverses_id, users.get(row.by_id, BY_PROVIDER),
               said, *_if(names, row.note)]  # fmt: skip


def totals_rows(found: Books, currency: str) -> Rows:
    """What the page shows, as a file."""
    yield ["What", "Of", "Currency", "Amount", "Rows"]
    for one in found.statements:
        yield from _totals(one)
    for left in found.deferred:
        amount = Decimal(plain(left.amount, currency))
        yield ["Sold, not delivered (net)", left.package, currency, amount, left.enrolments]


def _totals(one: Statement) -> Rows:
    def amount(value: int) -> Decimal:
        return Decimal(plain(value, one.currency))

    yield ["Owed by clients before", "", one.currency, amount(one.opening), ""]
    for kind, moved in one.moves.items():
        yield ["Ledger", kind.value, one.currency, amount(moved), ""]
    yield ["Owed by clients after", "", one.currency, amount(one.closing), one.rows]
    for part in one.taxed:
        for word, value in (("net", part.net), ("tax", part.tax), ("gross", part.gross)):
            yield [f"Invoiced, {word}", _rate(part.rate), one.currency, amount(value), ""]
    for taken in one.taken:
        yield ["Received", taken.method.label, one.currency, amount(taken.came), taken.rows]
        yield ["Given back", taken.method.label, one.currency, amount(taken.went), ""]


def _each(query: Executable) -> Iterator[Any]:
    return iter(db.session.execute(query.execution_options(yield_per=PIECE)))


def _if(names: bool, word: object) -> list[object]:
    return [word] if names else []


def _amount(row: Any) -> Decimal:
    """A number, not a text: a text with a minus would be taken for a formula."""
    return Decimal(plain(row.amount, row.currency))


def _code(row: Any) -> str:
    return f"{row.year}-{row.number:04d}" if row.number else ""


def _rate(rate: int | None) -> str:
    return "" if rate is None else rate_in_words(rate)
