"""The home sheet: what a client takes home and sticks on the fridge."""

from collections.abc import Sized
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from studio.sheets.safety import StopLine, discomfort_key, stop_rule
from studio.sheets.shared import NOT_KEPT, Paper, Photo, PrintSize, Side, StudioCard


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeLine:
    """One exercise with its dose, in the client's words; an empty string is left out."""

    number: int
    phase: int
    """1 inhibit, 2 lengthen, 3 activate, 4 integrate."""
    phase_word: str
    """What the client reads: Loosen, Stretch, Switch on, Put it together."""
    name: str
    dose: str
    """In words: “Hold 30 seconds. Do it 2 times, each leg”."""
    cues: tuple[str, ...]
    """Two to four short sentences, in order."""
    why: str = ""
    """Follows the phase: “so your heels can stay down”."""
    flag: Literal["", "new", "harder"] = ""
    flag_note: str = ""
    """Follows the flag: “was 10”."""
    feel_it: str = ""
    not_this: str = ""
    too_hard: str = ""
    too_easy: str = ""
    position: str = ""
    """Start position: “On your back”."""
    posture: str = ""
    """The catalogue's word for it (supine, side-lying, …): finds the pictogram, is never printed."""
    kit: tuple[str, ...] = ()
    use_instead: str = ""
    """How to do without a missing item: “Use a large towel rolled firm and tied or taped.”"""
    side: Side = ""
    side_words: str = ""
    """“Left leg”, “Each leg”; needed when the side matters."""
    minutes: float = 0.0
    show_first: bool = False
    """The client has not yet shown this one correctly: the coach shows it before handing the sheet over."""
    exercise: str = ""
    """Catalogue id: finds the picture, is never printed."""
    photo: Photo | None = field(default=None, metadata=NOT_KEPT)
    """The client's own, in place of the drawing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What differs from an earlier version: line numbers of this sheet, names of what left it."""

    since_version: int
    new: tuple[int, ...] = ()
    progressed: tuple[int, ...] = ()
    stopped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeSheet:
    """One version of a home programme as the client reads it; whatever is None or empty is left out."""

    studio: StudioCard
    client_first: str
    client_full: str
    title: str
    """The programme's own name: “Steady knees”."""
    version: int
    issued: date
    """The day this version was issued."""
    coach: str
    lines: tuple[HomeLine, ...]
    days_per_week: int
    minutes: int
    coach_credential: str = ""
    lang: str = "en"
    paper: Paper = "A4"
    size: PrintSize = 12
    weekdays: tuple[int, ...] = ()
    """Chosen home days, Monday being 0; empty when the client picks the days."""
    next_session: str = ""
    """“Tue 24 Nov, 5:30 pm”."""
    next_review: date | None = None
    week: int | None = None
    """Week of the programme; None while no clock runs."""
    weeks: int = 12
    rescreen_weeks: tuple[int, ...] = (6, 12)
    first_tick_day: date | None = None
    """The Monday the tick grid starts with; None leaves the weeks undated."""
    sessions_left: int | None = None
    sessions_total: int | None = None
    limits: tuple[str, ...] = ()
    """Precautions in force, in the words the client was given."""
    changes: Changes | None = None
    you_need: tuple[str, ...] = ()
    message: str = ""
    """A few words from the coach to this client."""
    emergency_number: str = ""
    scan_to: str = ""
    """The address in the square code; empty prints none."""

    @property
    def stop_rule(self) -> tuple[StopLine, ...]:
        """The stop box of side 1; the same words at every size."""
        return stop_rule(self.studio.phone, self.emergency_number)

    @property
    def discomfort_key(self) -> tuple[StopLine, ...]:
        """What the 0 to 10 row of the tick grid asks for."""
        return discomfort_key(self.studio.phone)


def usual_size(lines: Sized) -> PrintSize:
    """Return the print size to offer first: few exercises leave room for larger type on two sides."""
    return 14 if len(lines) <= 4 else 12
