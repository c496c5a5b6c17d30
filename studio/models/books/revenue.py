"""Revenue: the part of what was invoiced that is earned, by month; and what is sold but not delivered on a day.

A net price is earned as `terms.credits.recognised` says, by the credits that are used or expired of those granted; when
an enrolment has ended, nothing more is owed and all that is left on its invoices is earned. Invoices without an
enrolment are earned the day they are issued. What is worked out here follows from the rows alone, in one statement, so
invoiced = earned + the change of what is deferred, to the cent, for any days.
"""

from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Executable,
    Integer,
    Select,
    Subquery,
    bindparam,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    union,
    union_all,
)

from ...extensions import db
from ..sales.enrolments import Enrolment
from ..sales.sessions import Credit, CreditKind
from .by_month import BEFORE, Column, bucket, month_of, package, source_of, whole_sum
from .invoices import Invoice

DONE = (CreditKind.used, CreditKind.returned, CreditKind.expired)
INTO = (CreditKind.granted, CreditKind.cancelled, CreditKind.transferred)


class Flow(NamedTuple):
    """Net invoiced and net earned in a month, in minor units; `package` is empty without an enrolment."""

    month: date
    package: str
    coach_id: int | None
    source: str
    invoiced: int
    earned: int


class Deferred(NamedTuple):
    """What is sold and not delivered of one package: how many clients hold it, sessions left, net minor units."""

    package: str
    enrolments: int
    sessions: int
    amount: int


def earned(first: date, last: date, currency: str) -> list[Flow]:
    """Invoiced and earned between two days, both counted; what was sold in another currency is left out."""
    rows = db.session.execute(_earned(), {"first": first, "last": last, "currency": currency})
    return [Flow(month_of(row.bucket), row.package, row.coach_id, row.source, row.net, row.gained) for row in rows]


def deferred(on: date, currency: str) -> list[Deferred]:
    """By package at the end of a day, the largest first; what was sold in another currency is left out."""
    return [Deferred(*row) for row in db.session.execute(_deferred(), {"on": on, "currency": currency})]


# Composing a statement takes longer than running it: each is composed once.


@cache
def _earned() -> Executable:
    steps = _earned_by_step()
    within = select(
        steps.c.bucket, package(), Enrolment.coach_id, source_of(Enrolment.client_id.expression), steps.c.net,
        steps.c.gained,
    ).join(Enrolment, Enrolment.id == steps.c.id).where(steps.c.bucket > BEFORE)  # fmt: skip
    apart = select(
        bucket(Invoice.issued_on.expression),
        literal("").label("package"),
        cast(null(), Integer).label("coach_id"),
        source_of(Invoice.client_id.expression),
        Invoice.net.label("net"),
        Invoice.net.label("gained"),
    ).where(
        Invoice.enrolment_id.is_(None),
        Invoice.issued_on.between(bindparam("first"), bindparam("last")),
        Invoice.currency == bindparam("currency"),
    )
    rows = union_all(within, apart).subquery()
    return select(
        rows.c.bucket, rows.c.package, rows.c.coach_id, rows.c.source,
        whole_sum(rows.c.net).label("net"), whole_sum(rows.c.gained).label("gained"),
    ).group_by(rows.c.bucket, rows.c.package, rows.c.coach_id, rows.c.source)  # fmt: skip


def _earned_by_step() -> Subquery:
    """By enrolment and month: net invoiced, and what was gained since the month before (`BEFORE` is all until then)."""
    moves = _moves()
    months = select(
        moves.c.id,
        moves.c.bucket,
        *(whole_sum(moves.c[name]).label(name) for name in ("net", "done", "granted", "ended")),
    )
    each = months.group_by(moves.c.id, moves.c.bucket).subquery()

    def so_far(name: str) -> Column:
        running = func.sum(each.c[name]).over(partition_by=each.c.id, order_by=each.c.bucket)
        return cast(running, BigInteger).label(name)

    sums = select(
        each.c.id, each.c.bucket, each.c.net.label("moved"), *map(so_far, ("net", "done", "granted", "ended"))
    ).subquery()
    worth = select(
        sums.c.id, sums.c.bucket, sums.c.moved, recognised(sums.c.net, sums.c.done, sums.c.granted, sums.c.ended)
    ).subquery()
    before = func.lag(worth.c.recognised, 1, 0).over(partition_by=worth.c.id, order_by=worth.c.bucket)
    return select(
        worth.c.id, worth.c.bucket, worth.c.moved.label("net"), (worth.c.recognised - before).label("gained")
    ).subquery()


def _moves() -> Subquery:
    """Every row of the enrolments that anything happened to between the days, up to the last one, by month."""
    during: tuple[Column, Column] = (bindparam("first"), bindparam("last"))
    touched = union(
        select(Credit.enrolment_id.label("id")).where(Credit.on.between(*during)),
        select(Invoice.enrolment_id).where(Invoice.issued_on.between(*during), Invoice.enrolment_id.is_not(None)),
        select(Enrolment.id).where(Enrolment.ended_on.between(*during)),
    ).cte("touched")
    none = literal(0)

    def moved(id_: Column, day: Column, net: Column, done: Column, granted: Column, ended: Column) -> Select[Any]:
        values = {"net": net, "done": done, "granted": granted, "ended": ended}
        columns = (
            id_.label("id"),
            bucket(day),
            *(value.label(name) for name, value in values.items()),
        )
        return select(*columns).where(id_.in_(select(touched.c.id)), day <= bindparam("last"))

    return union_all(
        moved(Invoice.enrolment_id.expression, Invoice.issued_on.expression, _net(), none, none, none),
        moved(Credit.enrolment_id.expression, Credit.on.expression, none, _done(), _granted(), none),
        moved(Enrolment.id.expression, Enrolment.ended_on.expression, none, none, none, literal(1)),
    ).subquery()


def recognised(net: Column, done: Column, granted: Column, ended: Column) -> Column:
    """`terms.credits.recognised` in SQL: whole numbers all the way, halves rounded away from nothing."""
    size = (2 * func.abs(net) * case((done > 0, done), else_=0) + granted) // (2 * granted)
    part = case((net < 0, -size), else_=size)
    return cast(case((or_(ended > 0, done >= granted), net), else_=part), BigInteger).label("recognised")


@cache
def _deferred() -> Executable:
    """Of those that have not ended: by the index of their last days."""
    standing = union_all(
        _standing().where(Enrolment.ended_on.is_(None)), _standing().where(Enrolment.ended_on > bindparam("on"))
    )
    each = standing.cte("standing").prefix_with("MATERIALIZED")  # or each sum is worked out wherever it is named
    left = recognised(each.c.net, each.c.done, each.c.granted, literal(0))
    worth = select(
        each.c.package, (each.c.granted - each.c.done).label("sessions"), (each.c.net - left).label("amount")
    ).subquery()
    return (
        select(worth.c.package, func.count(), whole_sum(worth.c.sessions), whole_sum(worth.c.amount))
        .where(or_(worth.c.amount != 0, worth.c.sessions > 0))
        .group_by(worth.c.package)
        .order_by(whole_sum(worth.c.amount).desc(), worth.c.package)
    )


def _standing() -> Any:
    """Enrolments sold by a day, with the sums of their rows up to it."""
    on: BindParameter[date] = bindparam("on")
    invoiced = select(func.sum(Invoice.net)).where(Invoice.enrolment_id == Enrolment.id, Invoice.issued_on <= on)
    mine = (Credit.enrolment_id == Enrolment.id, Credit.on <= on)
    sums = {
        "net": invoiced,
        "done": select(func.sum(_done())).where(*mine),
        "granted": select(func.sum(_granted())).where(*mine),
    }
    columns = (cast(func.coalesce(sum_.scalar_subquery(), 0), BigInteger).label(name) for name, sum_ in sums.items())
    found: Any = select(package(), *columns)
    return found.where(
        func.date(Enrolment.sold_on) <= on, Enrolment.currency == bindparam("currency")
    )  # no index: that of the last days leaves fewer


def _net() -> Column:
    return case((Invoice.currency == bindparam("currency"), Invoice.net), else_=0)


def _done() -> Column:
    return case((Credit.kind.in_(DONE), -Credit.amount), else_=0)


def _granted() -> Column:
    return case((Credit.kind.in_(INTO), Credit.amount), else_=0)
