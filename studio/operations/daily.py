"""What the house does by itself once a day. Done twice it is done once, so whoever comes first may do it."""

from datetime import date

from ..clock import utcnow
from . import outbox, reminders
from .books import reminding
from .imports import files
from .sales import ending, giving, instalment_days
from .take_away import shelf


def keep_house(today: date) -> int:
    """Write the day's reminders and wipe what need not be kept any more; answers how many mails were written.

    What was not used in time expires, what is over is completed, and payments wait for those who are frozen without
    an end.
    """
    outbox.forget_cancelled(utcnow())
    files.forget_old()
    shelf.forget_old()
    instalment_days.keep_pace(today)
    giving.expire(today)
    ending.complete_over(today)
    return reminders.remind(today) + reminding.remind(today)
