"""What an assessment says: live on the board from the answers as they stand, on its result page as it was frozen."""

from dataclasses import dataclass

from ..ces.case import TestResult
from ..ces.catalogue import catalogue
from ..ces.change import compare
from ..ces.findings import STANDARD
from ..ces.reasoning import reason
from ..ces.score import Score, overhead_squat_score
from .assessments import Assessment, AssessmentVersion, Recording
from .board_words import area_words
from .fields import Answers, result_of
from .muscle_view import (
    ConflictLine,
    FindingLine,
    MuscleLine,
    claims_of,
    conflict_lines,
    finding_lines,
    muscle_lines,
)
from .recorded import answers_in, results_in
from .score_view import ScoreView, score_view


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


def live_summary(recording: Recording, first: AssessmentVersion | None) -> Summary:
    """What the answers suggest now, compared with the client's first assessment where there is one."""
    cat = catalogue()
    answers = recording.stated
    results = (result_of(recording.protocol, recording.variant, answers),)
    claims = claims_of(reason(results, cat))
    return _summary(results, claims, _score(results, recording.assessment, first), _blocked([answers]))


def frozen_summary(version: AssessmentVersion, first: AssessmentVersion | None) -> Summary:
    """What a version says; its muscles are those the engine of that day named."""
    results = results_in(version.recorded)
    answers = [answers_in(one) for one in version.recorded["recordings"]]
    return _summary(results, version.analysis, _score(results, version.assessment, first), _blocked(answers))


def _summary(
    results: tuple[TestResult, ...],
    claims: dict[str, list[dict[str, object]]],
    score: ScoreView | None,
    blocked: tuple[str, ...],
) -> Summary:
    cat = catalogue()
    return Summary(
        score=score,
        findings=finding_lines(results, cat),
        overactive=muscle_lines(claims["overactive"], cat),
        underactive=muscle_lines(claims["underactive"], cat),
        conflicts=conflict_lines(claims["conflicts"]),
        blocked=blocked,
    )


def _score(
    results: tuple[TestResult, ...], assessment: Assessment, first: AssessmentVersion | None
) -> ScoreView | None:
    cat = catalogue()
    now = _squat(results)
    then = _squat(results_in(first.recorded)) if first else None
    if now is None:
        return None
    change = None
    if first and then:
        change = compare(then, now, first.assessment.coach_id == assessment.coach_id)
    return score_view(now, cat, change)


def _squat(results: tuple[TestResult, ...]) -> Score | None:
    """The score of the standard overhead squat among some results."""
    cat = catalogue()
    found = [one for one in results if one.protocol == cat.score_rules.protocol and one.variant == STANDARD]
    return overhead_squat_score(found[0], cat) if found else None


def _blocked(recordings: list[Answers]) -> tuple[str, ...]:
    cat = catalogue()
    said = (
        stated.value
        for one in recordings
        for field, stated in one.items()
        if field.startswith("pain:") and stated.value
    )
    return tuple(dict.fromkeys(area_words(value, cat) for value in said))
