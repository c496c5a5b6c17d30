"""Enrolments of a client, and one of them."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from ...extensions import db
from .enrolments import Enrolment, State

MOST = 60


def enrolments_of(client_id: int) -> Sequence[Enrolment]:
    """All but slips, the newest first."""
    mine = select(Enrolment).where(Enrolment.client_id == client_id, Enrolment.state != State.undone)
    return db.session.scalars(mine.order_by(Enrolment.starts_on.desc(), Enrolment.id.desc()).limit(MOST)).all()


def running(found: Iterable[Enrolment]) -> list[Enrolment]:
    """Those that are not over, the one that began first."""
    return sorted((one for one in found if one.state is State.active), key=lambda one: (one.starts_on, one.id))


def load_enrolment(client_id: int, enrolment_id: int) -> Enrolment | None:
    return db.session.scalar(select(Enrolment).where(Enrolment.id == enrolment_id, Enrolment.client_id == client_id))


def is_renewed(enrolment_id: int) -> bool:
    """Is what comes after it sold already?"""
    after = select(Enrolment.id).where(Enrolment.renews_id == enrolment_id, Enrolment.state != State.undone)
    return db.session.scalar(after.limit(1)) is not None
