"""Who is next in the programme: a re-screen window that is open, or the date on the home sheet."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased

from .. import clock
from ..extensions import db
from .assessments import Assessment, State
from .clients import FACE, Client, Face
from .programmes import Programme, ProgrammeVersion

FEW = 12

# Days from the first assessment on which a re-screen belongs: weeks 6 and 12, a week either way.
WINDOWS = {6: (35, 49), 12: (77, 91)}
# Somebody assessed within the last three weeks has had the re-screen that the open window asks for.
DONE = 21
SOON, LATE = 10, 14


@dataclass(frozen=True)
class Due:
    """A re-screen (`week`) that should be done by `closes`, or the date `on_sheet` that a client was given; or both."""

    client: Face
    week: int | None
    closes: date | None
    on_sheet: date | None

    @property
    def by(self) -> date:
        """The day that makes it urgent."""
        return min(day for day in (self.closes, self.on_sheet) if day)


def due(today: date, zone: str) -> list[Due]:
    """The most urgent first, each client once; `zone` is the studio's."""
    dates = _dates(today)
    found = {
        client.id: Due(client, week, closes, dates.pop(client.id, (client, None))[1])
        for client, week, closes in _rescreens(today, zone)
    } | {client.id: Due(client, None, None, day) for client, day in dates.values()}
    return sorted(found.values(), key=lambda one: (one.by, one.client.id))[:FEW]


def window(first: date, week: int) -> tuple[date, date]:
    """First and last day of a re-screen, counted from the day of the first assessment."""
    opens, closes = WINDOWS[week]
    return first + timedelta(days=opens), first + timedelta(days=closes)


def _rescreens(today: date, zone: str) -> list[tuple[Face, int, date]]:
    """Client, week and last day of the windows that are open."""
    other = aliased(Assessment)
    counts = (other.client_id == Assessment.client_id) & other.state.in_((State.complete, State.amending))
    found = []
    for week, (opens, closes) in WINDOWS.items():
        firsts = (
            select(Assessment.started_at, *FACE)
            .join(Client, Client.id == Assessment.client_id)
            .where(
                Assessment.state == State.complete,
                Assessment.started_at >= _midnight(today - timedelta(days=closes), zone),
                Assessment.started_at < _midnight(today - timedelta(days=opens - 1), zone),
                Client.archived_at.is_(None),
                ~exists().where(counts, other.started_at < Assessment.started_at),
                ~exists().where(counts, other.started_at >= _midnight(today - timedelta(days=DONE), zone)),
            )
            .order_by(Assessment.started_at)
        )
        for began, id_, name, colour in db.session.execute(firsts.limit(FEW)):
            last_day = window(clock.local(began, zone).date(), week)[1]
            found.append((Face(id_, name, colour), week, last_day))
    return found


def _dates(today: date) -> dict[int, tuple[Face, date]]:
    """The dates that the sheets in the clients' hands name, by client."""
    newer = aliased(ProgrammeVersion)
    later = (newer.programme_id == ProgrammeVersion.programme_id) & (newer.number > ProgrammeVersion.number)
    sheets = (
        select(ProgrammeVersion.next_date, Client.archived_at, *FACE)
        .join(Programme, Programme.id == ProgrammeVersion.programme_id)
        .join(Client, Client.id == Programme.client_id)
        .where(
            ProgrammeVersion.next_date.between(today - timedelta(days=LATE), today + timedelta(days=SOON)),
            ProgrammeVersion.issued_at.is_not(None),
            ~exists().where(later, newer.issued_at.is_not(None)),
        )
        .order_by(ProgrammeVersion.next_date)
    )
    rows = db.session.execute(sheets.limit(FEW))
    return {id_: (Face(id_, name, colour), day) for day, away, id_, name, colour in rows if day and not away}


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone))
