"""The weeks of a programme as their page shows them: blocks, re-screens, and what a block would hold."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from ..ces import dose
from ..ces.case import Case
from ..ces.exercises import PHASES, Block, HomeRow, Phase
from ..ces.prescription import Line
from ..ces.programme import Programme as Chosen
from ..ces.programme import select
from .due import assessed_on, weeks_of, window
from .programmes import Programme
from .reason_words import Headline, headline
from .reviews import Review, held_weeks, plan_week, reviews_of
from .studios import the_studio
from .tables import in_use


@dataclass(frozen=True)
class PhaseRow:
    """What a block gives a phase: most exercises, sets in words, minutes, and the hardest level."""

    phase: Phase
    most: int
    sets: str
    minutes: int
    level: int


@dataclass(frozen=True)
class BlockView:
    """A block with its days, when the plan has begun; None as last day: from then on."""

    block: Block
    weeks: str
    first_day: date | None
    last_day: date | None
    now: bool
    home: HomeRow
    phases: tuple[PhaseRow, ...]


@dataclass(frozen=True)
class Look:
    """A re-screen: its window, and whether it is done, open, missed or ahead."""

    week: int
    opens: date
    closes: date
    state: Literal["done", "open", "missed", "ahead"]


@dataclass(frozen=True)
class PlanLine:
    """An exercise a block would hold."""

    name: str
    dose: str
    reason: Headline | None


@dataclass(frozen=True)
class BlockList:
    """What the engine chooses today for a block, by phase; `why` says why there is nothing."""

    phases: tuple[tuple[Phase, tuple[PlanLine, ...]], ...]
    lines: int
    minutes: float
    why: str


@dataclass(frozen=True)
class PlanView:
    """The whole page; `shown` is the block that is looked at, `home` and `studio` its lists."""

    programme: Programme
    week: int
    held: int
    blocks: tuple[BlockView, ...]
    shown: BlockView
    looks: tuple[Look, ...]
    reviews: Sequence[Review]
    home: BlockList
    studio: BlockList


def plan_view(programme: Programme, case: Case, on: date, block: str = "") -> PlanView:
    """The plan of a programme on a day; `case` is what is known of the client, `block` the name of one to look at."""
    reviews = reviews_of(programme.client_id)
    held, week = held_weeks(reviews), plan_week(programme, on, reviews)
    blocks = tuple(_block(one, programme, week, held) for one in in_use().plans[programme.weeks])
    shown = next((one for one in blocks if one.block.name == block), next(one for one in blocks if one.now))
    at = replace(case, plan=replace(case.plan, weeks=programme.weeks, week=shown.block.first_week))
    return PlanView(
        programme=programme,
        week=week,
        held=held,
        blocks=blocks,
        shown=shown,
        looks=_looks(programme, on),
        reviews=reviews,
        home=_list(select(at, in_use())),
        studio=_list(select(in_studio(at, programme), in_use())),
    )


def in_studio(case: Case, programme: Programme) -> Case:
    """The same case for a session in the studio."""
    return replace(case, plan=replace(case.plan, setting="studio", session_minutes=programme.session_minutes))


def _block(block: Block, programme: Programme, week: int, held: int) -> BlockView:
    first = last = None
    if programme.started_on:
        # Weeks that were held push what is still ahead.
        shift = held if block.first_week > week else 0
        first = programme.started_on + timedelta(weeks=block.first_week - 1 + shift)
        ends = block.last_week + (held if block.last_week >= week else 0) if block.last_week else None
        last = programme.started_on + timedelta(weeks=ends, days=-1) if ends else None
    return BlockView(
        block=block,
        weeks=f"Weeks {block.first_week} to {block.last_week}" if block.last_week else f"From week {block.first_week}",
        first_day=first,
        last_day=last,
        now=block is in_use().block(programme.weeks, week),
        home=block.home(programme.sessions_per_week),
        phases=tuple(_phase(block, n) for n in range(len(PHASES))),
    )


def _phase(block: Block, n: int) -> PhaseRow:
    sets, minutes, level = _sets(block.sets[n]), block.phase_minutes[n], block.difficulty_ceiling[n]
    return PhaseRow(PHASES[n], block.studio_max[n], sets, minutes, level)


def _sets(sets: tuple[int, int]) -> str:
    both, each = sets
    if both == each:
        return str(both)
    return f"{both}, or {each} a side"


def _looks(programme: Programme, on: date) -> tuple[Look, ...]:
    studio = the_studio()
    days = assessed_on(programme.client_id, studio.time_zone) if studio else []
    return tuple(_look(week, days, on) for week in weeks_of(programme.weeks)) if days else ()


def _look(week: int, days: Sequence[date], on: date) -> Look:
    opens, closes = window(days[0], week)
    if any(opens <= day <= closes for day in days):
        return Look(week, opens, closes, "done")
    return Look(week, opens, closes, "ahead" if on < opens else "open" if on <= closes else "missed")


def _list(chosen: Chosen) -> BlockList:
    phases = tuple((phase, tuple(_line(line) for line in chosen.of(phase))) for phase in PHASES if chosen.of(phase))
    why = next((one.reason for one in chosen.empty_phases), "") if not phases else ""
    return BlockList(phases, len(chosen.lines), chosen.minutes, why)


def _line(line: Line) -> PlanLine:
    drill = in_use().exercises[line.exercise]
    words = dose.in_words(line.dose, drill, line.side, line.first, line.extra)
    return PlanLine(drill.name, words, headline(line))
