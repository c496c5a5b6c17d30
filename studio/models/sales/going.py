"""Enrolments that are going on: where their clock stands, what is left, what stands in the way of a session."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from ...extensions import db
from ...terms.checking import Hindrance, hindrance
from ...terms.clock import Clock, clock
from ...terms.terms import Terms
from ..books.lateness import late_days
from .credits import Balance, balances
from .enrolments import ClockChange, Enrolment, State


@dataclass(frozen=True, slots=True)
class Going:
    """An enrolment as it stands on a day; `changes` are its freezes and extensions that were not undone."""

    on: date
    enrolment: Enrolment
    terms: Terms
    clock: Clock
    balance: Balance
    changes: tuple[ClockChange, ...]
    late_days: int
    hindrance: Hindrance | None

    @property
    def running(self) -> ClockChange | None:
        """The freeze that stops the clock on this day."""
        return next((one for one in self.changes if one.pause.runs(self.on)), None)


def changes_of(enrolment_ids: Iterable[int]) -> dict[int, list[ClockChange]]:
    """Freezes and extensions that were not undone, the earliest first, in one statement."""
    found: dict[int, list[ClockChange]] = {id_: [] for id_ in enrolment_ids}
    rows = select(ClockChange).where(ClockChange.enrolment_id.in_(list(found)), ClockChange.undone_at.is_(None))
    for change in db.session.scalars(rows.order_by(ClockChange.start, ClockChange.id)):
        found[change.enrolment_id].append(change)
    return found


def going(enrolments: Sequence[Enrolment], on: date, *, paid_on: date | None = None) -> list[Going]:
    """How they stand on a day, in three statements; `paid_on` is the day for payments, where it is another."""
    ids = [one.id for one in enrolments]
    changes, sums, late = changes_of(ids), balances(ids), late_days(ids, paid_on or on)
    return [_stands(one, changes[one.id], sums[one.id], late.get(one.id, 0), on) for one in enrolments]


def _stands(enrolment: Enrolment, changes: Sequence[ClockChange], balance: Balance, late: int, on: date) -> Going:
    terms = enrolment.terms
    seen = clock(terms, enrolment.starts_on, [one.pause for one in changes], on)
    stop = hindrance(terms, enrolment.starts_on, seen, on, left=balance.left, late_days=late)
    return Going(on, enrolment, terms, seen, balance, tuple(changes), late, stop)


def active_of(client_id: int) -> list[Enrolment]:
    """A client's enrolments that are going on, the one that began first before all."""
    mine = select(Enrolment).where(Enrolment.client_id == client_id, Enrolment.state == State.active)
    return list(db.session.scalars(mine.order_by(Enrolment.starts_on, Enrolment.id)))


def load_enrolment(client_id: int, enrolment_id: int) -> Enrolment | None:
    """An enrolment of this client."""
    mine = select(Enrolment).where(Enrolment.id == enrolment_id, Enrolment.client_id == client_id)
    return db.session.scalar(mine.options(joinedload(Enrolment.coach)))


def to_use(standing: Sequence[Going]) -> Going | None:
    """The one that a session of today goes on: the oldest that has nothing in its way, else the oldest there is."""
    return next((one for one in standing if one.hindrance is None), standing[0] if standing else None)
