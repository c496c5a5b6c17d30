"""What the sums of the books share: the month of a day, what was sold, and the door a client came through."""

from datetime import date
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Integer,
    String,
    bindparam,
    case,
    cast,
    extract,
    func,
    select,
    type_coerce,
)

from ..referrals import Kind, Referral
from ..sales.enrolments import Enrolment

Column = ColumnElement[Any]
BEFORE = 0


def bucket(day: Column) -> Column:
    """The month of a day as a whole number, `BEFORE` for all that lies before the first day asked for."""
    month = cast(extract("year", day), Integer) * 12 + cast(extract("month", day), Integer) - 1
    return case((day < bindparam("first"), BEFORE), else_=month).label("bucket")


def month_of(bucket: int) -> date:
    """The first day of the month that a bucket stands for."""
    return date(bucket // 12, bucket % 12 + 1, 1)


def source_of(client_id: Column) -> Column:
    """The door that a client first came through, by its word (see `owner.arrivals.SOURCES`)."""
    word = case((Referral.kind == Kind.inquiry, "self"), else_=type_coerce(Referral.via, String))
    first = select(word).where(Referral.client_id == client_id).order_by(Referral.id).limit(1)
    return func.coalesce(first.scalar_subquery(), "desk").label("source")


def package() -> Column:
    """The name a package was sold by."""
    return cast(Enrolment.frozen["name"].as_string(), String).label("package")


def whole_sum(column: Column) -> Column:
    """A sum that stays a whole number on PostgreSQL, which would make a decimal of it."""
    return cast(func.sum(column), BigInteger)
