"""How soon somebody of the studio gets through to who was referred: by month and by therapist."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from statistics import median

from sqlalchemy import Executable, Row, bindparam, func, select

from ..extensions import db
from .referral_clocks import TARGETS, working_day
from .referrals import REACHED, Kind, Referral, ReferralStep
from .studios import studio_day
from .therapists import Therapist

MONTHS = 12


@dataclass(frozen=True)
class Figure:
    """Some referrals: how many, how many were reached and in time, and the middle one's hours to first contact."""

    name: str
    number: int
    reached: int
    in_time: int
    hours: float | None

    @property
    def share(self) -> int | None:
        """Reached within one working day, in per cent of those that were reached or are late."""
        return round(100 * self.in_time / self.number) if self.number else None


@dataclass(frozen=True)
class Figures:
    whole: Figure
    by_month: list[Figure]
    by_therapist: list[Figure]


def figures(today: date, now: datetime) -> Figures:
    """The referrals of the last twelve months; one that is still in time and not reached yet counts nowhere."""
    rows = [row for row in db.session.execute(_rows(), {"since": now - timedelta(days=365)}) if _counts(row, today)]
    months, senders = defaultdict(list), defaultdict(list)
    for row in rows:
        months[studio_day(row.received_at).replace(day=1)].append(row)
        senders[row.name or row.sender.get("name") or "not named"].append(row)
    return Figures(
        whole=_figure("All", rows),
        by_month=[_figure(f"{month:%B %Y}", months[month]) for month in sorted(months, reverse=True)],
        by_therapist=[_figure(name, senders[name]) for name in sorted(senders, key=lambda one: -len(senders[one]))],
    )


def _counts(row: Row[tuple[object, ...]], today: date) -> bool:
    return row.reached_at is not None or _last_day(row.received_at) < today


def _last_day(received_at: datetime) -> date:
    return working_day(studio_day(received_at), TARGETS["received"].days)


def _figure(name: str, rows: Iterable[Row[tuple[object, ...]]]) -> Figure:
    found = list(rows)
    reached = [row for row in found if row.reached_at is not None]
    hours = [(row.reached_at - row.received_at).total_seconds() / 3600 for row in reached]
    in_time = sum(studio_day(row.reached_at) <= _last_day(row.received_at) for row in reached)
    return Figure(name, len(found), len(reached), in_time, median(hours) if hours else None)


@cache
def _rows() -> Executable:
    first = (
        select(func.min(ReferralStep.at))
        .where(
            ReferralStep.referral_id == Referral.id, ReferralStep.state.in_(REACHED), ReferralStep.undone_at.is_(None)
        )
        .scalar_subquery()
    )
    return (
        select(Referral.received_at, Referral.sender, Therapist.name, first.label("reached_at"))
        .outerjoin(Therapist, Therapist.id == Referral.therapist_id)
        .where(Referral.received_at >= bindparam("since"), Referral.kind == Kind.referral)
        .order_by(Referral.received_at)
    )
