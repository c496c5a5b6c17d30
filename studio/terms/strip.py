"""The weeks of an enrolment as a strip: places on it in days from the start."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .clock import DAY, WEEK, Pause, clock
from .terms import Terms


@dataclass(frozen=True, slots=True)
class Strip:
    """`days` is its whole length, `weeks_end` where the weeks end and the grace begins; `frozen` are (from, length)."""

    days: int
    weeks_end: int
    weeks: tuple[tuple[int, int], ...]
    """Week and where it begins."""
    frozen: tuple[tuple[int, int], ...]
    screens: tuple[tuple[int, int], ...]
    """Week and where its screen is due."""
    today: int | None


def strip(terms: Terms, start: date, pauses: Sequence[Pause], on: date) -> Strip:
    """Lay an enrolment out from its first day to the last on which a session can be used."""
    now = clock(terms, start, pauses, on)
    still = [one for one in pauses if one.kind != "extension" and one.start <= now.last_on]
    days = (now.last_on - start).days + 1
    inside = start <= on <= now.last_on
    return Strip(
        days=days,
        weeks_end=(now.ends_on - start).days + 1,
        weeks=tuple((week, _begins(week, start, still, on)) for week in range(1, terms.weeks + 1)),
        frozen=tuple(((one.start - start).days, one.days(on)) for one in still),
        screens=tuple((week, _begins(week, start, still, on)) for week in terms.screens if week),
        today=(on - start).days if inside else None,
    )


def _begins(week: int, start: date, still: Sequence[Pause], on: date) -> int:
    """The day on which a week begins, later by the freezes before it."""
    day = start + (week - 1) * WEEK
    for one in still:
        if one.start <= day:
            day += one.days(on) * DAY
    return (day - start).days
