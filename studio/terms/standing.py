"""Where the instalments of an invoice stand: what was paid fills the first, what was credited takes from the last."""

from collections.abc import Sequence


def open_parts(amounts: Sequence[int], *, paid: int, credited: int) -> tuple[int, ...]:
    """What is still to pay of each part, in their order; no part falls below nothing.

    A credit note makes the sum smaller, so it takes from the end; money that came in settles what was due first.
    """
    left = list(amounts)
    for places, amount in ((range(len(left) - 1, -1, -1), credited), (range(len(left)), paid)):
        for place in places:
            taken = min(left[place], max(amount, 0))
            left[place] -= taken
            amount -= taken
    return tuple(left)
