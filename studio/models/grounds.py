"""What the reasons of an assessment rest on: its case and the evidence in it, by the tables in use."""

from dataclasses import dataclass
from datetime import date

from ..ces.case import Case
from ..ces.catalogue import Catalogue
from ..ces.evidence import Evidence, gather
from ..ces.reasoning import Reasoning, reason
from .assessments import Assessment, AssessmentVersion
from .readiness import held
from .recorded import case_of_record, snapshot
from .standing import Standing
from .studios import studio_day
from .tables import in_use


@dataclass(frozen=True, slots=True)
class Grounds:
    """`on` is the day of the assessment; `older_tables` those of the result, when other ones are in use."""

    case: Case
    cat: Catalogue
    evidence: Evidence
    reasoning: Reasoning
    on: date
    older_tables: str = ""


def grounds_of(assessment: Assessment, version: AssessmentVersion | None) -> Grounds:
    """What was recorded in a version, or what stands now where nothing is complete yet."""
    cat = in_use()
    recorded = version.recorded if version else snapshot(assessment.recordings)
    on = studio_day(assessment.started_at)
    # Limits and old pain decide what may be trained, not what was seen; the answers before training belong to it.
    stands = Standing(on, precautions=(), clearances=(), felt=(), held=held(assessment.client_id, on))
    case = case_of_record(recorded, assessment.client, stands)
    evidence = gather(case, cat)
    return Grounds(
        case=case,
        cat=cat,
        evidence=evidence,
        reasoning=reason(case.assessments, cat, evidence.measured),
        on=on,
        older_tables=version.catalogue if version and version.catalogue != cat.version else "",
    )


def newest_grounds(assessment: Assessment) -> Grounds:
    """Those of its last word."""
    return grounds_of(assessment, assessment.versions[-1] if assessment.versions else None)
