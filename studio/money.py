"""Money: whole minor units of one currency (cents, pence), parts that always add up, and the words for it.

Rates are thousandths of a percent, so that 8.875 % is the whole number 8875. Nothing here is ever a float.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from babel import Locale
from babel.numbers import format_currency, get_currency_precision, get_currency_symbol

ENGLISH: Final = Locale("en")
WHOLE: Final = 100_000
"""A hundred percent."""
MOST: Final = 1_000_000_00
"""The largest amount a studio may enter, in minor units of two digits: far above any, far below what a column takes."""


_AMOUNT = re.compile(r"(?P<sign>-?)(?P<whole>[0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]{1,12})(?:[.,](?P<decimals>[0-9]{1,3}))?")


class MoneyError(ValueError):
    """This is no amount; the message says what to type."""


def share(total: int, part: int, whole: int) -> int:
    """Return `total * part / whole`, rounded half up away from zero; whole is positive.

    Shares of 1, 2, … of a whole end at the total, so their differences are parts that add up.
    """
    size, odd = divmod(abs(total) * part, whole)
    rounded = size + (2 * odd >= whole)
    return rounded if total >= 0 else -rounded


def split(total: int, parts: int) -> tuple[int, ...]:
    """Cut a total into so many parts that differ by one unit at most and add up; the first are the larger."""
    return weighted(total, (1,) * parts)


def weighted(total: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Cut a total by weights (not negative, not all zero) into parts that add up; what is left goes to the first."""
    size, whole = abs(total), sum(weights)
    parts = [size * weight // whole for weight in weights]
    left = size - sum(parts)
    for place in (place for place, weight in enumerate(weights) if weight):
        if not left:
            break
        parts[place] += 1
        left -= 1
    return tuple(parts if total >= 0 else (-part for part in parts))


def percent(total: int, rate: int) -> int:
    """So many thousandths of a percent of a total."""
    return share(total, rate, WHOLE)


def tax_inside(gross: int, rate: int) -> int:
    """The tax that a price which includes it holds."""
    return share(gross, rate, WHOLE + rate)


def tax_on_top(net: int, rate: int) -> int:
    """The tax that is added to a price without it."""
    return percent(net, rate)


def taxed(price: int, rate: int, *, included: bool) -> tuple[int, int, int]:
    """Net, tax and gross of a price: net + tax is always the gross."""
    if included:
        tax = tax_inside(price, rate)
        return price - tax, tax, price
    tax = tax_on_top(price, rate)
    return price, tax, price + tax


@cache
def digits(currency: str) -> int:
    """How many decimals the currency is written with: 2 for USD, 0 for JPY."""
    return get_currency_precision(currency)


def in_words(amount: int, currency: str) -> str:
    """Write an amount: “$1,140.00”, “−€12.50”, with the minus that a reader cannot miss."""
    decimal = Decimal(abs(amount)).scaleb(-digits(currency))
    written = format_currency(decimal, currency, locale=ENGLISH)
    return f"−{written}" if amount < 0 else written


def plain(amount: int, currency: str) -> str:
    """Write an amount as a spreadsheet reckons with it: “-12.50”."""
    return f"{Decimal(amount).scaleb(-digits(currency)):f}"


def parse(text: str, currency: str) -> int:
    """Read an amount as people type it: “1,140”, “1140.00”, “€ 1.140,00”, “1'140”. Raises MoneyError.

    A mark with three figures after it parts thousands, but where the currency itself has three decimals.
    """
    places = digits(currency)
    bare = text.replace(get_currency_symbol(currency, locale=ENGLISH), "").replace(currency, "")
    bare = bare.replace("−", "-").translate(dict.fromkeys(map(ord, " \u00a0\u202f'’")))
    found = _AMOUNT.fullmatch(bare)
    decimals = (found and found["decimals"]) or ""
    if not found or len(decimals) > places:
        raise MoneyError(f"Enter an amount in figures, such as {plain(1240 * 10**places, currency)}")
    figures = re.sub("[.,]", "", found["whole"]) + decimals.ljust(places, "0")
    amount = int(f"{found['sign']}{figures}")
    if abs(amount) > MOST:
        raise MoneyError(f"Enter an amount of at most {in_words(MOST, currency)}")
    return amount


def rate_in_words(rate: int) -> str:
    """Write a rate: “19 %” as “19%”, 8875 as “8.875%”."""
    return f"{(Decimal(rate) / 1000).normalize():f}%"
