"""The square code on a home sheet: an address of its own that answers without a sign-in."""

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column

from ..clock import utcnow
from ..extensions import db
from .base import Id, Model, Moment


class SheetCode(Model):
    """The code of one issued version; only its hash is kept. It answers until `ends_at`, or until a newer version."""

    __tablename__ = "sheet_codes"

    id: Mapped[Id]
    version_id: Mapped[int] = mapped_column(ForeignKey("programme_versions.id"), unique=True)
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    ends_at: Mapped[Moment]


def code_in_force(code_hash: str) -> SheetCode | None:
    """The code with this hash while it answers; one that has ended is as unknown as one that never was."""
    return db.session.scalar(select(SheetCode).where(SheetCode.code_hash == code_hash, SheetCode.ends_at > utcnow()))
