"""Rows of the ledger of credits. Nothing else writes them; all of it runs inside the caller's `write()`."""

from datetime import date

from sqlalchemy import func, select

from ...clock import utcnow
from ...extensions import db
from ...models.sales.credits import balance_of, held
from ...models.sales.enrolments import Enrolment, State
from ...models.sales.sessions import Credit, CreditKind
from ...models.users import User


class NoneLeft(Exception):
    """There are not so many sessions left; the message says what can be done."""


class AlreadyReversed(Exception):
    """The row was taken back before."""


def post(
    enrolment: Enrolment,
    kind: CreditKind,
    amount: int,
    why: str,
    *,
    on: date,
    by: User | None,
    session_id: int | None = None,
    clock_change_id: int | None = None,
    key: str | None = None,
    below_zero: bool = False,
) -> Credit:
    """Add one row (amount with its sign). The same `key` again gives the row that is there.

    Raises NoneLeft where the balance would fall below nothing, unless the terms allow it.
    """
    held(enrolment.id)
    if key and (there := db.session.scalar(select(Credit).where(Credit.key == key))):
        return there
    if amount < 0 and not below_zero and balance_of(enrolment.id).left + amount < 0:
        raise NoneLeft("No session is left on this package. Sell another, or give one on top")
    row = Credit(
        enrolment_id=enrolment.id,
        kind=kind,
        amount=amount,
        on=on,
        at=utcnow(),
        by_id=by.id if by else None,
        why=why,
        session_id=session_id,
        clock_change_id=clock_change_id,
        key=key,
    )
    db.session.add(row)
    db.session.flush()
    _goes_on(enrolment)
    return row


def reverse(row: Credit, why: str, *, on: date, by: User) -> Credit:
    """Take one row back by another of the same kind and the opposite sign; each only once."""
    enrolment = held(row.enrolment_id)
    if db.session.scalar(select(Credit.id).where(Credit.reverses_id == row.id)) is not None:
        raise AlreadyReversed("This was taken back already")
    if row.amount > 0 and balance_of(row.enrolment_id).left < row.amount:
        raise NoneLeft("Sessions of it are used already. Take those back first")
    back = Credit(
        enrolment_id=row.enrolment_id,
        kind=row.kind,
        amount=-row.amount,
        on=on,
        at=utcnow(),
        by_id=by.id,
        why=why,
        session_id=row.session_id,
        clock_change_id=row.clock_change_id,
        reverses_id=row.id,
    )
    db.session.add(back)
    db.session.flush()
    _goes_on(enrolment)
    return back


def _goes_on(enrolment: Enrolment) -> None:
    """A package that was completed goes on when there is a session in it again, or nobody could use that."""
    if enrolment.state is State.completed and balance_of(enrolment.id).left > 0:
        enrolment.state, enrolment.ended_on = State.active, None
        db.session.flush()


def first_grants(enrolment_ids: list[int]) -> dict[int, int]:
    """How many sessions each began with, whatever became of them."""
    first = select(func.min(Credit.id)).where(Credit.enrolment_id.in_(enrolment_ids), Credit.kind == CreditKind.granted)
    rows = select(Credit.enrolment_id, Credit.amount).where(Credit.id.in_(first.group_by(Credit.enrolment_id)))
    return dict(db.session.execute(rows).all())
