"""An exercise as a coach reads it in the library, and the library page by page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..ces import dose
from ..ces.exercises import Exercise
from ..ces.wording import phase_words
from .kit import kit_words
from .reason_words import muscle_name
from .tables import in_use

PAGE = 24
LEVELS = {1: "easy", 2: "moderate", 3: "advanced"}
# Textbooks and courses of a certification are named by what they are; marks of others stay out of the product.
_brand = re.compile(r"\bNASM\b")
OWN = "Written by this studio"
TEXTBOOK = "Textbook tables of corrective exercise, read second hand"


@dataclass(frozen=True)
class Row:
    """An exercise in a list."""

    drill: Exercise
    muscles: tuple[str, ...]
    position: str
    kit: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """Some of the drills found, and where the list goes on."""

    rows: tuple[Row, ...]
    found: int
    number: int
    pages: int


@dataclass(frozen=True)
class Rung:
    """A step of the ladder: another drill, or how to make this one easier or harder."""

    step: str
    text: str
    drill: Exercise | None = None


@dataclass(frozen=True)
class ExerciseView:
    """Everything the catalogue knows about a drill, in words."""

    drill: Exercise
    dose: str
    client_phase: str
    level: str
    position: str
    kit: tuple[str, ...]
    instead: tuple[str, ...]
    targets: tuple[tuple[str, str], ...]
    secondary: tuple[str, ...]
    loads: tuple[str, ...]
    presses: tuple[str, ...]
    avoid: tuple[str, ...]
    caution: tuple[tuple[str, str], ...]
    ladder: tuple[Rung, ...]
    sources: tuple[str, ...]


def page_of(found: Sequence[Exercise], number: int) -> Page:
    """One page of a search."""
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(1, number), pages)
    shown = found[(number - 1) * PAGE : number * PAGE]
    return Page(tuple(_row(drill) for drill in shown), len(found), number, pages)


def exercise_view(drill: Exercise) -> ExerciseView:
    """Put a drill into words."""
    cat = in_use()
    return ExerciseView(
        drill=drill,
        dose=dose.in_words(drill.dose, drill, "both"),
        client_phase=phase_words(drill.phase),
        level=LEVELS[drill.difficulty],
        position=cat.positions[drill.position].label,
        kit=kit_words(drill),
        instead=tuple(
            f"No {cat.equipment[row.item].label}: {row.how}"
            for row in cat.substitutions
            if row.item in drill.equipment and (row.exercises is None or drill.id in row.exercises)
        ),
        targets=tuple((muscle_name(one), cat.muscle_label(one)) for one in drill.targets),
        secondary=tuple(muscle_name(one) for one in drill.secondary),
        loads=tuple(cat.regions[one].label for one in drill.loads),
        presses=tuple(cat.regions[one].label for one in drill.presses),
        avoid=tuple(cat.tags[one].label for one in drill.avoid),
        caution=tuple((cat.tags[one].label, cat.tags[one].when_caution) for one in drill.caution),
        ladder=tuple(_ladder(drill)),
        sources=_sources(drill),
    )


def _row(drill: Exercise) -> Row:
    muscles = tuple(muscle_name(one) for one in drill.targets)
    return Row(drill, muscles, in_use().positions[drill.position].label, kit_words(drill))


def _ladder(drill: Exercise) -> list[Rung]:
    drills = in_use().exercises
    rungs = []
    for step, other, words in (
        ("Easier", drill.regression, drill.easier),
        ("Harder", drill.progression, drill.harder),
    ):
        if words:
            rungs.append(Rung(step, words))
        if other and not drills[other].hidden:
            rungs.append(Rung(step, "", drills[other]))
    return rungs


def _sources(drill: Exercise) -> tuple[str, ...]:
    """What its dose rests on, and how far that was checked."""
    if drill.own:
        return (OWN,)
    doses = in_use().doses[drill.phase]
    titles = [in_use().sources[one].title for one in doses.sources]
    named = [TEXTBOOK if _brand.search(title) else title for title in titles]
    return (*dict.fromkeys(named), f"How far: {doses.grade}")
