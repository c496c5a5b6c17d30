"""Who is slipping: behind the clock, away too long, about to lose sessions, little done at home, or late with money."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from sqlalchemy import func, select

from ...extensions import db
from ...money import in_words
from ...sheets.dates import day_and_month
from ...sheets.enrolment_line import EnrolmentLine
from ...terms.credits import Outcome
from ..assessments import Assessment
from ..assessments import State as Assessed
from ..credentials import RunningOut, running_out
from ..reviews import Review
from ..sales.sessions import Session
from ..tables import shipped
from .arrivals import SMALL
from .running import HEAD, Running, ids_of, running

Kind = Literal["late", "behind", "quiet", "expiring", "home"]
KINDS: Final[dict[Kind, str]] = {
    "late": "Late with money",
    "behind": "Behind the clock",
    "quiet": "No session lately",
    "expiring": "Sessions will expire",
    "home": "Little done at home",
}
BEHIND = 2
"""So many sessions fewer than the weeks gone by would have used."""
QUIET = 14
"""So many days without a session; where the pace is slower, twice the usual distance."""
NEAR = 28
"""From how many days before the last one on expiring is worth a word."""
SHOWN = 50


@dataclass(frozen=True)
class Reason:
    kind: Kind
    words: str


@dataclass(frozen=True)
class AtRisk:
    """One enrolment and all that is wrong with it, the gravest first."""

    who: Running
    reasons: tuple[Reason, ...]

    @property
    def cells(self) -> list[object]:
        line = self.who.line
        return [*self.who.cells, line.used, line.granted, line.left, "; ".join(one.words for one in self.reasons)]


@dataclass(frozen=True)
class Slipping:
    """`counts` are all of a kind, `rows` those that were asked for."""

    counts: dict[Kind, int]
    everybody: int
    rows: list[AtRisk]
    credentials: list[RunningOut]

    def file(self) -> list[list[object]]:
        head: list[object] = [*HEAD, "Used", "Granted", "Left", "Reasons"]
        return [head, *(row.cells for row in self.rows)]


def slipping(on: date, kind: str = "") -> Slipping:
    """Whoever slips today; with `kind` only those of whom that is true."""
    found = running(on)
    clients = ids_of(found)
    last, home = _last_sessions(clients), _at_home(clients)
    rows = [
        AtRisk(one, reasons)
        for one in found
        if (reasons := tuple(reasons_of(one.line, last.get(one.line.enrolment_id), home.get(one.client.id))))
    ]
    rows.sort(key=lambda one: (-len(one.reasons), -one.who.line.late, one.who.line.starts_on))
    counts = Counter(reason.kind for one in rows for reason in one.reasons)
    return Slipping(
        counts={one: counts[one] for one in KINDS},
        everybody=len(rows),
        rows=[one for one in rows if not kind or any(reason.kind == kind for reason in one.reasons)],
        credentials=sorted((one for mine in running_out(on).values() for one in mine), key=lambda one: one.last_day),
    )


def reasons_of(line: EnrolmentLine, last: date | None, home: tuple[date, int] | None) -> Iterable[Reason]:
    """What is wrong with one enrolment. `last` is its last session, `home` day and per cent of the last review."""
    if line.late:
        open_ = in_words(line.owed, line.terms.currency)
        yield Reason("late", f"An instalment is {_days(line.late)} late; {open_} is open")
    if line.clock.frozen or line.clock.over or line.on < line.starts_on or line.terms.kind in SMALL:
        return
    yield from _behind(line)
    yield from _quiet(line, last)
    yield from _expiring(line)
    if home and home[0] >= line.starts_on and home[1] < shipped().decisions.partial_pct:
        yield Reason("home", f"{home[1]}% of the home sessions done, at the review of {day_and_month(home[0])}")


def _behind(line: EnrolmentLine) -> Iterable[Reason]:
    expected = line.granted * (line.clock.week - 1) // max(1, line.clock.weeks)
    if line.left and expected - line.used - line.expired >= BEHIND and not line.clock.in_grace:
        yield Reason("behind", f"{line.used} used by week {line.clock.week}; the plan is {expected}")


def _quiet(line: EnrolmentLine, last: date | None) -> Iterable[Reason]:
    pace = 7 * line.terms.weeks // max(1, line.terms.sessions)
    days = (line.on - (last or line.starts_on)).days - (line.clock.frozen_days if last is None else 0)
    if line.left and days >= max(QUIET, 2 * pace):
        yield Reason("quiet", f"No session for {days} days" if last else f"No session since the start {days} days ago")


def _expiring(line: EnrolmentLine) -> Iterable[Reason]:
    days = (line.clock.last_on - line.on).days + 1
    usable = -(-days * line.terms.sessions // max(1, 7 * line.terms.weeks))
    if 0 < days <= NEAR and line.left > usable:
        last = day_and_month(line.clock.last_on)
        yield Reason("expiring", f"{line.left} left until {last}; at the usual pace {line.left - usable} will expire")


def _last_sessions(clients: Sequence[int]) -> dict[int, date]:
    """The last one that took place, by enrolment."""
    rows = (
        select(Session.enrolment_id, func.max(Session.on))
        .where(Session.client_id.in_(clients), Session.outcome == Outcome.attended, Session.undone_at.is_(None))
        .group_by(Session.enrolment_id)
    )
    return {id_: day for id_, day in db.session.execute(rows) if id_ is not None}


def _at_home(clients: Sequence[int]) -> dict[int, tuple[date, int]]:
    """Day and home sessions done, in per cent, of each client's last review that counts."""
    rows = (
        select(Review.client_id, Review.at, Review.adherence_pct)
        .join(Assessment, Assessment.id == Review.assessment_id)
        .where(Review.client_id.in_(clients), Assessment.state != Assessed.voided)
        .order_by(Review.at)
    )
    return {client: (at.date(), pct) for client, at, pct in db.session.execute(rows)}


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
