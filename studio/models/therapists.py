"""Therapists: who sends people to the studio, and how they like to hear back."""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..extensions import db
from .base import Id, Json, Model, Moment, UserRef, choice
from .clients import plain
from .users import User

EDITABLE = (
    "name", "profession", "licence", "clinic", "address", "phone", "fax", "email", "prefers", "note", "next_step",
    "next_on",
)  # fmt: skip


class Way(StrEnum):
    """How somebody likes to get letters."""

    mail = "mail"
    fax = "fax"
    post = "post"
    phone = "phone"


class Therapist(Model):
    """Somebody of a health profession who refers, mostly a physical therapist.

    `link` is the last part of their own referral address: it fills in their name and clinic, and opens nothing else.
    `search` holds what they are found by, folded. One found to be a double of another points to it by `merged_into_id`
    and is not listed any more.
    """

    __tablename__ = "therapists"
    __table_args__ = (Index("ix_therapists_list", "archived_at", "sort_name", "id"),)

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(120))
    sort_name: Mapped[str] = mapped_column(String(120))
    search: Mapped[str] = mapped_column(String(600), default="")
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
    next_on: Mapped[date | None] = mapped_column(index=True)
    link: Mapped[str] = mapped_column(String(32), unique=True)
    revision: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[Moment]
    archived_at: Mapped[Moment | None]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("therapists.id"))

    @property
    def words(self) -> str:
        """Name and clinic: “Priya Raghunathan, Harbour Street Physiotherapy”."""
        return ", ".join(filter(None, (self.name, self.clinic)))

    @property
    def short_code(self) -> str:
        """The link as it is read out and typed: “7K3M-9QXP”."""
        return f"{self.link[:4]}-{self.link[4:]}"

    def values(self) -> dict[str, Any]:
        """What can be edited, as plain values."""
        return {name: plain(getattr(self, name)) for name in EDITABLE}


class TherapistRevision(Model):
    """What a therapist's record said before a change."""

    __tablename__ = "therapist_revisions"

    id: Mapped[Id]
    therapist_id: Mapped[int] = mapped_column(ForeignKey("therapists.id"), index=True)
    revision: Mapped[int]
    at: Mapped[Moment]
    user_id: Mapped[UserRef]
    before: Mapped[Json]

    user: Mapped[User] = relationship(lazy="joined")


class TherapistMerge(Model):
    """Two records found to be one person: what moved from `gone` to `kept`, so that it can be moved back.

    `moved` names the rows by table: {"referrals": [3, 8], "letters": [2], …}; `before` and `after` are what the record
    that stays said then and afterwards.
    """

    __tablename__ = "therapist_merges"

    id: Mapped[Id]
    kept_id: Mapped[int] = mapped_column(ForeignKey("therapists.id"), index=True)
    gone_id: Mapped[int] = mapped_column(ForeignKey("therapists.id"), index=True)
    at: Mapped[Moment]
    by_id: Mapped[UserRef]
    moved: Mapped[Json]
    before: Mapped[Json]
    after: Mapped[Json]
    undone_at: Mapped[Moment | None]

    kept: Mapped[Therapist] = relationship(foreign_keys=[kept_id])
    gone: Mapped[Therapist] = relationship(foreign_keys=[gone_id])


def directory() -> list[tuple[str, str]]:
    """Whom one can choose: number and name of everybody listed."""
    mine = select(Therapist).where(Therapist.archived_at.is_(None), Therapist.merged_into_id.is_(None))
    return [(str(one.id), one.words) for one in db.session.scalars(mine.order_by(Therapist.sort_name, Therapist.id))]


def load_therapist(therapist_id: int) -> Therapist | None:
    return db.session.get(Therapist, therapist_id)


def standing(therapist: Therapist | None) -> Therapist | None:
    """The record somebody has now: that of one merged into another is the other's."""
    while therapist is not None and therapist.merged_into_id is not None:
        therapist = db.session.get(Therapist, therapist.merged_into_id)
    return therapist


def therapist_with_link(link: str) -> Therapist | None:
    """Whose own referral address this is, however it was typed; that of one merged into another serves the other."""
    typed = link.replace("-", "").upper()[:32]
    return standing(db.session.scalar(select(Therapist).where(Therapist.link == typed)))
