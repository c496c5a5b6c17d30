"""Steps 5, 6 and 10: the first passing drill of each unit, one line per drill, and a place for the glutes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from studio.ces.exercises import Exercise, Phase
from studio.ces.findings import Seen
from studio.ces.prescription import Excluded, FilterName, Gap
from studio.ces.reasoning import Because
from studio.ces.selection.context import Context
from studio.ces.selection.filters import Barrier, barriers, open_sides
from studio.ces.selection.units import Unit
from studio.ces.sides import LEFT_RIGHT, OneSide
from studio.ces.steering import Steer

GLUTES = {"gluteus_maximus", "gluteus_medius", "gluteals"}
LOWER_BODY = {"foot_ankle", "knee", "lphc"}


@dataclass(frozen=True, slots=True)
class Pick:
    """A drill for one or more units, the sides to train and how much each side shows."""

    exercise: Exercise
    targets: tuple[str, ...]
    sides: frozenset[OneSide]
    found: tuple[tuple[OneSide, int], ...]
    because: tuple[Because, ...]
    exact: bool
    steer: Steer | None = None

    def shows(self, side: OneSide) -> int:
        """Give the severity that asks for the drill on a side."""
        return dict(self.found).get(side, 0)


@dataclass(frozen=True, slots=True)
class Picked:
    """The picks of a phase in rank order, with an account of what did not pass."""

    picks: tuple[Pick, ...]
    excluded: tuple[Excluded, ...]
    gaps: tuple[Gap, ...]
    spared: tuple[Exercise, ...] = ()  # passed, and not needed any more


def pick(units: tuple[Unit, ...], phase: Phase, context: Context) -> Picked:
    """Take, for each unit in rank order, the first drill that passes; a drill that serves two units is one pick."""
    picks: dict[str, Pick] = {}
    excluded: dict[Excluded, None] = {}
    gaps: list[Gap] = []
    for unit in units:
        chosen: Pick | None = None
        stopped: list[FilterName] = []
        for drill_id, exact in context.cat.drills(unit.id, phase):
            drill = context.cat.exercises[drill_id]
            against = barriers(drill, context, unit.wanted)
            excluded.update(dict.fromkeys(account(drill, against)))
            if against:
                stopped += [barrier.filter for barrier in against]
            elif chosen is None:
                chosen = _pick(_rung(drill, unit, context), unit, exact, context)
        if chosen is None:
            gaps.append(_gap(unit, phase, stopped, context))
        else:
            known = picks.get(chosen.exercise.id)
            picks[chosen.exercise.id] = _merged(known, chosen) if known else chosen
    return Picked(tuple(picks.values()), tuple(excluded), tuple(gaps))


def with_glutes(picks: tuple[Pick, ...], chosen: tuple[Seen, ...], places: int) -> tuple[Pick, ...]:
    """Give the last activate place to the best glute drill when a lower-body finding asks for one and none has it."""
    asked = any(
        seen.compensation.checkpoint in LOWER_BODY
        and any(listing.muscle in GLUTES for listing in seen.compensation.underactive)
        for seen in chosen
    )
    best = next((one for one in picks if GLUTES & set(one.targets)), None)
    if not asked or places < 2 or best is None or best in picks[:places]:
        return picks
    if best.steer and best.steer.move == "later":
        # A modified form spoke against the hip ("do not assume weak glutes", bell2008): no place is kept for it.
        return picks
    rest = [one for one in picks if one is not best]
    return (*rest[: places - 1], best, *rest[places - 1 :])


def fewer(picked: Picked, context: Context) -> Picked:
    """Spare, for each finding that has got better, the last drill that is for nothing else (decision rule R1)."""
    left, spared = list(picked.picks), list[Exercise]()
    for compensation in sorted(context.case.history.better):
        own = [one for one in left if {reason.compensation for reason in one.because} == {compensation}]
        if own:
            left.remove(own[-1])
            spared.append(own[-1].exercise)
    return replace(picked, picks=tuple(left), spared=tuple(spared))


def account(drill: Exercise, against: Iterable[Barrier]) -> list[Excluded]:
    """Write barriers down for the coach to see."""
    return [
        Excluded(drill.phase, drill.id, one.filter, one.tag, one.region, one.equipment, one.reason) for one in against
    ]


def _rung(drill: Exercise, unit: Unit, context: Context) -> Exercise:
    """Take the rung the client has reached in the drill's place, if it passes the same filters."""
    reached = dict(context.case.history.rungs).get(drill.id)
    rung = context.cat.exercises.get(reached or "")
    if rung and rung.phase == drill.phase and not barriers(rung, context, unit.wanted):
        return rung
    return drill


def _pick(drill: Exercise, unit: Unit, exact: bool, context: Context) -> Pick:
    # Loosen and stretch only where it was found; switch on both sides, beginning where it was found (step 9).
    asked = frozenset(LEFT_RIGHT) - unit.lost if drill.phase == "activate" else unit.wanted
    sides = asked & open_sides(drill, context) if drill.dose.per_side else frozenset(LEFT_RIGHT)
    found = tuple((side, severity) for side, severity in sorted(unit.found.items()) if side in unit.wanted)
    return Pick(drill, (unit.id,), sides, found, unit.because, exact, unit.steer)


def _merged(known: Pick, more: Pick) -> Pick:
    # The unit that ranks higher gave the drill its place, so its steer stays.
    found = tuple((side, severity) for side in LEFT_RIGHT if (severity := max(known.shows(side), more.shows(side))))
    return replace(
        known,
        targets=(*known.targets, *more.targets),
        sides=known.sides | more.sides,
        found=found,
        because=(*known.because, *more.because),
    )


def _gap(unit: Unit, phase: Phase, stopped: list[FilterName], context: Context) -> Gap:
    label = context.cat.muscle_label(unit.id)
    if stopped:
        reason = f"{label}: no drill passes this client's limits."
    else:
        keys = context.cat.lookups[unit.id].keys if unit.id in context.cat.lookups else (unit.id,)
        notes = [context.cat.option_notes[key] for key in (unit.id, *keys) if key in context.cat.option_notes]
        reason = f"{label}: the library has no drill for this." + (f" {notes[0]}" if notes else "")
    return Gap(phase, unit.id, tuple(dict.fromkeys(stopped)), reason)
