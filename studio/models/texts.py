"""Versions of the texts that people sign or are told. A version never changes: what somebody signed stays readable."""

from dataclasses import dataclass

from sqlalchemy import ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from .. import phones, texts
from ..extensions import db
from .base import Id, Model, Moment
from .studios import Studio
from .users import User


class Text(Model):
    """One version of a text. `created_by` is None for wording that came with the program."""

    __tablename__ = "texts"
    __table_args__ = (UniqueConstraint("kind", "number"),)

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(String(20))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(120))
    body: Mapped[str] = mapped_column(String(12000))
    created_at: Mapped[Moment]
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    created_by: Mapped[User | None] = relationship(lazy="joined")


@dataclass(frozen=True)
class Wording:
    """A text as it is used now; `row` is None while the shipped one was never used."""

    kind: str
    number: int
    title: str
    body: str
    row: Text | None


def current(kind: str) -> Wording:
    """The wording in use: the studio's own newest, or the shipped one as long as the studio has none."""
    row = db.session.scalar(select(Text).where(Text.kind == kind).order_by(Text.number.desc()).limit(1))
    own = texts.shipped(kind)
    if row is None:
        return Wording(kind, 1, own.title, own.body, None)
    if row.created_by_id is None and (row.title, row.body) != (own.title, own.body):
        return Wording(kind, row.number + 1, own.title, own.body, None)  # a newer program words it better
    return Wording(kind, row.number, row.title, row.body, row)


def versions(kind: str) -> list[Text]:
    """All versions that were in use, the newest first."""
    return list(db.session.scalars(select(Text).where(Text.kind == kind).order_by(Text.number.desc()).limit(50)))


def load_text(kind: str, number: int) -> Text | None:
    return db.session.scalar(select(Text).where(Text.kind == kind, Text.number == number))


def facts_of(studio: Studio) -> dict[str, str]:
    """What stands in the place of {studio}, {address}, {contact} and {emergency}."""
    phone = phones.written(studio.phone, studio.country) if studio.phone else ""
    contact = " or ".join(filter(None, (phone, studio.email))) or "the front desk"
    return {
        "studio": studio.name,
        "address": studio.address or "at the address on our door",
        "contact": contact,
        "emergency": studio.emergency_number,
    }


def in_parts(body: str, studio: Studio) -> tuple[texts.Section, ...]:
    """A text as it is read: with the studio's facts, in its sections."""
    return texts.sections(texts.filled(body, facts_of(studio)))
