"""The cast as data: who works here, who trains here, and what was seen of them when."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...ces.findings import STANDARD
from ...models.clients import Sex
from ...models.stations import parts_of
from .asked import Asked

SQUAT = "ohsa"
FIELDS = ("name", "phone", "email", "sex", "language", "sheet_size", "equipment", "floor_transfer", "goal", "note")
PARTS = ("tests", "forms")
Findings = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Seen:
    """One assessment: `findings` of the squat as (compensation, side, severity), `tests` those of the other tests.

    `forms` are the modified forms done after the standard squat, with what was still seen in them. An assessment that
    is still open stands in the test `at`, before its view `until`; the tests behind it wait.
    """

    week: int
    findings: Findings
    battery: str = "squat"
    tests: tuple[tuple[str, Findings], ...] = ()
    forms: tuple[tuple[str, Findings], ...] = ()
    depth: str = "full"
    shoes: str = "off"
    at: str = ""
    until: str = ""
    pain: str = ""
    review: dict[str, Any] | None = None

    def found(self, station: str) -> Findings:
        """What was seen in a test, or in a modified form of the squat."""
        protocol, form = parts_of(station)
        if protocol == SQUAT:
            return self.findings if form == STANDARD else dict(self.forms)[form]
        return dict(self.tests).get(station, ())


@dataclass(frozen=True)
class Person:
    """A client of the demo studio; `week` is how long ago the first assessment was, None before it."""

    values: dict[str, Any]
    coach: str
    age: int | None
    week: int | None
    seen: tuple[Seen, ...]
    keeps_draft: bool
    archived: bool
    asked: Asked | None
    precautions: tuple[dict[str, Any], ...] = ()
    clearances: tuple[dict[str, Any], ...] = ()
    letter: dict[str, str] | None = None
    withdrew: str = ""


def read_cast() -> tuple[dict[str, Any], list[dict[str, Any]], list[Person]]:
    """The studio's own values, its staff, and its clients."""
    whole = tomllib.loads((Path(__file__).parent / "cast.toml").read_text(encoding="utf-8"))
    return whole["studio"], whole["staff"], [_person(row) for row in whole["client"]]


def _person(row: dict[str, Any]) -> Person:
    values = {name: row[name] for name in FIELDS if name in row}
    if "sex" in values:
        values["sex"] = Sex(values["sex"])
    return Person(
        values=values,
        coach=row["coach"],
        age=row.get("age"),
        week=row.get("week"),
        seen=tuple(_seen(one) for one in row.get("assessments", ())),
        keeps_draft=row.get("draft", False),
        archived=row.get("archived", False),
        asked=_asked(row.get("asked", {} if "week" in row else None)),
        precautions=tuple(row.get("precautions", ())),
        clearances=tuple(row.get("clearances", ())),
        letter=row.get("letter"),
        withdrew=row.get("withdrew", ""),
    )


def _asked(row: dict[str, Any] | None) -> Asked | None:
    if row is None:
        return None
    values: dict[str, Any] = {key: tuple(one) if isinstance(one, list) else one for key, one in row.items()}
    return Asked(**values)


def _seen(row: dict[str, Any]) -> Seen:
    named = {part: tuple((one, findings_in(found)) for one, found in row.get(part, {}).items()) for part in PARTS}
    return Seen(**{**row, **named, "findings": findings_in(row["findings"])})


def findings_in(rows: list[str]) -> Findings:
    return tuple((name, side, severity) for name, side, severity in map(str.split, rows))
