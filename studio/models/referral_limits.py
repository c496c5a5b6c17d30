"""What a referral says must not be done, as rows that become precautions when it is accepted.

A row is {"code", "region", "side", "ceiling", "until", "words"}. `code` is a kind of `studio.ces.limits` with what it
is about, "position:kneeling", "rest:"; "not_yet" is the one that is no precaution: nothing before `until`. `words` say
the whole row, for whoever reads it before it is anything else.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from ..ces.limit_words import said
from ..ces.limits import POUNDS, Kind, Limit
from ..ces.sides import Side
from .tables import in_use, shipped

NOT_YET = "not_yet"
NEEDS_PLACE = ("rest", "weight_bearing", "range")
MEASURED = ("range", "load")


@dataclass(frozen=True, slots=True)
class Limitation:
    """One thing that may be ruled out."""

    code: str
    label: str


def choices() -> list[tuple[str, list[Limitation]]]:
    """What a therapist can choose from, under headings, in everyday words."""
    rules = shipped().limit_rules
    return [
        ("The whole area", [Limitation("rest:", "No exercise for this area")]),
        ("Position", [Limitation(f"position:{one.id}", f"No {one.label}") for one in rules.postures.values()]),
        (
            "Movement, as far as the degrees you give",
            [Limitation(f"range:{one.id}", _capital(one.label)) for one in rules.directions.values()],
        ),
        ("Load", [Limitation("load:", "Lifting and pulling, up to the weight you give")]),
        (
            "Weight on the leg",
            [Limitation(f"weight_bearing:{one.id}", f"{one.id}: {one.label}") for one in rules.weight_bearing.values()],
        ),
        (
            "Never together",
            [Limitation(f"combination:{one.id}", _capital(one.label)) for one in rules.combinations.values()],
        ),
    ]


def kind_of(code: str) -> str:
    """The kind of limit that a code names: “range” of “range:flexion”."""
    return code.partition(":")[0]


def row_of(
    code: str, *, region: str = "", side: str = "", ceiling: float | None = None, pounds: bool = False,
    until: date | None = None,
) -> dict[str, Any]:  # fmt: skip
    """One row, with its words; a midline region has both sides, a combination its own region."""
    if code == NOT_YET:
        return {"code": code, "region": "", "side": "", "ceiling": None, "until": _iso(until), "words": _wait(until)}
    kind, _, what = code.partition(":")
    if kind == "combination":
        region = region or shipped().limit_rules.combinations[what].region
    if region and shipped().regions[region].midline:
        side = "both"
    row: dict[str, Any] = {
        "code": f"load:{POUNDS}" if kind == "load" and pounds else code,
        "region": region,
        "side": side,
        "ceiling": ceiling,
        "until": _iso(until),
    }
    return row | {"words": f"{said(limit_of(row), in_use())}{_ending(until)}"}


def limit_of(row: dict[str, Any]) -> Limit:
    """A row as the engine's limit."""
    kind, _, code = str(row["code"]).partition(":")
    side = cast(Side, row["side"]) if row["side"] else None
    return Limit(cast(Kind, kind), row["region"] or None, side, code, row.get("ceiling"), until=last_day(row))


def last_day(row: dict[str, Any]) -> date | None:
    """Until when a row holds; None for as long as nobody says otherwise."""
    return date.fromisoformat(row["until"]) if row.get("until") else None


def waits(rows: Iterable[dict[str, Any]]) -> dict[str, Any] | None:
    """The row that says “not yet”, if there is one."""
    return next((row for row in rows if row["code"] == NOT_YET), None)


def _wait(until: date | None) -> str:
    return f"Not before {_day(until)}" if until else "Not yet"


def _ending(until: date | None) -> str:
    return f", until {_day(until)}" if until else ""


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
