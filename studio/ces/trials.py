"""From what was taken to the value that counts: the best or the mean of trials, stages until one was not held, sums."""

from collections.abc import Iterable, Mapping, Sequence

from studio.ces.case import Measure
from studio.ces.measures import MeasureKind
from studio.ces.sides import LEFT_RIGHT, OneSide

DECIMALS = 2


def counts(kind: MeasureKind, trials: Sequence[float]) -> float:
    """Give the value that counts of at least one trial; those not done are not made up."""
    if kind.take.use == "mean":
        return round(sum(trials) / len(trials), DECIMALS)
    return min(trials) if kind.better == "lower" else max(trials)


def held(kind: MeasureKind, stages: Mapping[int, float]) -> tuple[float, ...]:
    """Give the seconds of the stages in their order, up to the first that is missing or was not held to the end."""
    values = []
    for number in range(1, kind.stages + 1):
        if number not in stages:
            break
        values.append(stages[number])
        if stages[number] < kind.high:
            break
    return tuple(values)


def sums(kinds: Iterable[MeasureKind], measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """Add up what is the sum of other measures, on the sides where all of them were taken and the sum is possible."""
    known = {(one.measure, one.side): one.values[0] for one in measures if one.values}
    return tuple(
        Measure(kind.id, (total,), side)
        for kind in kinds
        if kind.take.sum_of
        for side in LEFT_RIGHT
        if (total := _total(kind, side, known)) is not None
    )


def _total(kind: MeasureKind, side: OneSide, known: Mapping[tuple[str, OneSide | None], float]) -> float | None:
    parts = [known.get((one, side)) for one in kind.take.sum_of]
    if None in parts:
        return None
    total = round(sum(part for part in parts if part is not None), DECIMALS)
    return total if kind.low <= total <= kind.high else None
