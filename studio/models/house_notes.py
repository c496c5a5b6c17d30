"""What Today says of the house itself: failed mails, messages of the payment provider, credentials that run out, next
steps. One statement for all."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from sqlalchemy import Boolean, Date, Executable, bindparam, func, select, true

from ..extensions import db
from .books.links import WAITING, ProviderEvent
from .credentials import SOON, Credential, RunningOut, ending_until
from .mails import FAILED, Mail
from .therapists import Therapist
from .users import Role, User

FEW = 12


@dataclass(frozen=True)
class HouseNotes:
    """How many mails failed, with how many therapists a next step is due, how many messages of the payment provider
    wait for somebody, and which credentials of a person (for an owner, of everybody) end soon or have ended."""

    unsent: int
    steps: int
    payments: int
    ending: list[RunningOut]


def house_notes(person: User, today: date) -> HouseNotes:
    """What there is for this person today."""
    of = {"last": today + SOON, "today": today, "person": person.id, "everybody": person.role is Role.owner}
    rows = db.session.execute(_notes(), of).all()
    ending = [RunningOut(id_, who, title or kind.label, last) for *_, id_, who, title, kind, last in rows if last]
    return HouseNotes(rows[0][0], rows[0][1], rows[0][2], ending)


@cache
def _notes() -> Executable:
    """One row for each credential, and at least one; in each the counts."""
    mine = (Credential.user_id == bindparam("person")) | bindparam("everybody", type_=Boolean)
    ending = ending_until(bindparam("last", type_=Date)).where(mine).limit(FEW).subquery()
    unsent = select(func.count()).select_from(Mail).where(FAILED).scalar_subquery()
    due = (Therapist.next_on <= bindparam("today", type_=Date), Therapist.archived_at.is_(None))
    steps = (
        select(func.count()).select_from(Therapist).where(*due, Therapist.merged_into_id.is_(None)).scalar_subquery()
    )
    payments = select(func.count()).select_from(ProviderEvent).where(WAITING).scalar_subquery()
    always = select(User.id).where(User.id == bindparam("person")).subquery()
    return select(unsent, steps, payments, *ending.c).select_from(always.outerjoin(ending, true()))
