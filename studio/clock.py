"""The only place that asks for the time, so that tests can stop it in one place."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_pretended: ContextVar[datetime | None] = ContextVar("pretended", default=None)


def utcnow() -> datetime:
    """The current moment, aware, in UTC."""
    return _pretended.get() or datetime.now(UTC)


@contextmanager
def pretend(moment: datetime) -> Iterator[None]:
    """Let it be `moment` (aware) for a while: the demo studio lives its past through the real operations."""
    token = _pretended.set(moment)
    try:
        yield
    finally:
        _pretended.reset(token)


def local(moment: datetime, zone: str) -> datetime:
    """`moment` (aware) as the studio's clock on the wall shows it; `zone` is an IANA name."""
    return moment.astimezone(ZoneInfo(zone))


def at_time(moment: datetime, zone: str) -> str:
    """14:02, on the studio's clock."""
    return f"{local(moment, zone):%H:%M}"


def today(zone: str) -> date:
    """The date in the studio, which is not always the server's."""
    return local(utcnow(), zone).date()
