"""A PIN: a short way back for somebody whom an enrolled tablet knows. Off that tablet it is worth nothing."""

from sqlalchemy import Delete, delete

from ..clock import utcnow
from ..extensions import db
from ..models.database import write
from ..models.tablets import PinTries, Tablet
from ..models.users import SignIn, User
from . import limits, sign_ins
from .events import record


class WrongPin(Exception):
    """It does not fit; `left` tries remain before only the password opens."""

    def __init__(self, left: int):
        super().__init__()
        self.left = left


def choose(user: User, password: str, pin: str) -> None:
    """Set one's own PIN; raises sign_ins.WrongPassword or limits.TooMany."""
    check_password(user, password)
    hashed = sign_ins.hash_password(pin)
    with write():
        user.pin_hash = hashed
        _forgive(user)
        record("user.pin-chosen", f"{user.name} chose a PIN", by=user, subject=f"user {user.id}")


def remove(user: User) -> None:
    """Have no PIN any more."""
    with write():
        if user.pin_hash:
            user.pin_hash = ""
            record("user.pin-removed", f"{user.name} removed the PIN", by=user, subject=f"user {user.id}")


def confirm(sign_in: SignIn, password: str) -> None:
    """Show by the password that it is really the person; what a PIN does not open is open for a while.

    Raises sign_ins.WrongPassword or limits.TooMany.
    """
    check_password(sign_in.user, password)
    with write():
        sign_in.confirmed_at = utcnow()
        person = sign_in.user
        record("sign-in.confirmed", f"{person.name} gave the password", by=person, subject=f"sign-in {sign_in.id}")


def sign_in(tablet: Tablet, user_id: int, pin: str, *, device: str, leaving: SignIn | None) -> tuple[SignIn, str]:
    """Switch to somebody by their PIN, and end the sign-in that is left; raises WrongPin.

    A try is spent before the PIN is looked at: tries that come at the same time count too. Nobody's PIN, a locked one
    and a wrong one take the same time.
    """
    with write():
        left = _spend(tablet.id, user_id)
    user = db.session.get(User, user_id)
    may = user is not None and user.active and bool(user.pin_hash) and not user.must_change_password
    fits = sign_ins.verify(user.pin_hash if user is not None and may else sign_ins.nobody(), pin)
    with write():
        if user is None or not may or not fits or left is None:
            person = user.name if user else "Somebody"
            record(
                "sign-in.pin-failed", f"Wrong PIN for {person} on {tablet.name}", by=None, subject=f"tablet {tablet.id}"
            )
        else:
            db.session.execute(_tries(tablet.id, user.id))
            if leaving is not None:
                sign_ins.end(leaving)
            row, token = sign_ins.start(user, device=device, tablet=tablet, by_pin=True)
            said = f"{user.name} signed in by PIN on {tablet.name}"
            record("sign-in.started", said, by=user, subject=f"sign-in {row.id}")
            return row, token
    raise WrongPin(left or 0)


def _spend(tablet_id: int, user_id: int) -> int | None:
    """Take one try; how many remain after it, or None when there was none to take."""
    if db.session.get(User, user_id) is None:
        return PinTries.MOST - 1
    row = db.session.get(PinTries, (tablet_id, user_id))
    if row is None:
        row = PinTries(tablet_id=tablet_id, user_id=user_id, wrong=0)
        db.session.add(row)
    if row.wrong >= PinTries.MOST:
        return None
    row.wrong += 1
    return PinTries.MOST - row.wrong


def _forgive(user: User) -> None:
    db.session.execute(delete(PinTries).where(PinTries.user_id == user.id))


def _tries(tablet_id: int, user_id: int) -> Delete:
    return delete(PinTries).where(PinTries.tablet_id == tablet_id, PinTries.user_id == user_id)


def check_password(user: User, password: str) -> None:
    """Is it theirs? Raises sign_ins.WrongPassword, or limits.TooMany: an open tablet must not be a place to guess."""
    key = f"password user {user.id}"
    limits.spend(key, limits.SIGN_IN_ACCOUNT)
    if not sign_ins.verify(user.password_hash, password):
        raise sign_ins.WrongPassword
    with write():
        limits.give_back(key)
