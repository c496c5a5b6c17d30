"""Batteries: which tests an assessment starts with, and which of them fits a person."""

from dataclasses import dataclass
from typing import Final

MEASURES: Final = "measures"
OLDER_FROM: Final = 65


@dataclass(frozen=True, slots=True)
class Station:
    """A test of a battery as a coach calls it, and how long it takes; "measures" holds all measures."""

    id: str
    label: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Battery:
    """A preset: tests in their order, others that may be ticked on, and the measures it takes."""

    id: str
    label: str
    what: str
    minutes: tuple[int, int]
    stations: tuple[str, ...]
    optional: tuple[str, ...]
    measures: tuple[str, ...]


def fitting(age: int | None, *, fallen: bool, seen_before: bool) -> str:
    """The battery to offer first (assessment reference, safety.older_adult_path)."""
    if fallen or (age is not None and age >= OLDER_FROM):
        return "older_adult"
    return "rescreen" if seen_before else "first"
