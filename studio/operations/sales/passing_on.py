"""Passing on what is left of a package to another client, where its terms allow it; and taking that back.

Only sessions move. What was paid stays with who paid it: nothing is invoiced to the other, who pays nothing here. The
weeks keep running: the new enrolment has the day the old one started on and its freezes and extensions, so that both
have the same last day.
"""

from datetime import timedelta

from sqlalchemy import select

from ...clock import utcnow
from ...extensions import db
from ...models.clients import Client
from ...models.database import write
from ...models.sales.clock_changes import changes_of
from ...models.sales.credits import balance_of, held
from ...models.sales.enrolment_line import line_of
from ...models.sales.enrolments import ClockChange, Enrolment, State
from ...models.sales.passed import assessed_since, heir_of, moved_in, times_passed
from ...models.sales.sessions import Credit, CreditKind
from ...models.studios import studio_today
from ...models.users import User
from ..events import record
from . import credits

UNDO_FOR = timedelta(days=1)
GAVE = "Passed on to another client"
GOT = "Passed on from another client"


class NotPassedOn(Exception):
    """It cannot go to somebody else, or not come back; the message says why."""


def pass_on(one: Enrolment, other: Client, *, key: str | None, by: User) -> Enrolment:
    """Give what is left to the other client, who goes on in the same weeks. Raises NotPassedOn.

    The same `key` again gives the enrolment that is there.
    """
    with write() as session:
        if key and (there := session.scalar(select(Enrolment).where(Enrolment.key == key))):
            return there
        one = held(one.id)
        refuse(one)
        refuse_client(one, other)
        on, left = studio_today(), balance_of(one.id).left
        new = _heir(one, other, key, by)
        credits.post(one, CreditKind.transferred, -left, GAVE, on=on, by=by, key=f"gave {new.id}")
        credits.post(new, CreditKind.transferred, left, GOT, on=on, by=by, key=f"got {new.id}")
        one.state, one.ended_on, one.end_note = State.changed, on, GAVE
        session.flush()
        _tell("enrolment.passed_on", f"{_sessions(left)} of {one.terms.name} passed on", one, by)
        _tell("enrolment.received", f"{_sessions(left)} of {one.terms.name} passed on by another client", new, by)
    return new


def take_back(new: Enrolment, *, by: User) -> Enrolment:
    """It was a slip: the sessions go back and the old package goes on; answers the old one. Raises NotPassedOn."""
    with write() as session:
        new = held(new.id)
        got = moved_in(new.id)
        if new.replaces_id is None or got is None:
            raise NotPassedOn("This package did not come from another client")
        old = held(new.replaces_id)
        if new.state is State.undone:
            return old
        _refuse_late(new, got)
        on, why = studio_today(), "Passed on by mistake"
        gave = session.scalars(select(Credit).where(Credit.key == f"gave {new.id}")).one()
        credits.reverse(got, why, on=on, by=by)
        credits.reverse(gave, why, on=on, by=by)
        new.state, new.ended_on, new.end_note = State.undone, on, why
        old.state, old.ended_on, old.end_note = State.active, None, ""
        session.flush()
        _tell("enrolment.undone", f"{new.terms.name} went back: passed on by mistake", new, by)
        _tell("enrolment.reopened", f"{old.terms.name} goes on: it was passed on by mistake", old, by)
    return old


def can_take_back(new: Enrolment) -> bool:
    got = moved_in(new.id)
    try:
        if got:
            _refuse_late(new, got)
    except NotPassedOn:
        return False
    return got is not None


def refuse(one: Enrolment) -> None:
    """Raise NotPassedOn where nobody could get it."""
    if one.state is not State.active:
        raise NotPassedOn(f"It is {one.state.value} already")
    most = one.terms.transfers
    if not most:
        raise NotPassedOn("The terms of this package do not allow passing it on")
    if times_passed(one) >= most:
        raise NotPassedOn("It was passed on as often as its terms allow")
    line = line_of(one, studio_today())
    if line.left <= 0:
        raise NotPassedOn("No session is left to pass on")
    if line.clock.over:
        raise NotPassedOn("Its last day is over: give more time first")
    if line.owed > 0:
        raise NotPassedOn("Something is still owed on it. It can be passed on once that is paid")


def refuse_client(one: Enrolment, other: Client) -> None:
    """Raise NotPassedOn where it cannot go to this client."""
    if other.id == one.client_id:
        raise NotPassedOn("It is this client’s already. Choose somebody else")
    if other.id not in assessed_since([other.id], one.sold_at):
        raise NotPassedOn(f"{other.name} needs an assessment of their own first, later than the sale of this package")


def _refuse_late(new: Enrolment, got: Credit) -> None:
    balance = balance_of(new.id)
    if new.state is not State.active or balance.left != got.amount or balance.granted != got.amount or _held_hours(new):
        raise NotPassedOn("Some of it was used or changed since: it stays with who has it now")
    if heir_of(new.id):
        raise NotPassedOn("It was passed on again: take that back first")
    if studio_today() - new.sold_on > UNDO_FOR:
        raise NotPassedOn("It was passed on before yesterday: it stays with who has it now")


def _held_hours(new: Enrolment) -> bool:
    """Did any row but the first come into its ledger, taken back since or not?"""
    rows = select(Credit.id).where(Credit.enrolment_id == new.id).limit(2)
    return len(db.session.scalars(rows).all()) > 1


def _heir(one: Enrolment, other: Client, key: str | None, by: User) -> Enrolment:
    """The same terms and days for the other client, at no price."""
    now = utcnow()
    new = Enrolment(
        client_id=other.id,
        offer_version_id=one.offer_version_id,
        frozen=one.frozen,
        currency=one.currency,
        price=0,
        total=0,
        starts_on=one.starts_on,
        sold_on=studio_today(),
        sold_at=now,
        sold_by_id=by.id,
        coach_id=other.coach_id or one.coach_id,
        replaces_id=one.id,
        key=key,
    )
    db.session.add(new)
    db.session.flush()
    for change in changes_of([one.id])[one.id]:
        db.session.add(
            ClockChange(
                enrolment_id=new.id, kind=change.kind, start=change.start, until=change.until,
                asked_on=change.asked_on, why=GOT, note_seen=change.note_seen, moved={}, at=now, by_id=by.id,
            )
        )  # fmt: skip
    db.session.flush()
    return new


def _sessions(left: int) -> str:
    return f"{left} session{'' if left == 1 else 's'}"


def _tell(kind: str, words: str, one: Enrolment, by: User) -> None:
    client = db.session.get_one(Client, one.client_id)
    record(kind, words, by=by, client=client, subject=f"enrolment {one.id}")
