"""The sessions of a client, and one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from ...extensions import db
from .enrolments import Enrolment
from .sessions import Session

PAGE = 50


@dataclass(frozen=True, slots=True)
class Page:
    """Some sessions, and the id of the last one when older ones follow."""

    sessions: Sequence[tuple[Session, Enrolment | None]]
    before: int | None


def sessions_of(client_id: int, before: int | None = None) -> Page:
    """All of them, those that were taken back too, the last noted first; older than session `before`."""
    mine = select(Session, Enrolment).outerjoin(Enrolment, Enrolment.id == Session.enrolment_id)
    mine = mine.where(Session.client_id == client_id).options(joinedload(Session.coach)).order_by(Session.id.desc())
    if before is not None:
        mine = mine.where(Session.id < before)
    found = [(one, package) for one, package in db.session.execute(mine.limit(PAGE + 1))]
    return Page(found[:PAGE], found[PAGE - 1][0].id if len(found) > PAGE else None)


def load_session(client_id: int, session_id: int) -> Session | None:
    return db.session.scalar(select(Session).where(Session.id == session_id, Session.client_id == client_id))
