"""The receipt of a payment, or of money given back; every amount is already in words."""

from dataclasses import dataclass
from datetime import date

from studio.sheets.shared import Paper, PrintSize, StudioCard


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidLine:
    """What a part of the money was for, and what is open of that now (empty for the account)."""

    words: str
    amount: str
    open: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageLine:
    """A package of the client: “15 of 24 sessions left”, and its line as it stands on every page."""

    name: str
    left: str
    clock: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptSheet:
    """One payment as it stood when the receipt was printed first."""

    studio: StudioCard
    number: str
    client: str
    received: date
    amount: str
    method: str
    reference: str = ""
    back: bool = False
    """Money that went back to the client."""
    lines: tuple[PaidLine, ...] = ()
    on_account: str = ""
    still_open: str = ""
    """All that the client owes after it; empty when that is nothing."""
    packages: tuple[PackageLine, ...] = ()
    taken_by: str = ""
    tax_number: str = ""
    duplicate: date | None = None
    size: PrintSize = 12
    paper: Paper = "A4"
    lang: str = "en"

    @property
    def title(self) -> str:
        return "Money given back" if self.back else "Receipt"
