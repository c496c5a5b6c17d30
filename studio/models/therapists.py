"""Therapists: who sends people to the studio, and how they like to hear back."""

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, select
from sqlalchemy.orm import Mapped, mapped_column

from ..extensions import db
from .base import Id, Model, Moment, choice


class Way(StrEnum):
    """How somebody likes to get letters."""

    mail = "mail"
    fax = "fax"
    post = "post"
    phone = "phone"


class Therapist(Model):
    """Somebody of a health profession who refers, mostly a physical therapist.

    `link` is the last part of their own referral address: it fills in their name and clinic, and opens nothing else.
    One found to be a double of another points to it by `merged_into_id` and is not listed any more.
    """

    __tablename__ = "therapists"
    __table_args__ = (Index("ix_therapists_list", "archived_at", "sort_name", "id"),)

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(120))
    sort_name: Mapped[str] = mapped_column(String(120))
    profession: Mapped[str] = mapped_column(String(80), default="")
    licence: Mapped[str] = mapped_column(String(60), default="")
    clinic: Mapped[str] = mapped_column(String(120), default="", index=True)
    address: Mapped[str] = mapped_column(String(300), default="")
    phone: Mapped[str] = mapped_column(String(20), default="", index=True)
    fax: Mapped[str] = mapped_column(String(20), default="")
    email: Mapped[str] = mapped_column(String(254), default="", index=True)
    prefers: Mapped[Way] = mapped_column(choice(Way), default=Way.mail)
    note: Mapped[str] = mapped_column(String(2000), default="")
    next_step: Mapped[str] = mapped_column(String(200), default="")
    next_on: Mapped[date | None]
    link: Mapped[str] = mapped_column(String(32), unique=True)
    revision: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[Moment]
    archived_at: Mapped[Moment | None]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("therapists.id"))

    @property
    def words(self) -> str:
        """Name and clinic: “Priya Raghunathan, Harbour Street Physiotherapy”."""
        return ", ".join(filter(None, (self.name, self.clinic)))


def load_therapist(therapist_id: int) -> Therapist | None:
    return db.session.get(Therapist, therapist_id)


def therapist_with_link(link: str) -> Therapist | None:
    """Whose own referral address this is; the address of one merged into another still serves the other."""
    found = db.session.scalar(select(Therapist).where(Therapist.link == link))
    while found is not None and found.merged_into_id is not None:
        found = db.session.get(Therapist, found.merged_into_id)
    return found
