"""The line of an enrolment, for many clients at once: four statements, however many there are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter

from sqlalchemy import func, select

from ...clock import local
from ...extensions import db
from ...sheets.enrolment_line import EnrolmentLine
from ...terms.clock import Pause, clock
from ...terms.instalments import Due, still_open
from ...terms.terms import Terms
from ..assessments import Assessment
from ..assessments import State as Assessed
from ..books.invoices import Instalment
from ..books.ledger import Entry
from ..studios import the_studio
from .credits import Balance, balances
from .enrolments import ClockChange, Enrolment, State

__all__ = ["EnrolmentLine", "line_of", "lines_for", "lines_of"]


def lines_for(client_ids: Iterable[int], on: date) -> dict[int, EnrolmentLine]:
    """Of each client the enrolment that counts on a day: a running package before a single, else the next to begin."""
    mine = select(Enrolment).where(Enrolment.client_id.in_(list(client_ids)), Enrolment.state == State.active)
    found = lines_of(db.session.scalars(mine.order_by(Enrolment.starts_on, Enrolment.id)).all(), on)
    by_client: dict[int, EnrolmentLine] = {}
    for line in sorted(found.values(), key=_weight):
        by_client.setdefault(line.client_id, line)
    return by_client


def line_of(enrolment: Enrolment, on: date) -> EnrolmentLine:
    return lines_of([enrolment], on)[enrolment.id]


def lines_of(enrolments: Sequence[Enrolment], on: date) -> dict[int, EnrolmentLine]:
    """The line of each, by its id."""
    ids = [one.id for one in enrolments]
    if not ids:
        return {}
    pauses, sums, money = _pauses(ids), balances(ids), _money(ids)
    seen = _screened([one.client_id for one in enrolments])
    return {
        one.id: _line(one, on, pauses[one.id], sums[one.id], money[one.id], seen.get(one.client_id))
        for one in enrolments
    }


def _line(
    one: Enrolment,
    on: date,
    pauses: Sequence[Pause],
    balance: Balance,
    money: tuple[int, tuple[Due, ...]],
    screened: date | None,
) -> EnrolmentLine:
    terms, (owed, open_) = one.terms, money
    return EnrolmentLine(
        enrolment_id=one.id,
        client_id=one.client_id,
        terms=terms,
        on=on,
        starts_on=one.starts_on,
        state=one.state.value,
        clock=clock(terms, one.starts_on, pauses, on, screened=_weeks_seen(terms, one.starts_on, pauses, screened)),
        used=balance.used,
        expired=balance.expired,
        granted=balance.granted,
        left=balance.left,
        owed=owed,
        late=max([(on - due.on).days for due in open_ if due.on < on], default=0),
        ended_on=one.ended_on,
    )


def _weeks_seen(terms: Terms, start: date, pauses: Sequence[Pause], screened: date | None) -> tuple[int, ...]:
    """The screens that the newest assessment has done: one may come in the week before its own, or later."""
    if screened is None or screened < start:
        return ()
    week = clock(terms, start, pauses, screened).week
    return tuple(one for one in terms.screens if one <= week + 1)


def _weight(line: EnrolmentLine) -> tuple[bool, bool, bool, date]:
    small = line.terms.kind in ("assessment", "single")
    return line.clock.over, small, line.starts_on > line.on, line.starts_on


def _pauses(ids: Sequence[int]) -> dict[int, list[Pause]]:
    """The freezes and extensions of each that were not taken back."""
    rows = select(ClockChange).where(ClockChange.enrolment_id.in_(ids), ClockChange.undone_at.is_(None))
    found: dict[int, list[Pause]] = defaultdict(list)
    for row in db.session.scalars(rows.order_by(ClockChange.start)):
        found[row.enrolment_id].append(row.pause)
    return found


def _money(ids: Sequence[int]) -> dict[int, tuple[int, tuple[Due, ...]]]:
    """What is open of each, and its parts still to pay, in one statement."""
    sums = (
        select(Entry.enrolment_id, Entry.invoice_id, func.sum(Entry.amount).label("open"))
        .where(Entry.enrolment_id.in_(ids))
        .group_by(Entry.enrolment_id, Entry.invoice_id)
        .subquery()
    )
    rows = select(sums, Instalment.number, Instalment.due_on, Instalment.amount).outerjoin(
        Instalment, Instalment.invoice_id == sums.c.invoice_id
    )
    open_: dict[tuple[int, int | None], int] = {}
    parts: dict[tuple[int, int | None], list[Due]] = defaultdict(list)
    for enrolment_id, invoice_id, amount, number, due_on, part in db.session.execute(rows):
        open_[enrolment_id, invoice_id] = amount
        if number is not None:
            parts[enrolment_id, invoice_id].append(Due(number, due_on, part))
    found: dict[int, tuple[int, tuple[Due, ...]]] = defaultdict(lambda: (0, ()))
    for (enrolment_id, invoice_id), amount in open_.items():
        before, dues = found[enrolment_id]
        rest = still_open(parts[enrolment_id, invoice_id], amount)
        found[enrolment_id] = before + amount, tuple(sorted((*dues, *rest), key=attrgetter("on")))
    return found


def _screened(client_ids: Sequence[int]) -> dict[int, date]:
    """The day of each client's newest completed assessment."""
    counts = Assessment.state.in_((Assessed.complete, Assessed.amending))
    newest = (
        select(Assessment.client_id, func.max(Assessment.started_at))
        .where(Assessment.client_id.in_(client_ids), counts)
        .group_by(Assessment.client_id)
    )
    studio = the_studio()
    zone = studio.time_zone if studio else "UTC"
    return {client_id: local(moment, zone).date() for client_id, moment in db.session.execute(newest)}
