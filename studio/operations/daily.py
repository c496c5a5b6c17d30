"""What the house does by itself once a day. Done twice it is done once, so whoever comes first may do it."""

from datetime import date

from ..clock import utcnow
from . import jobs, outbox, reminders
from .imports import files


def keep_house(today: date) -> int:
    """Write the day's reminders and wipe what need not be kept any more; answers how many mails were written."""
    outbox.forget_cancelled(utcnow())
    files.forget_old()
    jobs.forget_old()
    return reminders.remind(today)
