"""The findings report: what we saw, in the client's words, on one page."""

from dataclasses import dataclass
from datetime import date

from studio.sheets.safety import nothing_seen, pain_sentence, what_this_is_not
from studio.sheets.shared import Paper, Side, StudioCard


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityCard:
    """One of the two findings that matter most; the three texts read on as one sentence."""

    title: str
    """“Your left knee moves in”."""
    we_saw: str
    """“your left knee go inside your foot in 5 of 5 squats.”"""
    it_may_be: str
    """“that the inner thigh is working too hard.”"""
    we_will: str
    """“wake up the side of the hip, then practise on one leg.”"""
    saw: str = ""
    """What it looked like in a few words, under the sign for “what we saw”: “Knee inside the foot”."""
    want: str = ""
    """The clean picture of the same place, under “what we want”: “Knee over the second toe”."""
    side: Side = ""
    compensation: str = ""
    """Catalogue id: finds the picture, is never printed."""
    severity: int = 2
    """1 mild, 2 marked: how far the picture goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleNote:
    """One muscle by its common name, with the client's side."""

    name: str
    side: Side = ""
    muscle: str = ""
    """Catalogue id: finds its place on the body map, is never printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanBlock:
    """A block of the programme; `share` is the corrective part of a session in per cent."""

    name: str
    first_week: int
    last_week: int
    share: int
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainStop:
    """A test that was stopped because something hurt."""

    area: str
    """“your left knee”."""
    test: str
    """“the overhead squat”."""
    other_areas: str = ""
    """What can be worked on meanwhile: “your ankles and upper back”."""

    @property
    def sentence(self) -> str:
        """The scope-safe sentence."""
        return pain_sentence(self.area, self.test, self.other_areas)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsSheet:
    """One completed assessment as the client reads it; whatever is None or empty is left out."""

    studio: StudioCard
    client_first: str
    client_full: str
    assessed: date
    """The day of the assessment."""
    coach: str
    what_we_did: str
    coach_credential: str = ""
    version: int = 1
    lang: str = "en"
    paper: Paper = "A4"
    anything_hurt: str = ""
    """“Nothing hurt, so we finished every test.”"""
    pain_stop: PainStop | None = None
    cards: tuple[PriorityCard, ...] = ()
    """At most two, the most important first."""
    also_seen: tuple[str, ...] = ()
    measured: tuple[str, ...] = ()
    """“how far the arm lifts: left 150° (our mark is 160° or more), right 170°”."""
    measured_advice: str = ""
    """What a measure asks for: a check with a health professional."""
    overactive: tuple[MuscleNote, ...] = ()
    underactive: tuple[MuscleNote, ...] = ()
    plan: tuple[PlanBlock, ...] = ()
    rescreen_weeks: tuple[int, ...] = (6, 12)
    today_week: int | None = 0
    """Where the plan stands on this day; None where the chart has no place to say it."""
    home_days: int = 0
    home_minutes: str = ""
    """“12 to 15”."""

    @property
    def nothing_seen(self) -> str:
        """What stands in place of the cards when there is no finding."""
        return nothing_seen(stopped=self.pain_stop is not None)

    @property
    def what_this_is_not(self) -> str:
        """The sentence that keeps the report inside the scope of practice."""
        return what_this_is_not()
