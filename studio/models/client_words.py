"""A client's columns in words, for people who compare an old value with a new one."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from babel.dates import format_date

from .. import countries, phones
from .clients import Client
from .tables import in_use, shipped

LABELS = {
    "name": "Name",
    "phone": "Phone",
    "email": "E-mail",
    "birth_date": "Birth date",
    "sex": "Sex",
    "language": "Preferred language",
    "sheet_size": "Print of the home sheet",
    "equipment": "Equipment at home",
    "floor_transfer": "Down to the floor and up again",
    "goal": "Wants to do better",
    "note": "Note",
    "coach_id": "Coach",
}
GOALS = {
    "squat": "Squat",
    "hinge": "Bend and lift",
    "lunge": "Lunge",
    "step": "Climb steps",
    "push": "Push",
    "pull": "Pull",
    "gait": "Walk",
    "balance": "Balance",
}
NOT_AT_HOME = ("coach", "cable")
SEXES = {"female": "Female", "male": "Male"}


def said(column: str, value: Any, *, country: str, coaches: Mapping[int, str]) -> str:
    """One plain value (see `Client.values`) as a person would say it."""
    if column == "floor_transfer":
        return "yes" if value else "no"
    if value in (None, "", []):
        return "automatic" if column == "sheet_size" else "nothing"
    words: dict[str, Callable[[], Any]] = {
        "phone": lambda: phones.written(value, country),
        "birth_date": lambda: format_date(date.fromisoformat(value), "d MMMM y", locale="en_GB"),
        "sex": lambda: SEXES.get(value),
        "language": lambda: dict(countries.languages()).get(value),
        "sheet_size": lambda: f"{value} pt",
        "equipment": lambda: ", ".join(_label(item) for item in value),
        "goal": lambda: GOALS.get(value),
        "coach_id": lambda: coaches.get(value, "somebody else"),
    }
    return str(words[column]() or value) if column in words else str(value)


def in_words(client: Client, country: str) -> dict[str, str]:
    """Every column of a client in words; the coach is read with the client."""
    coaches = {client.coach.id: client.coach.name} if client.coach else {}
    columns = client.values()
    return {column: said(column, columns[column], country=country, coaches=coaches) for column in LABELS}


def home_equipment() -> list[tuple[str, str]]:
    """(id, label) of what a home may hold; what every home has is not asked for."""
    return [
        (item.id, item.label.capitalize())
        for item in in_use().equipment.values()
        if not item.always and item.id not in NOT_AT_HOME
    ]


def _label(item: str) -> str:
    """An item of an older catalogue keeps its id."""
    known = shipped().equipment.get(item)
    return known.label if known else item
