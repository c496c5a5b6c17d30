"""The cells of a line about a therapist, read as columns; what cannot be read says what to do."""

from collections.abc import Callable
from typing import Any

from ... import entries
from ...models.therapist_words import LABELS
from ...models.therapists import Therapist, Way
from .kinds import read_cells

NAMES = {
    **{entries.small(label): column for column, label in LABELS.items()},
    "mail": "email",
    "email address": "email",
    "telephone": "phone",
    "tel": "phone",
    "fax number": "fax",
    "license number": "licence",
    "licence": "licence",
    "license": "licence",
    "preferred way": "prefers",
    "notes": "note",
    "practice": "clinic",
    "title": "profession",
    "link code": "link",
}
"""The column by each of the names it may have in a file, in small letters."""
WAYS = {
    "email": Way.mail,
    "mail": Way.mail,
    "fax": Way.fax,
    "post": Way.post,
    "letter": Way.post,
    "phone": Way.phone,
    "phone call": Way.phone,
    "call": Way.phone,
}


def read(cells: dict[str, str], country: str) -> tuple[dict[str, Any], list[str]]:
    """The columns that are filled in, and what is wrong with the others."""
    readers: dict[str, Callable[[str], Any]] = {column: _text(column) for column in LABELS}
    readers |= {
        "name": lambda text: entries.name(entries.tidy_line(text), "the therapist's name"),
        "phone": lambda text: entries.phone(entries.tidy_line(text), country),
        "fax": lambda text: entries.phone(entries.tidy_line(text), country),
        "email": lambda text: entries.email(entries.tidy_line(text)),
        "prefers": lambda text: _way(entries.small(entries.tidy_line(text))),
        "next_on": lambda text: entries.day(entries.tidy_line(text), country),
    }
    values, problems = read_cells(cells, readers, LABELS)
    if values.get("next_on") and not cells.get("next_step"):
        problems.append("Next step: Enter what is to be done on that day, or take the day away")
    return values, problems


def _text(column: str) -> Callable[[str], str]:
    kind: Any = Therapist.__table__.c[column].type
    tidy = entries.tidy_text if column in ("address", "note") else entries.tidy_line
    return lambda text: entries.at_most(tidy(text), kind.length)


def _way(word: str) -> Way:
    if word not in WAYS:
        raise entries.BadEntry("Write E-mail, Fax, Post or Phone call")
    return WAYS[word]
