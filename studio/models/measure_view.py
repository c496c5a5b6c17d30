"""What was measured in an assessment, in lines: values, what they say by which rule, the sides, what is not known."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..ces.case import Case, Client, Measure
from ..ces.measured import Measured, measured
from ..ces.measures import MeasureKind
from ..ces.screening import Verdict, screen
from ..ces.sides import OneSide
from ..ces.units import LengthUnit
from .board_words import area_words
from .fields import UNSTATED, Answers
from .measure_fields import NOT_TESTED, PAIN, measures_of, trials, used_arms
from .measure_words import headline, rule_words, shown, unit_words, value_words
from .tables import shipped


@dataclass(frozen=True, slots=True)
class SideLine:
    """One side, or the whole body: its value, how it came about, and what it says. `tone` is care, fine or plain."""

    side: str
    value: str
    made_of: str
    says: str
    rule: str
    tone: str

    @property
    def reasons(self) -> str:
        """How it came about and by which rule it is judged, as one text."""
        return ". ".join(part[:1].upper() + part[1:] for part in (self.made_of, self.rule) if part)


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure; `state` says why it has no values: “not tested”, “stopped for pain: left knee”."""

    id: str
    label: str
    state: str
    sides: tuple[SideLine, ...]
    difference: str
    refer: bool
    way: str

    @property
    def tone(self) -> str:
        tones = [one.tone for one in self.sides]
        return "care" if "care" in tones else "fine" if "fine" in tones else "plain"


def measure_lines(answers: Answers, person: Client, unit: LengthUnit = "cm") -> tuple[MeasureLine, ...]:
    """Every measure that was taken or said to be not tested, in the order of the catalogue."""
    cat = shipped()
    found = measures_of(answers)
    book = measured(Case(client=person, measures=found), cat)
    verdicts = {(one.measure, one.side): one for one in screen(book)}
    return tuple(_lines(answers, {(one.measure, one.side): one for one in found}, verdicts, book, unit))


def _lines(
    answers: Answers,
    found: dict[tuple[str, OneSide | None], Measure],
    verdicts: dict[tuple[str, OneSide | None], Verdict],
    book: Measured,
    unit: LengthUnit,
) -> Iterator[MeasureLine]:
    for kind in shipped().measures.values():
        sides = [side for side in kind.sides if (kind.id, side) in found]
        state = state_of(kind, answers)
        if sides or state:
            yield MeasureLine(
                id=kind.id,
                label=kind.label,
                state=state,
                sides=tuple(
                    _side(kind, side, found[kind.id, side], verdicts[kind.id, side], answers, book, unit)
                    for side in sides
                ),
                difference=_difference(kind, book, unit),
                refer=any(verdicts[kind.id, side].refer for side in sides),
                way=answers.get(f"m:{kind.id}:way", UNSTATED).value,
            )


def state_of(kind: MeasureKind, answers: Answers) -> str:
    """Why it gives no value, in words; "" when nothing keeps it from giving one."""
    if pain := answers.get(f"pain:{kind.id}", UNSTATED).value:
        return f"Stopped for pain: {area_words(pain, shipped())}"
    if kind.id == PAIN:
        sore = [one.value for name, one in answers.items() if name.startswith(f"pain:{PAIN}:") and one.value]
        return "; ".join(f"{area_words(one, shipped())}{_rating(one)}" for one in sore)
    return "Not tested" if answers.get(f"m:{kind.id}", UNSTATED).value == NOT_TESTED else ""


def _rating(pain: str) -> str:
    rating = pain.rpartition(".")[2]
    return f", {rating} of 10" if rating.isdigit() else ""


def _side(
    kind: MeasureKind,
    side: OneSide | None,
    found: Measure,
    verdict: Verdict,
    answers: Answers,
    book: Measured,
    unit: LengthUnit,
) -> SideLine:
    return SideLine(
        side=side or "",
        value=_value(kind, found, unit),
        made_of=_made_of(kind, side, answers, unit),
        says=headline(verdict, kind, book.age, book.sex),
        rule=rule_words(verdict, kind, unit),
        tone={"at_risk": "care", "below_norm": "care", None: "plain"}.get(
            verdict.verdict, "plain" if verdict.band and verdict.reached else "fine"
        ),
    )


def _value(kind: MeasureKind, found: Measure, unit: LengthUnit) -> str:
    if found.used_arms:
        return value_words(kind, (0,), unit)
    return value_words(kind, found.values, unit) if found.values else ""


def _made_of(kind: MeasureKind, side: OneSide | None, answers: Answers, unit: LengthUnit) -> str:
    """“best of 9, 9.5 and 8 cm, one trial to go”; “sum of the two turns”."""
    if kind.take.sum_of:
        return "the two turns added up"
    if used_arms(kind, side, answers):
        return "the arms were used, so it counts as 0"
    if kind.take.trials == 1:
        return ""
    done = trials(kind, side, answers)
    said = ", ".join(shown(kind, value, unit) for value in done.values())
    left = kind.take.trials - len(done)
    missing = f", {left} of {kind.take.trials} not taken" if left else ""
    return f"{kind.take.use} of {said}{unit_words(kind, unit)}{missing}" if len(done) > 1 else missing.lstrip(", ")


def _difference(kind: MeasureKind, book: Measured, unit: LengthUnit) -> str:
    """“Left 2.5 cm less than right: worth a note, from 2 cm on”."""
    apart = book.difference(kind.id) if kind.sided else None
    if apart is None:
        return ""
    if apart == 0:
        return "Left and right alike"
    words = f"{shown(kind, abs(apart), unit)}{unit_words(kind, unit)}"
    said = f"Left {words} {'less' if apart < 0 else 'more'} than right"
    if kind.asymmetry is None:
        return f"{said}. No limit is known"
    limit = f"{shown(kind, kind.asymmetry, unit)}{unit_words(kind, unit)}"
    return f"{said}: {'note it' if book.asymmetric(kind.id) else 'within what is usual'}, the limit is {limit}"
