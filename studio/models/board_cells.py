"""The buttons of the board: each states one thing, and says it again to take it back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from .board_words import AMOUNT

Kind = Literal["sided", "toward", "mid"]
LETTERS = {"left": "L", "right": "R", "both": "L+R"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A button that states one thing: `says` when it is dark; `does` is what a tap says now, which clears a lit one."""

    says: str
    lit: bool
    label: str
    side: str = ""
    severity: int = 0

    @property
    def does(self) -> str:
        return " ".join(map(_opened, self.says.split())) if self.lit else self.says

    def seen_from(self, view: str) -> "Cell":
        """The same cell on a page that is no view: each statement names where it is seen from."""
        return replace(self, says=" ".join(f"{one}@{view}" for one in self.says.split()))


def _opened(statement: str) -> str:
    field, _, said = statement.partition("=")
    _, at, view = said.partition("@")
    return f"{field}={at}{view}"


def cell(label: str, field_values: Mapping[str, str], now: Sequence[str], side: str = "", severity: int = 0) -> Cell:
    """A cell that states these values for these fields; it is lit when they are what stands `now`."""
    says = " ".join(f"{field}={value}" for field, value in field_values.items())
    return Cell(says, list(field_values.values()) == list(now), label, LETTERS.get(side, ""), severity)


def pads(
    label: str,
    kind: Kind,
    fields: Sequence[str],
    values: Sequence[str],
    order: Sequence[str],
    toward: str = "toward",
) -> tuple[tuple[Cell, ...], ...]:
    """The pairs (mild, marked) of a row in the order of the eye; a weight shift has no pair for both sides."""
    if kind == "mid":
        return (tuple(_stated(label, fields, values, "", amount) for amount in AMOUNT),)
    if kind == "toward":
        return tuple(
            ()
            if side == "both"
            else tuple(_shifted(label, fields[0], values[0], side, amount, toward) for amount in AMOUNT)
            for side in order
        )
    of_side = dict(zip(("left", "right"), zip(fields, values, strict=True), strict=True))
    pairs = []
    for side in order:
        mine = of_side.values() if side == "both" else (of_side[side],)
        own_fields, own_values = zip(*mine, strict=True)
        pairs.append(tuple(_stated(label, own_fields, own_values, side, amount) for amount in AMOUNT))
    return tuple(pairs)


def _stated(label: str, fields: Sequence[str], values: Sequence[str], side: str, amount: str) -> Cell:
    return cell(_spoken(label, side, amount), dict.fromkeys(fields, amount), values, side, int(amount))


def _shifted(label: str, field: str, value: str, side: str, amount: str, toward: str) -> Cell:
    spoken = _spoken(label, side, amount, f"{toward} ")
    return cell(spoken, {field: f"{side}{amount}"}, [value], side, int(amount))


def _spoken(label: str, side: str, amount: str, toward: str = "") -> str:
    """A cell's name begins with what is written on it, for those who speak to their tablet."""
    if not side:
        return f"{AMOUNT[amount].capitalize()}: {label}"
    return f"{LETTERS[side]} {AMOUNT[amount]}: {label}, {toward}{'both sides' if side == 'both' else side}"
