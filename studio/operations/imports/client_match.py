"""Who of the book a line about a client means.

The client number of another program leads; then the e-mail with a name that agrees; then the same name with the same
birth date or phone. Two birth dates are two people. What only speaks for it is shown and left to a person.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from ...extensions import db
from ...models.client_doubles import Traits, because, in_order, traits
from ...models.client_numbers import ClientNumber
from ...models.clients import Client, fold, search_words
from ...models.merges import Merge
from .client_cells import NUMBER
from .kinds import Key, Known


@dataclass(frozen=True, eq=False)
class Person:
    """Somebody in the book, or on an earlier line."""

    traits: Traits
    numbers: frozenset[str]
    shown: str
    client: Client | None = None
    line: int = 0


def person_of(values: dict[str, Any], line: int) -> Person:
    number = values.get(NUMBER)
    return Person(traits_of(values), frozenset([number] if number else []), values["name"], line=line)


def traits_of(values: dict[str, Any]) -> Traits:
    return Traits(
        fold(values["name"])[:120], values.get("phone") or "", values.get("email") or "", values.get("birth_date")
    )


def keys_of(person: Person) -> list[Key]:
    """What somebody is looked up by, what is surest first."""
    one = person.traits
    found: list[Key] = [(NUMBER, number) for number in person.numbers]
    found += [(key, value) for key, value in (("email", one.email), ("phone", one.phone)) if value]
    found.append(("name", in_order(one.name)))
    return [*found, ("birth", one.birth_date)] if one.birth_date else found


def same(person: Person, *known: Known[Person]) -> Person | None:
    """Who this certainly is."""
    people = [one for where in known for one in where.find(keys_of(person))]
    numbered = (one for one in people if one.numbers & person.numbers)
    return next(numbered, None) or next((one for one in people if _agree(one, person)), None)


def alike(person: Person, *known: Known[Person]) -> list[tuple[Person, tuple[str, ...]]]:
    """Who this may be, and what speaks for it; a family's phone does not where another program tells them apart."""
    me, found = person.traits, []
    for one in (one for where in known for one in where.find(keys_of(person))):
        apart = bool(one.numbers and person.numbers) and one.traits.name != me.name
        if not apart and (reasons := because(one.traits, me.name, me.phone, me.email, me.birth_date)):
            found.append((one, reasons))
    return sorted(found, key=lambda pair: -len(pair[1]))


def in_the_book(people: Iterable[Person]) -> Known[Person]:
    """Everybody in the book whom one of these may mean, with one statement for each thing they are looked up by."""
    wanted: dict[str, set[Any]] = {NUMBER: set(), "email": set(), "phone": set(), "birth": set(), "sort": set()}
    for one in people:
        wanted["sort"].add(one.traits.name)
        for key, value in keys_of(one):
            wanted.get(key, set()).add(value)
    numbered = select(ClientNumber.client_id).where(ClientNumber.number.in_(wanted[NUMBER]))
    asked = (
        Client.id.in_(numbered),
        Client.email.in_(wanted["email"]),
        Client.phone.in_(wanted["phone"]),
        Client.birth_date.in_(wanted["birth"]),
        Client.sort_name.in_(wanted["sort"]),
    )
    found: dict[int, Client] = {}
    for condition in asked:
        mine = select(Client).where(condition, Client.erased_at.is_(None))
        found |= {one.id: one for one in db.session.scalars(mine)}
    return _known(found)


def _known(found: dict[int, Client]) -> Known[Person]:
    """A record that was merged into another leads there by what it said."""
    numbers: dict[int, set[str]] = {}
    for client_id, number in db.session.execute(
        select(ClientNumber.client_id, ClientNumber.number).where(ClientNumber.client_id.in_(found))
    ):
        numbers.setdefault(client_id, set()).add(number)
    into = dict(
        db.session.execute(
            select(Merge.other_id, Client).join(Client, Client.id == Merge.kept_id).where(Merge.undone_at.is_(None))
        ).all()
    )
    known: Known[Person] = Known()
    for one in sorted(found.values(), key=lambda one: (one.archived_at is not None, one.id)):
        client = one
        while client.id in into:
            client = into[client.id]
        person = Person(traits(one), frozenset(numbers.get(one.id, ())), client.name, client)
        known.add(keys_of(person), person)
    return known


def _agree(one: Person, other: Person) -> bool:
    mine, theirs = one.traits, other.traits
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return False
    if mine.birth_date and theirs.birth_date and mine.birth_date != theirs.birth_date:
        return False
    words, others = {*search_words(mine.name)}, {*search_words(theirs.name)}
    if mine.email and mine.email == theirs.email and len(words & others) >= 2 and (words <= others or others <= words):
        return True
    shared = (
        bool(mine.email) and mine.email == theirs.email,
        bool(mine.phone) and mine.phone == theirs.phone,
        mine.birth_date is not None and mine.birth_date == theirs.birth_date,
    )
    return words == others and any(shared)
