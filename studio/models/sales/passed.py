"""Packages that were passed on from one client to another: who gave, who got, how often."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select

from ...extensions import db
from ..assessments import Assessment
from ..assessments import State as Assessed
from .enrolments import Enrolment, State
from .sessions import Credit, CreditKind


def moved_in(enrolment_id: int) -> Credit | None:
    """The row by which it came from another client; None where it was sold."""
    mine = select(Credit).where(Credit.enrolment_id == enrolment_id, Credit.kind == CreditKind.transferred)
    return db.session.scalar(mine.where(Credit.amount > 0, Credit.reverses_id.is_(None)).limit(1))


def times_passed(one: Enrolment) -> int:
    """How often it was passed on since it was sold; a package changed for another begins anew."""
    times, at = 0, one
    while at.replaces_id is not None and moved_in(at.id):
        times, at = times + 1, db.session.get_one(Enrolment, at.replaces_id)
    return times


def heir_of(enrolment_id: int) -> Enrolment | None:
    """The enrolment of the client it was passed on to."""
    taken = select(Credit.enrolment_id).where(Credit.kind == CreditKind.transferred, Credit.amount > 0)
    heirs = select(Enrolment).where(Enrolment.replaces_id == enrolment_id, Enrolment.state != State.undone)
    return db.session.scalar(heirs.where(Enrolment.id.in_(taken)).limit(1))


def giver_of(one: Enrolment) -> Enrolment | None:
    """The enrolment it was before, of the client who passed it on."""
    return db.session.get(Enrolment, one.replaces_id) if one.replaces_id and moved_in(one.id) else None


def assessed_since(client_ids: Iterable[int], moment: datetime) -> set[int]:
    """Those of the clients who were assessed after a moment, in one statement."""
    counts = Assessment.state.in_((Assessed.complete, Assessed.amending))
    mine = select(Assessment.client_id).where(Assessment.client_id.in_(list(client_ids)), counts)
    return set(db.session.scalars(mine.where(Assessment.completed_at > moment)))
