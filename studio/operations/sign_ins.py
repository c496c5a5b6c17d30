"""Signing in and out."""

import hashlib
import secrets
from datetime import timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from flask import current_app
from sqlalchemy import bindparam, delete, exists, select, update

from ..clock import utcnow
from ..extensions import db
from ..models.assessments import Assessment, State
from ..models.database import write
from ..models.tablets import PinTries, Tablet
from ..models.users import SignIn, User
from . import limits
from .events import record

A_MINUTE = timedelta(minutes=1)
RATES = exists().where(Assessment.coach_id == SignIn.user_id, Assessment.state == State.rating)
# Every request asks this; it is composed once.
WITH_TOKEN = select(SignIn, RATES).where(SignIn.token_hash == bindparam("token_hash"))


class WrongPassword(Exception):
    """Name or password do not fit; which of the two is not said."""


def sign_in(
    email: str, password: str, *, address: str, device: str, tablet: Tablet | None = None, leaving: SignIn | None = None
) -> tuple[SignIn, str]:
    """Check the password and start a sign-in; returns it with its secret token, which is not kept.

    On an enrolled tablet it lets the person use their PIN there again. `leaving` is whose place they take.

    Raises WrongPassword, or TooMany when this account or this address has been tried too often.
    """
    keys = (f"sign-in address {address[:60]}", f"sign-in account {email.strip().lower()[:80]}")
    # The address first: one that has tried too often must not use up the tries of other people's accounts.
    for key, limit in zip(keys, (limits.SIGN_IN_ADDRESS, limits.SIGN_IN_ACCOUNT), strict=True):
        limits.spend(key, limit)
    user = User.with_email(email)
    # An unknown name costs as much time as a wrong password, so that it cannot be told apart.
    fits = verify(user.password_hash if user else nobody(), password)
    if user is None or not fits or not user.active:
        with write():
            record("sign-in.failed", "Sign-in failed", by=None)
        raise WrongPassword
    with write():
        for key in keys:
            limits.give_back(key)
        if tablet is not None:
            tries = delete(PinTries).where(PinTries.tablet_id == tablet.id, PinTries.user_id == user.id)
            db.session.execute(tries)
        if leaving is not None:
            end(leaving)
        return begin(user, device=device, tablet=tablet)


def begin(user: User, *, device: str, tablet: Tablet | None = None) -> tuple[SignIn, str]:
    """Sign `user` in without a password: right after the studio was opened, or inside `sign_in`."""
    with write():
        row, token = start(user, device=device, tablet=tablet)
        record("sign-in.started", f"{user.name} signed in", by=user, subject=f"sign-in {row.id}")
        return row, token


def start(user: User, *, device: str, tablet: Tablet | None = None, by_pin: bool = False) -> tuple[SignIn, str]:
    """A new sign-in for `user`, inside the caller's `write()`."""
    token = secrets.token_urlsafe(32)
    row = SignIn(
        user_id=user.id,
        token_hash=_hash(token),
        device=device[:200],
        created_at=utcnow(),
        tablet_id=tablet.id if tablet else None,
        by_pin=by_pin,
    )
    db.session.add(row)
    db.session.flush()
    return row, token


def with_token(token: str) -> tuple[SignIn, bool] | None:
    """The sign-in behind a token, and whether its person has a second rating under way; None when it holds no more."""
    found = db.session.execute(WITH_TOKEN, {"token_hash": _hash(token)}).first()
    return (found[0], found[1]) if found and found[0].holds(utcnow()) else None


def seen(row: SignIn) -> None:
    """Note that somebody is at the tablet, at most once a minute."""
    now = utcnow()
    if row.tablet_id is not None and now - (row.seen_at or row.created_at) >= A_MINUTE:
        with write():
            db.session.execute(update(SignIn).where(SignIn.id == row.id).values(seen_at=now))


def end(row: SignIn) -> None:
    """End one sign-in that somebody else's takes the place of, inside the caller's `write()`."""
    db.session.execute(update(SignIn).where(SignIn.id == row.id).values(ended_at=utcnow()))


def lock(row: SignIn) -> None:
    """End a sign-in because the tablet is left alone; whoever comes back gives their PIN."""
    with write():
        end(row)
        record("sign-in.locked", "The tablet was locked", by=row.user, subject=f"sign-in {row.id}")


def sign_out(row: SignIn) -> None:
    """End one sign-in."""
    with write():
        end(row)
        record("sign-in.ended", f"{row.user.name} signed out", by=row.user, subject=f"sign-in {row.id}")


def sign_out_everywhere(user: User, *, by: User | None, keep: SignIn | None = None) -> None:
    """End every sign-in of `user`, on all devices, `keep` apart. Joins the caller's `write()`."""
    with write():
        open_ones = update(SignIn).where(SignIn.user_id == user.id, SignIn.ended_at.is_(None))
        if keep is not None:
            open_ones = open_ones.where(SignIn.id != keep.id)
        db.session.execute(open_ones.values(ended_at=utcnow()))
        record("sign-in.all-ended", f"{user.name} was signed out everywhere", by=by, subject=f"user {user.id}")


def open_ones(user: User) -> list[SignIn]:
    """Where `user` is signed in now, the newest first."""
    since = utcnow() - SignIn.LONGEST
    rows = select(SignIn).where(SignIn.user_id == user.id, SignIn.ended_at.is_(None), SignIn.created_at > since)
    return [row for row in db.session.scalars(rows.order_by(SignIn.id.desc()).limit(50)) if row.holds(utcnow())]


def hash_password(password: str) -> str:
    return _hasher(current_app.config["SETTINGS"].argon2_cost).hash(password)


def verify(password_hash: str, password: str) -> bool:
    try:
        return _hasher(current_app.config["SETTINGS"].argon2_cost).verify(password_hash, password)
    except (VerifyMismatchError, InvalidHashError):
        return False


@cache
def _hasher(cost: tuple[int, int, int]) -> PasswordHasher:
    return PasswordHasher(time_cost=cost[0], memory_cost=cost[1], parallelism=cost[2])


@cache
def nobody() -> str:
    return hash_password(secrets.token_hex())


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
