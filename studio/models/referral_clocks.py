"""How long a referral may stay as it is before somebody is late, and what is to be done by then.

Counted in working days of the studio: Saturdays and Sundays do not count, holidays are not known.
"""

from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY = 5


@dataclass(frozen=True)
class Target:
    """What is to be done within so many working days, and why so many."""

    days: int
    to_do: str
    why: str


# By state; a state that is not here waits for nobody.
TARGETS = {
    "received": Target(
        1, "call", "The receipt promises a call by the next working day; the same day when urgent, weekend or not"
    ),
    "contacted": Target(3, "book", "Who has been reached and has no date after three days is called again"),
    "booked": Target(10, "assess", "The first visit is within two weeks, or the therapist has reason to ask"),
    "assessed": Target(5, "start", "The letter about the assessment tells the plan, and goes within five working days"),
    "in_programme": Target(65, "week 12 letter", "Twelve weeks, and five working days for the letter after them"),
}


def due_on(state: str, since: date, *, urgent: bool) -> date | None:
    """The last day on which somebody is in time; None for a state that waits for nobody."""
    target = TARGETS.get(state)
    if target is None:
        return None
    return since if urgent and state == "received" else working_day(since, target.days)


def working_day(start: date, days: int) -> date:
    """So many working days after a day."""
    found = start
    for _ in range(days):
        found += timedelta(days=1)
        while found.weekday() >= SATURDAY:
            found += timedelta(days=1)
    return found
