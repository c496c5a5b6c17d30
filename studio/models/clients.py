"""Clients: the people who train."""

import unicodedata
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import ForeignKey, Index, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..extensions import db
from .base import ClientRef, Id, Json, Model, Moment, UserRef, Words, choice
from .users import User, initials

COLOURS = ("fig", "moss", "indigo", "rust", "slate", "lagoon", "ochre", "pine")


# Words are compared by code point on both databases, so that a prefix is a range.
WORD = String(120).with_variant(String(120, collation="C"), "postgresql")


class Sex(StrEnum):
    """As the norms of measures need it; optional."""

    female = "female"
    male = "male"


class Client(Model):
    """A client. `sheet_size` is the home sheet's type in points, None to let the sheet decide.

    Of one that was erased only the row is left, without anything that tells who it was.
    """

    __tablename__ = "clients"
    __table_args__ = (Index("ix_clients_list", "archived_at", "sort_name", "id"),)

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(120))
    sort_name: Mapped[str] = mapped_column(String(120))
    phone: Mapped[str] = mapped_column(String(20), default="", index=True)
    email: Mapped[str] = mapped_column(String(254), default="", index=True)
    birth_date: Mapped[date | None] = mapped_column(index=True)
    sex: Mapped[Sex | None] = mapped_column(choice(Sex))
    language: Mapped[str] = mapped_column(String(20), default="en")
    sheet_size: Mapped[int | None]
    colour: Mapped[str] = mapped_column(String(12))
    equipment: Mapped[Words] = mapped_column(default=list)
    floor_transfer: Mapped[bool] = mapped_column(default=True)
    goal: Mapped[str] = mapped_column(String(20), default="")
    note: Mapped[str] = mapped_column(String(2000), default="")
    coach_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    revision: Mapped[int] = mapped_column(default=1)
    archived_at: Mapped[Moment | None]
    erased_at: Mapped[Moment | None]
    created_at: Mapped[Moment] = mapped_column(index=True)

    coach: Mapped[User | None] = relationship(lazy="joined")

    @property
    def initials(self) -> str:
        return initials(self.name)

    @property
    def first_name(self) -> str:
        return self.name.split()[0]

    def age(self, on: date) -> int | None:
        """Whole years on that day, or None without a birth date."""
        if self.birth_date is None:
            return None
        born = self.birth_date
        return on.year - born.year - ((on.month, on.day) < (born.month, born.day))

    def values(self) -> dict[str, Any]:
        """What a coach can edit, as plain values: for the history of changes."""
        return {name: plain(getattr(self, name)) for name in EDITABLE}


class Face(NamedTuple):
    """What a list shows of a client; `FACE` are its columns."""

    id: int
    name: str
    colour: str

    @property
    def initials(self) -> str:
        return initials(self.name)


FACE = (Client.id, Client.name, Client.colour)
EDITABLE = (
    "name", "phone", "email", "birth_date", "sex", "language", "sheet_size", "equipment", "floor_transfer", "goal",
    "note", "coach_id",
)  # fmt: skip


class ClientRevision(Model):
    """What a client's record said before a change; apart from the events, so that it can be erased with the client."""

    __tablename__ = "client_revisions"

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    revision: Mapped[int]
    at: Mapped[Moment]
    user_id: Mapped[UserRef]
    before: Mapped[Json]

    user: Mapped[User] = relationship(lazy="joined")


class ClientWord(Model):
    """The words a client is found by: parts of the name without accents, and the phone's digits.

    A prefix of an indexed word is a range, which SQLite and PostgreSQL both answer without a scan.
    """

    __tablename__ = "client_words"
    __table_args__ = (Index("ix_client_words_word", "word", "client_id"),)

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), primary_key=True)
    word: Mapped[str] = mapped_column(WORD, primary_key=True)


def fold(text: str) -> str:
    """Lower case without accents, so that 'zoe' finds 'Zoë'; other scripts stay as they are."""
    apart = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l").replace("ø", "o").replace("đ", "d"))
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))


def search_words(text: str) -> list[str]:
    """The folded words of a name or of what somebody typed into the search field."""
    return "".join(c if _in_word(c) else " " for c in fold(text)).split()


def _in_word(character: str) -> bool:
    """Letters, figures, and the vowel signs without which a Hindi or Thai word would fall apart."""
    return character.isalnum() or unicodedata.category(character).startswith("M")


def load_client(client_id: int) -> Client | None:
    """A client by id; of an erased one there is nothing to load."""
    return db.session.scalar(select(Client).where(Client.id == client_id, Client.erased_at.is_(None)))


def plain(value: Any) -> Any:
    """A column's value as JSON holds it."""
    return value.isoformat() if isinstance(value, date) else value


def from_plain(column: str, value: Any) -> Any:
    """What JSON holds of a column, as the column takes it."""
    kinds: dict[str, Any] = {"birth_date": date.fromisoformat, "sex": Sex}
    return kinds[column](value) if value is not None and column in kinds else value
