"""The studio on one page, for a therapist's wall: who we are, what we do and do not, and how a referral goes."""

from dataclasses import dataclass
from datetime import date

from studio.sheets.shared import Paper, StudioCard


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachCard:
    """Somebody who coaches, with the credentials that are valid on the day of print."""

    name: str
    credentials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardBack:
    """One thing that happens on the way; `letter` says what the sender hears then, empty for nothing."""

    title: str
    words: str
    letter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewSheet:
    """The page as printed; for everybody, or with the own code of one therapist."""

    studio: StudioCard
    written: date
    therapist: str = ""
    """“Priya Raghunathan, Harbour Street Physiotherapy”; empty on the page for everybody."""
    scan_to: str = ""
    """The address of the form; without one there is no code and nothing to type."""
    typed: str = ""
    """The same as somebody types it: “northside.example/refer/7K3M-9QXP”."""
    steps: tuple[HeardBack, ...]
    do: tuple[str, ...]
    do_not: tuple[str, ...]
    coaches: tuple[CoachCard, ...]
    urgent: tuple[str, ...]
    """How urgent matters go, a sentence each."""
    paper: Paper = "A4"
    lang: str = "en"
