"""Files of a form that came back with questions: kept for a short while, so that nobody chooses them twice."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import String, func, select
from sqlalchemy.orm import Mapped, mapped_column

from ..extensions import db
from .attachments import MediaType
from .base import Id, Model, Moment, choice


class WaitingFile(Model):
    """One file of a form that is still being filled in; `submission` is the hash of its key, as of a referral."""

    __tablename__ = "waiting_files"

    id: Mapped[Id]
    submission: Mapped[str] = mapped_column(String(64), index=True)
    file_name: Mapped[str] = mapped_column(String(120))
    media_type: Mapped[MediaType] = mapped_column(choice(MediaType))
    stored: Mapped[str] = mapped_column(String(40), unique=True)
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    created_at: Mapped[Moment] = mapped_column(index=True)


def waiting_for(submission: str) -> Sequence[WaitingFile]:
    """What was sent with this form so far, in the order it came."""
    mine = select(WaitingFile).where(WaitingFile.submission == submission)
    return db.session.scalars(mine.order_by(WaitingFile.id)).all()


def left_before(moment: datetime) -> Sequence[WaitingFile]:
    """What nobody came back for."""
    return db.session.scalars(select(WaitingFile).where(WaitingFile.created_at < moment)).all()


def bytes_waiting() -> int:
    """How much room all of them take."""
    return db.session.scalar(select(func.coalesce(func.sum(WaitingFile.size), 0))) or 0
