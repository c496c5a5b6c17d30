"""Enrolments that are going on: where their clock stands, what is left, what stands in the way of a session."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from ...extensions import db
from ...terms.checking import Hindrance, hindrance
from ...terms.clock import Clock, clock
from ...terms.terms import Terms
from ..books.lateness import late_days
from .clock_changes import changes_of
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

    @property
    def days_to_go(self) -> int:
        """Days until the last one a session can be used on; negative when it is over."""
        return (self.clock.last_on - self.on).days

    @property
    def endless(self) -> bool:
        """Does it stand still without an end?"""
        return self.clock.frozen and self.clock.frozen_until is None


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


def active() -> list[Enrolment]:
    """Every enrolment that is going on."""
    return list(
        db.session.scalars(
            select(Enrolment)
            .where(Enrolment.state == State.active)
            .options(joinedload(Enrolment.client))
            .order_by(Enrolment.id)
        )
    )


def expiring(on: date, days: int = 28) -> list[Going]:
    """Packages with sessions left whose last day comes within so many days, the soonest first.

    One that is frozen without an end runs nowhere. For the day's warnings: four and two weeks before.
    """
    found = going(active(), on)
    soon = [one for one in found if one.balance.left > 0 and 0 <= one.days_to_go <= days and not one.endless]
    return sorted(soon, key=lambda one: (one.clock.last_on, one.enrolment.id))
