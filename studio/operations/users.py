"""The people who sign in: added, changed, locked out and let in again. `by` is None on the command line."""

from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.exc import IntegrityError

from .. import passwords
from ..clock import utcnow
from ..extensions import db
from ..models.clients import Client
from ..models.database import write
from ..models.users import Role, SignIn, User
from . import limits, sign_ins
from .events import record


class EmailTaken(Exception):
    """Somebody else signs in with this address."""


class LastOwner(Exception):
    """Nobody would be left who can change the settings and let people in."""


class Yourself(Exception):
    """An owner takes away their own access; only another owner may."""


def add(*, name: str, email: str, role: Role, credential: str = "", by: User | None) -> tuple[User, str]:
    """A new user with a one-time password, which is not kept; raises EmailTaken."""
    password = passwords.one_time()
    user = User(
        name=name,
        email=email.strip().lower(),
        role=role,
        credential=credential,
        password_hash=sign_ins.hash_password(password),
        must_change_password=True,
        created_at=utcnow(),
    )
    try:
        with write() as session:
            session.add(user)
            session.flush()
            record("user.added", f"{name} was added as {role.label.lower()}", by=by, subject=f"user {user.id}")
    except IntegrityError:
        raise EmailTaken from None
    return user, password


def change(user: User, values: dict[str, Any], *, by: User) -> None:
    """Set name, email, role, credential and active as far as `values` holds them.

    Raises EmailTaken, LastOwner or Yourself.
    """
    try:
        with write():
            changed = [name for name, value in values.items() if getattr(user, name) != value]
            loses_access = values.get("active", True) is False or values.get("role", user.role) != Role.owner
            if user.role is Role.owner and user.active and loses_access:
                _keep_an_owner(user, by)
            for name in changed:
                setattr(user, name, values[name])
            if "active" in changed and not user.active:
                sign_ins.sign_out_everywhere(user, by=by)
            if changed:
                said = f"{user.name}: {', '.join(WORDS[name] for name in changed)} changed"
                record("user.changed", said, by=by, subject=f"user {user.id}", fields=changed)
    except IntegrityError:
        raise EmailTaken from None


WORDS = {
    "name": "name",
    "email": "e-mail",
    "role": "role",
    "credential": "credential",
    "active": "access",
    "left_handed": "left-handed board",
    "length_unit": "unit of lengths",
}


def reset_password(user: User, *, by: User | None) -> str:
    """Give a new one-time password and end every sign-in; the password is not kept."""
    password = passwords.one_time()
    with write():
        user.password_hash = sign_ins.hash_password(password)
        user.must_change_password = True
        user.pin_hash = ""  # whoever lost the password may have lost the PIN with it
        sign_ins.sign_out_everywhere(user, by=by)
        record("user.password-reset", f"{user.name} got a one-time password", by=by, subject=f"user {user.id}")
    return password


def change_password(user: User, current: str, password: str, *, keep: SignIn) -> None:
    """Set a person's own new password and end their other sign-ins.

    Raises sign_ins.WrongPassword, or limits.TooMany: a tablet left open must not be a place to guess.
    """
    key = f"password user {user.id}"
    limits.spend(key, limits.SIGN_IN_ACCOUNT)
    if not sign_ins.verify(user.password_hash, current):
        raise sign_ins.WrongPassword
    hashed = sign_ins.hash_password(password)
    with write():
        limits.give_back(key)
        user.password_hash = hashed
        user.must_change_password = False
        sign_ins.sign_out_everywhere(user, by=user, keep=keep)
        record("user.password-changed", f"{user.name} changed the password", by=user, subject=f"user {user.id}")


def team() -> list[User]:
    """Everybody who coaches, or who is still the coach of somebody whatever they do now."""
    theirs = exists().where(Client.coach_id == User.id)
    found = select(User).where((User.role != Role.front_desk) | theirs)
    return list(db.session.scalars(found.order_by(User.active.desc(), User.name, User.id)))


def everybody() -> list[User]:
    """All users, those with access first, then by name."""
    return list(db.session.scalars(select(User).order_by(User.active.desc(), User.name, User.id)))


def _keep_an_owner(user: User, by: User) -> None:
    owners = select(User.id).where(User.role == Role.owner, User.active, User.id != user.id)
    if db.session.scalar(owners.limit(1)) is None:
        raise LastOwner
    if user.id == by.id:
        raise Yourself
