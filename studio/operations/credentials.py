"""Credentials: put on record by their holder or an owner, changed when they are renewed, taken off."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from ..clock import utcnow
from ..models.credentials import Credential, CredentialKind
from ..models.database import write
from ..models.users import User
from .events import record


@dataclass(frozen=True)
class Held:
    """What somebody says of a credential."""

    kind: CredentialKind
    title: str
    number: str
    issued_on: date | None
    expires_on: date | None
    units_needed: float | None
    units_earned: float | None
    note: str


def add(person: User, held: Held, *, by: User) -> Credential:
    """Put one on record."""
    with write() as session:
        credential = Credential(user_id=person.id, created_at=utcnow(), created_by_id=by.id, **vars(held))
        session.add(credential)
        session.flush()
        _record("added", credential, person, by)
    return credential


def change(credential: Credential, held: Held, *, by: User) -> None:
    """Change it: renewed, units earned, a number mistyped."""
    with write():
        changed = [name for name, value in vars(held).items() if getattr(credential, name) != value]
        for name in changed:
            setattr(credential, name, getattr(held, name))
        if changed:
            _record("changed", credential, credential.user, by, fields=changed)


def remove(credential: Credential, *, by: User) -> None:
    """Take it off; it is not printed and not reminded of any more."""
    with write():
        credential.removed_at, credential.removed_by_id = utcnow(), by.id
        _record("removed", credential, credential.user, by)


def restore(credential: Credential, *, by: User) -> None:
    """Put one back that was taken off by mistake."""
    with write():
        credential.removed_at, credential.removed_by_id = None, None
        _record("restored", credential, credential.user, by)


def _record(verb: str, credential: Credential, person: User, by: User, **particulars: Any) -> None:
    said = f"{person.name}: {credential.name} {verb}"
    record(f"credential.{verb}", said, by=by, subject=f"credential {credential.id}", **particulars)
