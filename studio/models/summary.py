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
    return _summary(recorded, _claims(case, in_use().version), assessment, first)


@lru_cache(maxsize=64)
def _claims(case: Case, tables: str) -> dict[str, Any]:
    """The reasoning of the moment by these tables: board and summary ask for the same within seconds."""
    cat = in_use()
    return claims_of(reason(case.assessments, cat, measured(case, cat)))


def frozen_summary(version: AssessmentVersion, first: First | None) -> Summary:
    """What a version says; its muscles are those the engine of that day named."""
    return _summary(version.recorded, version.analysis, version.assessment, first)


def _summary(
    recorded: Mapping[str, Any], claims: Mapping[str, Any], assessment: Assessment, first: First | None
) -> Summary:
    cat = in_use()
    results = results_in(recorded)
    pains = [
        stated.value
        for one in recorded["recordings"]
        for field, stated in answers_in(one).items()
        if field.startswith("pain:")
    ]
    return Summary(
        score=_score(results, assessment, first, [value.split(".")[0] for value in pains]),
        findings=finding_lines(results, cat),
        overactive=muscle_lines(claims["overactive"], cat),
        underactive=muscle_lines(claims["underactive"], cat),
        conflicts=conflict_lines(claims["conflicts"]),
        blocked=tuple(dict.fromkeys(area_words(value, cat) for value in pains)),
    )


def _score(
    results: tuple[TestResult, ...], assessment: Assessment, first: First | None, sore: Collection[str]
) -> ScoreView | None:
    now = _squat(results)
    then = _squat(results_in(first.recorded)) if first else None
    if now is None:
        return None
    same_rater = first is not None and first.coach_id == assessment.coach_id
    change = compare(then, now, same_rater, first.own) if then and first else None
    return score_view(now, in_use(), change, sore)


def _squat(results: tuple[TestResult, ...]) -> Score | None:
    """The score of the standard overhead squat among some results."""
    cat = in_use()
    found = [one for one in results if one.protocol == cat.score_rules.protocol and one.variant == STANDARD]
    return overhead_squat_score(found[0], cat) if found else None
