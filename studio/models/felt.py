"""What hurt a client: in tests, on boards that are open, and after the sessions between two screens."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Integer, bindparam, cast, column, literal, null, select, table, union_all

from ..ces.case import Pain
from ..ces.rules import When
from ..extensions import db
from .assessments import OPEN_STATES, Answer, Assessment, AssessmentVersion, Recording, State, Tap
from .clearances import Clearance
from .fields import Stated, pains_of

AFTER: When = "after_session"


@dataclass(frozen=True, slots=True)
class Felt:
    """A pain of an assessment, since when it is known, and the clearance that lifts its block."""

    pain: Pain
    since: datetime
    assessment_id: int
    lifted_by: Clearance | None = None


def felt_by(client_id: int) -> list[Felt]:
    """What hurt: in completed assessments by their last version, each since the version that first said so.

    A board that is still open, or open again, blocks as well: its taps come after all versions.
    """
    since: dict[int, dict[Pain, datetime]] = {}
    for assessment_id, _, at, pains, field, value in db.session.execute(_PAINS, {"client": client_id}):
        before = since.get(assessment_id, {})
        if field:
            tapped = dict.fromkeys(stated(field, value), at)
            since[assessment_id] = tapped | before
        else:
            since[assessment_id] = {pain: before.get(pain, at) for pain in map(_pain, pains or ())}
    return [Felt(pain, at, one) for one, pains in since.items() for pain, at in pains.items() if pain.hurts]


def stated(field: str, value: str) -> tuple[Pain, ...]:
    """What hurt, as a board or a review wrote it down."""
    pains = pains_of({f"pain:{field.removeprefix('pain:')}": Stated(value)})
    return tuple(replace(one, when=AFTER) for one in pains) if field == AFTER else pains


def _pain(stored: dict[str, Any]) -> Pain:
    return Pain(stored["region"], stored["side"], stored["intensity"], stored["when"])


# Only the list of pains is read of each version, not its whole case.
_VERSIONS = (
    select(
        Assessment.id.label("id"),
        AssessmentVersion.number.label("number"),
        AssessmentVersion.at.label("at"),
        AssessmentVersion.case["pain"].label("pains"),
        literal("").label("field"),
        literal("").label("value"),
    )
    .join(AssessmentVersion, AssessmentVersion.assessment_id == Assessment.id)
    .where(Assessment.client_id == bindparam("client"), Assessment.state.in_((State.complete, State.amending)))
)
_TAPPED = (
    select(
        Assessment.id,
        literal(10_000),
        Tap.at,
        cast(null(), JSON),
        Answer.field,
        Answer.value,
    )
    .join(Recording, Recording.assessment_id == Assessment.id)
    .join(Answer, Answer.recording_id == Recording.id)
    .join(Tap, Tap.id == Answer.revision)
    .where(
        Assessment.client_id == bindparam("client"),
        Assessment.state.in_(OPEN_STATES),
        Answer.field.startswith("pain:"),
        Answer.value != "",
    )
)
# What a review was told of the weeks between; its model rests on this module.
_REVIEWS = table("reviews", column("assessment_id", Integer), column("at"), column("facts", JSON))
_TOLD_AFTER = (
    select(
        Assessment.id,
        literal(10_001),
        _REVIEWS.c.at,
        cast(null(), JSON),
        literal(AFTER),
        _REVIEWS.c.facts["sore"].as_string(),
    )
    .join(_REVIEWS, _REVIEWS.c.assessment_id == Assessment.id)
    .where(
        Assessment.client_id == bindparam("client"),
        Assessment.state != State.voided,
        _REVIEWS.c.facts["sore"].as_string() != "",
    )
)
_PAINS = union_all(_VERSIONS, _TAPPED, _TOLD_AFTER).order_by("id", "number")
