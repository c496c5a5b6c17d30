"""A day without network: what stands for a client today, and the list of who is in the pack."""

from dataclasses import dataclass
from datetime import date

from studio.sheets.shared import Paper, StudioCard


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingSheet:
    """What a coach must know of a client before a session, as it stands on the day it is printed."""

    studio: StudioCard
    client: str
    printed: date
    start: str
    """May the client train: “Cleared”, or why not."""
    may_start: bool
    advice: tuple[str, ...] = ()
    rests: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    lapsed: tuple[str, ...] = ()
    paper: Paper = "A4"
    lang: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackLine:
    """A client in the pack: which papers, and on which of its pages."""

    client: str
    papers: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFront:
    """The front page of a day pack."""

    studio: StudioCard
    printed: date
    coach: str
    lines: tuple[PackLine, ...]
    left_out: tuple[str, ...] = ()
    paper: Paper = "A4"
    lang: str = "en"
