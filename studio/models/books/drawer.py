"""The cash drawer: what it should hold, and the counts of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from ...extensions import db
from ..clients import Client, Face
from ..users import User
from .ledger import DrawerCount, Method, Payment
from .lists import PaymentRow


@dataclass(frozen=True)
class Drawer:
    """A day's drawer: `opening` is what the last count left in it, None before the first one."""

    on: date
    opening: int | None
    came_in: int
    went_out: int
    since: DrawerCount | None
    today: DrawerCount | None
    """The count of this day, which another takes the place of."""

    @property
    def expected(self) -> int:
        return (self.opening or 0) + self.came_in - self.went_out


def drawer(on: date) -> Drawer:
    """What has moved since the last count of an earlier day, by the moment it was noted."""
    since = _last(DrawerCount.on < on)
    amounts = db.session.execute(
        select(
            func.coalesce(func.sum(Payment.amount).filter(Payment.amount > 0), 0),
            func.coalesce(func.sum(Payment.amount).filter(Payment.amount < 0), 0),
        ).where(Payment.method == Method.cash, *([Payment.at > since.at] if since else [Payment.received_on == on]))
    ).one()
    return Drawer(
        on=on,
        opening=since.counted - since.taken_out if since else None,
        came_in=amounts[0],
        went_out=-amounts[1],
        since=since,
        today=_last(DrawerCount.on == on),
    )


def counts(limit: int = 30) -> Sequence[tuple[DrawerCount, str]]:
    """The newest counts with who counted."""
    rows = select(DrawerCount, User.name).join(User, User.id == DrawerCount.by_id).order_by(DrawerCount.id.desc())
    return [(one, name) for one, name in db.session.execute(rows.limit(limit))]


def load_count(count_id: int) -> DrawerCount | None:
    return db.session.get(DrawerCount, count_id)


def cash_until(count: DrawerCount) -> list[PaymentRow]:
    """The cash that a count is about: noted after the last count of an earlier day, up to this one."""
    since, back = _last(DrawerCount.on < count.on), aliased(Payment)
    query = (
        select(Payment, Client.name, Client.colour, User.name, back.id)
        .join(Client, Client.id == Payment.client_id)
        .outerjoin(User, User.id == Payment.by_id)
        .outerjoin(back, back.reverses_id == Payment.id)
        .where(Payment.method == Method.cash, Payment.at <= count.at)
        .where(Payment.at > since.at if since else Payment.received_on == count.on)
        .order_by(Payment.id)
    )
    return [
        PaymentRow(one, Face(one.client_id, name, colour), who or "", undone is not None)
        for one, name, colour, who, undone in db.session.execute(query)
    ]


def _last(condition: object) -> DrawerCount | None:
    newest = select(DrawerCount).where(condition).order_by(DrawerCount.id.desc()).limit(1)  # type: ignore[arg-type]
    return db.session.scalar(newest)
