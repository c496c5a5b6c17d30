"""Days in the past, counted on the studio's own calendar."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from studio.clock import utcnow

HERE = ZoneInfo("Europe/London")


def days_ago(days: int) -> datetime:
    """The same time on the studio's wall clock so many days before, in UTC.

    24 hours times the days would be another date around midnight when the clocks were changed in between.
    """
    return (utcnow().astimezone(HERE) - timedelta(days=days)).astimezone(UTC)
