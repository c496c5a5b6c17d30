"""Which exercise goes on which side: none is ever split, and the sides come out as even as they can."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

EMPTY_SIDE = 1e9
"""What a side without rows costs: only taken where nothing else works."""


def sides(needs: Sequence[float], first: float, later: float, last: float) -> list[list[int]]:
    """Return the row numbers of each side, as few sides as will hold them.

    `needs` are the heights of the rows with their gap; `first` and `later` the heights side 1 and a later side
    have for rows, `last` what the grid takes off the last side. Among the ways to fill that many sides the one
    with the most even white space wins (least sum of squares). A side stays without rows only where the header
    or the grid leaves room for none.
    """
    for count in range(1, len(needs) + 3):
        rooms = [first, *[later] * (count - 1)]
        rooms[-1] -= last
        found = _even(needs, rooms)
        if found is not None:
            return found
    raise ValueError("A row is higher than a side")


def _even(needs: Sequence[float], rooms: Sequence[float]) -> list[list[int]] | None:
    ends = [0.0, *accumulate(needs)]
    total = len(needs)
    # best[rows] is (cost, where each side began) once the sides so far hold the first `rows` rows.
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for room in rooms:
        found: dict[int, tuple[float, tuple[int, ...]]] = {}
        for begin, (cost, starts) in best.items():
            for end in range(begin, total + 1):
                slack = room - (ends[end] - ends[begin])
                if slack < 0:
                    break
                price = cost + slack**2 + (EMPTY_SIDE if end == begin else 0)
                if end not in found or price < found[end][0]:
                    found[end] = (price, (*starts, begin))
        best = found
    if total not in best:
        return None
    starts = (*best[total][1], total)
    return [list(range(begin, end)) for begin, end in pairwise(starts)]
