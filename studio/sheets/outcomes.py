"""What became of referrals, in numbers that can be shared."""

from dataclasses import dataclass
from datetime import date

from studio.sheets.shared import Paper, StudioCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number in words, since a small one is not told; `share` of the whole from 0 to 1 where it may be told."""

    label: str
    words: str
    share: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeSheet:
    """The summary of one year, for the whole studio or for one therapist; `why_not` says why there are no numbers."""

    studio: StudioCard
    written: date
    year: int
    until: date
    """The last day that is counted."""
    therapist: str = ""
    why_not: str = ""
    way: tuple[Figure, ...] = ()
    findings_of: str = ""
    """“38 findings of 12 clients with a later screen”; empty while there are too few of them."""
    findings: tuple[Figure, ...] = ()
    facts: tuple[Figure, ...] = ()
    notes: tuple[str, ...] = ()
    paper: Paper = "A4"
    lang: str = "en"
