"""Is this PIN one of the first that somebody would try? Judged by rules: six figures leave few good ones to lists."""

from itertools import pairwise

LENGTH = 6
# Straight lines on a keypad, forwards and back.
_LINES = {"123", "456", "789", "147", "258", "369", "159", "357"}
_LINES |= {line[::-1] for line in _LINES}


def weakness(pin: str) -> str | None:
    """What to do about a PIN that is easy to guess, as a sentence; None when it may pass."""
    if len(pin) != LENGTH or not (pin.isascii() and pin.isdecimal()):
        return f"Enter {LENGTH} figures"
    if len(set(pin)) < 3 or any(pin == pin[:size] * (LENGTH // size) for size in (1, 2, 3)):
        return "Choose a PIN with fewer repeated figures"
    if len({(int(to) - int(one)) % 10 for one, to in pairwise(pin)}) == 1 or _in_twins(pin):
        return "Choose a PIN that is not a row of figures"
    if pin[:3] in _LINES and pin[3:] in _LINES:
        return "Choose a PIN that is not a line on the keypad"
    if _is_date(pin):
        return "Choose a PIN that does not read as a date: birthdays are tried first"
    return None


def _in_twins(pin: str) -> bool:
    """112233 and the like: pairs that count up or down."""
    pairs = [pin[at : at + 2] for at in range(0, LENGTH, 2)]
    twins = all(pair[0] == pair[1] for pair in pairs)
    return twins and len({(int(to) - int(one)) % 10 for one, to in pairwise(pin[::2])}) == 1


def _is_date(pin: str) -> bool:
    """Day, month and year with two figures each in any usual order, or a month with a year from 1900 on."""
    first, second, third = int(pin[:2]), int(pin[2:4]), int(pin[4:])
    spans = {"day": range(1, 32), "month": range(1, 13), "year": range(100)}
    orders = (("day", "month", "year"), ("month", "day", "year"), ("year", "month", "day"))
    if any(
        all(value in spans[part] for value, part in zip((first, second, third), order, strict=True)) for order in orders
    ):
        return True
    return (first in spans["month"] and pin[2:4] in ("19", "20")) or (
        pin[:2] in ("19", "20") and third in spans["month"]
    )
