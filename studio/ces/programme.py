"""A four-phase programme: the lines chosen for a case, and an account of everything that was not."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from studio.ces.case import Case
from studio.ces.catalogue import Catalogue
from studio.ces.evidence import Evidence, gather
from studio.ces.exercises import PHASES, Exercise, Phase
from studio.ces.findings import Seen
from studio.ces.prescription import EmptyPhase, Excluded, Gap, Line, Parked, Priority
from studio.ces.protocols import Role
from studio.ces.reasoning import Reasoning, reason
from studio.ces.safety import closed
from studio.ces.selection.context import Context, prepare
from studio.ces.selection.fill import Filled, Picks, fill_home, fill_studio
from studio.ces.selection.integrate import integrate
from studio.ces.selection.lines import in_order, total_seconds
from studio.ces.selection.picks import Picked, fewer, pick, with_glutes
from studio.ces.selection.priority import explained, priorities
from studio.ces.selection.units import units
from studio.ces.steering import steer

HOME_ACTIVATE_PLACES = 2
_ROLE: dict[Phase, Role] = {
    "inhibit": "overactive",
    "lengthen": "overactive",
    "activate": "underactive",
    "integrate": "underactive",
}


@dataclass(frozen=True, slots=True)
class Programme:
    """Lines in the order of the sheet; `minutes` counts each line's seconds plus 20 s set-up."""

    lines: tuple[Line, ...]
    minutes: float
    max_lines: int
    max_minutes: float
    priorities: tuple[Priority, ...]
    parked: tuple[Parked, ...] = ()
    excluded: tuple[Excluded, ...] = ()
    gaps: tuple[Gap, ...] = ()
    empty_phases: tuple[EmptyPhase, ...] = ()
    notes: tuple[str, ...] = ()

    def of(self, phase: Phase) -> tuple[Line, ...]:
        """Give the lines of one phase."""
        return tuple(line for line in self.lines if line.phase == phase)


def minutes(lines: Iterable[Line]) -> float:
    """Give the minutes of some lines, set-up included, to one decimal."""
    return round(total_seconds(list(lines)) / 60, 1)


def select(case: Case, cat: Catalogue, known: tuple[Evidence, Reasoning] | None = None) -> Programme:
    """Choose the programme of a case by the steps of the selection algorithm; the same case gives the same value.

    `known` is the evidence of the case and the reasoning from it, where the caller has them already.
    """
    context = prepare(case, cat)
    notes = [one.text for one in context.safety.reasons if one.level is None]
    shut = closed(case, context.safety)
    if shut:
        empty = tuple(EmptyPhase(phase, shut) for phase in PHASES)
        return Programme((), 0.0, 0, 0.0, (), empty_phases=empty, notes=(shut, *notes))
    chosen = priorities(context)
    picked, dropped = _picked(chosen, context, known)
    picks: Picks = {phase: one.picks for phase, one in picked.items()}
    filled = fill_home(picks, context) if context.home else fill_studio(picks, context)
    lines = in_order(filled.lines, context)
    notes += [f"{cat.muscle_label(one)}: left out, because the findings point both ways." for one in dropped]
    notes += [f"{drill.name}: not needed now, because what it is for has got better." for drill in _spared(picked)]
    settled = [one.compensation.label for one in chosen if one.compensation.id in case.history.settled]
    notes += [f"{label}: kept at the dose of maintenance." for label in settled]
    if total_seconds(filled.lines) > filled.max_minutes * 60:
        notes.append(f"Over {filled.max_minutes:g} minutes: nothing more can be cut.")
    return Programme(
        lines=lines,
        minutes=minutes(lines),
        max_lines=filled.max_lines,
        max_minutes=filled.max_minutes,
        priorities=tuple(explained(seen, context) for seen in chosen),
        parked=tuple(filled.parked),
        excluded=_excluded(picked.values()),
        gaps=tuple(gap for phase in PHASES for gap in picked[phase].gaps),
        empty_phases=tuple(_empty(picked, filled, chosen, context)),
        notes=tuple(notes),
    )


def _picked(
    chosen: tuple[Seen, ...], context: Context, known: tuple[Evidence, Reasoning] | None
) -> tuple[dict[Phase, Picked], list[str]]:
    evidence = known[0] if known else gather(context.case, context.cat)
    reasoning = known[1] if known else reason(context.case.assessments, context.cat, evidence.measured)
    steering = steer(evidence)
    over, over_dropped = units(chosen, "overactive", reasoning, steering, evidence.measured, context)
    under, under_dropped = units(chosen, "underactive", reasoning, steering, evidence.measured, context)
    picked: dict[Phase, Picked] = {
        "inhibit": pick(over, "inhibit", context),
        "lengthen": pick(over, "lengthen", context),
        "activate": pick(under, "activate", context),
        "integrate": integrate(chosen, context),
    }
    activate = picked["activate"]
    places = HOME_ACTIVATE_PLACES if context.home else context.block.studio_max[PHASES.index("activate")]
    picked["activate"] = replace(activate, picks=with_glutes(activate.picks, chosen, places))
    for phase in ("inhibit", "lengthen"):
        picked[phase] = fewer(picked[phase], context)
    return picked, list(dict.fromkeys((*over_dropped, *under_dropped)))


def _spared(picked: dict[Phase, Picked]) -> Iterable[Exercise]:
    return (drill for one in picked.values() for drill in one.spared)


def _excluded(picked: Iterable[Picked]) -> tuple[Excluded, ...]:
    rows = {row for one in picked for row in one.excluded}
    return tuple(
        sorted(rows, key=lambda row: (PHASES.index(row.phase), row.exercise, row.filter, row.tag or "", row.reason))
    )


def _empty(
    picked: dict[Phase, Picked], filled: Filled, chosen: tuple[Seen, ...], context: Context
) -> Iterable[EmptyPhase]:
    filled_phases = {line.phase for line in filled.lines}
    for phase, places in zip(PHASES, context.block.studio_max, strict=True):
        if phase in filled_phases:
            continue
        if not chosen:
            why = "Nothing was seen that asks for a programme."
        elif picked[phase].picks and not context.home and not places:
            why = f"The block {context.block.name} has no place for it: the main lifts do this."
        elif picked[phase].picks:
            why = f"No room in {filled.max_lines} exercises and {filled.max_minutes:g} minutes."
        elif picked[phase].gaps:
            why = "No drill of this phase passes this client's limits, or the library has none."
        elif any(seen.compensation.listings(_ROLE[phase]) for seen in chosen):
            why = "Every muscle listed for this phase is left out, because the findings point both ways."
        else:
            why = "The findings list no muscle for this phase."
        yield EmptyPhase(phase, why)
