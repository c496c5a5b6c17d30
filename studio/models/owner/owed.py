"""What is still to be paid today, by how late it is."""

from datetime import date
from typing import Final

from ...charts import Bars, Chart, Series
from ..books.due import open_invoices
from ..books.invoices import Invoice
from .amounts import Amounts

SPANS: Final = {
    "Not yet due": 0,
    "1 to 30 days late": 30,
    "31 to 60 days late": 60,
    "61 to 90 days late": 90,
    "Later": 1_000_000,
}
"""Each up to so many days."""


def owed(on: date, currency: str, words: Amounts) -> Chart:
    """The open parts of all invoices in two statements; credit notes and payments are off."""
    parts = [part for one in open_invoices(Invoice.currency == currency) for part in one.unpaid]
    spans = [next(span for span, last in SPANS.items() if part.late(on) <= last) for part in parts]
    sums = {span: sum(part.open for part, its in zip(parts, spans, strict=True) if its == span) for span in SPANS}
    return Bars(
        id="owed",
        title="Still to be paid today",
        nothing="Everything that was invoiced is paid.",
        over="How late",
        labels=tuple(SPANS),
        series=(Series("Open", tuple(sums.values())),),
        beside=(Series("Instalments", tuple(map(spans.count, SPANS)), lambda value: f"{value:,.0f}", round),),
        **words._asdict(),
    )
