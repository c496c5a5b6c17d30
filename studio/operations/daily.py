"""What the house does by itself once a day. Done twice it is done once, so whoever comes first may do it."""

from datetime import date

from ..clock import utcnow
from . import outbox, reminders


def keep_house(today: date) -> int:
    """Write the day's reminders and wipe what need not be kept any more; answers how many mails were written."""
    outbox.forget_cancelled(utcnow())
    return reminders.remind(today)
