"""Which of a client's assessments can be laid side by side, and what each of them recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import func, select

from ..clock import local
from ..extensions import db
from .assessments import Assessment, AssessmentVersion, State
from .tables import shipped
from .users import User

MOST = 3
PLOTTED = 12
"""How many of the newest assessments the chart of the score shows."""


class Done(NamedTuple):
    """A completed assessment without what it recorded."""

    id: int
    started_at: datetime
    coach_id: int
    coach: str

    def day(self, zone: str) -> date:
        """The day of the assessment in the studio."""
        return local(self.started_at, zone).date()


@dataclass(frozen=True)
class Dated:
    """One completed assessment with its last version, its day in the studio, and the window that day lies in."""

    done: Done
    version: AssessmentVersion
    day: date
    name: str


def completed(client_id: int) -> list[Done]:
    """The client's completed assessments, the oldest first; voided ones apart."""
    found = (
        select(Assessment.id, Assessment.started_at, Assessment.coach_id, User.name)
        .join(User, User.id == Assessment.coach_id)
        .where(Assessment.client_id == client_id, Assessment.state.in_((State.complete, State.amending)))
        .order_by(Assessment.started_at, Assessment.id)
    )
    return [Done(*row) for row in db.session.execute(found)]


def usual_choice(all_: Sequence[Done]) -> list[int]:
    """The first, the one before the last, and the last."""
    return list(dict.fromkeys(one.id for one in (*all_[:1], *all_[-2:])))


def dated(all_: Sequence[Done], ids: Sequence[int], zone: str) -> list[Dated]:
    """These assessments with what they said last, the oldest first, weeks counted from the client's first."""
    began = all_[0].day(zone)
    versions = _last_versions(ids)
    found = []
    for one in all_:
        if one.id in versions:
            day = one.day(zone)
            found.append(Dated(one, versions[one.id], day, week_name(began, day)))
    return found


def week_name(began: date, day: date) -> str:
    """“Week 6” inside its window; a date outside all windows has no such name (scoring.timepoints)."""
    days = (day - began).days
    if days == 0:
        return "Week 0"
    return next(
        (f"Week {week}" for week, (opens, closes) in shipped().decisions.rescreens.items() if opens <= days <= closes),
        "",
    )


def _last_versions(ids: Sequence[int]) -> dict[int, AssessmentVersion]:
    last = (
        select(AssessmentVersion.assessment_id, func.max(AssessmentVersion.number).label("number"))
        .where(AssessmentVersion.assessment_id.in_(ids))
        .group_by(AssessmentVersion.assessment_id)
        .subquery()
    )
    found = select(AssessmentVersion).join(
        last,
        (last.c.assessment_id == AssessmentVersion.assessment_id) & (last.c.number == AssessmentVersion.number),
    )
    return {one.assessment_id: one for one in db.session.scalars(found)}
