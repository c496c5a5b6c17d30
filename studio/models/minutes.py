"""Minutes as whole numbers that add up."""

from collections.abc import Sequence
from math import ceil


def whole_minutes(shares: Sequence[float]) -> list[int]:
    """Round minutes so that the parts still sum to the whole, the whole being rounded up.

    The largest remainders get the minutes left over. Each part counts at least one, so that no line takes no time;
    where several are shorter than that, the whole grows with them.
    """
    if not shares:
        return []
    total = ceil(round(sum(shares), 3))
    whole = [max(1, int(share)) for share in shares]
    by_remainder = sorted(range(len(shares)), key=lambda place: (whole[place] - shares[place], place))
    for place in (by_remainder * 2)[: max(0, total - sum(whole))]:
        whole[place] += 1
    return whole
