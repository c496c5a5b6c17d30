"""The studio's logo. Each that was ever on paper is kept: what was signed under it is printed with it again."""

from sqlalchemy import ForeignKey, LargeBinary, String, select
from sqlalchemy.orm import Mapped, mapped_column

from ..extensions import db
from ..sheets import Logo
from .base import Id, Model, Moment, UserRef


class StudioLogo(Model):
    """A picture drawn anew, small enough to stand in its row; the one in use was not removed."""

    __tablename__ = "logos"

    id: Mapped[Id]
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    width: Mapped[int]
    height: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[Moment]
    created_by_id: Mapped[UserRef]
    removed_at: Mapped[Moment | None]
    removed_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    @property
    def value(self) -> Logo:
        """As sheets carry it."""
        return Logo(sha256=self.sha256, width=self.width, height=self.height, content=self.content)


def logo_in_use() -> StudioLogo | None:
    """The logo that stands on paper now."""
    return db.session.scalar(select(StudioLogo).where(StudioLogo.removed_at.is_(None)))


def logo_named(sha256: str) -> StudioLogo | None:
    """The logo with this hash, in use or not."""
    return db.session.scalar(select(StudioLogo).where(StudioLogo.sha256 == sha256).limit(1))
