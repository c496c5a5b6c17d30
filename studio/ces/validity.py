"""How long readiness answers hold."""

from calendar import monthrange
from datetime import date

from studio.ces.catalogue import Catalogue


def last_day(answered: date, cat: Catalogue) -> date:
    """Give the last day on which the answers hold: the same day so many months later, or the end of that month."""
    months = answered.year * 12 + answered.month - 1 + cat.safety.valid_months
    year, month = divmod(months, 12)
    return date(year, month + 1, min(answered.day, monthrange(year, month + 1)[1]))


def expired(answered: date, on: date, cat: Catalogue) -> bool:
    """Are the answers older than they may be?"""
    return on > last_day(answered, cat)
