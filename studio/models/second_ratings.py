"""Second ratings: the same performance rated again, blind. They stand apart from a client's assessments."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Select, bindparam, select

from ..ces.agreement import Pair
from ..ces.comparing import Occasion
from ..clock import local, today
from ..extensions import db
from .assessments import Assessment, AssessmentVersion, State
from .clients import Client
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
        one, other = self.first.assessment, self.second.assessment
        return Pair(_occasion(self.first), _occasion(self.second), one.client_id, filmed=other.rated_from == VIDEO)


class UnderWay(NamedTuple):
    """A second rating that was begun: the number of the rating, and whom it is about."""

    rating: int
    client: int
    first_name: str


def open_rating(assessment_id: int, user_id: int) -> Assessment | None:
    """The second rating of an assessment that a person has begun and not finished."""
    return db.session.scalar(
        _of(assessment_id).where(Assessment.coach_id == user_id, Assessment.state == State.rating).limit(1)
    )


def under_way(user_id: int) -> list[UnderWay]:
    """All that a person has begun and not finished, the newest first."""
    rows = db.session.execute(_UNDER_WAY, {"user": user_id})
    return [UnderWay(rating, client, name.split()[0]) for rating, client, name in rows]


def ways_open(assessment: Assessment, user_id: int, zone: str) -> tuple[list[str], date | None]:
    """How a person may rate an assessment again today; with none, the first day on which they may.

    Who dropped a second rating may have looked at the first one since, like the person who made it.
    """
    dropped = _dropped_at(assessment.id, user_id)
    if assessment.coach_id != user_id and dropped is None:
        same_day = local(assessment.started_at, zone).date() == today(zone)
        return [VIDEO, *([LIVE] if same_day else [])], None
    known = dropped or assessment.completed_at or assessment.started_at
    first_day = local(known + APART, zone).date()
    return ([VIDEO], None) if today(zone) >= first_day else ([], first_day)


def was_dropped(rating: Assessment) -> bool:
    """Tell whether a second rating was given up before it was finished."""
    return rating.state is State.voided and rating.reason == State.rating


def rating_by(assessment_id: int, user_id: int) -> Assessment | None:
    """The finished second rating of an assessment by a person."""
    return db.session.scalar(
        _of(assessment_id).where(Assessment.coach_id == user_id, Assessment.state == State.rated).limit(1)
    )


def ratings_of(assessment_id: int) -> Sequence[Assessment]:
    """The finished second ratings of an assessment, the newest first."""
    found = _of(assessment_id).where(Assessment.state == State.rated)
    return db.session.scalars(found.order_by(Assessment.id.desc())).all()


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
    select(Assessment.id, Assessment.client_id, Client.name)
    .join(Client, Client.id == Assessment.client_id)
    .where(Assessment.coach_id == bindparam("user"), Assessment.state == State.rating)
    .order_by(Assessment.id.desc())
)


def _dropped_at(assessment_id: int, user_id: int) -> datetime | None:
    found = _of(assessment_id).where(Assessment.coach_id == user_id, Assessment.state == State.voided)
    return max(
        (one.completed_at for one in db.session.scalars(found) if was_dropped(one) and one.completed_at), default=None
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
