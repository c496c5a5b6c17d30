"""Measures in words, for the coach: values with their unit, cut-offs, verdicts and where they were read."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from ..ces.measures import Band, MeasureKind, limit_words
from ..ces.screening import KEY_QUESTION, Verdict
from ..ces.units import LengthUnit, to_inches
from .tables import shipped

SUFFIX: Final = {"deg": "°", "stage_seconds": " s", "ratio": "", "points": " points", "stands": " stands"}
ONE: Final = {"points": " point", "stands": " stand"}
NOT_PEOPLE: Final = {"kinect", "cva", "sim"}
NAMES: Final = {"mcbride": "McBride", "dewinter": "de Winter"}
KNOWN_AS: Final = {
    "D": "our own cut-off",
    "ces2_study": "study guides of the textbook",
    "cdc": "Soucie 2011",
    "steadi_below_average": "STEADI, below average",
    "rikli_jones_normal_range": "Rikli and Jones, normal range",
}

_named = re.compile(r"([a-z]+)_?(\d{4})")


def value_words(kind: MeasureKind, values: Sequence[float], unit: LengthUnit = "cm") -> str:
    """“9.5 cm”, “3.74 in”, “12°”, “10, 10, 8.2 s”."""
    number = ", ".join(shown(kind, value, unit) for value in values)
    return f"{number}{unit_words(kind, unit, single=list(values) == [1])}"


def shown(kind: MeasureKind, value: float, unit: LengthUnit = "cm") -> str:
    """A number in the unit the coach works in."""
    exact = Decimal(str(value))
    if kind.unit == "cm" and unit == "in":
        exact = to_inches(exact)
    elif kind.unit == "deg":  # no goniometer tells hundredths; a mean of trials has them
        exact = round(exact, 1)
    return f"{exact.normalize():f}".replace("-", "−")


def unit_words(kind: MeasureKind, unit: LengthUnit = "cm", *, single: bool = False) -> str:
    if kind.unit == "cm":
        return f" {unit}"
    return (ONE if single else {}).get(kind.unit) or SUFFIX.get(kind.unit, f" {kind.unit}")


def band_words(band: Band, kind: MeasureKind, unit: LengthUnit = "cm", *, reached: bool = True) -> str:
    """“below 8 cm, up to 59 years”; the other way round when it was not reached."""
    number = f"{shown(kind, band.value, unit)}{unit_words(kind, unit)}"
    op = band.op if reached else {"<": ">=", ">=": "<", ">": "<=", "<=": ">"}[band.op]
    stage = f"position {band.stage}: " if band.stage else ""
    return ", ".join(filter(None, (stage + limit_words(op, number), _people(band))))


def headline(found: Verdict, kind: MeasureKind, age: int | None, sex: str | None) -> str:
    """The verdict in a few words; why there is none, where there is none."""
    match found.verdict:
        case "at_risk":
            return "At risk of falling"
        case "not_at_risk":
            return "Not at risk by this test"
        case "below_norm" if found.band and found.band.flag == "watch":
            return f"Watch: {kind.says}"
        case "below_norm":
            return kind.says[:1].upper() + kind.says[1:]
        case "within_norm":
            if found.band and found.reached:
                return "Borderline"
            return "Not restricted" if kind.says == "restricted" else "Within the usual range"
    return f"No verdict: {_silence(kind, age, sex)}"


def rule_words(found: Verdict, kind: MeasureKind, unit: LengthUnit = "cm") -> str:
    """“12 s or more, US CDC 2017”; nothing where no rule covers the person."""
    if found.verdict is None:
        return ""
    source = found.source
    if found.rule == KEY_QUESTION:
        said = "yes to a key question"
    elif found.band:
        said, source = band_words(found.band, kind, unit, reached=found.reached), found.band.source
    elif kind.side_difference is not None:
        word = "more than" if found.reached else "at most"
        said = f"sides differ by {word} {kind.side_difference:g}{unit_words(kind)}"
    else:
        said = found.rule
    return f"{said} ({source_words(source)})"


def source_words(source: str) -> str:
    """Who and when: “Vellas 1997”, “US CDC 2017”, or that the cut-off is our own."""
    if source in KNOWN_AS:
        return KNOWN_AS[source]
    named = _named.match(source)
    if named and named[1] not in NOT_PEOPLE:
        return f"{NAMES.get(named[1], named[1].capitalize())} {named[2]}"
    row = shipped().sources[source]
    name = row.publisher or row.title
    return f"{name}{',' if name[-1:].isdigit() else ''} {row.year}" if row.year else name


def _people(band: Band) -> str:
    who = {"female": "women", "male": "men", None: ""}[band.sex]
    match (band.low_age, band.high_age):
        case (None, None):
            ages = ""
        case (None, high):
            ages = f"up to {high} years"
        case (low, None):
            ages = f"from {low} years"
        case (low, high):
            ages = f"{low} to {high} years"
    return f"{who} {ages}".strip()


def _silence(kind: MeasureKind, age: int | None, sex: str | None) -> str:
    if kind.side_difference is not None:
        return "both sides are needed"
    if kind.stages > 1:
        return "the position that decides was not reached"
    if not any(band.verdict for band in kind.bands):
        return "for context only"
    if kind.key_questions:
        return "the points are not known"
    if age is None and any(band.low_age or band.high_age for band in kind.bands):
        return "the client’s age is not known"
    if sex is None and any(band.sex for band in kind.bands):
        return "the client’s sex is not recorded"
    return "no cut-off for this age and sex"
