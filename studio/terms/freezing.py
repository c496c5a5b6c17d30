"""May the clock be stopped so? What the terms say against a freeze (business.conventions.freeze)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .clock import Pause, overlaps
from .terms import FreezeRule


@dataclass(frozen=True, slots=True)
class Objection:
    """One thing that speaks against a freeze. An owner may go beyond the terms, not beyond what makes no sense."""

    words: str
    of_the_terms: bool = True


def objections(
    rule: FreezeRule,
    new: Pause,
    others: Sequence[Pause],
    *,
    asked_on: date,
    starts_on: date,
    last_on: date,
    used_on: Sequence[date] = (),
) -> list[Objection]:
    """What speaks against a new freeze of a package that can be used from `starts_on` to `last_on`.

    `others` are its freezes and extensions so far, `used_on` the days of its sessions.
    """
    found = _senseless(new, others, starts_on, last_on, used_on)
    if new.kind == "medical":
        return found + ([] if rule.medical else [Objection("The terms know no medical freeze")])
    taken = sum(one.kind == "freeze" for one in others)
    if taken >= rule.times:
        found.append(Objection(_enough(rule.times)))
    if new.until and (days := (new.until - new.start).days + 1) > rule.most_days:
        found.append(Objection(f"A freeze is {rule.most_days} days at most. These are {days}"))
    if (notice := (new.start - asked_on).days) < rule.notice_days:
        ahead = (
            "this one begins today" if notice == 0 else f"this one is {notice}" if notice > 0 else "this one is past"
        )
        found.append(Objection(f"A freeze is asked for {rule.notice_days} days ahead; {ahead}"))
    return found


def _senseless(
    new: Pause, others: Sequence[Pause], starts_on: date, last_on: date, used_on: Sequence[date]
) -> list[Objection]:
    found = []
    if new.until is None and new.kind == "freeze":
        found.append(Objection("Choose the last day of the freeze", False))
    if new.until and new.until < new.start:
        found.append(Objection("The last day lies before the first. Choose a later one", False))
        return found
    if not starts_on <= new.start <= last_on:
        found.append(
            Objection(f"The package can be used from {_day(starts_on)} to {_day(last_on)}. Begin within", False)
        )
    if overlaps(new, others):
        found.append(Objection("Another freeze shares a day with this one. Undo that, or choose other days", False))
    inside = [day for day in used_on if new.start <= day <= (new.until or date.max)]
    if inside:
        found.append(Objection(f"There was a session on {_day(max(inside))}. Begin the day after it", False))
    return found


def _enough(times: int) -> str:
    if times == 0:
        return "The terms know no freeze but a medical one"
    return "The one freeze of the terms is taken" if times == 1 else f"The {times} freezes of the terms are taken"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
