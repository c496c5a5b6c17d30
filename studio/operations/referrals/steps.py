"""How far a referral has come: one step after the other, each to be taken back."""

from datetime import datetime

from sqlalchemy import select

from ...clock import utcnow
from ...extensions import db
from ...models.clients import Client
from ...models.database import write
from ...models.referral_clocks import due_on
from ...models.referrals import Referral, ReferralStep, State, steps_of
from ...models.studios import studio_day
from ...models.users import User
from ..events import record

ORDER = (State.received, State.contacted, State.booked, State.assessed, State.in_programme, State.finished)


def move(referral: Referral, state: State, *, by: User | None, note: str = "", at: datetime | None = None) -> None:
    """Put a referral into a state; it does nothing when it is there already.

    `by` is None for what follows by itself.
    """
    with write():
        if referral.state is state:
            return
        when = at or utcnow()
        _add(referral, state, when, by, note)
        _put(referral, state, when)
        _record(referral, f"Referral: {state.label.lower()}", by)


def tried(referral: Referral, how: str, *, by: User) -> int:
    """Note that somebody tried to reach them in vain; the clock runs on. Returns how often that was by now."""
    with write():
        _add(referral, referral.state, utcnow(), by, how)
        _record(referral, "Referral: tried, not reached", by)
        return tries(steps_of(referral.id))


def tries(steps: list[ReferralStep]) -> int:
    """How often somebody tried in vain since the state began."""
    standing = [step for step in steps if step.undone_at is None]
    return len(standing) - 1 - _began(standing) if standing else 0


def reopen(referral: Referral, *, by: User) -> None:
    """Go on with one that was declined or not reached, from the last open state it had."""
    with write():
        opened = [step.state for step in steps_of(referral.id) if step.undone_at is None and step.state.open]
        move(referral, opened[-1] if opened else State.received, by=by)


def undo(referral: Referral, *, by: User) -> State | None:
    """Take the newest step back and return what it was; None when there is only the first one."""
    with write():
        standing = [step for step in steps_of(referral.id) if step.undone_at is None]
        if len(standing) < 2:
            return None
        taken = standing.pop()
        taken.undone_at = utcnow()
        _put(referral, standing[-1].state, standing[_began(standing)].at)
        _record(referral, f"Referral: “{taken.state.label.lower()}” taken back", by)
        return taken.state


def follow(client: Client, state: State, *, by: User | None) -> None:
    """Move the client's open referrals forward to a state, never back; inside the caller's `write()`."""
    mine = select(Referral).where(Referral.client_id == client.id)
    for referral in db.session.scalars(mine):
        if referral.state.open and ORDER.index(referral.state) < ORDER.index(state):
            move(referral, state, by=by)


def _began(standing: list[ReferralStep]) -> int:
    """Where the state of the last step began: tries after it say the same state again."""
    first = len(standing) - 1
    while first and standing[first - 1].state is standing[-1].state:
        first -= 1
    return first


def _add(referral: Referral, state: State, at: datetime, by: User | None, note: str) -> None:
    db.session.add(ReferralStep(referral_id=referral.id, state=state, at=at, by_id=by.id if by else None, note=note))
    db.session.flush()


def _put(referral: Referral, state: State, since: datetime) -> None:
    referral.state, referral.since = state, since
    referral.due_on = due_on(state, studio_day(since), urgent=referral.urgent)


def _record(referral: Referral, summary: str, by: User | None) -> None:
    record("referral.moved", summary, by=by, client=referral.client, subject=f"referral {referral.id}")
