"""Finding clients: by the words of a name in any order, by the start or the end of a number, by an address."""

import phonenumbers
from sqlalchemy import ColumnElement, exists, select

from ..extensions import db
from .clients import Client, ClientWord, search_words

LAST = "\U0010ffff"  # sorts behind every text that starts with the same letters
PARTS = 4  # of what was typed: more words make it no clearer, only dearer


def words_of(client: Client) -> set[str]:
    """What a client is found by: the words of the name, and the number as it may be typed."""
    words = {word[:120] for word in search_words(client.name)}
    return words | _numbers(client.phone)


def find(text: str, limit: int) -> list[Client]:
    """Clients that fit every word typed, archived ones too; nothing for nothing.

    The longest word leads, for it is met least often; its index gives the order, so that no list is sorted.
    """
    if "@" in text:
        return _by_email(text.strip().lower(), limit)
    words = _typed(text)
    if not words:
        return []
    first, *others = sorted(words, key=len, reverse=True)[:PARTS]
    query = select(Client).join(ClientWord, ClientWord.client_id == Client.id).where(_starts(first))
    for word in others:
        other = ClientWord.__table__.alias()
        query = query.where(
            exists().where(other.c.client_id == Client.id, other.c.word >= word, other.c.word < word + LAST)
        )
    # One client may fit by two words (Anna Annesley): a few more rows leave enough after that.
    rows = db.session.scalars(query.order_by(ClientWord.word, ClientWord.client_id).limit(limit * 3))
    return list(dict.fromkeys(rows))[:limit]


def _starts(word: str) -> ColumnElement[bool]:
    return (ClientWord.word >= word) & (ClientWord.word < word + LAST)


def _by_email(address: str, limit: int) -> list[Client]:
    query = select(Client).where(Client.email >= address, Client.email < address + LAST)
    return list(db.session.scalars(query.order_by(Client.email, Client.id).limit(limit)))


def _typed(text: str) -> list[str]:
    """A number is one word, however it is spaced."""
    if any(c.isalpha() for c in text):
        return search_words(text)
    digits = "".join(c for c in text if c.isdecimal())
    return [digits] if digits else []


def _numbers(phone: str) -> set[str]:
    """+447400123456 → 447400123456, 7400123456, 07400123456 as typed at home, and its last six and four figures."""
    if not phone:
        return set()
    number = phonenumbers.parse(phone)
    national = phonenumbers.national_significant_number(number)
    at_home = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    typed = "".join(c for c in at_home if c.isdecimal())
    return {phone.lstrip("+"), national, typed, national[-6:], national[-4:]}
