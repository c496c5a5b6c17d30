"""A quote: one or two things off the price list side by side, with all they come to. Amounts are minor units."""

from dataclasses import dataclass
from datetime import date

from studio.money import share
from studio.sheets.shared import Paper, PrintSize, StudioCard
from studio.terms.terms import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteStep:
    """One line of the sum with its tax: the price, or something taken off it (negative)."""

    words: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotePart:
    """One payment, if it starts on the quote's day."""

    on: date
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing as it was offered, frozen with the quote. `discount` is thousandths of a percent of the list price."""

    version_id: int
    terms: Terms
    discount: int
    why: str
    full: bool
    """Paid in full, or in the parts of its plan?"""
    starts_on: date
    steps: tuple[QuoteStep, ...]
    fee_credit: int
    net: int
    tax: int
    gross: int
    parts: tuple[QuotePart, ...]
    last_on: date
    """The last day on which a session can be used, if nothing is frozen."""

    @property
    def per_session(self) -> int:
        return share(self.gross, 1, self.terms.sessions or 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteColumn:
    """One choice as it is printed, in the reader's words; empty lines are left out where no column has any."""

    name: str
    what: str
    price: tuple[str, ...]
    """The list price and what was taken off; empty where nothing was."""
    why: str
    total: str
    paid: tuple[str, ...]
    tax: str
    each: str
    used: str
    cancel: str
    mind: str
    included: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRule:
    """What holds when something comes in between."""

    title: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteSheet:
    """The quote as it is printed for a client."""

    studio: StudioCard
    client: str
    code: str
    """“Q-12”."""
    made: date
    valid_until: date
    by: str
    columns: tuple[QuoteColumn, ...]
    rules: tuple[QuoteRule, ...] = ()
    note: str = ""
    size: PrintSize = 12
    paper: Paper = "A4"
    lang: str = "en"
