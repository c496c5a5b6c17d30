"""May a session be used today? The one thing that stands in its way, in words for whoever is at the desk."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from .clock import Clock
from .terms import Terms

Kind = Literal["none left", "over", "frozen", "not started", "late", "twice", "ended"]


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Why a session cannot be used, and whether somebody may go on with a reason all the same."""

    kind: Kind
    words: str
    passable: bool = False


def hindrance(terms: Terms, starts_on: date, seen: Clock, on: date, *, left: int, late_days: int) -> Hindrance | None:
    """What keeps a session from being used on a day; `late_days` is how long the oldest open instalment is late."""
    if on < starts_on:
        return Hindrance("not started", f"{terms.name} begins on {_day(starts_on)}. Sell a single session until then")
    if seen.frozen:
        until = f"until {_day(seen.frozen_until)}" if seen.frozen_until else "without an end yet"
        return Hindrance("frozen", f"{terms.name} is frozen {until}. End the freeze first")
    if seen.over:
        return Hindrance("over", f"{terms.name} was good until {_day(seen.last_on)}. Extend it, or sell another")
    if left < 1:
        return Hindrance("none left", f"No session is left of {terms.name}. Sell another, or give one on top")
    if 0 < terms.stop_late_days <= late_days:
        days = f"{late_days} days"
        return Hindrance("late", f"An instalment is {days} late, so sessions stop. Take the payment first", True)
    return None


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
