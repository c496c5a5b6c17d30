"""Everything the engine says about a case, in one value."""

from dataclasses import dataclass, replace

from studio.ces.case import Case, TestResult
from studio.ces.catalogue import Catalogue
from studio.ces.evidence import gather
from studio.ces.findings import STANDARD
from studio.ces.presentations import Presentation, presentations
from studio.ces.programme import Programme, select
from studio.ces.reasoning import Reasoning, reason
from studio.ces.safety import ReferOut, refer_out
from studio.ces.score import Score, overhead_squat_score
from studio.ces.screening import Verdict, screen
from studio.ces.seen_chains import Chain, seen_chains
from studio.ces.steering import Change, steer


@dataclass(frozen=True, slots=True)
class Analysis:
    """The answer of `studio analyse`."""

    app_version: str
    catalogue_version: str
    reasoning: Reasoning
    presentations: tuple[Presentation, ...]
    chains: tuple[Chain, ...]
    changes: tuple[Change, ...]  # what modified forms did to the findings
    score: Score
    screening: tuple[Verdict, ...]
    refer_out: ReferOut
    programme: Programme


def analyse(case: Case, cat: Catalogue, app_version: str) -> Analysis:
    """Run the whole engine on a case."""
    evidence = gather(case, cat)
    reasoning = reason(case.assessments, cat, evidence.measured)
    return Analysis(
        app_version=app_version,
        catalogue_version=cat.version,
        reasoning=reasoning,
        presentations=presentations(evidence, cat),
        chains=seen_chains(evidence, cat),
        changes=steer(evidence).changes,
        score=overhead_squat_score(scored_squat(case, cat), cat),
        screening=screen(evidence.measured),
        refer_out=refer_out(case, cat),
        programme=select(case, cat, (evidence, reasoning)),
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
    felt = any(pain.when == "during_test" and pain.hurts for pain in case.pain)
    return replace(squat, stopped_for_pain=True) if felt and not named else squat
