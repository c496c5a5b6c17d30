"""Doses: how long they take, how they are said, and within which bounds a coach may change them."""

from dataclasses import dataclass

from studio.ces.exercises import Dose, Exercise
from studio.ces.sides import Side

SETUP_S = 20


@dataclass(frozen=True, slots=True)
class Bound:
    """The allowed range of one editable field of a dose: its lowest and highest value and the step of a stepper."""

    field: str  # name of a field of Dose: sets, reps, hold_s, duration_s, contract_s, stretch_hold_s, rest_s
    label: str
    low: int
    high: int
    step: int


def seconds(dose: Dose, sides_trained: int) -> int:
    """Give the time of a dose in seconds without set-up; `sides_trained` is 1 or 2 and counts only when per side."""
    raise NotImplementedError


def in_words(dose: Dose, exercise: Exercise, side: Side) -> str:
    """Say the dose to the client: "1 minute, each leg", "Hold 30 seconds. Do it 2 times, each side"."""
    raise NotImplementedError


def bounds(exercise: Exercise) -> tuple[Bound, ...]:
    """Give the editable fields of an exercise's dose with their ranges (acute variables of its phase)."""
    raise NotImplementedError


def check(dose: Dose, exercise: Exercise) -> None:
    """Raise a ValueError that says what to do when a field is out of its bounds or the mode is another one."""
    raise NotImplementedError
