"""Consumer law as a studio set it: how long a sale can be cancelled, and the limits a sale has to keep.

Working days are Monday to Friday: where a law counts Saturdays too, this gives the client more time, never less.
Holidays are not known here; the page where these fields are set says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..money import in_words
from .terms import Terms

DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Band:
    """Up to this total (minor units, None: any) a sale can be cancelled for so many days."""

    up_to: int | None
    days: int
    working: bool

    @property
    def words(self) -> str:
        """“5 working days”."""
        return f"{self.days} {'working ' if self.working else ''}day{'s' if self.days != 1 else ''}"


@dataclass(frozen=True, slots=True)
class Law:
    """What a studio sells under. `bands` are the cheapest first; None is no limit."""

    bands: tuple[Band, ...] = ()
    max_months: int | None = None
    max_total: int | None = None
    start_within_months: int | None = None
    sentence: str = ""
    sentence_points: int = 14


@dataclass(frozen=True, slots=True)
class Remark:
    """What the law has to say of a sale; one that `stops` it says what to change."""

    words: str
    stops: bool
    about: str
    """“total”, “term”, “start” or “cancel”: what of the sale it is about."""


def cancel_until(sold_on: date, total: int, law: Law) -> date | None:
    """The last day on which a sale of this total can be cancelled, all of that day; None where no band is for it."""
    band = band_for(total, law)
    if band is None:
        return None
    if not band.working:
        return sold_on + band.days * DAY
    day, left = sold_on, band.days
    while left:
        day += DAY
        left -= day.weekday() < SATURDAY
    return day


def band_for(total: int, law: Law) -> Band | None:
    """The first band that goes so far."""
    return next((band for band in law.bands if band.up_to is None or total <= band.up_to), None)


def checks(terms: Terms, total: int, starts_on: date, sold_on: date, law: Law) -> tuple[Remark, ...]:
    """What the law says of selling this, what stops the sale first. `total` is gross, all discounts taken off.

    The term is the programme's weeks with their grace, from the day of sale on.
    """
    found = []
    ends = last_day(terms, starts_on)
    if law.max_total is not None and total > law.max_total:
        most = in_words(law.max_total, terms.currency)
        found.append(Remark(f"One agreement may come to {most} at most here. Sell less at a time", True, "total"))
    if law.max_months is not None and ends > months_after(sold_on, law.max_months):
        found.append(Remark(f"An agreement may run {_months(law.max_months)} at most here. Sell less", True, "term"))
    if law.start_within_months is not None and starts_on > months_after(sold_on, law.start_within_months):
        within = _months(law.start_within_months)
        found.append(
            Remark(f"Sessions have to start within {within} of the sale. Choose an earlier day", True, "start")
        )
    found += _about_cancelling(terms, total, sold_on, law)
    return tuple(found)


def sentence_for(law: Law, terms: Terms, total: int, sold_on: date, starts_on: date) -> str:
    """The required sentence as it is printed above the signature, its {term}, {cancel} and {days} filled in.

    A sentence that names a day to cancel says nothing where there is none.
    """
    until, band = cancel_until(sold_on, total, law), band_for(total, law)
    if until is None and ("{cancel}" in law.sentence or "{days}" in law.sentence):
        return ""
    ends = last_day(terms, starts_on)
    filled = {
        "{term}": f"{terms.weeks} weeks and {terms.grace_weeks} more to use what is left, until {_day(ends)}"
        if terms.grace_weeks
        else f"{terms.weeks} weeks, until {_day(ends)}",
        "{cancel}": _day(until) if until else "",
        "{days}": band.words if band else "",
    }
    said = law.sentence
    for name, words in filled.items():
        said = said.replace(name, words)
    return said


def last_day(terms: Terms, starts_on: date) -> date:
    """The last day on which a session can be used, if nothing is frozen."""
    return starts_on + timedelta(weeks=terms.weeks + terms.grace_weeks) - DAY


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    return _last_that_is(day.year + years, month + 1, day.day)


def cut_into(bands: Sequence[Band]) -> tuple[Band, ...]:
    """Bands in order, the cheapest first and the one for any total last."""
    return tuple(sorted(bands, key=lambda band: (band.up_to is None, band.up_to or 0)))


def _about_cancelling(terms: Terms, total: int, sold_on: date, law: Law) -> list[Remark]:
    until, band = cancel_until(sold_on, total, law), band_for(total, law)
    if until and band:
        return [Remark(f"It can be cancelled until the end of {_day(until)} ({band.words})", False, "cancel")]
    if law.bands:
        over = in_words(law.bands[-1].up_to or 0, terms.currency)
        words = f"No time to cancel is set for more than {over}. Ask counsel and add it under Trade, or sell less"
        return [Remark(words, True, "cancel")]
    return []


def _last_that_is(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        return _last_that_is(year, month, day - 1)


def _months(months: int) -> str:
    return f"{months} month{'s' if months != 1 else ''}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
