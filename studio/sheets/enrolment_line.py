"""An enrolment in one line: where its clock stands, what is used, what comes next, what is still to pay."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..money import in_words
from ..terms.clock import Clock
from ..terms.terms import Terms
from .dates import MONTHS, day_and_month

Kind = Literal["clock", "used", "screen", "now", "end", "frozen", "owed", "late"]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the line, and what it is about."""

    kind: Kind
    words: str


@dataclass(frozen=True, slots=True)
class EnrolmentLine:
    """One enrolment on the day `on`. `owed` is in minor units, `late` the days its oldest open part is late."""

    enrolment_id: int
    client_id: int
    terms: Terms
    on: date
    starts_on: date
    state: str
    clock: Clock
    used: int
    granted: int
    left: int
    expired: int = 0
    owed: int = 0
    late: int = 0
    ended_on: date | None = None
    rescreen_now: bool = False
    """Are they back from a long freeze, and not screened since?"""

    @property
    def name(self) -> str:
        return self.terms.name

    @property
    def active(self) -> bool:
        return self.state == "active"

    @property
    def stopped(self) -> bool:
        """Is an instalment so late that the terms let the sessions stop?"""
        return bool(self.terms.stop_late_days) and self.late >= self.terms.stop_late_days

    @property
    def renewable(self) -> bool:
        """Is it time to speak of what comes after: in the last three weeks of a package and in its grace?"""
        runs = self.active and self.terms.kind in ("package", "semi_private", "maintenance") and self.terms.weeks > 3
        return runs and self.clock.week >= self.terms.weeks - 2

    @property
    def parts(self) -> tuple[Part, ...]:
        """What stands in the line, the first thing first."""
        said = [self._where(), Part("used", f"{self.used} of {self.granted} used")]
        if self.expired:
            said.append(Part("end", f"{self.expired} expired"))
        if self.active:
            said += self._ahead()
        if self.owed > 0:
            words = f"{in_words(self.owed, self.terms.currency)} due"
            said.append(Part("late", f"{words}, {_days(self.late)} late") if self.late else Part("owed", words))
        return tuple(said)

    @property
    def words(self) -> str:
        """“week 5/12 · 9 of 24 used · re-screen due 14 May · ends 2 July (+4 weeks grace) · $722.00 due”."""
        return " · ".join(part.words for part in self.parts)

    def _where(self) -> Part:
        clock = self.clock
        if not self.active:
            return Part("end", f"{self.state} {_day(self.ended_on, self.on)}" if self.ended_on else self.state)
        if clock.over:
            return Part("late", f"over since {_day(clock.last_on, self.on)}")
        if self.on < self.starts_on:
            return Part("clock", f"starts {_day(self.starts_on, self.on)}")
        if clock.frozen:
            until = f"frozen until {_day(clock.frozen_until, self.on)}" if clock.frozen_until else "frozen"
            return Part("frozen", f"{until}, week {clock.week}/{clock.weeks}")
        return Part("clock", f"week {clock.week}/{clock.weeks}")

    def _ahead(self) -> list[Part]:
        clock, said = self.clock, []
        if self.rescreen_now and not clock.frozen:
            said.append(Part("now", "re-screen first, back from a freeze"))
        elif clock.rescreen_on and not clock.over:
            said.append(Part("screen", f"re-screen due {_day(clock.rescreen_on, self.on)}"))
        if clock.in_grace:
            said.append(Part("end", f"sessions good until {_day(clock.last_on, self.on)}"))
        elif not clock.over:
            grace = f" (+{self.terms.grace_weeks} weeks grace)" if self.terms.grace_weeks else ""
            said.append(Part("end", f"ends {_day(clock.ends_on, self.on)}{grace}"))
        if clock.frozen_days and not clock.frozen:
            said.append(Part("frozen", f"{_days(clock.frozen_days)} frozen"))
        return said


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _day(on: date | None, today: date) -> str:
    """“14 May”, with the year where it is another."""
    if on is None:
        return ""
    return day_and_month(on) if on.year == today.year else f"{on.day} {MONTHS[on.month - 1][:3]} {on.year}"
