"""The usual packages (data/prices.toml) as terms in a studio's currency."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

from ..money import digits
from .terms import FeeCredit, Terms

FILE: Final = Path(__file__).parent / "data" / "prices.toml"
REFERENCE_CURRENCY: Final = "USD"
_AMOUNTS = ("price", "premium")


@dataclass(frozen=True, slots=True)
class Usual:
    """One thing to start from; `derived` tells how its price was reckoned where the reference gives none."""

    code: str
    terms: Terms
    derived: str


def usual_prices(currency: str) -> list[Usual]:
    """The usual packages, in the order of a price list. The figures are dollars and stay the same in another money."""
    return [_read(row, currency) for row in _file()["offer"]]


def usual_base(currency: str) -> int:
    """What a standard session costs, the premium not counted."""
    return _minor(_file()["base_session"], currency)


def _read(row: dict[str, Any], currency: str) -> Usual:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in row.items()
        if name not in ("code", "derived")
    }
    values |= {name: _minor(row[name], currency) for name in _AMOUNTS if name in row}
    values["fee_credit"] = FeeCredit(**row.get("fee_credit", {}))
    terms = Terms(**values, currency=currency)
    return Usual(row["code"], terms, row.get("derived", ""))


def _minor(units: str | int, currency: str) -> int:
    return int((Decimal(units) * 10 ** digits(currency)).to_integral_value())


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
