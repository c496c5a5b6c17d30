"""Who may come in today: people with a package that runs, what they have left, and who was here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import exists, func, select, tuple_
from sqlalchemy.orm import joinedload

from ...extensions import db
from ...terms.checking import Hindrance, hindrance
from ...terms.credits import Outcome
from ..client_search import find
from ..clients import Client
from .enrolment_line import EnrolmentLine, lines_of
from .enrolments import Enrolment, State
from .sessions import Session

PAGE = 60
FOUND = 20
SMALL = ("assessment", "single")


@dataclass(frozen=True, slots=True)
class Row:
    """One person at the desk: the package a session of today goes on, what stands in its way, today's session."""

    client: Client
    line: EnrolmentLine | None
    hindrance: Hindrance | None
    session: Session | None


@dataclass(frozen=True, slots=True)
class Page:
    """Some of them by name, and the id of the last one when more follow."""

    rows: list[Row]
    after: int | None


def page_of(on: date, after: int | None = None) -> Page:
    """Everybody whose package runs, behind client `after`."""
    runs = exists().where(Enrolment.client_id == Client.id, Enrolment.state == State.active)
    query = select(Client).where(Client.archived_at.is_(None), runs).order_by(Client.sort_name, Client.id)
    if last := db.session.get(Client, after) if after is not None else None:
        query = query.where(tuple_(Client.sort_name, Client.id) > tuple_(last.sort_name, last.id))
    clients = list(db.session.scalars(query.limit(PAGE + 1)))
    shown = clients[:PAGE]
    return Page(rows_of(shown, on), shown[-1].id if len(clients) > PAGE else None)


def found(text: str, on: date) -> list[Row]:
    """Whoever fits what was typed, with a package or without one."""
    return rows_of([one for one in find(text, FOUND) if one.archived_at is None], on)


def rows_of(clients: Sequence[Client], on: date) -> list[Row]:
    """A row for each, in six statements."""
    ids = [one.id for one in clients]
    mine = select(Enrolment).where(Enrolment.client_id.in_(ids), Enrolment.state == State.active)
    lines = lines_of(db.session.scalars(mine.order_by(Enrolment.starts_on, Enrolment.id)).all(), on).values()
    here = _noted(ids, on)
    return [_row(one, [line for line in lines if line.client_id == one.id], here.get(one.id)) for one in clients]


def row_of(client: Client, lines: Iterable[EnrolmentLine], on: date) -> Row:
    """One person's row where the lines are known."""
    return _row(client, lines, _noted([client.id], on).get(client.id))


def _row(client: Client, lines: Iterable[EnrolmentLine], session: Session | None) -> Row:
    line = to_use(lines)
    return Row(client, line, what_stops(line) if line else None, session)


def to_use(lines: Iterable[EnrolmentLine]) -> EnrolmentLine | None:
    """The package that a session goes on: one with nothing in its way, before a single session, the oldest."""
    usable = [line for line in lines if line.active]
    return min(
        usable,
        key=lambda line: (what_stops(line) is not None, line.clock.over, line.terms.kind in SMALL, line.starts_on),
        default=None,
    )


def what_stops(line: EnrolmentLine) -> Hindrance | None:
    return hindrance(line.terms, line.starts_on, line.clock, line.on, left=line.left, late_days=line.late)


def here_on(on: date) -> int:
    """How many came."""
    came = select(func.count()).where(
        Session.on == on, Session.outcome == Outcome.attended, Session.undone_at.is_(None)
    )
    return db.session.scalar(came) or 0


def _noted(client_ids: Sequence[int], on: date) -> dict[int, Session]:
    """The last session of each on a day that was not taken back."""
    rows = select(Session).where(Session.client_id.in_(client_ids), Session.on == on, Session.undone_at.is_(None))
    rows = rows.options(joinedload(Session.coach)).order_by(Session.id)
    return {one.client_id: one for one in db.session.scalars(rows)}
