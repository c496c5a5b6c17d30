"""The warm-up card: what a client does at the start of a studio session, read from the floor."""

from dataclasses import dataclass
from datetime import date

from studio.sheets.safety import StopLine, stop_here
from studio.sheets.shared import Paper, Photo, Side, StudioCard


@dataclass(frozen=True, slots=True, kw_only=True)
class WarmUpLine:
    """One exercise; the dose in the fewest words, because it is printed large."""

    number: int
    name: str
    dose: str
    """“30 s × 2 each”."""
    with_coach: bool = False
    """Nothing to begin alone: a coach's hand or eye is needed."""
    position: str = ""
    posture: str = ""
    kit: tuple[str, ...] = ()
    side: Side = ""
    side_words: str = ""
    exercise: str = ""
    """Catalogue id: finds the picture, is never printed."""
    photo: Photo | None = None
    """The client's own, in place of the drawing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WarmUpPhase:
    """The lines of one phase, in the client's word for it."""

    word: str
    minutes: int
    lines: tuple[WarmUpLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WarmUpCard:
    """The studio list of a programme on one page; whatever is None or empty is left out."""

    studio: StudioCard
    client_first: str
    client_full: str
    coach: str
    printed: date
    phases: tuple[WarmUpPhase, ...]
    week: int | None = None
    weeks: int = 12
    limits: tuple[str, ...] = ()
    why_empty: str = ""
    """Said in the place of the phases when there is none."""
    paper: Paper = "A4"
    lang: str = "en"

    @property
    def minutes(self) -> int:
        """Of the whole card."""
        return sum(phase.minutes for phase in self.phases)

    @property
    def stop(self) -> StopLine:
        """When to stop, at the foot of the card."""
        return stop_here("".join(self.coach.split()[:1]))
