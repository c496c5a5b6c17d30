"""An assessment's version beside what the engine says of it with the tables in use now."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..ces.analysis import analyse
from ..ces.differences import LineChange, MuscleChange, line_changes, muscle_changes
from ..ces.interchange import read_case, write_analysis
from ..version import VERSION
from .assessments import AssessmentVersion
from .reason_words import muscle_name
from .recorded import results_in
from .tables import in_use

ROLES = {"overactive": "probably overactive", "underactive": "probably underactive"}
LINES = {"new": "comes in", "gone": "goes out", "dose": "another dose", "side": "another side"}


@dataclass(frozen=True)
class MuscleRow:
    """A muscle that changes, in words; left and right that change alike are one row."""

    role: str
    muscle: str
    side: str
    change: MuscleChange


@dataclass(frozen=True)
class LineRow:
    """A line that changes."""

    phase: str
    exercise: str
    words: str
    verdict: str


@dataclass(frozen=True)
class Recomputation:
    """What would change, and the tables compared."""

    made_with: str
    now: str
    muscles: tuple[MuscleRow, ...]
    lines: tuple[LineRow, ...]

    @property
    def same(self) -> bool:
        return not self.muscles and not self.lines


def recompute(version: AssessmentVersion) -> Recomputation:
    """Run the engine again on what was known then; only the tables are today's."""
    cat = in_use()
    # Which rows were left untested only the snapshot knows; `studio analyse` has no word for it.
    case = replace(read_case(version.case), assessments=results_in(version.recorded))
    now = write_analysis(analyse(case, cat, VERSION))
    return Recomputation(
        made_with=version.catalogue,
        now=cat.version,
        muscles=tuple(_muscle_rows(muscle_changes(version.analysis, now))),
        lines=tuple(_line(one) for one in line_changes(version.analysis, now)),
    )


def _muscle_rows(changes: Iterable[MuscleChange]) -> Iterable[MuscleRow]:
    alike: dict[MuscleChange, list[MuscleChange]] = {}
    for one in changes:
        alike.setdefault(replace(one, side=""), []).append(one)
    for group in alike.values():
        side = group[0].side if len(group) == 1 else "both"
        yield MuscleRow(ROLES[group[0].role], muscle_name(group[0].muscle), side, group[0])


def _line(one: LineChange) -> LineRow:
    return LineRow(one.phase, in_use().exercises[one.exercise].name, LINES[one.verdict], one.verdict)
