"""Private links: addresses that are their own key, for people without a sign-in."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column

from ..extensions import db
from .base import Id, Model, Moment, choice


class What(StrEnum):
    """What a link opens: how far a referral has come, or one letter."""

    status = "status"
    letter = "letter"


class PrivateLink(Model):
    """One link; only the hash of its key is kept. It answers until `ends_at` or until it is revoked."""

    __tablename__ = "private_links"

    id: Mapped[Id]
    key_hash: Mapped[str] = mapped_column(String(64), unique=True)
    what: Mapped[What] = mapped_column(choice(What))
    referral_id: Mapped[int | None] = mapped_column(ForeignKey("referrals.id"), index=True)
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letters.id"), index=True)
    created_at: Mapped[Moment]
    ends_at: Mapped[Moment]
    revoked_at: Mapped[Moment | None]
    revoked_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    opened: Mapped[int] = mapped_column(default=0)
    opened_at: Mapped[Moment | None]

    def answers(self, now: datetime) -> bool:
        return self.revoked_at is None and now < self.ends_at


def link_with(key_hash: str, what: What) -> PrivateLink | None:
    return db.session.scalar(select(PrivateLink).where(PrivateLink.key_hash == key_hash, PrivateLink.what == what))


def status_links_of(referral_id: int, now: datetime) -> list[PrivateLink]:
    """The links to a referral's state that answer, the newest first."""
    mine = select(PrivateLink).where(PrivateLink.referral_id == referral_id, PrivateLink.what == What.status)
    found = mine.where(PrivateLink.revoked_at.is_(None), PrivateLink.ends_at > now)
    return list(db.session.scalars(found.order_by(PrivateLink.id.desc())))


def links_of(letter_id: int) -> list[PrivateLink]:
    """The addresses of a letter, the newest first."""
    mine = select(PrivateLink).where(PrivateLink.letter_id == letter_id)
    return list(db.session.scalars(mine.order_by(PrivateLink.id.desc())))
