"""The line of an enrolment, for many clients at once: a handful of statements, however many there are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import func, select

from ...clock import local
from ...extensions import db
from ...sheets.enrolment_line import EnrolmentLine
from ...terms.clock import Pause, after_freeze, clock
from ...terms.terms import Terms
from ..assessments import Assessment
from ..assessments import State as Assessed
from ..books.lateness import Part, parts_of
from ..studios import the_studio
from .clock_changes import changes_of
from .credits import Balance, balances
from .enrolments import Enrolment, State

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
    changes, sums, parts = changes_of(ids), balances(ids), parts_of(ids)
    seen = _screened([one.client_id for one in enrolments])
    open_: defaultdict[int | None, list[Part]] = defaultdict(list)
    for part in parts:
        if part.open:
            open_[part.enrolment_id].append(part)
    return {
        one.id: _line(
            one,
            on,
            [change.pause for change in changes[one.id]],
            sums[one.id],
            open_[one.id],
            seen.get(one.client_id),
        )
        for one in enrolments
    }


def _line(
    one: Enrolment,
    on: date,
    pauses: Sequence[Pause],
    balance: Balance,
    open_: Sequence[Part],
    screened: date | None,
) -> EnrolmentLine:
    terms = one.terms
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
        owed=sum(part.open for part in open_),
        late=max([(on - part.due_on).days for part in open_ if part.due_on < on], default=0),
        ended_on=one.ended_on,
        rescreen_now=after_freeze(pauses, on, terms.freeze.rescreen_after_days, screened),
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
