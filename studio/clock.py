"""The only place that asks for the time, so that tests can stop it in one place."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def utcnow() -> datetime:
    """The current moment, aware, in UTC."""
    return datetime.now(UTC)


def local(moment: datetime, zone: str) -> datetime:
    """`moment` (aware) as the studio's clock on the wall shows it; `zone` is an IANA name."""
    return moment.astimezone(ZoneInfo(zone))


def today(zone: str) -> date:
    """The date in the studio, which is not always the server's."""
    return local(utcnow(), zone).date()
