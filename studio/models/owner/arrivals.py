"""Everybody who came to the studio in some time, by which door, and how far each has come since."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import ColumnElement, CompoundSelect, Executable, Label, Row, bindparam, exists, func, select, union

from ...extensions import db
from ..assessments import Assessment
from ..assessments import State as AssessmentState
from ..clients import Client
from ..merges import Merge
from ..referrals import Kind, Referral, Via
from ..sales.enrolments import Enrolment, State
from ..studios import studio_day
from ..therapists import Therapist
from .periods import Period

SOURCES: Final = {
    "web": "Referral form",
    "link": "Therapist’s link",
    "paper": "On paper",
    "self": "Asked themselves",
    "desk": "At the desk",
}
"""The doors: a referral by the public form, by the therapist's own link or by pen; an inquiry; none of these."""
STEPS: Final = ("Came", "Assessed", "Enrolled", "Finished", "Renewed")
SMALL: Final = ("assessment", "single")
"""What can be bought without enrolling in anything."""


@dataclass
class Arrival:
    """One request, or one client who came without any. `days` are when each of `STEPS` was first reached."""

    source: str
    therapist: tuple[int | None, str]
    client_id: int | None
    days: dict[str, date] = field(default_factory=dict)

    @property
    def furthest(self) -> int:
        """The place of the last step reached; who renews early has not finished before, and counts as finished."""
        return max(place for place, step in enumerate(STEPS) if step in self.days)


def arrivals(period: Period, zone: str) -> list[Arrival]:
    """Those of a time, with all that became of them up to now."""
    moments = dict(zip(("begin", "end"), period.moments(zone), strict=True))
    found = [*_requests(moments), *_walked_in(moments)]
    bought: defaultdict[int, list[Row[Any]]] = defaultdict(list)
    for row in db.session.execute(_bought(), moments):
        bought[row.client_id].append(row)
    for arrival in found:
        if arrival.client_id is not None:
            arrival.days |= _went_on([row for row in bought[arrival.client_id] if row.sold_on >= arrival.days["Came"]])
    return found


def _requests(moments: dict[str, datetime]) -> Iterator[Arrival]:
    for row in db.session.execute(_asked(), moments):
        source = "self" if row.kind is Kind.inquiry else Via(row.via).value
        therapist = (row.therapist_id, row.name or row.sender.get("name") or "Not named")
        yield _arrival(source, therapist, row.client_id, row.received_at, row.assessed_at)


def _walked_in(moments: dict[str, datetime]) -> Iterator[Arrival]:
    for row in db.session.execute(_without_request(), moments):
        yield _arrival("desk", (None, ""), row.id, row.created_at, row.assessed_at)


def _arrival(
    source: str, therapist: tuple[int | None, str], client_id: int | None, came: datetime, assessed: datetime | None
) -> Arrival:
    days = {"Came": studio_day(came)} | ({"Assessed": studio_day(assessed)} if assessed else {})
    return Arrival(source, therapist, client_id, days)


def _went_on(bought: Sequence[Row[Any]]) -> dict[str, date]:
    """When somebody first enrolled, finished and renewed; `bought` in the order of the sales."""
    first = [row.sold_on for row in bought]
    finished = [row.ended_on for row in bought if row.state is State.completed and row.ended_on]
    renewed = [row.sold_on for row in bought if row.renews_id is not None]
    found = {"Enrolled": first, "Finished": finished, "Renewed": renewed}
    return {step: min(days) for step, days in found.items() if days}


# Composing a statement takes longer than running it: each is composed once.


@cache
def _asked() -> Executable:
    assessed = _first_assessment(Referral.client_id.expression, Referral.received_at.expression)
    return (
        select(
            Referral.kind, Referral.via, Referral.sender, Referral.therapist_id, Therapist.name, Referral.client_id,
            Referral.received_at, assessed,
        )
        .outerjoin(Therapist, Therapist.id == Referral.therapist_id)
        .where(*_within(Referral.received_at))
        .order_by(Referral.received_at)
    )  # fmt: skip


@cache
def _without_request() -> Executable:
    merged = exists().where(Merge.other_id == Client.id, Merge.undone_at.is_(None))
    return (
        select(Client.id, Client.created_at, _first_assessment(Client.id.expression, Client.created_at.expression))
        .where(
            *_within(Client.created_at),
            Client.erased_at.is_(None),
            ~exists().where(Referral.client_id == Client.id),
            ~exists().where(Enrolment.client_id == Client.id, Enrolment.brought),
            ~merged,
        )
        .order_by(Client.created_at)
    )


@cache
def _bought() -> Executable:
    """What those who came within the time bought, then or later."""
    came: CompoundSelect[Any] = union(
        select(Referral.client_id).where(*_within(Referral.received_at)),
        select(Client.id).where(*_within(Client.created_at)),
    )
    return (
        select(Enrolment.client_id, Enrolment.sold_on, Enrolment.state, Enrolment.ended_on, Enrolment.renews_id)
        .where(
            Enrolment.client_id.in_(came),
            Enrolment.state != State.undone,
            Enrolment.frozen["kind"].as_string().not_in(SMALL),
        )
        .order_by(Enrolment.sold_on)
    )


def _within(moment: Any) -> tuple[Any, Any]:
    return moment >= bindparam("begin"), moment < bindparam("end")


def _first_assessment(client_id: ColumnElement[Any], since: ColumnElement[Any]) -> Label[datetime]:
    """When a client was first assessed from a moment on; empty for who was not."""
    mine = select(func.min(Assessment.started_at)).where(
        Assessment.client_id == client_id,
        Assessment.state.in_((AssessmentState.complete, AssessmentState.amending)),
        Assessment.started_at >= since,
    )
    return mine.scalar_subquery().label("assessed_at")
