"""A therapist's columns in words, and what two states of a record do not have in common."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.dates import format_date

from .. import phones
from .therapists import Way

LABELS = {
    "name": "Name",
    "profession": "Profession",
    "licence": "Licence number",
    "clinic": "Clinic",
    "address": "Address",
    "phone": "Phone",
    "fax": "Fax",
    "email": "E-mail",
    "prefers": "Letters by",
    "note": "Note",
    "next_step": "Next step",
    "next_on": "Next step on",
}
WAYS = {Way.mail: "E-mail", Way.fax: "Fax", Way.post: "Post", Way.phone: "Phone call"}


@dataclass(frozen=True)
class Difference:
    """One field of an edit, in words."""

    column: str
    label: str
    before: str
    after: str


def said(column: str, value: Any, *, country: str) -> str:
    """One plain value (see `Therapist.values`) as a person would say it."""
    if value in (None, ""):
        return "nothing"
    if column in ("phone", "fax"):
        return phones.written(value, country)
    if column == "next_on":
        return format_date(date.fromisoformat(value), "d MMMM y", locale="en_GB")
    return WAYS[Way(value)] if column == "prefers" else str(value)


def differences(old: dict[str, Any], new: dict[str, Any], *, country: str) -> list[Difference]:
    """What two states of a record do not have in common, in the order of the form."""
    return [
        Difference(column, label, *(said(column, state.get(column), country=country) for state in (old, new)))
        for column, label in LABELS.items()
        if old.get(column) != new.get(column)
    ]
