"""The time that numbers are about: from a day to a day, both counted."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

PRESETS: Final = {"month": "This month", "quarter": "This quarter", "year": "This year", "12-months": "12 months"}
USUAL: Final = "12-months"
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Period:
    """`preset` is the word it was asked for by, empty for days that somebody chose."""

    first: date
    last: date
    preset: str = ""

    @property
    def in_address(self) -> dict[str, str]:
        """The same as arguments of an address."""
        if self.preset:
            return {} if self.preset == USUAL else {"period": self.preset}
        return {"since": self.first.isoformat(), "until": self.last.isoformat()}

    @property
    def months(self) -> list[date]:
        """The first days of the months it touches."""
        found, day = [], self.first.replace(day=1)
        while day <= self.last:
            found.append(day)
            day = next_month(day)
        return found

    @property
    def weeks(self) -> list[date]:
        """The Mondays of the weeks it touches."""
        monday = self.first - timedelta(days=self.first.weekday())
        return [monday + timedelta(weeks=n) for n in range((self.last - monday).days // 7 + 1)]

    def moments(self, zone: str) -> tuple[datetime, datetime]:
        """Its first moment and the first one after it."""
        return _midnight(self.first, zone), _midnight(self.last + timedelta(days=1), zone)


def named(preset: str, today: date) -> Period:
    """One of `PRESETS` up to today; an unknown word is twelve months."""
    first = today.replace(day=1)
    match preset:
        case "month":
            return Period(first, today, preset)
        case "quarter":
            return Period(first.replace(month=first.month - (first.month - 1) % 3), today, preset)
        case "year":
            return Period(first.replace(month=1), today, preset)
    return Period(next_month(first.replace(year=first.year - 1)), today, USUAL)


def next_month(day: date) -> date:
    """The first day of the month after that of a day."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def month_words(month: date) -> str:
    """Nov 2026"""
    return f"{MONTHS[month.month - 1]} {month.year}"


def month_mark(month: date) -> str:
    """Nov, and in January the year with it: there is little room under a column."""
    name = MONTHS[month.month - 1]
    return f"{name} ’{month.year % 100:02}" if month.month == 1 else name


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
