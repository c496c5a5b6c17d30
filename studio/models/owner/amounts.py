"""Amounts of money as charts and files take them; all in minor units of the studio's currency."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from babel.numbers import format_currency

from ...money import ENGLISH, digits, in_words, plain

# From how many units on they are told in millions or thousands.
SIZES = (((1_000_000, 1_000_000), "m"), ((10_000, 1000), "k"), ((0, 1), ""))


class Amounts(NamedTuple):
    """How an amount is said, said shortly, and written into a file."""

    say: Callable[[float], str]
    brief: Callable[[float], str]
    write: Callable[[float], object]


def amounts(currency: str) -> Amounts:
    return Amounts(
        say=lambda value: in_words(round(value), currency),
        brief=partial(in_short, currency=currency),
        write=lambda value: Decimal(plain(round(value), currency)),  # a text with a minus would be taken for a formula
    )


def in_short(value: float, currency: str) -> str:
    """£850, £12k, £1.2m: for the scale of a chart."""
    units = abs(value) / 10 ** digits(currency)
    part, mark = next(((one, sign) for one, sign in SIZES if units >= one[0]), (SIZES[-1][0], ""))
    shown = round(units / part[1], 1 if units / part[1] < 100 and mark else 0)
    pattern = "¤#,##0.0" if shown % 1 else "¤#,##0"
    written = format_currency(shown, currency, format=pattern, locale=ENGLISH, currency_digits=False)
    return f"{'−' if value < 0 else ''}{written}{mark}"
