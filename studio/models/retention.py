"""How long records are kept, by class, and what is past its time. Nothing goes by itself: a person looks first."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Select, String, func, select, union_all
from sqlalchemy.orm import Mapped, mapped_column

from ..extensions import db
from .assessments import Assessment
from .base import Model, Moment, UserRef
from .clients import Client
from .consents import Consent
from .mails import Mail
from .programmes import Programme, ProgrammeVersion
from .readiness import ReadinessForm
from .referrals import Referral, State

SHOWN = 200
NOTHING = (State.declined, State.no_response)


class Kept(StrEnum):
    """A class of records with one rule."""

    records = "records"
    referrals = "referrals"
    mails = "mails"


@dataclass(frozen=True)
class Class:
    """What a class holds and how long it is kept, in months, where nobody has chosen."""

    words: str
    since: str
    months: int
    note: str


# Seven years is the reference's placeholder (programming reference, privacy.US); for the others it names none.
CLASSES = {
    Kept.records: Class(
        "Clients’ records",
        "since the last visit",
        84,
        "A common choice for adults. Your law or insurer may want another.",
    ),
    Kept.referrals: Class(
        "Referrals and inquiries that came to nothing", "since they ended", 12, "Declined, or nobody could be reached."
    ),
    Kept.mails: Class(
        "Notes of mails", "since they were sent", 12, "To whom and when. Their text is wiped on sending."
    ),
}


class RetentionRule(Model):
    """The owner's own time for a class, in months."""

    __tablename__ = "retention_rules"

    kept: Mapped[str] = mapped_column(String(20), primary_key=True)
    months: Mapped[int]
    set_at: Mapped[Moment]
    set_by_id: Mapped[UserRef]


@dataclass(frozen=True)
class Past:
    """One record past its time: what to call it, and the moment its time counts from."""

    id: int
    words: str
    since: datetime


def rules() -> dict[Kept, int]:
    """Months by class."""
    own = {row.kept: row.months for row in db.session.scalars(select(RetentionRule))}
    return {kept: own.get(kept, one.months) for kept, one in CLASSES.items()}


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; a day that month does not have is its last."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(years, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def past(kept: Kept, before: datetime) -> list[Past]:
    """What of a class counts from before a moment, the oldest first."""
    rows = db.session.execute(_PAST[kept](before).limit(SHOWN))
    return [Past(id_, words, since) for id_, words, since in rows]


def _records(before: datetime) -> Select[int, str, datetime]:
    """Clients whose last visit, form or sheet was before it."""
    moments = union_all(
        select(Client.id.label("client_id"), Client.created_at.label("at")).where(Client.erased_at.is_(None)),
        select(Assessment.client_id, Assessment.started_at),
        select(Programme.client_id, ProgrammeVersion.changed_at).join(Programme),
        select(ReadinessForm.client_id, ReadinessForm.started_at),
        select(Consent.client_id, Consent.given_at),
    ).subquery()
    last = func.max(moments.c.at, type_=moments.c.at.type)
    return (
        select(Client.id, Client.name, last)
        .join(moments, moments.c.client_id == Client.id)
        .where(Client.erased_at.is_(None))
        .group_by(Client.id, Client.name)
        .having(last < before)
        .order_by(last)
    )


def _referrals(before: datetime) -> Select[int, str, datetime]:
    ended = Referral.state.in_(NOTHING) & Referral.client_id.is_(None)
    query = select(Referral.id, Referral.reference, Referral.since).where(ended, Referral.since < before)
    return query.order_by(Referral.since)


def _mails(before: datetime) -> Select[int, str, datetime]:
    query = select(Mail.id, Mail.subject, Mail.created_at)
    done = Mail.sent_at.is_not(None) | Mail.cancelled_at.is_not(None) | Mail.failed_at.is_not(None)
    return query.where(done, Mail.created_at < before).order_by(Mail.created_at)


_PAST = {Kept.records: _records, Kept.referrals: _referrals, Kept.mails: _mails}
