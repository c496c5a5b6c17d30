"""What a coach finds wrong with the picture of an exercise, until somebody has seen to it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..extensions import db
from .base import Id, Model, Moment, UserRef
from .users import User

MOST = 200
"""Open notes the gallery can list at once."""


class PictureNote(Model):
    """One note; it stays when it is settled, and can be opened again."""

    __tablename__ = "picture_notes"

    id: Mapped[Id]
    exercise: Mapped[str] = mapped_column(String(80), index=True)
    words: Mapped[str] = mapped_column(String(500))
    at: Mapped[Moment]
    user_id: Mapped[UserRef]
    settled_at: Mapped[Moment | None]
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    user: Mapped[User] = relationship(foreign_keys="PictureNote.user_id", lazy="joined", innerjoin=True)
    settled_by: Mapped[User | None] = relationship(foreign_keys="PictureNote.settled_by_id", lazy="joined")


@dataclass(frozen=True)
class Noted:
    """The notes of one picture."""

    open: tuple[PictureNote, ...] = ()
    settled: tuple[PictureNote, ...] = ()


def load_picture_note(exercise: str, note_id: int) -> PictureNote | None:
    row = db.session.get(PictureNote, note_id)
    return row if row and row.exercise == exercise else None


def notes_of(exercise: str) -> Noted:
    """The notes of one picture, the newest first."""
    found = select(PictureNote).where(PictureNote.exercise == exercise).order_by(PictureNote.id.desc()).limit(MOST)
    rows = db.session.scalars(found).all()
    return Noted(tuple(row for row in rows if not row.settled_at), tuple(row for row in rows if row.settled_at))


def open_counts(exercises: Iterable[str]) -> dict[str, int]:
    """How many open notes each of these pictures has; one without is left out."""
    found = select(PictureNote.exercise).where(
        PictureNote.exercise.in_(tuple(exercises)), PictureNote.settled_at.is_(None)
    )
    counts: dict[str, int] = {}
    for exercise in db.session.scalars(found):
        counts[exercise] = counts.get(exercise, 0) + 1
    return counts


def noted_exercises() -> frozenset[str]:
    """The exercises whose picture has an open note."""
    found = select(PictureNote.exercise).where(PictureNote.settled_at.is_(None)).distinct()
    return frozenset(db.session.scalars(found))
