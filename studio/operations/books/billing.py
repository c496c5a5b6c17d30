"""Invoices with lines of their own: what is sold beside packages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from ...models.books.invoices import Invoice
from ...models.books.trade import the_trade
from ...models.clients import Client
from ...models.database import write
from ...models.studios import studio_today
from ...models.users import User
from ...terms.instalments import Due
from .invoicing import issue, line


@dataclass(frozen=True, slots=True)
class Wanted:
    """A line as somebody types it: `each` in minor units."""

    words: str
    count: int
    each: int


def bill(
    client: Client, wanted: Sequence[Wanted], *, days: int, note: str, currency: str, by: User, key: str | None
) -> Invoice:
    """Invoice a client, at the studio's rate of tax, to be paid within so many days."""
    trade, on = the_trade(), studio_today()
    lines = [
        line(one.words, one.each * one.count, trade.tax_rate, included=trade.tax_included, count=one.count)
        for one in wanted
    ]
    due = Due(1, on + timedelta(days=days), sum(one.gross for one in lines))
    with write():
        return issue(client, lines, on=on, by=by, dues=(due,), currency=currency, note=note, key=key)
