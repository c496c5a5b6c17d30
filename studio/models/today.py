"""What Today lists: work begun and not finished, whose record was touched last.

Every query walks an index from its newest end and stops after a few rows, so the page costs the same in any year. They
ask for columns, not for rows with all that hangs on them: this is the page that opens most.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Literal

from sqlalchemy import Executable, func, select, union_all

from ..extensions import db
from .assessments import OPEN_STATES, Assessment, State
from .clients import FACE, Client, Face
from .events import PILED, Event
from .programmes import Programme, ProgrammeVersion
from .users import User

FEW, FEWER = 12, 8
LOOK_BACK = 150  # lines in which that many different clients are looked for
AT_MOST = 1000  # events walked for them: a pile writes hundreds
NOT_TOUCHED = ("record.viewed", PILED)

Kind = Literal["assessment", "amendment", "draft"]
KINDS: dict[State, Kind] = {State.open: "assessment", State.amending: "amendment"}


@dataclass(frozen=True)
class Unfinished:
    """An assessment or a draft that waits for its coach; `id` is the assessment's or the programme's."""

    kind: Kind
    id: int
    client: Face
    who: str
    since: datetime


@dataclass(frozen=True)
class Touched:
    """A client and the last thing that happened to their record."""

    client: Face
    at: datetime
    summary: str
    who: str


def unfinished() -> list[Unfinished]:
    """The newest first; archived clients wait for nothing."""
    found = _begun() + _drafts()
    return sorted(found, key=lambda one: one.since, reverse=True)


def touched(*, health: bool) -> list[Touched]:
    """The clients whose records changed last, each with the last change; without `health` nothing of assessments."""
    last: dict[int, Touched] = {}
    for at, summary, who, id_, name, colour in db.session.execute(_touched(health)):
        last.setdefault(id_, Touched(Face(id_, name, colour), at, summary, who or ""))
    return sorted(last.values(), key=lambda one: one.at, reverse=True)[:FEWER]


def any_client() -> bool:
    """Is there anybody in the book?"""
    return db.session.scalar(_a_client()) is not None


def _begun() -> list[Unfinished]:
    rows = db.session.execute(_waiting_assessments())
    return [
        Unfinished(KINDS[state], id_, Face(client_id, name, colour), who, since)
        for state, id_, since, who, client_id, name, colour in rows
    ]


def _drafts() -> list[Unfinished]:
    rows = db.session.execute(_waiting_drafts())
    return [
        Unfinished("draft", id_, Face(client_id, name, colour), who, since)
        for id_, since, who, client_id, name, colour in rows
    ]


# Composing a statement takes longer than running it: each is composed once.


@cache
def _touched(health: bool) -> Executable:
    newest = select(func.max(Event.id)).scalar_subquery()
    query = (
        select(Event.at, Event.summary, User.name, *FACE)
        .join(Client, Event.client_id == Client.id)
        .outerjoin(User, User.id == Event.user_id)
        .where(Event.id > newest - AT_MOST, Event.kind.not_in(NOT_TOUCHED), Client.erased_at.is_(None))
        .order_by(Event.id.desc())
        .limit(LOOK_BACK)
    )
    return query if health else query.where(Event.kind.not_like("assessment.%"))


@cache
def _a_client() -> Executable:
    return select(Client.id).limit(1)


@cache
def _waiting_assessments() -> Executable:
    """The newest of each state: each walks its own stretch of the index."""
    each = [
        select(Assessment.state, Assessment.id, Assessment.started_at, User.name, *FACE)
        .join(Client, Client.id == Assessment.client_id)
        .join(User, User.id == Assessment.coach_id)
        .where(Assessment.state == state, Client.archived_at.is_(None))
        .order_by(Assessment.started_at.desc())
        .limit(FEW)
        .subquery()
        for state in OPEN_STATES
    ]
    return union_all(*(select(one) for one in each))


@cache
def _waiting_drafts() -> Executable:
    return (
        select(Programme.id, ProgrammeVersion.changed_at, User.name, *FACE)
        .select_from(ProgrammeVersion)
        .join(Programme, Programme.id == ProgrammeVersion.programme_id)
        .join(Client, Client.id == Programme.client_id)
        .join(User, User.id == ProgrammeVersion.created_by_id)
        .where(ProgrammeVersion.issued_at.is_(None), Client.archived_at.is_(None))
        .order_by(ProgrammeVersion.id.desc())
        .limit(FEW)
    )
