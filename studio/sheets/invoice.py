"""An invoice, or the credit note that corrects one, as it stands on paper; every amount is already in words."""

from dataclasses import dataclass
from datetime import date

from studio.sheets.shared import Paper, PrintSize, StudioCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line. `net` and `rate` are empty on an invoice without tax."""

    words: str
    count: str
    gross: str
    net: str = ""
    rate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxSum:
    """What is taxed at one rate."""

    rate: str
    net: str
    tax: str
    gross: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLine:
    """One instalment and how it stands: “paid”, “$760.00 open”."""

    due: date
    amount: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceSheet:
    """`code` is its number, “2026-0042”; what is empty is left out. `as_of` is the day of “paid” and “open”."""

    studio: StudioCard
    code: str
    issued: date
    buyer: str
    items: tuple[Item, ...]
    gross: str
    net: str = ""
    tax: str = ""
    taxes: tuple[TaxSum, ...] = ()
    seller: str = ""
    """The name to sell under, where it is another than the studio's."""
    tax_number: str = ""
    due: date | None = None
    corrects: str = ""
    """“invoice 2026-0041 of 3 October 2026”: this is its credit note."""
    parts: tuple[PartLine, ...] = ()
    credited: str = ""
    """What credit notes took back."""
    given_up: str = ""
    """What is no longer asked for."""
    paid: str = ""
    open: str = ""
    as_of: date | None = None
    pay_to: str = ""
    note: str = ""
    """About this invoice."""
    small_print: str = ""
    """What the studio says on every invoice."""
    duplicate: date | None = None
    """Printed again on this day: the first print is the original."""
    size: PrintSize = 12
    paper: Paper = "A4"
    lang: str = "en"

    @property
    def title(self) -> str:
        return "Credit note" if self.corrects else "Invoice"
