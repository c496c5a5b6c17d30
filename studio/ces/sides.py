"""The client's sides: the only place that turns one side into another."""

from collections.abc import Iterable
from typing import Literal

Side = Literal["left", "right", "both"]
OneSide = Literal["left", "right"]

LEFT_RIGHT: tuple[OneSide, OneSide] = ("left", "right")


def opposite(side: OneSide) -> OneSide:
    """Give the other side."""
    return "right" if side == "left" else "left"


def each(side: Side | None) -> tuple[OneSide, ...]:
    """Spell a side out; both and None (midline) are left and right."""
    if side == "left" or side == "right":
        return (side,)
    return LEFT_RIGHT


def joined(sides: Iterable[Side | None]) -> Side:
    """Name the sides covered by any of `sides` in one word; needs at least one."""
    covered = {one for side in sides for one in each(side)}
    if covered == {"left"}:
        return "left"
    if covered == {"right"}:
        return "right"
    return "both"
