"""Measures side by side, in words: a real change, too small to call, or nothing that can be said."""

from collections.abc import Sequence

from ..ces.case import Measure
from ..ces.catalogue import Catalogue
from ..ces.comparing_measures import MeasureCall, MeasureChange, MeasureWhy
from ..ces.measures import MeasureKind
from ..ces.units import LengthUnit
from ..sheets import Look, MeasureLine, Said
from .board_words import title
from .measure_words import shown, value_words

REASONS: dict[MeasureWhy, str] = {
    "not_measured": "not measured on both dates",
    "rater": "another coach measured",
    "arms": "arms helped on one date",
    "way": "not known to be taken the same way",
    "stages": "counted in stages",
}
SURE: dict[str, tuple[str, Look]] = {
    "better": ("real change", "better"),
    "worse": ("real change, worse", "worse"),
    "changed": ("real change", "same"),
}


def measure_lines(changes: Sequence[MeasureChange], cat: Catalogue, unit: LengthUnit) -> tuple[MeasureLine, ...]:
    """One line a measure and side; lengths in the unit the studio works in."""
    return tuple(_line(one, cat.measures[one.measure], unit) for one in changes)


def _line(change: MeasureChange, kind: MeasureKind, unit: LengthUnit) -> MeasureLine:
    name = title(kind.name)
    return MeasureLine(
        name=f"{name}, {change.side}" if change.side else name,
        values=tuple(value_in_words(kind, one, unit) for one in change.values),
        numbers=tuple(one.values[0] if one and kind.stages == 1 else None for one in change.values),
        overall=said(change.overall, kind, unit),
        latest=said(change.steps[-1], kind, unit) if len(change.steps) > 1 else None,
        least=change.overall.least,
    )


def said(call: MeasureCall, kind: MeasureKind, unit: LengthUnit) -> Said:
    """What can be said about a measure between two dates."""
    by = "" if call.change is None else _signed(kind, call.change, unit)
    error = "" if call.least is None else f"our error is {shown(kind, call.least, unit)}"
    error += ", our own rule" if call.basis == "own_rule" else ""
    if call.verdict in SURE:
        words, look = SURE[call.verdict]
        return Said(words=words, look=look, detail=f"{by}, {error}")
    match call.verdict:
        case "same":
            return Said(words="same", look="same")
        case "too_small":
            return Said(words="too small to call", look="open", detail=f"{by}, {error}")
        case "unknown":
            why = REASONS["stages"] if call.why == "stages" else "no smallest change is known"
            return Said(words="no verdict", look="open", detail=", ".join(filter(None, (by, why))))
    return Said(words="cannot compare", look="open", detail=REASONS[call.why] if call.why else "")


def value_in_words(kind: MeasureKind, value: Measure | None, unit: LengthUnit) -> str:
    """“9.5 cm”, or why there is no number."""
    if value is None:
        return "not measured"
    return "arms helped" if value.used_arms else value_words(kind, value.values, unit)


def _signed(kind: MeasureKind, change: float, unit: LengthUnit) -> str:
    sign = "−" if change < 0 else "+" if change else ""
    return f"{sign}{value_words(kind, [abs(change)], unit)}"
