"""Enrolling the studio's tablets, and taking them out again."""

import hashlib
import secrets

from sqlalchemy import bindparam, select, update

from ..clock import utcnow
from ..extensions import db
from ..models.database import write
from ..models.tablets import Tablet
from ..models.users import SignIn, User
from .events import record

_KNOWN = select(Tablet).where(Tablet.token_hash == bindparam("token_hash"), Tablet.revoked_at.is_(None))


def enrol(name: str, sign_in: SignIn, *, by: User) -> tuple[Tablet, str]:
    """Make this device one of the studio's tablets; returns it with its secret, which is not kept."""
    token = secrets.token_urlsafe(32)
    with write() as session:
        tablet = Tablet(name=name, token_hash=_hash(token), enrolled_at=utcnow(), enrolled_by_id=by.id)
        session.add(tablet)
        session.flush()
        at = update(SignIn).where(SignIn.id == sign_in.id)
        session.execute(at.values(tablet_id=tablet.id, seen_at=utcnow()))
        record("tablet.enrolled", f"{name} was enrolled", by=by, subject=f"tablet {tablet.id}")
    return tablet, token


def known(token: str) -> Tablet | None:
    """The tablet behind a secret, or None when it is not one of ours (any more)."""
    return db.session.scalar(_KNOWN, {"token_hash": _hash(token)})


def revoke(tablet: Tablet, *, by: User) -> None:
    """Take a tablet out: no PIN works there any more, and everybody on it is signed out."""
    with write() as session:
        if tablet.revoked_at is None:
            now = utcnow()
            tablet.revoked_at, tablet.revoked_by_id = now, by.id
            on_it = update(SignIn).where(SignIn.tablet_id == tablet.id, SignIn.ended_at.is_(None))
            session.execute(on_it.values(ended_at=now))
            record("tablet.revoked", f"{tablet.name} was taken out", by=by, subject=f"tablet {tablet.id}")


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
