"""Ten years of a busy studio, put into the tables in large sets: what the owner's page and the exports are measured on.

A year has 300 clients (most of them referred), 1,200 packages, 12,000 sessions and what is paid for them (see the
design's figures for a busy studio). Everything has ended but the packages of the last weeks.
"""

from datetime import date
from random import Random
from typing import Any

from sqlalchemy import Date, text

from studio.extensions import db
from studio.models.base import UTCDateTime
from studio.models.books.invoices import Invoice
from studio.models.database import write
from studio.models.referrals import Referral

from .life import MODELS, YEAR, Life


def fill(years: int, last: date, *, currency: str = "USD", seed: int = 10) -> None:
    """Put so many years up to a day into the book; ids go on behind those that are there.

    Two years are made: one whose packages have all ended, which is copied set-wise to each year before the last, and
    the last one with what still runs.
    """
    chance = Random(seed)
    with write() as session:
        first = Life(chance, date.max, currency, {model: _next(model) for model in MODELS})
        if years > 1:
            first.year(last - YEAR * years)
            _insert(session, first)
            for number in range(1, years - 1):
                for model in MODELS:
                    session.execute(
                        text(_copied(model, first)), {"years": number, "days": f"+{number * YEAR.days} days"}
                    )
        now = Life(chance, last, currency, {model: _next(model) for model in MODELS}, begun=years)
        now.year(last - YEAR)
        _insert(session, now)


def _insert(session: Any, life: Life) -> None:
    for model in MODELS:
        if life.rows[model]:
            session.execute(model.__table__.insert(), life.rows[model])  # type: ignore[attr-defined]


def _copied(model: Any, life: Life) -> str:
    """SQL that copies a year's rows of a table: later by `:days`, pointing at the copies of what they pointed at."""
    sizes = {one.__table__.name: len(life.rows[one]) for one in MODELS}

    def moved(column: Any) -> str:
        name = f'"{column.name}"'
        target = next((key.column.table.name for key in column.foreign_keys), "")
        if column.primary_key or target in sizes:
            return f"{name} + :years * {sizes[target or model.__table__.name]}"
        if column.name in ("reference", "submission") and model is Referral:
            return f"{name} || '-' || :years"
        if column.name == "number" and model is Invoice:
            return f"{name} + :years * 10000"
        if isinstance(column.type, Date):
            return f"date({name}, :days)"
        return f"datetime({name}, :days)" if isinstance(column.type, UTCDateTime) else name

    columns = list(model.__table__.columns)
    names = ", ".join(f'"{column.name}"' for column in columns)
    table, end = model.__table__.name, life.free[model]
    begin = end - len(life.rows[model])
    return (
        f"INSERT INTO {table} ({names}) SELECT {', '.join(map(moved, columns))} FROM {table} "
        f"WHERE id >= {begin} AND id < {end}"
    )


def _next(model: type) -> int:
    return (db.session.query(db.func.max(model.id)).scalar() or 0) + 1  # type: ignore[attr-defined]
