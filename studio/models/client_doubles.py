"""Is this person in the book already? Asked before a new record is made."""

from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, select

from ..extensions import db
from .clients import Client, ClientWord, fold, search_words

FEW = 5
OF_A_YEAR = 200  # born in one year; more than that a studio of many years has not
SIMILAR = 0.75


@dataclass(frozen=True)
class Double:
    """A client who may be the same person, and what speaks for it."""

    client: Client
    because: tuple[str, ...]


def likely_doubles(values: dict[str, Any]) -> list[Double]:
    """Clients with the same phone, e-mail or name, or born on the same day with a similar name; archived ones too.

    Where only the year of birth is known, the same year with a similar name counts.
    """
    phone, email, born = values.get("phone") or "", values.get("email") or "", values.get("birth_date")
    year = values.get("birth_year")
    folded = fold(values["name"])[:120]
    asked = ((Client.phone, phone), (Client.email, email), (Client.birth_date, born))
    found = {client.id: client for column, value in asked if value for client in _where(column == value)}
    found |= {client.id: client for client in _same_name(folded)}
    if year:
        found |= {client.id: client for client in _born_in(year)}
    doubles = [Double(client, because(traits(client), folded, phone, email, born or year)) for client in found.values()]
    return sorted((double for double in doubles if double.because), key=lambda double: -len(double.because))[:FEW]


def _where(condition: ColumnElement[bool]) -> list[Client]:
    return list(db.session.scalars(select(Client).where(condition).order_by(Client.id).limit(4 * FEW)))


def _born_in(year: int) -> list[Client]:
    rows = select(Client).where(Client.birth_date.between(date(year, 1, 1), date(year, 12, 31)))
    return list(db.session.scalars(rows.order_by(Client.birth_date).limit(OF_A_YEAR)))


def _same_name(folded: str) -> list[Client]:
    words = search_words(folded)
    if not words:
        return []
    # The longest word is met least often: its index leads to the few records whose whole name is then compared.
    query = select(Client).join(ClientWord, ClientWord.client_id == Client.id)
    query = query.where(ClientWord.word == max(words, key=len), Client.sort_name == folded)
    return list(db.session.scalars(query.limit(FEW)))


class Traits(NamedTuple):
    """What speaks for somebody being the same; the name folded."""

    name: str
    phone: str
    email: str
    birth_date: date | None


def traits(client: Client) -> Traits:
    return Traits(client.sort_name, client.phone, client.email, client.birth_date)


def because(known: Traits, folded: str, phone: str, email: str, born: date | int | None) -> tuple[str, ...]:
    """What speaks for somebody known being the one of these answers; `born` is a day, or a year if no more is known."""
    same_name = known.name == folded
    birth = known.birth_date
    # Only of those born then are names compared, which takes its time.
    then = birth is not None and born in (birth, birth.year)
    alike = then and SequenceMatcher(None, in_order(known.name), in_order(folded)).ratio() >= SIMILAR
    of_year = birth is not None and birth.year == born
    reasons = {
        "same name": same_name,
        "same phone": bool(phone) and known.phone == phone,
        "same e-mail": bool(email) and known.email == email,
        "same birth date, similar name": born is not None and birth == born and alike and not same_name,
        "same birth date": born is not None and birth == born and same_name,
        "same birth year, similar name": of_year and alike and not same_name,
        "same birth year": of_year and same_name,
    }
    return tuple(reason for reason, holds in reasons.items() if holds)


def in_order(folded: str) -> str:
    """Family name first or last: the same words."""
    return " ".join(sorted(search_words(folded)))
