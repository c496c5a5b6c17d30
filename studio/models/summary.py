"""What an assessment says: live on the board from the answers as they stand, on its result page as it was frozen."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..ces.case import Case, TestResult
from ..ces.change import compare
from ..ces.findings import STANDARD
from ..ces.measured import measured
from ..ces.reasoning import reason
from ..ces.score import Score, overhead_squat_score
from .assessments import Assessment, AssessmentVersion
from .board_words import area_words
from .first_assessment import First
from .muscle_view import (
    ConflictLine,
    FindingLine,
    MuscleLine,
    claims_of,
    conflict_lines,
    finding_lines,
    muscle_lines,
)
from .recorded import answers_in, body, measures_in, results_in, snapshot
from .score_view import ScoreView, score_view
from .tables import in_use

Named = tuple[tuple[MuscleLine, ...], tuple[MuscleLine, ...], tuple[ConflictLine, ...]]


@dataclass(frozen=True, slots=True)
class Summary:
    """The score is None for protocols without one; `blocked` are the places that hurt, in words."""

    score: ScoreView | None
    findings: tuple[FindingLine, ...]
    overactive: tuple[MuscleLine, ...]
    underactive: tuple[MuscleLine, ...]
    conflicts: tuple[ConflictLine, ...]
    blocked: tuple[str, ...]

    @property
    def muscles(self) -> int:
        """How many muscles are named at all."""
        return len({line.muscle for line in (*self.overactive, *self.underactive)})


def live_summary(assessment: Assessment, first: First | None) -> Summary:
    """What the answers suggest now, compared with the client's first assessment where there is one."""
    recorded = snapshot(assessment.recordings)
    who = body(assessment.client, assessment.started_at.date())
    case = Case(client=who, assessments=results_in(recorded), measures=measures_in(recorded))
    return _summary(recorded, case.assessments, _named(case, in_use().version), assessment, first)


def frozen_summary(version: AssessmentVersion, first: First | None) -> Summary:
    """What a version says; its muscles are those the engine of that day named."""
    results = results_in(version.recorded)
    return _summary(version.recorded, results, _lines(version.analysis), version.assessment, first)


@lru_cache(maxsize=64)
def _named(case: Case, tables: str) -> Named:
    """The reasoning of the moment by these tables: board and summary ask for the same within seconds."""
    cat = in_use()
    return _lines(claims_of(reason(case.assessments, cat, measured(case, cat))))


def _lines(claims: Mapping[str, Any]) -> Named:
    cat = in_use()
    over, under = (muscle_lines(claims[kind], cat) for kind in ("overactive", "underactive"))
    return over, under, conflict_lines(claims["conflicts"])


def _summary(
    recorded: Mapping[str, Any],
    results: tuple[TestResult, ...],
    named: Named,
    assessment: Assessment,
    first: First | None,
) -> Summary:
    cat = in_use()
    pains = [
        stated.value
        for one in recorded["recordings"]
        for field, stated in answers_in(one).items()
        if field.startswith("pain:")
    ]
    return Summary(
        score=_score(results, assessment, first, [value.split(".")[0] for value in pains]),
        findings=finding_lines(results, cat),
        overactive=named[0],
        underactive=named[1],
        conflicts=named[2],
        blocked=tuple(dict.fromkeys(area_words(value, cat) for value in pains)),
    )


def _score(
    results: tuple[TestResult, ...], assessment: Assessment, first: First | None, sore: Collection[str]
) -> ScoreView | None:
    now = _squat(results)
    then = _squat(results_in(_squats(first.recorded))) if now and first else None
    if now is None:
        return None
    same_rater = first is not None and first.coach_id == assessment.coach_id
    change = compare(then, now, same_rater, first.own) if then and first else None
    return score_view(now, in_use(), change, sore)


def _squat(results: tuple[TestResult, ...]) -> Score | None:
    """The score of the standard overhead squat among some results."""
    protocol = in_use().score_rules.protocol
    found = [one for one in results if one.protocol == protocol and one.variant == STANDARD]
    return _scored(found[0], in_use().version) if found else None


@lru_cache(maxsize=256)
def _scored(squat: TestResult, tables: str) -> Score:
    return overhead_squat_score(squat, in_use())


def _squats(recorded: Mapping[str, Any]) -> dict[str, Any]:
    """The overhead squats of a snapshot: of a whole battery nothing else is scored."""
    protocol = in_use().score_rules.protocol
    return {"recordings": [one for one in recorded["recordings"] if one["protocol"] == protocol]}
