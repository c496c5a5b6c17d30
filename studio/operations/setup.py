"""The studio itself: opened once, changed by its owner."""

from typing import Any

from ..clock import utcnow
from ..models.database import write
from ..models.studios import Studio, the_studio
from ..models.users import Role, User
from .events import record
from .sign_ins import hash_password


class AlreadyOpen(Exception):
    """Somebody finished the first-run wizard before."""


def open_studio(studio: dict[str, Any], *, name: str, email: str, password: str) -> User:
    """Make the studio and its owner in one step; raises AlreadyOpen."""
    hashed = hash_password(password)
    with write() as session:
        if the_studio() is not None:
            raise AlreadyOpen
        owner = User(name=name, email=email, role=Role.owner, password_hash=hashed, created_at=utcnow())
        session.add_all((Studio(id=1, created_at=utcnow(), **studio), owner))
        session.flush()
        record("studio.opened", f"{owner.name} opened the studio", by=owner, subject="studio")
    return owner


def change_studio(studio: Studio, values: dict[str, Any], *, by: User) -> None:
    """Set what the owner changed."""
    changed = [name for name, value in values.items() if getattr(studio, name) != value]
    if not changed:
        return
    with write():
        for name in changed:
            setattr(studio, name, values[name])
        record("studio.changed", "The studio's settings were changed", by=by, subject="studio", fields=changed)
