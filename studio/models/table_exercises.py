"""The exercises of the tables as the owner adjusts them: in use or not, their default dose, the studio's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..ces import dose
from ..ces.exercises import PHASES, Exercise
from .adjustments import Adjustment, in_force
from .tables import in_use, shipped

PAGE = 40


@dataclass(frozen=True)
class Row:
    """An exercise in the list, and what the studio did to it."""

    drill: Exercise
    dose: str
    dosed: bool


@dataclass(frozen=True)
class Page:
    """Some of the exercises found."""

    rows: tuple[Row, ...]
    found: int
    number: int
    pages: int


def page_of(rows: Sequence[Adjustment], text: str, phase: str, only: str, number: int) -> Page:
    """One page of the exercises whose name holds all the words; `only` "own", "hidden", "dosed" or all."""
    dosed = {row.target for row in in_force(rows) if row.kind == "dose"}
    words = text.casefold().split()
    found = [
        drill
        for drill in in_use().exercises.values()
        if all(word in drill.name.casefold() for word in words)
        and phase in ("", drill.phase)
        and {"own": drill.own, "hidden": drill.hidden, "dosed": drill.id in dosed}.get(only, True)
    ]
    found.sort(key=lambda drill: (PHASES.index(drill.phase), not drill.own))
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(1, number), pages)
    shown = found[(number - 1) * PAGE : number * PAGE]
    return Page(tuple(row_of(drill, dosed) for drill in shown), len(found), number, pages)


def row_of(drill: Exercise, dosed: set[str]) -> Row:
    return Row(drill, dose.in_words(drill.dose, drill, "both"), drill.id in dosed)


def came_dose(drill: Exercise) -> str:
    """The default dose it came with, in words; empty for one of the studio's own."""
    came = shipped().exercises.get(drill.id)
    return dose.in_words(came.dose, came, "both") if came else ""


def dose_numbers(drill: Exercise) -> dict[str, Any]:
    """The numbers of its default dose that can be changed."""
    return {bound.field: getattr(drill.dose, bound.field) for bound in drill.bounds}


def row_payload(rows: Sequence[Adjustment], exercise_id: str) -> dict[str, Any] | None:
    """The row of an own exercise as it was last written down; None for one that came with the tables."""
    written = [row.payload for row in rows if row.kind == "exercise" and row.target == exercise_id]
    return dict(written[-1]) if written else None
