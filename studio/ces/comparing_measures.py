"""Measures side by side: a change counts from the smallest one that is more than measuring error."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from studio.ces.case import Measure
from studio.ces.catalogue import Catalogue
from studio.ces.change_rules import Basis
from studio.ces.comparing import Occasion
from studio.ces.measures import MeasureKind
from studio.ces.sides import LEFT_RIGHT, OneSide

MeasureVerdict = Literal["better", "worse", "changed", "same", "too_small", "unknown", "not_comparable"]
MeasureWhy = Literal["not_measured", "rater", "arms", "way", "stages"]


@dataclass(frozen=True, slots=True)
class MeasureCall:
    """What can be said between two dates; "changed" where neither direction is better, "unknown" without a least."""

    verdict: MeasureVerdict
    change: float | None = None
    least: float | None = None
    basis: Basis | None = None
    why: MeasureWhy | None = None


@dataclass(frozen=True, slots=True)
class MeasureChange:
    """One measure on one side (None without sides) over the dates; None where it was not measured."""

    measure: str
    side: OneSide | None
    values: tuple[Measure | None, ...]
    steps: tuple[MeasureCall, ...]
    overall: MeasureCall  # from the first date to the last


def compare_measures(occasions: Sequence[Occasion], cat: Catalogue) -> tuple[MeasureChange, ...]:
    """Compare what was measured on one of the dates at least, in the order of the catalogue."""
    found = []
    for kind in cat.measures.values():
        for side in LEFT_RIGHT if kind.sided else (None,):
            values = tuple(_value(one, kind, side) for one in occasions)
            if any(values):
                found.append(_change(kind, side, values, occasions, cat))
    return tuple(found)


def _value(occasion: Occasion, kind: MeasureKind, side: OneSide | None) -> Measure | None:
    return next((one for one in occasion.measures if (one.measure, one.side) == (kind.id, side) and one.values), None)


def _change(
    kind: MeasureKind,
    side: OneSide | None,
    values: tuple[Measure | None, ...],
    occasions: Sequence[Occasion],
    cat: Catalogue,
) -> MeasureChange:
    def call(a: int, b: int) -> MeasureCall:
        return _call(kind, values[a], values[b], occasions[a].rater == occasions[b].rater, cat)

    dates = range(len(occasions))
    return MeasureChange(kind.id, side, values, tuple(call(a, b) for a, b in pairwise(dates)), call(0, dates[-1]))


def _call(
    kind: MeasureKind, then: Measure | None, now: Measure | None, same_rater: bool, cat: Catalogue
) -> MeasureCall:
    if then is None or now is None:
        return MeasureCall("not_comparable", why="not_measured")
    if bool(then.used_arms) != bool(now.used_arms):
        return MeasureCall("not_comparable", why="arms")
    if then.way != now.way:  # "record which": the two are not one measure
        return MeasureCall("not_comparable", why="way")
    if kind.stages > 1:
        return MeasureCall("same" if then.values == now.values else "unknown", why="stages")
    change = round(now.values[0] - then.values[0], 3)
    if not same_rater and kind.id in cat.change_rules.same_rater_only:
        return MeasureCall("not_comparable", change, why="rater")
    smallest = cat.change_rules.smallest(kind, same_rater)
    if smallest is None:
        return MeasureCall("unknown" if change else "same", change)
    least, basis = smallest
    if abs(change) < least:
        return MeasureCall("too_small" if change else "same", change, least, basis)
    if kind.better == "context":
        return MeasureCall("changed", change, least, basis)
    return MeasureCall("better" if (change > 0) == (kind.better == "higher") else "worse", change, least, basis)
