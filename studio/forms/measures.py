"""The numbers of one measure, typed into a plain form."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from ..ces.batteries import MEASURES
from ..ces.measures import MeasureKind
from ..ces.units import to_cm
from ..models.fields import OPEN, UNSTATED, Answers, FieldError
from ..models.measure_fields import check, number, number_fields
from ..models.measure_words import shown
from ..numbers import whole
from ..operations.taps import TapIn


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed by field: the taps of what changed, what is wrong, and what is unusual and not confirmed yet."""

    taps: list[TapIn] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    doubts: dict[str, str] = field(default_factory=dict)

    @property
    def stands(self) -> bool:
        return not self.errors and not self.doubts


def read_numbers(form: Mapping[str, str], kind: MeasureKind, answers: Answers, now: datetime) -> Typed:
    """Read every number of a measure; `sure` says that the unusual ones are meant."""
    typed = Typed()
    for name in (one for one, of in number_fields().items() if of is kind and one in form):
        text = form[name].strip()
        value = OPEN if not text else _value(text, _reads_inches(kind, form))
        if value is None:
            typed.errors[name] = "Enter a number"
            continue
        try:
            check(name, value)
        except FieldError as error:
            typed.errors[name] = _in_inches(kind) if _reads_inches(kind, form) else _capital(str(error))
            continue
        if value == answers.get(name, UNSTATED).value:
            continue
        if value and not kind.plausible[0] <= float(value) <= kind.plausible[1] and not form.get("sure"):
            typed.doubts[name] = text
        key = hashlib.sha256(f"{form.get('key', '')} {name}={value}".encode()).hexdigest()[:32]
        typed.taps.append(TapIn(key, MEASURES, name, value, MEASURES, whole(form.get("seen", "")) or 0, now))
    return typed


def _reads_inches(kind: MeasureKind, form: Mapping[str, str]) -> bool:
    return kind.unit == "cm" and form.get("unit") == "in"


def _value(text: str, inches: bool) -> str | None:
    value = number(text)
    return f"{to_cm(Decimal(value)):f}" if value and inches else value


def _in_inches(kind: MeasureKind) -> str:
    low, high = (shown(kind, value, "in") for value in (kind.low, kind.high))
    return f"Enter {low} to {high} in"


def _capital(error: str) -> str:
    """What is wrong, without the name of the measure."""
    words = error.partition(": ")[2]
    return words[:1].upper() + words[1:]
