"""How a date is worded, on screen and on paper alike.

Written out by hand because `strftime` follows the server's locale and pads the day with a zero.
"""

from collections.abc import Iterable
from datetime import date

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(on: date) -> str:
    """Return “Tue 24 Nov 2026”."""
    return f"{DAYS[on.weekday()][:3]} {on.day} {MONTHS[on.month - 1][:3]} {on.year}"


def long_day(on: date) -> str:
    """Return “Tuesday 24 November 2026”."""
    return f"{DAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]} {on.year}"


def day_and_month(on: date) -> str:
    """Return “24 Nov”, for places where the year is already on the page."""
    return f"{on.day} {MONTHS[on.month - 1][:3]}"


def weekday_names(weekdays: Iterable[int]) -> str:
    """Return “Wed Fri Sun” for weekday numbers, Monday being 0."""
    return " ".join(DAYS[weekday][:3] for weekday in sorted(set(weekdays)))
