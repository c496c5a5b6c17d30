"""What has happened with a client and what comes next, as it hangs on the line: the newest on top."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sqlalchemy import select

from .. import clock
from ..extensions import db
from .assessments import AssessmentVersion, State
from .client_page import RECENT, ClientPage
from .clients import Client
from .due import weeks_of, window
from .events import PILED, Event

Look = Literal["open", "now", "key", "done"]
TOLD = (
    "client.archived",
    "client.restored",
    "paper.printed",
    PILED,
    "assessment.moved-here",
    "assessment.moved-away",
)
HEALTH = ("assessment.moved-here", "assessment.moved-away")


@dataclass(frozen=True)
class Step:
    """One thing on the line; `assessment` and `programme` (id, number) say which page tells more."""

    when: date | datetime
    title: str
    detail: str = ""
    state: Look = "done"
    assessment: int | None = None
    programme: tuple[int, int] | None = None


def past(client: Client, page: ClientPage, *, health: bool) -> list[Step]:
    """The last things that happened; without `health` only what the front desk may know."""
    steps = [*_programme(page), *_events(client, health), Step(client.created_at, "Record created", state="key")]
    if health:
        steps += [*_assessments(page), *_amendments(page)]
    return sorted(steps, key=lambda step: step.when, reverse=True)[:RECENT]


def ahead(page: ClientPage, today: date, zone: str, *, health: bool) -> list[Step]:
    """What is to come, the furthest first."""
    steps = []
    if page.issued and page.issued.next_date and page.issued.next_date > today:
        steps.append(Step(page.issued.next_date, "Next date on the home sheet", state="open"))
    if health and page.first:
        began = clock.local(page.first.started_at, zone).date()
        for week in weeks_of(page.weeks):
            opens, closes = window(began, week)
            if opens > today:
                steps.append(Step(opens, "Re-screen window opens", f"week {week}", "open"))
            elif closes >= today:
                steps.append(Step(closes, "Re-screen window closes", f"week {week}", "open"))
    return sorted(steps, key=lambda step: step.when, reverse=True)


def _assessments(page: ClientPage) -> list[Step]:
    words = {
        State.open: "Assessment begun",
        State.complete: "Assessment",
        State.amending: "Assessment, open again",
        State.voided: "Assessment, voided",
    }
    return [
        Step(
            one.started_at,
            "First assessment" if one is page.first else words[one.state],
            one.reason or f"by {one.coach.name}",
            "done" if one.state is State.voided else "key",
            assessment=one.id,
        )
        for one in page.assessments
    ]


def _amendments(page: ClientPage) -> list[Step]:
    rows = select(AssessmentVersion.assessment_id, AssessmentVersion.at, AssessmentVersion.reason).where(
        AssessmentVersion.assessment_id.in_([one.id for one in page.assessments]), AssessmentVersion.number > 1
    )
    return [Step(at, "Assessment amended", reason, assessment=id_) for id_, at, reason in db.session.execute(rows)]


def _programme(page: ClientPage) -> list[Step]:
    return [
        Step(one.issued_at, f"Home programme v{one.number} issued", programme=(one.programme_id, one.number))
        for one in page.versions
        if one.issued_at
    ]


def _events(client: Client, health: bool) -> list[Step]:
    kinds = [kind for kind in TOLD if health or kind not in HEALTH]
    rows = select(Event).where(Event.client_id == client.id, Event.kind.in_(kinds)).order_by(Event.id.desc())
    return [
        Step(event.at, event.summary, f"by {event.user.name}" if event.user else "")
        for event in db.session.scalars(rows.limit(RECENT))
    ]
