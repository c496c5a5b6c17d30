"""The exercise library as the programme page uses it: swap, search, add by hand."""

from dataclasses import dataclass
from typing import Literal

from studio.ces.case import Case
from studio.ces.catalogue import Catalogue
from studio.ces.exercises import Exercise, Phase
from studio.ces.prescription import Line
from studio.ces.reasoning import Because
from studio.ces.sides import Side


@dataclass(frozen=True, slots=True)
class Option:
    """An alternative for a line; `why_not` says, a sentence each, what stands against it."""

    exercise: str
    relation: Literal["same_muscle", "easier", "harder"]
    passes: bool
    why_not: tuple[str, ...]
    exact: bool = True


def alternatives(case: Case, exercise_id: str, cat: Catalogue, targets: tuple[str, ...] = ()) -> tuple[Option, ...]:
    """Give what could stand in a line's place: the same unit's drills in order, then the ladder's easier and harder.

    `targets` are the units of the line (Line.targets); without them the drill's own first target is taken.
    """
    raise NotImplementedError


def search(
    cat: Catalogue,
    text: str = "",
    phase: Phase | None = None,
    muscle: str | None = None,
    equipment: frozenset[str] | None = None,
) -> tuple[Exercise, ...]:
    """Find exercises: words of name, muscles or cues; a phase; a muscle or group; only what `equipment` allows."""
    raise NotImplementedError


def line_for(case: Case, exercise_id: str, side: Side, cat: Catalogue, because: tuple[Because, ...] = ()) -> Line:
    """Build the line of a hand-added exercise with the default dose of the case's setting."""
    raise NotImplementedError


def why_not(case: Case, exercise_id: str, cat: Catalogue) -> tuple[str, ...]:
    """Give the reasons, a sentence each, why a filter would remove this drill for this case; empty when it passes."""
    raise NotImplementedError
