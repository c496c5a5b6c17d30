"""The cast as data: who works here, who trains here, and what was seen of them when."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...models.clients import Sex
from .asked import Asked

FIELDS = ("name", "phone", "email", "sex", "language", "sheet_size", "equipment", "floor_transfer", "goal", "note")


Findings = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Seen:
    """One assessment: `findings` as (compensation, side, severity), `until` the view it is still open at.

    `forms` are the modified forms done after the standard one, with what was still seen in them.
    """

    week: int
    findings: Findings
    depth: str = "full"
    shoes: str = "off"
    until: str = ""
    pain: str = ""
    forms: tuple[tuple[str, Findings], ...] = ()


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
    )


def _asked(row: dict[str, Any] | None) -> Asked | None:
    if row is None:
        return None
    values: dict[str, Any] = {key: tuple(one) if isinstance(one, list) else one for key, one in row.items()}
    return Asked(**values)


def _seen(row: dict[str, Any]) -> Seen:
    forms = tuple((form, _findings(still)) for form, still in row.get("forms", {}).items())
    return Seen(**{**row, "findings": _findings(row["findings"]), "forms": forms})


def _findings(rows: list[str]) -> Findings:
    return tuple((name, side, severity) for name, side, severity in map(str.split, rows))
