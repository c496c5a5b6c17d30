"""How far a referral has come: one step after the other, each to be taken back."""

from datetime import datetime

from sqlalchemy import select

from ...clock import utcnow
from ...extensions import db
from ...models.clients import Client
from ...models.database import write
from ...models.referrals import Referral, ReferralStep, State, steps_of
from ...models.users import User
from ..events import record

ORDER = (State.received, State.contacted, State.booked, State.assessed, State.in_programme, State.finished)


def move(referral: Referral, state: State, *, by: User | None, note: str = "", at: datetime | None = None) -> None:
    """Put a referral into a state; it does nothing when it is there already.

    `by` is None for what follows by itself.
    """
    with write() as session:
        if referral.state is state:
            return
        when = at or utcnow()
        session.add(ReferralStep(referral_id=referral.id, state=state, at=when, by_id=by.id if by else None, note=note))
        referral.state, referral.since = state, when
        _record(referral, f"Referral: {state.label.lower()}", by)


def undo(referral: Referral, *, by: User) -> State | None:
    """Take the newest step back and return what it was; None when there is only the first one."""
    with write():
        standing = [step for step in steps_of(referral.id) if step.undone_at is None]
        if len(standing) < 2:
            return None
        standing[-1].undone_at = utcnow()
        referral.state, referral.since = standing[-2].state, standing[-2].at
        _record(referral, f"Referral: “{standing[-1].state.label.lower()}” taken back", by)
        return standing[-1].state


def follow(client: Client, state: State, *, by: User | None) -> None:
    """Move the client's open referrals forward to a state, never back; inside the caller's `write()`."""
    mine = select(Referral).where(Referral.client_id == client.id)
    for referral in db.session.scalars(mine):
        if referral.state.open and ORDER.index(referral.state) < ORDER.index(state):
            move(referral, state, by=by)


def _record(referral: Referral, summary: str, by: User | None) -> None:
    record("referral.moved", summary, by=by, client=referral.client, subject=f"referral {referral.id}")
