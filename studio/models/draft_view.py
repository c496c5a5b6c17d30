"""A programme version as its page shows it: phases with their lines, minutes, and what was set aside, with reasons."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..ces import dose
from ..ces.case import Case
from ..ces.exercises import PHASES, Exercise, Phase
from ..ces.findings import Seen, join
from ..ces.library import why_not
from ..ces.limit_words import sentence
from ..ces.prescription import Caution, Line
from ..ces.reasoning import Because
from ..ces.sides import each
from .due import weeks_of
from .finding_words import hurting
from .kit import kit_words
from .minutes import whole_minutes
from .photos import ClientPhoto
from .prescriptions import Prescription
from .programmes import ProgrammeVersion
from .reason_words import FullReason, Headline, finding_words, full_reasons, headline
from .tables import in_use

_drill_id = re.compile(r"\b(?:inh|len|act|int)_\w+")
NOTES: dict[Phase, str] = {
    "inhibit": "roll and settle",
    "lengthen": "hold a stretch",
    "activate": "wake the quiet ones",
    "integrate": "put it together",
}


@dataclass(frozen=True)
class LineView:
    """One line with what the coach must know about it; `gone` and `against` are what changed under it."""

    row: Prescription
    drill: Exercise
    line: Line
    number: int
    minutes: int
    dose: str
    position: str
    kit: tuple[str, ...]
    cautions: tuple[tuple[str, str], ...]
    headline: Headline | None
    reasons: tuple[FullReason, ...]
    assessment_id: int | None
    gone: tuple[str, ...]
    against: tuple[str, ...]
    first: bool
    last: bool
    photo: ClientPhoto | None


@dataclass(frozen=True)
class PhaseView:
    """A phase, its lines, and why it is empty or which muscle found no drill."""

    key: Phase
    number: int
    title: str
    note: str
    lines: tuple[LineView, ...]
    empty: str
    gaps: tuple[str, ...]

    @property
    def minutes(self) -> int:
        return sum(line.minutes for line in self.lines)


@dataclass(frozen=True)
class ExcludedView:
    """A drill that a filter removed, and every reason."""

    drill: Exercise
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class DraftView:
    """The whole page of a version."""

    version: ProgrammeVersion
    phases: tuple[PhaseView, ...]
    parked: tuple[LineView, ...]
    excluded: tuple[ExcludedView, ...]
    notes: tuple[str, ...]
    hurting: tuple[str, ...]
    limits: tuple[str, ...]
    plan: str
    parked_for: str
    max_lines: int
    max_minutes: int

    @property
    def lines(self) -> int:
        return sum(len(phase.lines) for phase in self.phases)

    @property
    def minutes(self) -> int:
        return sum(phase.minutes for phase in self.phases)

    @property
    def why_empty(self) -> str:
        """The reason when no phase has a line and all for the same one: then it is said once."""
        reasons = {phase.empty for phase in self.phases}
        return reasons.pop() if not self.lines and len(reasons) == 1 else ""

    @property
    def over(self) -> int:
        """Minutes over the plan's limit."""
        return max(0, self.minutes - self.max_minutes)


def draft_view(version: ProgrammeVersion, case: Case, photos: Mapping[str, ClientPhoto]) -> DraftView:
    """Look at a version with what is known today: a line is judged against the case, not against its own past.

    `photos` are the client's own, by exercise, for somebody who may see them.
    """
    seen = {one.compensation.id: one for one in join(case.assessments, in_use())}
    rows = version.on_sheet
    numbers = {row.id: number for number, row in enumerate(rows, start=1)}
    shares = dict(zip(numbers, whole_minutes([row.minutes for row in rows]), strict=True))
    notes, basis = version.notes, version.basis

    def view(row: Prescription, among: Sequence[Prescription]) -> LineView:
        line, drill = row.value, in_use().exercises[row.exercise]
        return LineView(
            row=row,
            drill=drill,
            line=line,
            number=numbers.get(row.id, 0),
            minutes=shares.get(row.id) or max(1, round(row.minutes)),
            dose=dose.in_words(line.dose, drill, line.side, line.first, line.extra),
            position=in_use().positions[drill.position].label,
            kit=kit_words(drill),
            cautions=tuple((_about(one), one.note) for one in line.cautions),
            headline=headline(line),
            reasons=full_reasons(line),
            assessment_id=basis.assessment_id if basis else None,
            gone=_gone(line, seen),
            against=row.unanswered(why_not(case, row.exercise, in_use())),
            first=row is among[0],
            last=row is among[-1],
            photo=photos.get(row.exercise),
        )

    def phase_view(key: Phase) -> PhaseView:
        mine = [row for row in rows if row.phase == key]
        return PhaseView(
            key=key,
            number=PHASES.index(key) + 1,
            title=key.capitalize(),
            note=NOTES[key],
            lines=tuple(view(row, mine) for row in mine),
            empty=next((one["reason"] for one in notes.get("empty_phases", ()) if one["phase"] == key), ""),
            gaps=tuple(_named(one["reason"]) for one in notes.get("gaps", ()) if one["phase"] == key),
        )

    waiting = version.waiting
    return DraftView(
        version=version,
        phases=tuple(phase_view(key) for key in PHASES),
        parked=tuple(view(row, waiting) for row in waiting),
        excluded=_excluded(notes.get("excluded", ()), {row.exercise for row in (*rows, *waiting)}),
        notes=tuple(notes.get("notes", ())),
        hurting=hurting(case),
        limits=_limits(case),
        plan=_plan(version.plan),
        parked_for=_parked_for(version.plan),
        max_lines=notes.get("max_lines", 0),
        max_minutes=round(notes.get("max_minutes", 0)),
    )


def _limits(case: Case) -> tuple[str, ...]:
    """What the client's precautions say, a sentence each."""
    cat = in_use()
    tags = (cat.tags[one.tag].label for one in case.client.tags if one.tag in cat.tags)
    return tuple(dict.fromkeys((*(sentence(one, cat) for one in case.client.limits), *tags)))


def _about(caution: Caution) -> str:
    """What a note to mind is about; without a tag it is a written limit."""
    tag = in_use().tags.get(caution.tag)
    return tag.label if tag else "Written limit"


def _named(text: str) -> str:
    """The catalogue's notes name drills by their ids; a coach knows them by their names."""
    drills = in_use().exercises
    return _drill_id.sub(lambda found: drills[found[0]].name if found[0] in drills else found[0], text)


def _plan(plan: dict[str, Any]) -> str:
    """“Learn, weeks 1 to 2”: the block whose limits hold."""
    block = in_use().block(plan["weeks"], plan["week"])
    return f"{block.name}, " + (
        f"weeks {block.first_week} to {block.last_week}" if block.last_week else f"from week {block.first_week}"
    )


def _parked_for(plan: dict[str, Any]) -> str:
    """Parked lines are looked at again when the client is screened again."""
    ahead = next((week for week in weeks_of(plan["weeks"]) if week > plan["week"]), None)
    return f"Parked for week {ahead}" if ahead else "Parked for later"


def _gone(line: Line, seen: dict[str, Seen]) -> tuple[str, ...]:
    """The findings behind a line when none of them is seen any more."""

    def still(one: Because) -> bool:
        found = seen.get(one.compensation)
        return found is not None and any(found.on(side) for side in each(one.side))

    if not line.because or any(still(one) for one in line.because):
        return ()
    return tuple(dict.fromkeys(finding_words(one) for one in line.because))


def _excluded(stored: Sequence[dict[str, Any]], used: set[str]) -> tuple[ExcludedView, ...]:
    reasons: dict[str, list[str]] = {}
    for one in stored:
        if one["exercise"] not in used:
            reasons.setdefault(one["exercise"], []).append(one["reason"])
    return tuple(ExcludedView(in_use().exercises[name], tuple(dict.fromkeys(why))) for name, why in reasons.items())
