"""A letter back to whoever referred a client: what was seen, what became of it, and what we ask; on one page."""

from dataclasses import dataclass
from datetime import date

from studio.sheets.shared import Paper, StudioCard


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRow:
    """A finding or a measure on one side: what it was at each screen, and how the change reads."""

    name: str
    side: str
    """“left”, “right”, “both”; empty in the midline. Always the client's own."""
    values: tuple[str, ...]
    change: str = ""
    """Empty with a single screen."""
    unchanged: bool = False
    """The same at every screen: it gives way first when the page is full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of the account: “Symptoms”, “Programme”."""

    label: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSheet:
    """One letter as printed; texts that are empty are left out.

    Fields: programming reference, forms.letter_back.
    """

    studio: StudioCard
    recipient: str
    """“Alex Rivera, PT · Lakeside Physical Therapy · fax 555-0178”."""
    coach: str = ""
    """Who signs; nobody signs what is sent by itself."""
    credentials: tuple[str, ...] = ()
    written: date
    about: str
    """“M. S. (your referral of 28 Oct 2026, our reference 7K3M-9QXP)”."""
    heading: str
    lead: str
    """Thanks and the reason."""
    short: str = ""
    """The letter in one sentence."""
    steps: tuple[str, ...] = ()
    """What happens next, where that is all there is to say."""
    days: tuple[str, ...] = ()
    """The screens, a column each: “3 Nov”."""
    findings: tuple[LetterRow, ...] = ()
    graded: str = ""
    """How the grades were made and compared."""
    measures: tuple[LetterRow, ...] = ()
    facts: tuple[Fact, ...] = ()
    questions: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    """The boxes of the reply; without any there is nothing to send back."""
    note: str = ""
    plan: str = ""
    released: str = ""
    """Who read it and who let it go."""
    consent: str = ""
    """“Sent with the client's consent of 3 Nov 2026 (C-12).”"""
    version: int = 1
    paper: Paper = "A4"
    lang: str = "en"
