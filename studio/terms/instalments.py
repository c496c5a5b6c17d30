"""Instalments: equal parts of a total on days counted from the start, to the cent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..money import split


@dataclass(frozen=True, slots=True)
class Due:
    """One part: its number from 1, the day it is due and its amount in minor units."""

    number: int
    on: date
    amount: int


def plan(total: int, start: date, days: Sequence[int]) -> tuple[Due, ...]:
    """Cut a total into the parts of a plan; they add up, and the first are the larger by a unit at most."""
    amounts = split(total, len(days))
    return tuple(
        Due(n, start + timedelta(days=day), amount)
        for n, (day, amount) in enumerate(zip(days, amounts, strict=True), 1)
    )
