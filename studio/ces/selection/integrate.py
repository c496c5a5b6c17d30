"""Step 8: the movements that put it together, from the finding's place in the body."""

from studio.ces.exercises import Exercise
from studio.ces.findings import Seen
from studio.ces.prescription import Excluded, FilterName, Gap
from studio.ces.reasoning import Because
from studio.ces.selection.context import Context
from studio.ces.selection.filters import barriers, open_sides
from studio.ces.selection.picks import Pick, Picked, account
from studio.ces.sides import LEFT_RIGHT


def integrate(chosen: tuple[Seen, ...], context: Context) -> Picked:
    """Take one drill per finding at home, up to two in the studio, from the first list that has one that passes."""
    picks: dict[str, Pick] = {}
    excluded: dict[Excluded, None] = {}
    gaps: list[Gap] = []
    for seen in chosen:
        taken, stopped = 0, list[FilterName]()
        for key in context.cat.integrate_of_checkpoint[seen.compensation.checkpoint]:
            for drill in _in_order(key, context):
                against = barriers(drill, context)
                excluded.update(dict.fromkeys(account(drill, against)))
                stopped += [barrier.filter for barrier in against]
            free = [
                drill for drill in _in_order(key, context) if drill.id not in picks and not barriers(drill, context)
            ]
            for drill in free[: 1 if context.home else 2] if not taken else ():
                picks[drill.id] = _pick(drill, seen, context)
                taken += 1
        if not taken:
            reason = f"{seen.compensation.label}: no movement drill passes this client's limits."
            gaps.append(Gap("integrate", seen.compensation.id, tuple(dict.fromkeys(stopped)), reason))
    return Picked(tuple(picks.values()), tuple(excluded), tuple(gaps))


def _in_order(key: str, context: Context) -> list[Exercise]:
    """Give the drills of a list, those of the goal's pattern first; a rung reached stands in its drill's place."""
    goal = context.cat.goals.get(context.case.client.goal or "")
    rungs = dict(context.case.history.rungs)
    drills = [context.cat.exercises[one] for one in context.cat.movements(key)]
    drills.sort(key=lambda drill: not (goal and drill.pattern in goal.patterns))
    reached = [context.cat.exercises.get(rungs.get(drill.id, ""), drill) for drill in drills]
    stand_in = [
        rung if rung.phase == drill.phase and not barriers(rung, context) else drill
        for drill, rung in zip(drills, reached, strict=True)
    ]
    return list(dict.fromkeys(stand_in))


def _pick(drill: Exercise, seen: Seen, context: Context) -> Pick:
    # The tie between a place in the body and a movement is our own design, so it is "inferred" (level D).
    because = Because(seen.compensation.id, seen.side, seen.severity, "", ("reasoned",), "inferred")
    sides = open_sides(drill, context) if drill.dose.per_side else frozenset(LEFT_RIGHT)
    found = tuple((side, seen.on(side)) for side in LEFT_RIGHT if seen.on(side))
    return Pick(drill, drill.targets, sides, found, (because,), True)
