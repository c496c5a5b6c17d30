"""The cells of a line about a client, read as columns; what a form refuses is refused here in the same words."""

import re
from collections.abc import Callable
from typing import Any

from ... import clock, countries, entries
from ...models.client_numbers import ClientNumber
from ...models.client_words import GOALS, LABELS, SEXES, home_equipment
from ...models.clients import Sex
from ...models.studios import the_studio
from ..users import team
from .kinds import read_cells

NUMBER = "number"
SINCE = "since"
COLUMNS = {NUMBER: "Client number", **LABELS, SINCE: "Client since"}
NAMES = {
    **{entries.small(label): column for column, label in COLUMNS.items()},
    "customer number": NUMBER,
    "member number": NUMBER,
    "number": NUMBER,
    "client id": NUMBER,
    "customer id": NUMBER,
    "member id": NUMBER,
    "id": NUMBER,
    "full name": "name",
    "client": "name",
    "mail": "email",
    "email address": "email",
    "telephone": "phone",
    "tel": "phone",
    "mobile": "phone",
    "phone number": "phone",
    "date of birth": "birth_date",
    "birthday": "birth_date",
    "born": "birth_date",
    "dob": "birth_date",
    "gender": "sex",
    "language": "language",
    "print size": "sheet_size",
    "equipment": "equipment",
    "goal": "goal",
    "notes": "note",
    "trainer": "coach_id",
    "since": SINCE,
    "joined": SINCE,
    "member since": SINCE,
}
"""The column by each of the names it may have in a file, in small letters."""
SIZES = {f"{size}{unit}": size for size in (12, 14, 18) for unit in ("", "pt", " pt")}
ANSWERS = {"yes": True, "y": True, "no": False, "n": False}


def readers() -> dict[str, Callable[[str], Any]]:
    """How each column is read in this studio, today; asked once for a whole file."""
    studio = the_studio()
    country = studio.country if studio else ""
    today = clock.today(studio.time_zone if studio else "UTC")
    languages = {entries.small(word): code for code, words in countries.languages() for word in _ways(code, words)}
    sexes = {word: Sex(key) for key in SEXES for word in (key, key[0])}
    goals = {entries.small(word): key for key, words in GOALS.items() for word in (key, words)}
    coaches = {entries.small(word): one.id for one in reversed(team()) for word in (one.name, one.email)}
    kit = {entries.small(word): item for item, words in home_equipment() for word in (item, words)}
    read: dict[str, Callable[[str], Any]] = {
        "name": lambda text: entries.name(text, "the client's name"),
        NUMBER: lambda text: entries.at_most(text, ClientNumber.LONGEST),
        "phone": lambda text: entries.phone(text, country),
        "email": entries.email,
        "birth_date": lambda text: entries.born(entries.day(text, country), today),
        SINCE: lambda text: entries.past(entries.day(text, country), today),
        "sex": lambda text: entries.one_of(text, sexes, "one"),
        "language": lambda text: entries.one_of(text, languages, "a language"),
        "sheet_size": lambda text: None if text.lower() == "automatic" else entries.one_of(text, SIZES, "a size"),
        "equipment": lambda text: sorted({_item(word, kit) for word in re.split("[,;\n]", text) if word.strip()}),
        "floor_transfer": lambda text: entries.one_of(text, ANSWERS, "yes or no"),
        "goal": lambda text: entries.one_of(text, goals, "a goal"),
        "coach_id": lambda text: entries.one_of(text, coaches, "a coach"),
    }
    tidied = {column: _tidied(reader) for column, reader in read.items()}
    return tidied | {"note": lambda text: entries.at_most(entries.tidy_text(text), 2000)}


def read(cells: dict[str, str], by_column: dict[str, Callable[[str], Any]]) -> tuple[dict[str, Any], list[str]]:
    """The columns that are filled in, and what is wrong with the others."""
    return read_cells(cells, by_column, COLUMNS)


def _tidied(reader: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda text: reader(entries.tidy_line(text))


def _ways(code: str, words: str) -> tuple[str, ...]:
    """“pl”, “Polish (polski)” and “Polish”."""
    return code, words, words.partition(" (")[0]


def _item(word: str, kit: dict[str, str]) -> str:
    if (item := kit.get(entries.small(word))) is None:
        raise entries.BadEntry(f"“{word.strip()[:40]}” is not on the list of equipment. Choose from the list")
    return item
