"""Invoices and payments that tests make: plain functions that make one and return it."""

from collections.abc import Sequence
from datetime import timedelta

from studio.models.books.invoices import Invoice
from studio.models.books.ledger import Method, Payment
from studio.models.clients import Client
from studio.models.database import write
from studio.models.studios import studio_today
from studio.operations.books import till
from studio.operations.books.invoicing import issue, line
from studio.terms.instalments import plan

from .people import Cast


def an_invoice(client: Client, amount: int = 30000, *, days: Sequence[int] = (0,), words: str = "Package") -> Invoice:
    """An invoice of today in equal parts, due on these days counted from today; negative ones are late."""
    today = studio_today()
    dues = plan(amount, today, days)
    with write():
        one = line(words, amount, 0, included=True)
        return issue(client, [one], on=min(today, dues[0].on), by=Cast().front_desk, dues=dues, currency="GBP")


def a_payment(client: Client, amount: int = 10000, method: Method = Method.card, *, days_ago: int = 0) -> Payment:
    """Money that came in at the desk."""
    on = studio_today() - timedelta(days=days_ago)
    return till.receive(client, amount, method, on=on, currency="GBP", by=Cast().front_desk)
