"""Takings: money that came in less money that went back, by month; gross, as it lies in the drawer and the bank."""

from datetime import date
from functools import cache
from typing import NamedTuple

from sqlalchemy import Executable, bindparam, func, select

from ...extensions import db
from ..sales.enrolments import Enrolment
from .by_month import bucket, month_of, package, source_of, whole_sum
from .ledger import Entry, EntryKind, Method, Payment

TAKEN = (EntryKind.payment, EntryKind.refund, EntryKind.allocation)


class Taking(NamedTuple):
    """Money of a month, in minor units. `package` is empty while the money lies on a client's account."""

    month: date
    package: str
    coach_id: int | None
    source: str
    amount: int


def takings(first: date, last: date, currency: str) -> list[Taking]:
    """Between two days, in one currency; what is laid on an invoice later counts for its package from that day on."""
    rows = db.session.execute(_takings(), {"first": first, "last": last, "currency": currency})
    return [Taking(month_of(row.bucket), row.package, row.coach_id, row.source, row.amount) for row in rows]


def takings_by_method(first: date, last: date, currency: str) -> list[tuple[date, Method, int]]:
    """Month, how the money changed hands, and how much."""
    rows = db.session.execute(_by_method(), {"first": first, "last": last, "currency": currency})
    return [(month_of(row.bucket), row.method, row.amount) for row in rows]


# Composing a statement takes longer than running it: each is composed once.


@cache
def _takings() -> Executable:
    rows = (
        select(
            bucket(Entry.on.expression),
            func.coalesce(package(), "").label("package"),
            Enrolment.coach_id,
            source_of(Entry.client_id.expression),
            (-Entry.amount).label("amount"),
        )
        .outerjoin(Enrolment, Enrolment.id == Entry.enrolment_id)
        .where(
            Entry.on.between(bindparam("first"), bindparam("last")),
            Entry.kind.in_(TAKEN),
            Entry.currency == bindparam("currency"),
        )
        .subquery()
    )
    keys = (rows.c.bucket, rows.c.package, rows.c.coach_id, rows.c.source)
    return select(*keys, whole_sum(rows.c.amount).label("amount")).group_by(*keys)


@cache
def _by_method() -> Executable:
    rows = (
        select(bucket(Payment.received_on.expression), Payment.method, Payment.amount)
        .where(
            Payment.received_on.between(bindparam("first"), bindparam("last")),
            Payment.currency == bindparam("currency"),
        )
        .subquery()
    )
    keys = (rows.c.bucket, rows.c.method)
    return select(*keys, whole_sum(rows.c.amount).label("amount")).group_by(*keys)
