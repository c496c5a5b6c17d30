"""The therapists of the demo studio, and how it kept in touch with them."""

import tomllib
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import phonenumbers

from ...models.outreach import OutreachKind
from ...models.therapists import Therapist, Way
from ...models.users import User
from .. import outreach, therapists

COLUMNS = ("name", "profession", "licence", "clinic", "address", "email", "note")


def known_therapists(users: dict[str, User], now: datetime) -> Iterator[tuple[datetime, Callable[[], object]]]:
    """When each was taken in, and every contact since, as steps of the past."""
    rows = tomllib.loads((Path(__file__).parent / "therapists.toml").read_text(encoding="utf-8"))["therapist"]
    for number, row in enumerate(rows):
        known: dict[str, Therapist] = {}
        began = now - timedelta(weeks=row["weeks_ago"], days=number % 3, hours=number)
        yield began, partial(_take_in, row, known, users["ines"])
        for contact in row["contacts"]:
            when = now - timedelta(weeks=contact["weeks"], hours=number)
            yield max(when, began) + timedelta(minutes=9), partial(_contact, known, contact, when, users["dana"])
        if "next" in row:
            due = (now + timedelta(days=row["in_days"])).date()
            yield now - timedelta(weeks=2, minutes=number), partial(_plan, known, row["next"], due, users["mara"])


def _take_in(row: dict[str, Any], known: dict[str, Therapist], by: User) -> None:
    values = {name: row.get(name, "") for name in COLUMNS} | {"prefers": Way(row.get("prefers", "mail"))}
    numbers = {name: _dialled(row[name]) for name in ("phone", "fax") if name in row}
    known["them"] = therapists.create(values | numbers, by=by)


def _contact(known: dict[str, Therapist], contact: dict[str, Any], when: datetime, by: User) -> None:
    said = {"kind": OutreachKind(contact["kind"]), "on": when.date(), "note": contact.get("note", "")}
    outreach.note(known["them"], said | {"next_step": "", "next_on": None}, by=by)


def _plan(known: dict[str, Therapist], step: str, due: date, by: User) -> None:
    them = known["them"]
    therapists.change(them, {"next_step": step, "next_on": due}, seen=them.revision, by=by)


def _dialled(number: str) -> str:
    return phonenumbers.format_number(phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.E164)
