"""Saying that a picture looks wrong, and that it was seen to."""

from ..clock import utcnow
from ..models.database import write
from ..models.picture_notes import PictureNote
from ..models.users import User
from .events import record


def add(exercise: str, words: str, *, by: User) -> PictureNote:
    """Keep a note about a picture."""
    row = PictureNote(exercise=exercise, words=words, at=utcnow(), user_id=by.id)
    with write() as session:
        session.add(row)
        session.flush()
        record("picture.noted", "Picture looks wrong", by=by, subject=f"picture note {row.id}", exercise=exercise)
    return row


def settle(row: PictureNote, *, by: User) -> None:
    """Mark a note as seen to; saying so twice changes nothing."""
    with write():
        if row.settled_at is None:
            row.settled_at, row.settled_by_id = utcnow(), by.id
            record("picture.settled", "Picture note settled", by=by, subject=f"picture note {row.id}")


def open_again(row: PictureNote, *, by: User) -> None:
    """Take a settling back."""
    with write():
        if row.settled_at is not None:
            row.settled_at, row.settled_by_id = None, None
            record("picture.opened", "Picture note opened again", by=by, subject=f"picture note {row.id}")
