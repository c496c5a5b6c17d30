"""Letters as lists: what waits, what is gone, what stands on a client's page, and how many were on time."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from sqlalchemy import ColumnElement, Executable, Select, and_, bindparam, case, func, or_, select
from sqlalchemy.orm import joinedload

from ..extensions import db
from .clients import Client
from .letters import Letter, LetterKind
from .mails import Mail
from .studios import studio_day

MOST, FEW = 100, 30
HALF_A_YEAR = timedelta(days=182)
TIMED = (LetterKind.assessed, LetterKind.week_6, LetterKind.week_12)


@dataclass(frozen=True)
class OnTime:
    """Of the letters that were due, how many had left by their day."""

    due: int
    met: int

    @property
    def share(self) -> int | None:
        """In per cent; None while nothing was due."""
        return round(100 * self.met / self.due) if self.due else None


@dataclass(frozen=True)
class Waiting:
    """How many letters wait to be read, released or sent, and how many of them are late."""

    letters: int = 0
    late: int = 0


def waiting_letters() -> list[Letter]:
    """Drafts and what is released and still here, the most urgent first; archived clients wait for nothing."""
    open_ones = _listed().where(_waits()).order_by(Letter.due_on.is_(None), Letter.due_on, Letter.id)
    return list(db.session.scalars(open_ones.limit(MOST)))


def gone_letters() -> list[Letter]:
    """What has left the house about somebody, the newest first; receipts stand with their referrals."""
    gone = _listed().where(_gone(), Letter.dropped_at.is_(None), Letter.kind != LetterKind.received)
    return list(db.session.scalars(gone.order_by(Letter.id.desc()).limit(FEW)))


def client_letters(client_id: int, most: int = 4) -> list[Letter]:
    """The newest of a client."""
    mine = select(Letter).options(joinedload(Letter.mail), joinedload(Letter.therapist))
    return list(db.session.scalars(mine.where(Letter.client_id == client_id).order_by(Letter.id.desc()).limit(most)))


def letters_waiting(on: date) -> Waiting:
    """The same in two numbers, for the page that opens most."""
    row = db.session.execute(_counted(), {"on": on}).one()
    return Waiting(row[0], row[1] or 0)


def on_time(on: date) -> OnTime:
    """Letters after a screen that were due in the half year before that day."""
    due = (
        select(Letter.due_on, Letter.went, Letter.handed_at, Mail.id, Mail.cancelled_at)
        .outerjoin(Mail, Mail.id == Letter.mail_id)
        .where(Letter.kind.in_(TIMED), Letter.dropped_at.is_(None))
        .where(Letter.due_on > on - HALF_A_YEAR, or_(Letter.due_on < on, _gone()))
    )
    rows = db.session.execute(due).all()
    left = [(row.due_on, left_on(row.went)) for row in rows]
    return OnTime(len(left), sum(day is not None and day <= due_on for due_on, day in left))


def left_on(went: list[dict[str, str]]) -> date | None:
    """The day a letter first left the house and was not called back."""
    times = [datetime.fromisoformat(one["at"]) for one in went if "back" not in one]
    return studio_day(min(times)) if times else None


def _gone() -> ColumnElement[bool]:
    return or_(Letter.handed_at.is_not(None), and_(Letter.mail_id.is_not(None), Mail.cancelled_at.is_(None)))


def _waits() -> ColumnElement[bool]:
    return and_(Letter.dropped_at.is_(None), ~_gone(), Client.archived_at.is_(None))


def _listed() -> Select[Letter]:
    return (
        select(Letter)
        .outerjoin(Mail, Mail.id == Letter.mail_id)
        .outerjoin(Client, Client.id == Letter.client_id)
        .options(joinedload(Letter.therapist), joinedload(Letter.mail), joinedload(Letter.referral))
    )


@cache
def _counted() -> Executable:
    late = func.sum(case((Letter.due_on < bindparam("on"), 1), else_=0))
    return (
        select(func.count(Letter.id), late)
        .outerjoin(Mail, Mail.id == Letter.mail_id)
        .outerjoin(Client, Client.id == Letter.client_id)
        .where(_waits())
    )
