"""The fields of the measures of an assessment, and what they come to.

    m:<measure>:<left|right|mid>:<n>    trial or stage n in the unit of the catalogue, as short as it goes ("9.5")
    m:<measure>:<side>:arms             "yes": the arms were used
    m:<measure>:mid:<question>          "yes" or "no": a key question
    m:<measure>:way                     how it was taken, where the forms must not be mixed ("passive")
    m:<measure>                         "not_tested"
    pain:<measure>                      region.side.rating of what hurt meanwhile
    pain:pain_nprs:<region>             the same, when pain was asked for by itself

"" opens a field again. Every value is absolute, so that saying it twice changes nothing.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from itertools import product
from typing import Final

from ..ces.case import Measure
from ..ces.measures import MeasureKind
from ..ces.sides import OneSide
from ..ces.trials import counts, held, sums
from .fields import OPEN, UNSTATED, Answers, FieldError, pain_values
from .tables import shipped

NOT_TESTED: Final = "not_tested"
YES: Final = "yes"
PAIN: Final = "pain_nprs"
NUMBER: Final = re.compile(r"-?(0|[1-9]\d{0,2})(\.\d?[1-9])?")
INCHES: Final = 2  # decimals of a length that was typed in inches


def check(field: str, value: str) -> None:
    """Raise FieldError unless `value` can be stated for `field`; the message says what to enter."""
    kind = number_fields().get(field)
    if kind is None:
        values = _words().get(field)
        if values is None:
            raise FieldError("There is no such measure")
        if value not in values:
            raise FieldError("This measure cannot say that")
    elif value != OPEN:
        _check_number(kind, value)


def _check_number(kind: MeasureKind, value: str) -> None:
    if not NUMBER.fullmatch(value) or value == "-0":
        raise FieldError(f"{kind.label}: enter a number")
    number = Decimal(value)
    if not kind.low <= float(value) <= kind.high:
        raise FieldError(f"{kind.label}: enter {kind.low:g} to {kind.high:g}{_unit(kind)}")
    if -int(number.as_tuple().exponent) > decimals(kind):
        fine = {0: "whole numbers", 1: "at most 1 decimal"}.get(decimals(kind), f"at most {decimals(kind)} decimals")
        raise FieldError(f"{kind.label}: enter {fine}")


def decimals(kind: MeasureKind) -> int:
    """How finely a value is typed; a length also comes from inches."""
    if kind.unit == "cm":
        return INCHES
    return max(0, -int(Decimal(str(kind.step)).normalize().as_tuple().exponent))


def number(text: str) -> str | None:
    """A typed number as short as it goes, with a comma for the point too; None when it is none."""
    text = text.strip().replace(",", ".").replace("−", "-")
    if not re.fullmatch(r"-?(\d{1,4}(\.\d*)?|\.\d+)", text):
        return None
    short = f"{Decimal(text).normalize():f}"
    return "0" if short == "-0" else short


@cache
def number_fields() -> Mapping[str, MeasureKind]:
    """The fields that hold a number, with the measure each belongs to."""
    return {
        field(kind, side, n): kind
        for kind in shipped().measures.values()
        if kind.take.tool != "sum"
        for side, n in product(kind.sides, range(1, kind.places + 1))
    }


def field(kind: MeasureKind, side: OneSide | None, place: int | str) -> str:
    return f"m:{kind.id}:{side or 'mid'}:{place}"


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """The fields that hold a word, with the words each takes."""
    found: dict[str, set[str]] = {}
    for kind in shipped().measures.values():
        found[f"m:{kind.id}"] = {NOT_TESTED}
        found[f"pain:{kind.id}"] = set(pain_values())
        if kind.take.ways:
            found[f"m:{kind.id}:way"] = set(kind.take.ways)
        if kind.take.arms:
            found |= {field(kind, side, "arms"): {YES} for side in kind.sides}
        found |= {field(kind, None, question): {YES, "no"} for question in kind.key_questions}
    for region in shipped().regions:
        found[f"pain:{PAIN}:{region}"] = {one for one in pain_values() if one.startswith(f"{region}.")}
    return {name: frozenset(values | {OPEN}) for name, values in found.items()}


def measures_of(answers: Answers) -> tuple[Measure, ...]:
    """What was measured as the engine takes it; nothing from a test that hurt."""
    kinds = shipped().measures
    found = [one for kind in kinds.values() if usable(kind, answers) for one in _taken(kind, answers)]
    both = (*found, *sums(kinds.values(), found))
    return tuple(sorted(both, key=lambda one: list(kinds).index(one.measure)))


def usable(kind: MeasureKind, answers: Answers) -> bool:
    """Was it tested, and without pain? Pain asked for by itself is what its own measure says."""
    skipped = answers.get(f"m:{kind.id}", UNSTATED).value == NOT_TESTED
    return not skipped and not answers.get(f"pain:{kind.id}", UNSTATED).value


def trials(kind: MeasureKind, side: OneSide | None, answers: Answers) -> dict[int, float]:
    """The trials or stages of a side by number, as far as they were taken."""
    said = {n: answers.get(field(kind, side, n), UNSTATED).value for n in range(1, kind.places + 1)}
    return {n: float(value) for n, value in said.items() if value}


def used_arms(kind: MeasureKind, side: OneSide | None, answers: Answers) -> bool:
    return kind.take.arms and answers.get(field(kind, side, "arms"), UNSTATED).value == YES


def key_question(kind: MeasureKind, answers: Answers) -> bool | None:
    """Was any of the key questions answered yes? None when they were not all asked and none was."""
    said = {answers.get(field(kind, None, one), UNSTATED).value for one in kind.key_questions}
    if YES in said:
        return True
    return False if said == {"no"} else None


def _taken(kind: MeasureKind, answers: Answers) -> Iterator[Measure]:
    asked, way = key_question(kind, answers), answers.get(f"m:{kind.id}:way", UNSTATED).value
    for side in kind.sides:
        done, arms = trials(kind, side, answers), used_arms(kind, side, answers)
        values = held(kind, done) if kind.stages > 1 else (counts(kind, list(done.values())),) if done else ()
        if arms and not values:
            values = (0.0,)
        if values or asked is not None:
            yield Measure(kind.id, values, side, arms or None, asked, way)


def _unit(kind: MeasureKind) -> str:
    words = {"points": "", "ratio": "", "stands": " stands", "stage_seconds": " s", "deg": "°"}
    return words.get(kind.unit, f" {kind.unit}")
