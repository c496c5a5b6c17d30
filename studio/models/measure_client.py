"""What was measured in the client's words: values, and our marks where there is one."""

from dataclasses import dataclass
from typing import Final

from ..ces.case import Case, Client, Measure
from ..ces.measured import measured
from ..ces.measures import MeasureKind
from ..ces.screening import Verdict, screen
from ..ces.sides import OneSide
from ..ces.units import LengthUnit
from .fields import Answers
from .measure_fields import measures_of
from .measure_words import shown, unit_words, value_words
from .tables import shipped

MOST: Final = 6
ADVICE: Final = "Some of this is worth a check with a health professional before you train."


@dataclass(frozen=True, slots=True)
class ClientWords:
    lines: tuple[str, ...] = ()
    advice: str = ""


def client_words(answers: Answers, person: Client, unit: LengthUnit) -> ClientWords:
    """What was measured, what lies beyond our marks first, and whether somebody else should look at it."""
    cat = shipped()
    taken = {(one.measure, one.side): one for one in measures_of(answers)}
    verdicts = screen(measured(Case(client=person, measures=tuple(taken.values())), cat))
    by_measure: dict[str, list[Verdict]] = {}
    for one in verdicts:
        if taken[one.measure, one.side].values:
            by_measure.setdefault(one.measure, []).append(one)
    first = sorted(by_measure, key=lambda one: not any(_beyond(verdict) for verdict in by_measure[one]))
    lines = [_line(cat.measures[one], by_measure[one], taken, unit) for one in first]
    more = len(lines) - MOST
    return ClientWords(
        lines=(*lines[:MOST], f"and {more} more") if more > 0 else tuple(lines),
        advice=ADVICE if any(one.refer for one in verdicts) else "",
    )


def _line(
    kind: MeasureKind, verdicts: list[Verdict], taken: dict[tuple[str, OneSide | None], Measure], unit: LengthUnit
) -> str:
    """“how far the arm lifts: left 150° (our mark is 160° or more), right 170°”."""
    parts = []
    for one in verdicts:
        found = taken[kind.id, one.side]
        value = value_words(kind, (0.0,) if found.used_arms else found.values, unit)
        parts.append(f"{one.side + ' ' if one.side else ''}{value}{_mark(kind, one, unit)}")
    return f"{kind.plain}: {', '.join(parts)}"


def _mark(kind: MeasureKind, verdict: Verdict, unit: LengthUnit) -> str:
    """“ (our mark is 160° or more)”, beside a value that lies beyond it."""
    if not _beyond(verdict) or verdict.band is None:
        return ""
    number = f"{shown(kind, verdict.band.value, unit)}{unit_words(kind, unit)}"
    limit = {
        "<": f"{number} or more",
        "<=": f"more than {number}",
        ">": f"{number} or less",
        ">=": f"less than {number}",
    }
    where = f" in position {verdict.band.stage}" if verdict.band.stage else ""
    return f" (our mark is {limit[verdict.band.op]}{where})"


def _beyond(verdict: Verdict) -> bool:
    return verdict.verdict in ("at_risk", "below_norm")
