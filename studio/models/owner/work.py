"""What was done in some time: sessions by coach, how booked hours went, and credits sold and used."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Executable, Integer, Row, bindparam, cast, extract, func, select

from ...charts import Bars, Chart, Columns, Series
from ...extensions import db
from ...sheets.dates import day_and_month
from ...terms.credits import Outcome
from ..sales.sessions import Credit, CreditKind, Session
from .periods import Period, month_mark, month_words

MOST_WEEKS = 53
"""A longer time is shown by month."""


@dataclass(frozen=True)
class Work:
    """`held` are the sessions that took place, of `booked` that were noted in any way."""

    booked: int
    held: int
    sessions: Chart
    outcomes: Chart
    credits: Chart

    @property
    def no_shows(self) -> int:
        """No-shows and late cancels, in per cent of what was booked."""
        return round(100 * self._lost / self.booked) if self.booked else 0

    @property
    def _lost(self) -> float:
        values = dict(zip(self.outcomes.labels, self.outcomes.sums, strict=True))
        return values[Outcome.no_show.label] + values[Outcome.late_cancel.label]


def work(period: Period, coaches: dict[int, str]) -> Work:
    """All of a time; `coaches` are names by id."""
    by_week = len(period.weeks) <= MOST_WEEKS
    rows = db.session.execute(_by_day() if by_week else _by_month(), _days(period)).all()
    counts: defaultdict[Outcome, int] = defaultdict(int)
    for row in rows:
        counts[row.outcome] += row.number
    return Work(
        booked=sum(counts.values()),
        held=counts[Outcome.attended],
        sessions=_sessions(period, [row for row in rows if row.outcome is Outcome.attended], coaches, by_week=by_week),
        outcomes=_outcomes(counts),
        credits=_credits(period),
    )


def _sessions(period: Period, rows: Sequence[Row[Any]], coaches: dict[int, str], *, by_week: bool) -> Chart:
    """Those that took place, the busiest coach at the foot."""
    begins = period.weeks if by_week else period.months
    sums: defaultdict[tuple[int, date], int] = defaultdict(int)
    busy: defaultdict[int, int] = defaultdict(int)
    for row in rows:
        begin = row.on - timedelta(days=row.on.weekday()) if by_week else date(row.year, row.month, 1)
        sums[row.coach_id, begin] += row.number
        busy[row.coach_id] += row.number
    order = sorted(busy, key=lambda id_: (-busy[id_], id_)) or [0]
    return Columns(
        id="sessions",
        title="Sessions held by week" if by_week else "Sessions held by month",
        over="Week from" if by_week else "Month",
        labels=tuple(f"{day_and_month(one)} {one.year}" if by_week else month_words(one) for one in begins),
        marks=tuple(day_and_month(one) if by_week else month_mark(one) for one in begins),
        series=tuple(Series(coaches.get(id_, "Nobody"), tuple(sums[id_, one] for one in begins)) for id_ in order),
        whole="All",
    )


def _outcomes(counts: dict[Outcome, int]) -> Chart:
    booked = sum(counts.values())
    return Bars(
        id="outcomes",
        title="How booked sessions went",
        over="Outcome",
        labels=tuple(one.label for one in Outcome),
        series=(Series("Sessions", tuple(counts[one] for one in Outcome)),),
        beside=(Series("Share", tuple(counts[one] / booked if booked else None for one in Outcome), *PERCENT),),
        of=booked or None,
    )


PERCENT = (lambda value: f"{value:.0%}", lambda value: round(value, 3))


def _credits(period: Period) -> Chart:
    """Sold, used, and lost in other ways; what was taken back is taken off."""
    sums: defaultdict[CreditKind, int] = defaultdict(int)
    for kind, amount in db.session.execute(_by_kind(), _days(period)):
        sums[kind] = amount
    lines = {
        "Sold or given on top": _total(sums, CreditKind.granted),
        "Used": -_total(sums, CreditKind.used, CreditKind.returned),
        "Expired unused": -_total(sums, CreditKind.expired),
        "Ended with the package": -_total(sums, CreditKind.cancelled),
    }
    return Bars(
        id="credits",
        title="Sessions sold and used",
        over="Sessions",
        labels=tuple(lines),
        series=(Series("Number", tuple(lines.values())),),
    )


def _total(sums: dict[CreditKind, int], *kinds: CreditKind) -> int:
    return sum(sums[kind] for kind in kinds)


def _days(period: Period) -> dict[str, date]:
    return {"first": period.first, "last": period.last}


# Composing a statement takes longer than running it: each is composed once.


@cache
def _by_day() -> Executable:
    keys = (Session.on, Session.coach_id, Session.outcome)
    return select(*keys, func.count().label("number")).where(*_noted()).group_by(*keys)


@cache
def _by_month() -> Executable:
    rows = (
        select(
            cast(extract("year", Session.on), Integer).label("year"),
            cast(extract("month", Session.on), Integer).label("month"),
            Session.coach_id,
            Session.outcome,
        )
        .where(*_noted())
        .subquery()
    )
    keys = (rows.c.year, rows.c.month, rows.c.coach_id, rows.c.outcome)
    return select(*keys, func.count().label("number")).group_by(*keys)


def _noted() -> Iterable[Any]:
    return Session.on.between(bindparam("first"), bindparam("last")), Session.undone_at.is_(None)


@cache
def _by_kind() -> Executable:
    within = Credit.on.between(bindparam("first"), bindparam("last"))
    return select(Credit.kind, func.sum(Credit.amount)).where(within).group_by(Credit.kind)
