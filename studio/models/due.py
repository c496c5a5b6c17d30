"""Who is next in the programme: a re-screen window that is open, or the date on the home sheet."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Executable, Select, bindparam, exists, literal, select, union_all
from sqlalchemy.orm import aliased

from .. import clock
from ..extensions import db
from .assessments import Assessment, State
from .clients import FACE, Client, Face
from .programmes import Programme, ProgrammeVersion
from .tables import shipped

FEW = 12

# The re-screen that only a longer plan has.
LONGER = 16
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


def weeks_of(plan: int) -> tuple[int, ...]:
    """The weeks of a plan in which there is a re-screen."""
    return tuple(week for week in shipped().decisions.rescreens if week <= plan)


def plan_is_longer(client_id: int) -> bool:
    """Does a plan of this client go on after week 12?"""
    mine = select(Programme.id).where(Programme.client_id == client_id, Programme.weeks >= LONGER)
    return db.session.scalar(mine.limit(1)) is not None


def assessed_on(client_id: int, zone: str) -> list[date]:
    """The days of a client's completed assessments, the first one first; re-screens are counted from it."""
    counts = Assessment.state.in_((State.complete, State.amending))
    moments = select(Assessment.started_at).where(Assessment.client_id == client_id, counts)
    return [clock.local(one, zone).date() for one in db.session.scalars(moments.order_by(Assessment.started_at))]


def window(first: date, week: int) -> tuple[date, date]:
    """First and last day of a re-screen, counted from the day of the first assessment."""
    opens, closes = shipped().decisions.rescreens[week]
    return first + timedelta(days=opens), first + timedelta(days=closes)


def _rescreens(today: date, zone: str) -> list[tuple[Face, int, date]]:
    """Client, week and last day of the windows that are open."""
    days = {"done": _midnight(today - timedelta(days=DONE), zone)}
    for week, (opens, closes) in shipped().decisions.rescreens.items():
        days[f"since_{week}"] = _midnight(today - timedelta(days=closes), zone)
        days[f"until_{week}"] = _midnight(today - timedelta(days=opens - 1), zone)
    return [
        (Face(id_, name, colour), week, window(clock.local(began, zone).date(), week)[1])
        for week, began, id_, name, colour in db.session.execute(_all_firsts(), days)
    ]


def _dates(today: date) -> dict[int, tuple[Face, date]]:
    """The dates that the sheets in the clients' hands name, by client."""
    days = {"late": today - timedelta(days=LATE), "soon": today + timedelta(days=SOON)}
    rows = db.session.execute(_sheets(), days)
    # The archived are left out here: asked of the database, it would begin with the clients and sort all their sheets.
    here = (row for row in rows if row.archived_at is None)
    return {id_: (Face(id_, name, colour), day) for day, _, id_, name, colour in islice(here, FEW)}


# Composing a statement takes longer than running it: each is composed once.


@cache
def _all_firsts() -> Executable:
    """Those of every week, in one statement."""
    parts = (_firsts(week).subquery() for week in shipped().decisions.rescreens)
    return union_all(*(select(part) for part in parts))


def _firsts(week: int) -> Select[*tuple[Any, ...]]:
    """First assessments from `since` to `until` of clients without another one from `done` on."""
    longer = exists().where(Programme.client_id == Assessment.client_id, Programme.weeks >= LONGER)
    other = aliased(Assessment)
    counts = (other.client_id == Assessment.client_id) & other.state.in_((State.complete, State.amending))
    return (
        select(literal(week), Assessment.started_at, *FACE)
        .join(Client, Client.id == Assessment.client_id)
        .where(
            Assessment.state == State.complete,
            Assessment.started_at >= bindparam(f"since_{week}"),
            Assessment.started_at < bindparam(f"until_{week}"),
            Client.archived_at.is_(None),
            *([longer] if week == LONGER else []),
            ~exists().where(counts, other.started_at < Assessment.started_at),
            ~exists().where(counts, other.started_at >= bindparam("done")),
        )
        .order_by(Assessment.started_at)
        .limit(FEW)
    )


@cache
def _sheets() -> Executable:
    """The newest issued versions with a date from `late` to `soon`."""
    newer = aliased(ProgrammeVersion)
    later = (newer.programme_id == ProgrammeVersion.programme_id) & (newer.number > ProgrammeVersion.number)
    return (
        select(ProgrammeVersion.next_date, Client.archived_at, *FACE)
        .join(Programme, Programme.id == ProgrammeVersion.programme_id)
        .join(Client, Client.id == Programme.client_id)
        .where(
            ProgrammeVersion.next_date.between(bindparam("late"), bindparam("soon")),
            ProgrammeVersion.issued_at.is_not(None),
            ~exists().where(later, newer.issued_at.is_not(None)),
        )
        .order_by(ProgrammeVersion.next_date)
    )


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone))
