"""The texts that people sign or are told: a change is a new version."""

from ..clock import utcnow
from ..extensions import db
from ..models.database import write
from ..models.texts import Text, Wording, current
from ..models.users import User
from .events import record


def kept(kind: str) -> Text:
    """The row of the wording in use; the shipped one becomes a row when it is first signed. Inside `write()`."""
    wording = current(kind)
    return wording.row or _add(wording.kind, wording.number, wording.title, wording.body, None)


def change(kind: str, title: str, body: str, *, by: User) -> Wording:
    """Make a new version of a text; the same words make none. Who signed an older one has signed that."""
    with write():
        before = kept(kind)
        if (before.title, before.body) != (title, body):
            row = _add(kind, before.number + 1, title, body, by)
            record("text.changed", f"The {kind} text has a version {row.number}", by=by, subject=f"text {row.id}")
    return current(kind)


def _add(kind: str, number: int, title: str, body: str, by: User | None) -> Text:
    row = Text(
        kind=kind, number=number, title=title, body=body, created_at=utcnow(), created_by_id=by.id if by else None
    )
    db.session.add(row)
    db.session.flush()
    return row
