"""The page of the measures: which ones, in which order, and what stands for each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..ces.batteries import MEASURES
from ..ces.case import Client
from ..ces.measures import MeasureKind
from ..ces.sides import OneSide
from ..ces.units import LengthUnit, to_inches
from .assessments import Assessment
from .board import NOTHING, held_by
from .fields import UNRATED, UNSTATED, Answers, is_finding, pains_of
from .measure_fields import NOT_TESTED, PAIN, decimals, field, trials
from .measure_words import shown, unit_words
from .tables import shipped

OLDER = 65
OLDER_FIRST = ("stay_independent", "tug_s", "chair_stand_30s", "four_stage_balance")
"""From 65 on these come first (assessment reference, safety)."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one number: as it is kept, and as it is shown."""

    field: str
    name: str
    value: str
    shown: str


@dataclass(frozen=True, slots=True)
class Column:
    """The slots of one side, or of the whole body."""

    side: OneSide | None
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One measure as it stands; `state` is open, found (something taken), skipped or pain."""

    kind: MeasureKind
    columns: tuple[Column, ...]
    unit: str
    decimals: int
    way: str
    questions: tuple[tuple[str, str, str], ...]
    used_arms: bool
    sore: tuple[str, ...]
    state: str
    words: str
    caution: str

    @property
    def usual(self) -> str:
        """“1 to 20”, in the unit the coach works in."""
        low, high = (shown(self.kind, value, self.reads) for value in self.kind.plausible)
        return f"{low} to {high}{unit_words(self.kind, self.reads)}"

    @property
    def reads(self) -> LengthUnit:
        return "in" if self.unit == "in" else "cm"

    @property
    def suffix(self) -> str:
        """The unit behind a number, with its space."""
        return unit_words(self.kind, self.reads)


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class MeasuresPage:
    """Every measure there is; `more` are the ones nothing asks for."""

    groups: tuple[Group, ...]
    more: tuple[Sheet, ...]

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        return (*(sheet for group in self.groups for sheet in group.sheets), *self.more)

    def at_once(self, shown: Sheet) -> tuple[Sheet, ...]:
        """What the page brings along: what stands in the list by itself, and the one that is shown."""
        listed = tuple(sheet for group in self.groups for sheet in group.sheets)
        return listed if shown in listed else (*listed, shown)

    def later(self, shown: Sheet) -> tuple[Sheet, ...]:
        """The others, which come once the page stands."""
        return tuple(sheet for sheet in self.more if sheet != shown)

    def sheet(self, measure: str | None) -> Sheet:
        """The one asked for, or the first that is still open."""
        asked = [one for one in self.sheets if one.kind.id == measure]
        still_open = [one for one in self.sheets if one.state == "open"]
        return next(iter((*asked, *still_open)), self.sheets[0])


def measures_page(
    assessment: Assessment,
    person: Client,
    unit: LengthUnit,
    planned: Iterable[str],
    resting: Mapping[str, str] = NOTHING,
) -> MeasuresPage:
    """What is planned or taken comes first, then what would confirm what was seen, then all others.

    `resting` says by region what is not cleared; what hurt in any test of this assessment is left alone as well.
    """
    answers = measure_answers_of(assessment)
    hurt = [
        f"{pain.region}.{pain.side or 'mid'}.{UNRATED}"
        for one in assessment.recordings
        for pain in pains_of(one.stated)
        if pain.hurts
    ]
    held = held_by(hurt, resting)
    sheets = {
        kind.id: _sheet(kind, answers, person, unit, held.get(kind.region, ""))
        for kind in shipped().measures.values()
        if kind.take.tool != "sum"
    }
    older = OLDER_FIRST if person.age is not None and person.age >= OLDER else ()
    taken = [one for one in sheets if sheets[one].state != "open"]
    groups, seen = [], set[str]()
    for title, ids in (
        ("To measure", [*older, *planned, *taken]),
        ("Would confirm what was seen", _confirming(assessment)),
    ):
        fresh = [one for one in dict.fromkeys(ids) if one in sheets and one not in seen]
        seen |= set(fresh)
        if fresh:
            groups.append(Group(title, tuple(sheets[one] for one in fresh)))
    return MeasuresPage(tuple(groups), tuple(sheet for name, sheet in sheets.items() if name not in seen))


def measure_answers_of(assessment: Assessment) -> Answers:
    """What was stated about the measures of an assessment so far."""
    recording = assessment.recording(MEASURES)
    return recording.stated if recording else {}


def _confirming(assessment: Assessment) -> Iterator[str]:
    """The measures that confirm what was seen in the tests so far, in the order of the tests."""
    cat = shipped()
    for recording in assessment.recordings:
        for name, said in recording.stated.items():
            if name.startswith("f:") and is_finding(said.value):
                yield from cat.compensations[f"{recording.protocol}.{name.split(':')[1]}"].confirm_with


def _sheet(kind: MeasureKind, answers: Answers, person: Client, unit: LengthUnit, rests: str) -> Sheet:
    def said(name: str) -> str:
        return answers.get(name, UNSTATED).value

    pain = f"pain:{kind.id}"
    sore = tuple(name for name in answers if name.split(":")[:2] == pain.split(":") and said(name))
    taken = [len(trials(kind, side, answers)) for side in kind.sides]
    questions = tuple((one, text, said(field(kind, None, one))) for one, text in kind.key_questions.items())
    if sore and kind.id != PAIN:
        state, words = "pain", "pain"
    elif said(f"m:{kind.id}") == NOT_TESTED:
        state, words = "skipped", "not tested"
    elif any(taken) or sore or any(value for _, _, value in questions):
        whole = all(number == kind.places or kind.stages > 1 for number in taken)
        state, words = "found", "taken" if whole else f"{sum(taken)} of {kind.places * len(taken)} taken"
    else:
        state, words = "open", "to do"
    asked_only = bool(kind.key_questions) or kind.id == PAIN
    too_old = kind.take.skip_from_age is not None and (person.age or 0) >= kind.take.skip_from_age
    return Sheet(
        kind=kind,
        columns=tuple(_column(kind, side, answers, unit) for side in kind.sides),
        unit=unit if kind.unit == "cm" else "",
        decimals=decimals(kind),
        way=said(f"m:{kind.id}:way"),
        questions=questions,
        used_arms=said(field(kind, None, "arms")) != "",
        sore=sore,
        state=state,
        words=words,
        caution=f"Left out from {kind.take.skip_from_age} years on: it is not for people who may fall."
        if too_old
        else f"{rests[0].upper()}{rests[1:]}. No test of it: leave this measure out."
        if rests and not asked_only
        else "",
    )


def _column(kind: MeasureKind, side: OneSide | None, answers: Answers, unit: LengthUnit) -> Column:
    slots = []
    for n in range(1, kind.places + 1):
        value = answers.get(field(kind, side, n), UNSTATED).value
        text = f"{to_inches(Decimal(value)):f}" if value and kind.unit == "cm" and unit == "in" else value
        name = f"Position {n}" if kind.stages > 1 else f"Trial {n}" if kind.places > 1 else ""
        slots.append(Slot(field(kind, side, n), name, value, text))
    return Column(side, tuple(slots))
