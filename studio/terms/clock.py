"""The clock of an enrolment: which week it is, when it ends, how long it stood still. Days are the studio's.

A package is weeks and sessions at once: what is left when the grace is over has expired, unless it was frozen or
extended (business.conventions: expiry, freeze).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from .terms import Terms

PauseKind = Literal["freeze", "medical", "extension"]
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch of days on which the clock stands, both ends counted; an extension moves the last day only.

    An `until` of None is a freeze that nobody has ended yet.
    """

    kind: PauseKind
    start: date
    until: date | None

    def days(self, on: date) -> int:
        """How many of its days there are; of one without an end, those that have gone by."""
        return max((min(self.until or on, date.max - DAY) - self.start).days + 1, 0)

    def runs(self, on: date) -> bool:
        """Does it stop the clock on this day?"""
        return self.kind != "extension" and self.start <= on <= (self.until or date.max)


@dataclass(frozen=True, slots=True)
class Clock:
    """Where an enrolment stands on a day. `week` is 0 before the start and stays at the last one in the grace."""

    week: int
    weeks: int
    ends_on: date
    """The last day of the programme's weeks."""
    last_on: date
    """The last day on which a session can be used."""
    frozen_days: int
    frozen_until: date | None
    frozen: bool
    rescreen_week: int | None
    rescreen_on: date | None
    """The first day of the next screen's week."""
    in_grace: bool
    """Are the weeks over and the sessions still good?"""
    over: bool


def clock(terms: Terms, start: date, pauses: Iterable[Pause], on: date, *, screened: Sequence[int] = ()) -> Clock:
    """Tell where an enrolment that started on `start` stands on a day; `screened` are weeks already screened."""
    every = sorted(pauses, key=lambda pause: pause.start)
    still = [pause for pause in every if pause.kind != "extension" and pause.start <= on]
    running = next((one for one in still if one.runs(on)), None)
    end = start + terms.weeks * WEEK - DAY
    last = end + terms.grace_weeks * WEEK
    for pause in every:
        days = timedelta(days=pause.days(on))
        if pause.kind != "extension":
            end += days
        last += days
    weeks_gone = (_running_day(on, still) - start).days // 7
    week = 0 if on < start else max(min(weeks_gone + 1, terms.weeks), 1)
    next_screen = next((one for one in terms.screens if one >= max(week, 1) and one not in screened), None)
    return Clock(
        week=week,
        weeks=terms.weeks,
        ends_on=end,
        last_on=last,
        frozen_days=sum(_gone(pause, on) for pause in still),
        frozen_until=running.until if running else None,
        frozen=running is not None,
        rescreen_week=next_screen,
        rescreen_on=_shifted(start + (next_screen - 1) * WEEK, every, on) if next_screen else None,
        in_grace=end < on <= last,
        over=on > last,
    )


def after_freeze(pauses: Iterable[Pause], on: date, least: int, screened: date | None) -> bool:
    """Is somebody back from a freeze of so many days at least, and was not screened since?"""
    return any(
        pause.kind != "extension" and pause.until is not None and pause.until < on and pause.days(on) >= least
        and (screened is None or screened <= pause.until)
        for pause in pauses
    )  # fmt: skip


def overlaps(one: Pause, others: Iterable[Pause]) -> bool:
    """Does a freeze share a day with another?"""
    still = (other for other in others if other.kind != "extension")
    return any(one.start <= (other.until or date.max) and other.start <= (one.until or date.max) for other in still)


def _gone(pause: Pause, on: date) -> int:
    """How many of a freeze's days lie on or before a day."""
    return (min(pause.until or on, on) - pause.start).days + 1


def _running_day(on: date, still: Sequence[Pause]) -> date:
    """The day it would be without the days that stood still."""
    return on - timedelta(days=sum(_gone(pause, on) for pause in still))


def _shifted(day: date, pauses: Sequence[Pause], on: date) -> date:
    """A planned day, later by the freezes that began on or before it."""
    for pause in pauses:
        if pause.kind != "extension" and pause.start <= day:
            day += timedelta(days=pause.days(on))
    return day
