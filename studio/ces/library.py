"""The exercise library as the programme page uses it: swap, search, add by hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from studio.ces.case import Case
from studio.ces.catalogue import Catalogue
from studio.ces.dose import seconds, trained
from studio.ces.exercises import PHASES, Exercise, Phase
from studio.ces.prescription import Line
from studio.ces.reasoning import Because
from studio.ces.selection.context import prepare
from studio.ces.selection.filters import barriers, cautions, substitutes
from studio.ces.selection.lines import home_doses, studio_dose
from studio.ces.sides import Side

Relation = Literal["same_muscle", "easier", "harder"]


@dataclass(frozen=True, slots=True)
class Option:
    """An alternative for a line; `why_not` says, a sentence each, what stands against it."""

    exercise: str
    relation: Relation
    passes: bool
    why_not: tuple[str, ...]
    exact: bool = True


def alternatives(case: Case, exercise_id: str, cat: Catalogue, targets: tuple[str, ...] = ()) -> tuple[Option, ...]:
    """Give what could stand in a line's place: the same unit's drills in order, then the ladder's easier and harder.

    `targets` are the units of the line (Line.targets); without them the drill's own first target is taken. In each
    group those that pass come first.
    """
    drill = cat.exercises[exercise_id]
    found: dict[str, tuple[Relation, bool]] = {}
    for other, exact in _same_muscle(drill, targets or drill.targets[:1], cat):
        found.setdefault(other, ("same_muscle", exact))
    for other in _rungs(drill, "regression", cat):
        found.setdefault(other, ("easier", True))
    for other in _rungs(drill, "progression", cat):
        found.setdefault(other, ("harder", True))
    found.pop(exercise_id, None)
    context = prepare(case, cat)
    options = []
    for other, (relation, exact) in found.items():
        against = tuple(barrier.reason for barrier in barriers(cat.exercises[other], context))
        options.append(Option(other, relation, not against, against, exact))
    order = ("same_muscle", "easier", "harder")
    return tuple(sorted(options, key=lambda option: (order.index(option.relation), not option.passes)))


def search(
    cat: Catalogue,
    text: str = "",
    phase: Phase | None = None,
    muscle: str | None = None,
    equipment: frozenset[str] | None = None,
) -> tuple[Exercise, ...]:
    """Find exercises: words of name, muscles or cues; a phase; a muscle or group; only what `equipment` allows.

    Every word must be found. Names before cues, drills that aim at the muscle before those that also work it.
    """
    words = text.casefold().split()
    wanted = set(cat.members(muscle)) | {muscle} if muscle else set()
    found = []
    for number, drill in enumerate(cat.exercises.values()):
        if drill.hidden or (phase and drill.phase != phase):
            continue
        if equipment is not None and not _has_kit(drill, equipment, cat):
            continue
        aim = _aim(drill, wanted, cat)
        place = _place(drill, words, cat)
        if aim is not None and place is not None:
            found.append((aim, place, PHASES.index(drill.phase), number, drill))
    return tuple(row[-1] for row in sorted(found, key=lambda row: row[:-1]))


def line_for(case: Case, exercise_id: str, side: Side, cat: Catalogue, because: tuple[Because, ...] = ()) -> Line:
    """Build the line of a hand-added exercise with the default dose of the case's setting."""
    context, drill = prepare(case, cat), cat.exercises[exercise_id]
    dose = home_doses(drill, because, context)[0] if context.home else studio_dose(drill, because, context)
    side = side if dose.per_side else "both"
    return Line(
        phase=drill.phase,
        exercise=drill.id,
        targets=drill.targets,
        side=side,
        first=None,
        dose=dose,
        seconds=seconds(dose, trained(side)),
        because=because,
        cautions=cautions(drill, context),
        show_first=context.home and drill.id not in case.history.shown,
        substitutes=substitutes(drill, context) if context.home else (),
    )


def why_not(case: Case, exercise_id: str, cat: Catalogue) -> tuple[str, ...]:
    """Give the reasons, a sentence each, why a filter would remove this drill for this case; empty when it passes."""
    return tuple(barrier.reason for barrier in barriers(cat.exercises[exercise_id], prepare(case, cat)))


def _same_muscle(drill: Exercise, targets: tuple[str, ...], cat: Catalogue) -> Iterable[tuple[str, bool]]:
    if drill.phase == "integrate":
        lists = [cat.movements(key) for key, drills in cat.integrate_options.items() if drill.id in drills]
        yield from ((other, True) for drills in lists for other in drills)
        return
    for target in targets:
        if target in cat.lookups or target in cat.options:
            yield from cat.drills(target, drill.phase)


def _rungs(drill: Exercise, step: Literal["regression", "progression"], cat: Catalogue) -> list[str]:
    """Walk the ladder from a drill, nearest rung first; side branches may lead back, so no rung twice."""
    rungs: list[str] = []
    rung: str | None = getattr(drill, step)
    while rung is not None and rung not in rungs:
        rungs.append(rung)
        rung = getattr(cat.exercises[rung], step)
    return [rung for rung in rungs if not cat.exercises[rung].hidden]


def _has_kit(drill: Exercise, equipment: frozenset[str], cat: Catalogue) -> bool:
    return all(item in equipment or cat.equipment[item].always for item in drill.equipment)


def _aim(drill: Exercise, wanted: set[str], cat: Catalogue) -> int | None:
    """Rank how a drill serves the wanted muscles: 0 aims at them, 1 also works them, None not at all."""
    if not wanted:
        return 0
    for rank, own in enumerate((drill.targets, drill.secondary)):
        if wanted & {member for one in own for member in (one, *cat.members(one))}:
            return rank
    return None


def _place(drill: Exercise, words: list[str], cat: Catalogue) -> int | None:
    """Rank where the words stand: 0 in the name, 1 with the muscles, 2 anywhere; None not all of them."""
    name = drill.name.casefold()
    muscles = f"{name} {' '.join(cat.muscle_label(one) for one in (*drill.targets, *drill.secondary))}".casefold()
    everything = f"{muscles} {drill.id} {' '.join(drill.cues)} {drill.feel_it_here}".casefold()
    for rank, text in enumerate((name, muscles, everything)):
        if all(word in text for word in words):
            return rank
    return None
