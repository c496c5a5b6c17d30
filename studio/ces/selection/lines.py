"""Step 9 and the doses: a pick becomes a line."""

from dataclasses import replace

from studio.ces.dose import SETUP_S, line_seconds
from studio.ces.exercises import PHASES, Dose, Exercise
from studio.ces.prescription import Line, Parked
from studio.ces.reasoning import Because
from studio.ces.selection.context import Context
from studio.ces.selection.filters import cautions, substitutes
from studio.ces.selection.picks import Pick
from studio.ces.sides import OneSide, Side, joined


def line(pick: Pick, rank: int, dose: Dose, context: Context) -> Line:
    """Write a pick down with its sides, dose and seconds."""
    side: Side = joined(pick.sides) if pick.exercise.dose.per_side else "both"
    extra = _extra(pick, context)
    return Line(
        phase=pick.exercise.phase,
        exercise=pick.exercise.id,
        targets=pick.targets,
        side=side,
        first=_first(pick) if pick.exercise.dose.per_side and side == "both" else None,
        dose=dose,
        seconds=line_seconds(dose, side, extra),
        because=pick.because,
        cautions=cautions(pick.exercise, context),
        show_first=context.home and pick.exercise.id not in context.case.history.shown,
        substitutes=substitutes(pick.exercise, context) if context.home else (),
        exact=pick.exact,
        rank=rank,
        steer=pick.steer,
        extra=extra,
    )


def parked(pick: Pick, rank: int, reason: str, context: Context) -> Parked:
    """Write down a pick that has no room."""
    row = line(pick, rank, pick.exercise.dose, context)
    return Parked(row.phase, row.exercise, row.targets, row.side, rank, reason, row.because, pick.steer)


def home_doses(drill: Exercise, because: tuple[Because, ...], context: Context) -> tuple[Dose, ...]:
    """Give the doses to try at home, the fuller one first: one set, a static stretch with its holds if they fit."""
    one_set = replace(drill.dose, sets=1)
    if drill.dose.mode == "static" and drill.dose.sets > 1 and not _maintained(because, context):
        return (drill.dose, one_set)
    return (one_set,)


def studio_dose(drill: Exercise, because: tuple[Because, ...], context: Context) -> Dose:
    """Give the dose of the block's row; a stretch that holds once for long, and contract-relax, keep their one set."""
    block = context.maintenance if _maintained(because, context) else context.block
    both_at_once, side_by_side = block.sets[PHASES.index(drill.phase)]
    sets = side_by_side if drill.dose.per_side else both_at_once
    if drill.dose.mode in ("static", "nms_contract_relax"):
        sets = min(sets, drill.dose.sets)
    return replace(drill.dose, sets=max(sets, 1))


def total_seconds(lines: list[Line]) -> int:
    """Give the time of some lines, set-up included."""
    return sum(one.seconds + SETUP_S for one in lines)


def in_order(lines: list[Line], context: Context) -> tuple[Line, ...]:
    """Sort for paper (step 14): phases, then lying, kneeling and sitting, standing; ties by rank."""

    def place(one: Line) -> tuple[int, int, int]:
        position = context.cat.exercises[one.exercise].position
        return PHASES.index(one.phase), context.cat.positions[position].stage, one.rank

    return tuple(sorted(lines, key=place))


def _maintained(because: tuple[Because, ...], context: Context) -> bool:
    """Tell whether a drill is only for findings that are kept as they are (decision rule R2)."""
    return bool(because) and {reason.compensation for reason in because} <= context.case.history.settled


def _extra(pick: Pick, context: Context) -> OneSide | None:
    """Give the side that gets one more set: the lagging one, in drills that switch on (decision rule R9)."""
    lagging = dict(context.case.history.lagging)
    if pick.exercise.phase != "activate" or not pick.exercise.dose.per_side:
        return None
    sides = [lagging[one.compensation] for one in pick.because if one.compensation in lagging]
    return next((side for side in sides if side in pick.sides), None)


def _first(pick: Pick) -> OneSide | None:
    left, right = pick.shows("left"), pick.shows("right")
    if left == right:
        return None
    return "left" if left > right else "right"
