"""Files somebody brought: letters and lists, kept in the data folder under a name of our own."""

from enum import StrEnum

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..extensions import db
from .base import ClientRef, Id, Model, Moment, UserRef, choice
from .users import User


class MediaType(StrEnum):
    """What may be kept: told by the content, never by the name."""

    pdf = "application/pdf"
    jpeg = "image/jpeg"
    png = "image/png"


class Attachment(Model):
    """One file of a client. `stored` names it under `uploads/`; a removed one is not shown or sent any more."""

    __tablename__ = "attachments"

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    file_name: Mapped[str] = mapped_column(String(120))
    media_type: Mapped[MediaType] = mapped_column(choice(MediaType))
    stored: Mapped[str] = mapped_column(String(40), unique=True)
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    created_at: Mapped[Moment]
    created_by_id: Mapped[UserRef]
    removed_at: Mapped[Moment | None]
    removed_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    created_by: Mapped[User] = relationship(foreign_keys="Attachment.created_by_id")


def load_attachment(client_id: int, attachment_id: int) -> Attachment | None:
    """A client's file that was not removed."""
    return db.session.scalar(
        select(Attachment).where(
            Attachment.id == attachment_id, Attachment.client_id == client_id, Attachment.removed_at.is_(None)
        )
    )


def load_removed(client_id: int, attachment_id: int) -> Attachment | None:
    """A client's file that was removed: for taking that back."""
    return db.session.scalar(
        select(Attachment).where(
            Attachment.id == attachment_id, Attachment.client_id == client_id, Attachment.removed_at.is_not(None)
        )
    )
