"""The reference's sets of consumer law (data/law.toml), each to start from and to be checked."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

from ..money import digits
from .law import Band, Law

FILE: Final = Path(__file__).parent / "data" / "law.toml"


@dataclass(frozen=True, slots=True)
class LawSet:
    """A law to start from; `caveat` says how far it can be trusted."""

    code: str
    name: str
    caveat: str
    law: Law
    least_points: int = 0
    """How large the sentence has to be printed; 0 where the reference says nothing."""


@cache
def law_sets(currency: str) -> dict[str, LawSet]:
    """Every set by its code, amounts in minor units of this currency."""
    return {code: _read(code, row, currency) for code, row in _file()["set"].items()}


def _read(code: str, row: dict[str, Any], currency: str) -> LawSet:
    bands = tuple(Band(_minor(one.get("up_to"), currency), one["days"], one["working"]) for one in row["bands"])
    law = Law(
        bands=bands,
        max_months=row.get("max_months"),
        max_total=_minor(row.get("max_total"), currency),
        start_within_months=row.get("start_within_months"),
        sentence=row.get("sentence", ""),
        sentence_points=row.get("points", 14),
    )
    return LawSet(code, row["name"], row["caveat"], law, row.get("points", 0))


def _minor(units: str | None, currency: str) -> int | None:
    """Digits that the currency does not have fall away: 1499.99 is 1499 where there are no cents."""
    return None if units is None else int(Decimal(units) * 10 ** digits(currency))


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
