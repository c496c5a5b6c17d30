"""The cells of a line about what a client brings along; what cannot be read says what to do."""

from collections.abc import Callable
from typing import Any

from ... import entries
from ...models.client_numbers import ClientNumber
from ...models.studios import the_studio
from ...money import MoneyError, parse
from .client_cells import NUMBER
from .kinds import read_cells

MOST = 500
COLUMNS = {
    NUMBER: "Client number",
    "name": "Client",
    "email": "E-mail",
    "phone": "Phone",
    "birth_date": "Birth date",
    "package": "Package",
    "left": "Sessions left",
    "bought": "Sessions bought",
    "starts_on": "Starts on",
    "ends_on": "Ends on",
    "owed": "Money owed",
}
NAMES = {
    **{entries.small(label): column for column, label in COLUMNS.items()},
    "number": NUMBER,
    "customer number": NUMBER,
    "member number": NUMBER,
    "client id": NUMBER,
    "id": NUMBER,
    "name": "name",
    "client name": "name",
    "full name": "name",
    "package name": "package",
    "credits left": "left",
    "credits": "left",
    "sessions": "bought",
    "start": "starts_on",
    "start date": "starts_on",
    "end": "ends_on",
    "end date": "ends_on",
    "expires on": "ends_on",
    "expires": "ends_on",
    "balance due": "owed",
    "amount owed": "owed",
    "balance": "owed",
}
"""The column by each of the names it may have in a file, in small letters."""
TOGETHER = ("package", "left", "starts_on")


def readers() -> dict[str, Callable[[str], Any]]:
    """How each column is read in this studio; asked once for a whole file."""
    studio = the_studio()
    country, currency = (studio.country, studio.currency) if studio else ("", "EUR")
    read: dict[str, Callable[[str], Any]] = {
        "name": lambda text: entries.name(text, "the client's name"),
        NUMBER: lambda text: entries.at_most(text, ClientNumber.LONGEST),
        "email": entries.email,
        "phone": lambda text: entries.phone(text, country),
        "birth_date": lambda text: entries.day(text, country),
        "package": lambda text: entries.at_most(text, 60),
        "left": _count,
        "bought": _count,
        "starts_on": lambda text: entries.day(text, country),
        "ends_on": lambda text: entries.day(text, country),
        "owed": lambda text: _amount(text, currency),
    }
    return {column: _tidied(reader) for column, reader in read.items()}


def read(cells: dict[str, str], by_column: dict[str, Callable[[str], Any]]) -> tuple[dict[str, Any], list[str]]:
    """The columns that are filled in, and what is wrong with the others, or with all of them together."""
    values, problems = read_cells(cells, by_column, COLUMNS)
    if problems:
        return values, problems
    some = [column for column in (*TOGETHER, "bought", "ends_on") if column in values]
    missing = [COLUMNS[column] for column in TOGETHER if column not in values]
    if some and missing:
        problems.append(f"Fill in {' and '.join(missing)} too, or leave the package out")
    elif not some and not values.get("owed"):
        problems.append("Fill in a package, or money owed")
    elif values.get("bought", MOST) < values.get("left", 0):
        problems.append("Sessions left: Enter at most as many as were bought")
    elif "ends_on" in values and values["ends_on"] < values["starts_on"]:
        problems.append("Ends on: Enter a day after the start")
    return values, problems


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) > MOST:
        raise entries.BadEntry(f"Enter a whole number from 0 to {MOST}")
    return int(text)


def _amount(text: str, currency: str) -> int:
    try:
        return parse(text, currency)
    except MoneyError as error:
        raise entries.BadEntry(str(error)) from None


def _tidied(reader: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda text: reader(entries.tidy_line(text))
