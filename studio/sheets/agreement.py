"""What was agreed at a sale, in plain words, and how it was signed."""

from dataclasses import dataclass
from datetime import date

from studio.sheets.consent import Stroke
from studio.sheets.shared import Paper, PrintSize, StudioCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that holds: “Cancelling”, and what it means."""

    title: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A line of the price."""

    words: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part that is to be paid, and the day it is due."""

    due: date
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSheet:
    """An agreement; amounts are in words. Without `signed` it is still to be signed, on the tablet or with a pen.

    `sentence` is what the law asks for, printed in `sentence_points` right above the signature.
    """

    studio: StudioCard
    seller: str
    client: str
    code: str
    made: date
    name: str
    what: str
    included: tuple[str, ...]
    starts: date
    ends: date
    last: date
    expiry: str
    prices: tuple[Amount, ...]
    total: str
    tax: str
    parts: tuple[Part, ...]
    rules: tuple[Rule, ...]
    cancel: str
    how_to_cancel: str
    sentence: str = ""
    sentence_points: int = 14
    coach: str = ""
    signer: str = ""
    signed: date | None = None
    signed_time: str = ""
    signed_on_paper: bool = False
    taken_by: str = ""
    strokes: tuple[Stroke, ...] = ()
    size: PrintSize = 12
    paper: Paper = "A4"
    lang: str = "en"
