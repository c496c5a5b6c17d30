"""Giving the tablet to a client, keeping what they type, and taking it back with a PIN or the password."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import update

from ..clock import utcnow
from ..extensions import db
from ..models.clients import Client
from ..models.database import write
from ..models.hand_overs import HandOver, done_steps, newest_of
from ..models.tablets import Tablet
from ..models.users import SignIn, User
from . import pins, sign_ins
from .events import record

MOMENT = timedelta(seconds=30)


def give(client: Client, steps: Sequence[str], sign_in: SignIn, *, by: User) -> HandOver:
    """Let this sign-in show these forms of this client and nothing else; what was typed last time is still there."""
    now = utcnow()
    with write() as session:
        before = newest_of(client.id)
        fresh = before is not None and now - before.seen_at < HandOver.KEPT
        hand_over = HandOver(
            client_id=client.id,
            user_id=by.id,
            steps=list(steps),
            drafts=dict(before.drafts) if before is not None and fresh else {},
            started_at=now,
            seen_at=now,
        )
        session.add(hand_over)
        session.flush()
        session.execute(update(SignIn).where(SignIn.id == sign_in.id).values(hand_over_id=hand_over.id))
        said = f"The tablet was given to {client.first_name}"
        record("hand-over.given", said, by=by, client=client, subject=f"hand-over {hand_over.id}", forms=list(steps))
    return hand_over


def seen(hand_over: HandOver) -> None:
    """Note that the client is at it, every half minute at most."""
    now = utcnow()
    if now - hand_over.seen_at >= MOMENT:
        with write():
            db.session.execute(update(HandOver).where(HandOver.id == hand_over.id).values(seen_at=now))


def lock(hand_over: HandOver) -> None:
    """Nobody touches it any more: only a PIN or the password opens it, and what was typed stays."""
    with write():
        if hand_over.locked_at is None:
            hand_over.locked_at = utcnow()
            record(
                "hand-over.locked", "The tablet was locked", by=hand_over.user, client=hand_over.client,
                subject=f"hand-over {hand_over.id}",
            )  # fmt: skip


def keep(hand_over: HandOver, step: str, typed: dict[str, Any]) -> None:
    """Keep what was typed into a form so far."""
    with write():
        hand_over.drafts = hand_over.drafts | {step: typed}
        hand_over.seen_at = utcnow()


def take_back_by_pin(
    hand_over: HandOver, tablet: Tablet, user_id: int, pin: str, sign_in: SignIn, *, device: str
) -> tuple[SignIn, str]:
    """End the hand-over for whoever gives their PIN; raises pins.WrongPin."""
    row, token = pins.sign_in(tablet, user_id, pin, device=device, leaving=sign_in)
    _end(hand_over, row.user)
    return row, token


def take_back_by_password(
    hand_over: HandOver, password: str, sign_in: SignIn, tablet: Tablet | None, *, device: str
) -> tuple[SignIn, str]:
    """End the hand-over for the person who gave the tablet; raises sign_ins.WrongPassword or limits.TooMany."""
    pins.check_password(sign_in.user, password)
    with write():
        sign_ins.end(sign_in)
        row, token = sign_ins.begin(sign_in.user, device=device, tablet=tablet)
        _end(hand_over, sign_in.user)
    return row, token


def _end(hand_over: HandOver, by: User) -> None:
    with write():
        done = done_steps(hand_over)
        hand_over.drafts = {step: typed for step, typed in hand_over.drafts.items() if step not in done}
        hand_over.ended_at, hand_over.ended_by_id = utcnow(), by.id
        record(
            "hand-over.taken-back", f"{by.name} took the tablet back", by=by, client=hand_over.client,
            subject=f"hand-over {hand_over.id}",
        )  # fmt: skip
