"""Second ratings: the same performance rated again, blind. They stand apart from a client's assessments."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Select, bindparam, select

from ..ces.agreement import Pair
from ..ces.comparing import Occasion
from ..clock import local, today
from ..extensions import db
from .assessments import Assessment, AssessmentVersion, State
from .recorded import results_in

MOST = 200
"""How many of the newest pairs the figures rest on."""
APART = timedelta(days=14)
"""One person rates the same film again two weeks later at the earliest (scoring.change_bands.replace_when)."""
VIDEO, LIVE = "video", "live"


@dataclass(frozen=True)
class Twice:
    """A performance with both ratings: `first` is what the assessment said when the second rating began."""

    first: AssessmentVersion
    second: AssessmentVersion

    @property
    def pair(self) -> Pair:
        """The value for the engine."""
        return Pair(_occasion(self.first), _occasion(self.second), self.first.assessment.client_id)


def open_rating(assessment_id: int, user_id: int) -> Assessment | None:
    """The second rating of an assessment that a person has begun and not finished."""
    return db.session.scalar(
        _of(assessment_id).where(Assessment.coach_id == user_id, Assessment.state == State.rating).limit(1)
    )


def rating_under_way(client_id: int, user_id: int) -> int | None:
    """Number of a second rating of this client that a person has begun and not finished."""
    return db.session.scalar(_UNDER_WAY, {"client": client_id, "user": user_id})


def ways_open(assessment: Assessment, user_id: int, zone: str) -> tuple[list[str], date | None]:
    """How a person may rate an assessment again today; with none, the first day on which they may."""
    if assessment.coach_id != user_id:
        same_day = local(assessment.started_at, zone).date() == today(zone)
        return [VIDEO, *([LIVE] if same_day else [])], None
    first_day = soonest(assessment, zone)
    return ([VIDEO], None) if today(zone) >= first_day else ([], first_day)


def rating_by(assessment_id: int, user_id: int) -> Assessment | None:
    """The finished second rating of an assessment by a person."""
    return db.session.scalar(
        _of(assessment_id).where(Assessment.coach_id == user_id, Assessment.state == State.rated).limit(1)
    )


def ratings_of(assessment_id: int) -> Sequence[Assessment]:
    """The finished second ratings of an assessment, the newest first."""
    found = _of(assessment_id).where(Assessment.state == State.rated)
    return db.session.scalars(found.order_by(Assessment.id.desc())).all()


def soonest(assessment: Assessment, zone: str) -> date:
    """The first day on which the person who rated first may rate again."""
    return local((assessment.completed_at or assessment.started_at) + APART, zone).date()


def twice(second: Assessment) -> Twice | None:
    """A finished second rating with the first one."""
    return next(iter(_joined([second])), None)


def all_twice() -> list[Twice]:
    """The newest pairs that count: finished, not left out, the first one not struck out."""
    found = select(Assessment).where(Assessment.state == State.rated).order_by(Assessment.id.desc()).limit(MOST)
    return _joined(db.session.scalars(found).all())


def unfinished() -> Sequence[Assessment]:
    """Second ratings that somebody has begun, the oldest first."""
    return db.session.scalars(
        select(Assessment).where(Assessment.state == State.rating).order_by(Assessment.id).limit(MOST)
    ).all()


_UNDER_WAY = (
    select(Assessment.id)
    .where(
        Assessment.client_id == bindparam("client"),
        Assessment.coach_id == bindparam("user"),
        Assessment.state == State.rating,
    )
    .limit(1)
)


def _of(assessment_id: int) -> Select[Assessment]:
    return select(Assessment).where(Assessment.second_to_id == assessment_id)


def _joined(seconds: Iterable[Assessment]) -> list[Twice]:
    seconds = list(seconds)
    ids = {one.id for one in seconds} | {one.second_to_id for one in seconds if one.second_to_id}
    versions: dict[int, list[AssessmentVersion]] = {}
    found = select(AssessmentVersion).where(AssessmentVersion.assessment_id.in_(ids))
    for version in db.session.scalars(found.order_by(AssessmentVersion.number)):
        versions.setdefault(version.assessment_id, []).append(version)
    joined = []
    for one in seconds:
        firsts = _before(versions.get(one.second_to_id or 0, []), one.started_at)
        own = versions.get(one.id, [])
        if firsts and own and firsts[-1].assessment.state != State.voided:
            joined.append(Twice(firsts[-1], own[-1]))
    return joined


def _before(versions: Sequence[AssessmentVersion], moment: datetime) -> list[AssessmentVersion]:
    """What stood when the second rating began: an amendment made after it may know the other rating."""
    return [version for version in versions if version.at <= moment]


def _occasion(version: AssessmentVersion) -> Occasion:
    return Occasion(results_in(version.recorded), rater=version.assessment.coach_id)
