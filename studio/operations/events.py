"""Writing the audit trail."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, insert, select

from ..clock import utcnow
from ..extensions import db
from ..models.clients import Client
from ..models.database import write
from ..models.events import Event
from ..models.users import User


def record(
    kind: str, summary: str, *, by: User | None, client: Client | None = None, subject: str = "", **particulars: Any
) -> None:
    """Add one line to the audit trail, inside the caller's `write()`.

    `kind` is "<thing>.<verb in the past>"; `subject` names the row ("assessment 12"). Particulars may name fields and
    numbers, never the values of health data.
    """
    _add(by.id if by else None, client.id if client else None, kind, subject, summary, particulars)


def record_each(kind: str, summary: str, *, by: User, about: Sequence[tuple[int | None, str]]) -> None:
    """Add the same line for many clients, or for none with a subject each, inside the caller's `write()`."""
    line = {"at": utcnow(), "user_id": by.id, "kind": kind, "summary": summary, "particulars": {}}
    rows = [line | {"client_id": client_id, "subject": subject} for client_id, subject in about]
    if rows:
        db.session.execute(insert(Event), rows)


def record_view(client: Client, *, by: User, visit: str) -> None:
    """Note that somebody looked at a client's health record: once per person and visit, in a short write of its own.

    `visit` names the sign-in, so that turning pages does not fill the trail.
    """
    looked, at = by.id, client.id
    if db.session.scalar(_SEEN, {"client": at, "visit": visit}) is not None:
        return
    with write():  # which forgets what was read: the two would be read again
        _add(looked, at, "record.viewed", visit, "Looked at the record", {})


def _add(
    user_id: int | None, client_id: int | None, kind: str, subject: str, summary: str, particulars: dict[str, Any]
) -> None:
    line = {"user_id": user_id, "client_id": client_id, "kind": kind, "subject": subject}
    db.session.execute(insert(Event).values(at=utcnow(), summary=summary, particulars=particulars, **line))


# Composed once: that takes longer than running it.
_SEEN = (
    select(Event.id)
    .where(Event.client_id == bindparam("client"), Event.kind == "record.viewed", Event.subject == bindparam("visit"))
    .limit(1)
)
