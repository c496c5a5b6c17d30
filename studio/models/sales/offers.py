"""The price list: what is on it, and its versions. What was sold keeps the terms of its own day."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...sheets.stored import unpack
from ...terms.terms import Terms
from ..base import Id, Json, Model, Moment, UserRef


class Offer(Model):
    """One thing that can be bought, through all its prices; `code` is its short name in exports ("12wk-2")."""

    __tablename__ = "offers"

    id: Mapped[Id]
    code: Mapped[str] = mapped_column(String(20), unique=True)
    position: Mapped[int] = mapped_column(default=0)
    archived_at: Mapped[Moment | None]
    created_at: Mapped[Moment]
    created_by_id: Mapped[UserRef]


class OfferVersion(Model):
    """The terms of an offer from a day on; a newer version that has begun takes its place. Never changed."""

    __tablename__ = "offer_versions"
    __table_args__ = (
        UniqueConstraint("offer_id", "number"),
        Index("ix_offer_versions_valid", "valid_from", "valid_until"),
    )

    id: Mapped[Id]
    offer_id: Mapped[int] = mapped_column(ForeignKey("offers.id"))
    number: Mapped[int]
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]
    frozen: Mapped[Json]
    why: Mapped[str] = mapped_column(String(300), default="")
    created_at: Mapped[Moment]
    created_by_id: Mapped[UserRef]

    offer: Mapped[Offer] = relationship(lazy="joined", innerjoin=True)

    @property
    def terms(self) -> Terms:
        return unpack(Terms, self.frozen)
