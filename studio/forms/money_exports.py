"""Which days the accountant's files are about, and whether they name people."""

from dataclasses import dataclass
from datetime import date, timedelta

from flask import request
from wtforms import BooleanField

from ..models.owner.periods import Period
from .periods import PeriodForm


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days that people ask for, with its words."""

    text: str
    period: Period


def spans(today: date) -> list[Span]:
    """Whole ones that are over first: they are what an accountant is given."""
    month, quarter, year = today.replace(day=1), _quarter(today), today.replace(month=1, day=1)
    over = [("Last month", month, _month), ("Last quarter", quarter, _quarter), ("Last year", year, _year)]
    ends = [(text, begins, after - timedelta(days=1)) for text, after, begins in over]
    found = [Span(text, Period(begins(last), last)) for text, begins, last in ends]
    return [*found, Span("This month", Period(month, today)), Span("This year", Period(year, today))]


class ExportForm(PeriodForm):
    names = BooleanField("With the names of clients")

    @property
    def period(self) -> Period:
        """Last month, where nothing was asked for."""
        if not {"since", "until", "period"} & set(request.args):
            return spans(self.today)[0].period
        return super().period

    @property
    def in_address(self) -> dict[str, str]:
        period = self.period
        kept = {"since": period.first.isoformat(), "until": period.last.isoformat()}
        return kept | ({"names": "y"} if self.names.data else {})


def _month(day: date) -> date:
    return day.replace(day=1)


def _quarter(day: date) -> date:
    return day.replace(month=day.month - (day.month - 1) % 3, day=1)


def _year(day: date) -> date:
    return day.replace(month=1, day=1)
