"""Steps 11 and 12: how much fits, at home line by line, in the studio by the block's places and minutes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from studio.ces.dose import line_seconds
from studio.ces.exercises import PHASES, Phase
from studio.ces.prescription import Line, Parked
from studio.ces.selection.context import LOW_ADHERENCE_PCT, OLDER, SHEET_LINES, Context
from studio.ces.selection.lines import home_doses, line, parked, studio_dose, total_seconds
from studio.ces.selection.picks import Pick

Picks = Mapping[Phase, tuple[Pick, ...]]

HOME_ORDER: tuple[tuple[Phase, int], ...] = (
    ("activate", 1),
    ("inhibit", 1),
    ("lengthen", 1),
    ("integrate", 1),
    ("activate", 2),
    ("inhibit", 2),
    ("lengthen", 2),
)
# time_budget.rules: after the second sets, these go first.
CUTS: tuple[tuple[Phase, int], ...] = (
    ("inhibit", 3),
    ("lengthen", 3),
    ("integrate", 2),
    ("inhibit", 2),
    ("lengthen", 2),
    ("activate", 3),
)
LAST_CUTS: tuple[Phase, ...] = ("lengthen", "activate", "inhibit")


@dataclass(frozen=True, slots=True)
class Filled:
    """What found room and what did not."""

    lines: list[Line]
    parked: list[Parked]
    max_lines: int
    max_minutes: float


def home_limits(context: Context) -> tuple[int, float]:
    """Give the most lines and minutes of a home sheet."""
    plan, row = context.case.plan, context.home_row
    lines, minutes = min(plan.max_exercises, row.exercises, SHEET_LINES), min(plan.max_minutes, row.minutes)
    age, adherence = context.case.client.age, context.case.history.home_adherence_pct
    if age is not None and age >= OLDER:
        lines = min(lines, 4)
    if adherence is not None and adherence < LOW_ADHERENCE_PCT:
        lines, minutes = min(lines, 3), min(minutes, 8)
    return lines, minutes


def fill_home(picks: Picks, context: Context) -> Filled:
    """Walk the fill list once; what does not fit is parked with its rank and the walk goes on."""
    max_lines, max_minutes = home_limits(context)
    lines: list[Line] = []
    left_out: list[Parked] = []
    for phase, place in HOME_ORDER:
        for one in picks[phase][place - 1 : place]:
            fitting = _fitting(one, place, lines, max_lines, max_minutes, context)
            if fitting:
                lines.append(fitting)
            else:
                full = len(lines) >= max_lines
                left_out.append(parked(one, place, _no_room(full, max_lines, max_minutes), context))
    for phase in PHASES:
        places = sum(1 for known, _ in HOME_ORDER if known == phase)
        for rank, one in enumerate(picks[phase][places:], start=places + 1):
            left_out.append(parked(one, rank, "A home sheet has no further place in this phase.", context))
    return Filled(lines, _sorted(left_out), max_lines, max_minutes)


def _fitting(
    one: Pick, rank: int, lines: list[Line], max_lines: int, max_minutes: float, context: Context
) -> Line | None:
    if len(lines) >= max_lines:
        return None
    tries = (line(one, rank, dose, context) for dose in home_doses(one.exercise, one.because, context))
    return next((row for row in tries if total_seconds([*lines, row]) <= max_minutes * 60), None)


def _no_room(full: bool, max_lines: int, max_minutes: float) -> str:
    return f"The sheet holds {max_lines} exercises." if full else f"It would go over {max_minutes:g} minutes."


def fill_studio(picks: Picks, context: Context) -> Filled:
    """Take the places of the block, then cut until its corrective minutes hold."""
    block = context.block
    lines: list[Line] = []
    left_out: list[Parked] = []
    for phase, most in zip(PHASES, block.studio_max, strict=True):
        for rank, one in enumerate(picks[phase], start=1):
            if rank <= most:
                lines.append(line(one, rank, studio_dose(one.exercise, one.because, context), context))
            else:
                left_out.append(parked(one, rank, f"The block {block.name} has {most} here.", context))
    minutes = block.corrective_minutes_of_60 * context.case.plan.session_minutes / 60
    _cut_second_sets(lines, minutes)
    for cut in _to_cut(lines, minutes, context):
        lines.remove(cut)
        one = picks[cut.phase][cut.rank - 1]
        left_out.append(parked(one, cut.rank, f"It would go over {minutes:g} minutes.", context))
    return Filled(lines, _sorted(left_out), sum(block.studio_max), minutes)


def _cut_second_sets(lines: list[Line], minutes: float) -> None:
    for n in reversed(range(len(lines))):
        if total_seconds(lines) <= minutes * 60:
            return
        dose = replace(lines[n].dose, sets=1)
        lines[n] = replace(lines[n], dose=dose, seconds=line_seconds(dose, lines[n].side, lines[n].extra))


def _to_cut(lines: list[Line], minutes: float, context: Context) -> Iterable[Line]:
    """Name the lines to cut, one after the other, until the rest fits; activate never goes below one."""
    floors = dict(zip(PHASES, context.block.studio_min, strict=True)) | {"activate": 1}
    left = list(lines)

    def last(phase: Phase, above: int) -> Line | None:
        own = [one for one in left if one.phase == phase]
        return own[-1] if len(own) > above else None

    steps = [(phase, rank - 1) for phase, rank in CUTS] + [(phase, floors[phase]) for phase in LAST_CUTS]
    for phase, above in steps:
        while total_seconds(left) > minutes * 60 and (one := last(phase, above)):
            left.remove(one)
            yield one


def _sorted(rows: list[Parked]) -> list[Parked]:
    return sorted(rows, key=lambda one: (PHASES.index(one.phase), one.rank))
