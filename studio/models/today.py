"""What Today lists: work begun and not finished, whose record was touched last.

Every query walks an index from its newest end and stops after a few rows, so the page costs the same in any year.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import func, select

from ..extensions import db
from .assessments import OPEN_STATES, Assessment, State
from .clients import Client
from .events import Event
from .programmes import ProgrammeVersion

FEW = 12
LOOK_BACK = 400  # events in which that many different clients are looked for
LOOKED_AT = "record.viewed"


@dataclass(frozen=True)
class Unfinished:
    """An assessment or a draft that waits for its coach; `id` is the assessment's or the programme's."""

    kind: Literal["assessment", "amendment", "draft"]
    id: int
    client: Client
    who: str
    since: datetime


@dataclass(frozen=True)
class Touched:
    """A client and the last thing that happened to their record."""

    client: Client
    event: Event


def unfinished() -> list[Unfinished]:
    """The newest first; archived clients wait for nothing."""
    found = [_assessment(one) for state in OPEN_STATES for one in _in_state(state)]
    drafts = select(ProgrammeVersion).where(ProgrammeVersion.issued_at.is_(None)).order_by(ProgrammeVersion.id.desc())
    for draft in db.session.scalars(drafts.limit(FEW)):
        programme = draft.programme
        found.append(Unfinished("draft", programme.id, programme.client, draft.created_by.name, draft.changed_at))
    waiting = [one for one in found if one.client.archived_at is None]
    return sorted(waiting, key=lambda one: one.since, reverse=True)


def touched() -> list[Touched]:
    """The clients whose records changed last, each with the last change."""
    newest = select(func.max(Event.id)).scalar_subquery()
    recent = (
        select(Event.client_id, Event.id)
        .where(Event.client_id.is_not(None), Event.id > newest - LOOK_BACK, Event.kind != LOOKED_AT)
        .order_by(Event.id.desc())
    )
    last: dict[int | None, int] = {}
    for client_id, event_id in db.session.execute(recent):
        last.setdefault(client_id, event_id)
    # Only the few that are shown are loaded whole.
    few = list(last.values())[:FEW]
    shown = select(Client, Event).join(Event, Event.client_id == Client.id).where(Event.id.in_(few))
    found = [Touched(client, event) for client, event in db.session.execute(shown)]
    return sorted(found, key=lambda one: one.event.at, reverse=True)


def any_client() -> bool:
    """Is there anybody in the book?"""
    return db.session.scalar(select(Client.id).limit(1)) is not None


def _in_state(state: State) -> list[Assessment]:
    newest = select(Assessment).where(Assessment.state == state).order_by(Assessment.started_at.desc())
    return list(db.session.scalars(newest.limit(FEW)))


def _assessment(one: Assessment) -> Unfinished:
    kind: Literal["assessment", "amendment"] = "amendment" if one.state is State.amending else "assessment"
    return Unfinished(kind, one.id, one.client, one.coach.name, one.started_at)
