"""Everything the engine says about a case, in one value."""

from dataclasses import dataclass, replace
from typing import Literal

from studio.ces.case import Case, TestResult
from studio.ces.catalogue import Catalogue
from studio.ces.findings import STANDARD
from studio.ces.measures import Verdict as VerdictWord
from studio.ces.programme import Programme, select
from studio.ces.reasoning import Reasoning, reason
from studio.ces.safety import ReferOut, refer_out
from studio.ces.score import Score, overhead_squat_score
from studio.ces.sides import Side


@dataclass(frozen=True, slots=True)
class Presentation:
    """One of the common patterns, as far as the findings support it; side None is the whole body."""

    presentation: str
    side: Side | None
    grade: Literal["possible", "probable", "strong"]
    because: tuple[str, ...]  # findings, measures and intake items that support it
    missing: tuple[str, ...]  # items not tested


@dataclass(frozen=True, slots=True)
class Chain:
    """A cause-and-effect chain whose findings were seen; edges as (cause, effect)."""

    chain: str
    edges: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a measure says; None where the norm does not cover the person."""

    measure: str
    verdict: VerdictWord | None
    rule: str
    source: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """The answer of `studio analyse`."""

    app_version: str
    catalogue_version: str
    reasoning: Reasoning
    presentations: tuple[Presentation, ...]
    chains: tuple[Chain, ...]
    score: Score
    screening: tuple[Verdict, ...]
    refer_out: ReferOut
    programme: Programme


def analyse(case: Case, cat: Catalogue, app_version: str) -> Analysis:
    """Run the whole engine on a case."""
    return Analysis(
        app_version=app_version,
        catalogue_version=cat.version,
        reasoning=reason(case.assessments, cat),
        presentations=(),
        chains=(),
        score=overhead_squat_score(scored_squat(case, cat), cat),
        screening=(),
        refer_out=refer_out(case, cat),
        programme=select(case, cat),
    )


def scored_squat(case: Case, cat: Catalogue) -> TestResult | None:
    """Give the standard overhead squat of a case, its parts joined; None when only other tests were done.

    Pain felt in a test that no result names as stopped may have been the squat: then the score is withheld.
    """
    protocol = cat.score_rules.protocol
    results = [one for one in case.assessments if one.protocol == protocol and one.variant == STANDARD]
    if not results:
        return None
    squat = results[0]
    for other in results[1:]:
        squat = replace(
            squat,
            views=tuple(dict.fromkeys((*squat.views, *other.views))),
            findings=(*squat.findings, *other.findings),
            stopped_for_pain=squat.stopped_for_pain or other.stopped_for_pain,
            untested=squat.untested & other.untested,
        )
    named = any(one.stopped_for_pain for one in case.assessments)
    felt = any(pain.when == "during_test" and pain.intensity > 0 for pain in case.pain)
    return replace(squat, stopped_for_pain=True) if felt and not named else squat
