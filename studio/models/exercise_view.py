"""An exercise as a coach reads it in the library, and the library page by page."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..ces import dose
from ..ces.catalogue import catalogue
from ..ces.exercises import Exercise
from ..ces.wording import phase_words
from .reason_words import muscle_name

PAGE = 24
LEVELS = {1: "easy", 2: "moderate", 3: "advanced"}


@dataclass(frozen=True)
class Page:
    """Some of the drills found, and where the list goes on."""

    drills: Sequence[Exercise]
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


def page_of(found: Sequence[Exercise], number: int) -> Page:
    """One page of a search."""
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(1, number), pages)
    return Page(found[(number - 1) * PAGE : number * PAGE], len(found), number, pages)


def exercise_view(drill: Exercise) -> ExerciseView:
    """Put a drill into words."""
    cat = catalogue()
    return ExerciseView(
        drill=drill,
        dose=dose.in_words(drill.dose, drill, "both"),
        client_phase=phase_words(drill.phase),
        level=LEVELS[drill.difficulty],
        position=cat.positions[drill.position].label,
        kit=tuple(cat.equipment[item].label for item in drill.equipment if item != "none"),
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
    )


def _ladder(drill: Exercise) -> list[Rung]:
    drills = catalogue().exercises
    rungs = []
    for step, other, words in (
        ("Easier", drill.regression, drill.easier),
        ("Harder", drill.progression, drill.harder),
    ):
        if words:
            rungs.append(Rung(step, words))
        if other:
            rungs.append(Rung(step, "", drills[other]))
    return rungs
