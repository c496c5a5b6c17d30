"""Who stopped before the end of what they bought: why, and in which week."""

from collections import Counter
from functools import cache
from typing import Final

from sqlalchemy import Executable, bindparam, select

from ...charts import Bars, Chart, Series
from ...extensions import db
from ..sales.enrolments import Enrolment, Left, State
from .periods import Period

SPANS: Final = {"Before week 1": 0, "Weeks 1 to 4": 4, "Weeks 5 to 8": 8, "Later": 10_000}
"""Each up to a week of its own, counted from the start; weeks that were frozen count too."""


def leaving(period: Period) -> Chart:
    """Cancelled within the time, by reason; the most frequent first."""
    rows = db.session.execute(_cancelled(), {"first": period.first, "last": period.last}).all()
    counts = Counter((row.left, _span((row.ended_on - row.starts_on).days // 7 + 1)) for row in rows)
    sums = Counter(row.left for row in rows)
    reasons = [reason for reason, _ in sums.most_common()]
    spans = [span for span in SPANS if any(counts[reason, span] for reason in reasons)] or list(SPANS)[1:2]
    return Bars(
        id="leaving",
        title="Who stopped early, and why",
        nothing="Nobody stopped before the end in this time.",
        over="Reason",
        labels=tuple(_words(reason) for reason in reasons),
        series=tuple(Series(span, tuple(counts[reason, span] for reason in reasons)) for span in spans),
        whole="All",
    )


def _span(week: int) -> str:
    return next(span for span, last in SPANS.items() if week <= last)


def _words(reason: Left | None) -> str:
    return reason.value.capitalize() if reason else "No reason on record"


@cache
def _cancelled() -> Executable:
    return select(Enrolment.left, Enrolment.starts_on, Enrolment.ended_on).where(
        Enrolment.ended_on.between(bindparam("first"), bindparam("last")), Enrolment.state == State.cancelled
    )
