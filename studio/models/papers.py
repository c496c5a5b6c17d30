"""Issued paper: the bytes as they were handed over, kept under their hash in the data folder."""

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .base import ClientRef, Id, Model, Moment, UserRef


class Paper(Model):
    """One document as issued; a reprint sends the same bytes. `sha256` names the file under `papers/`."""

    __tablename__ = "papers"
    __table_args__ = (
        UniqueConstraint("assessment_version_id", "kind"),
        UniqueConstraint("programme_version_id", "kind"),
    )

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(String(30))
    client_id: Mapped[ClientRef]
    assessment_version_id: Mapped[int | None] = mapped_column(ForeignKey("assessment_versions.id"), index=True)
    programme_version_id: Mapped[int | None] = mapped_column(ForeignKey("programme_versions.id"), index=True)
    file_name: Mapped[str] = mapped_column(String(160))
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    created_at: Mapped[Moment]
    created_by_id: Mapped[UserRef]
