"""Counts that may be shared: what is under five is not told, and cannot be worked out from what is told beside it.

Not even by somebody who knows these rules: tests/models/test_small_counts.py tries every count there can be.
"""

from collections.abc import Mapping, Sequence

LEAST = 5
FEW = f"fewer than {LEAST}"
HELD = f"{FEW}, or held back"


def chain(numbers: Sequence[int]) -> list[str]:
    """Words for counts of which each is a part of the one before, such as referred, assessed, finished.

    The difference of two that are told is a count too: one that is under five away from the last told is put in words
    that leave it open.
    """
    words: list[str] = []
    last: int | None = None
    for number in numbers:
        if last is not None and last < 2 * LEAST:
            words.append(HELD)  # either way of putting it would narrow it down to one
        elif number < LEAST:
            words.append(FEW)
        elif last is not None and last - number < LEAST:
            words.append(f"all of {last} but {FEW}")
        else:
            words.append(str(number))
            last = number
    return words


def parts(counts: Mapping[str, int]) -> dict[str, str]:
    """Words for the parts of a whole that is told: as many of the largest as leave every other one open.

    Those not told are two or more and look alike, so that what is left of the whole may be shared among them in more
    than one way.
    """
    told = _told(counts)
    return {name: str(number) if name in told else HELD for name, number in counts.items()}


def _told(counts: Mapping[str, int]) -> set[str]:
    names = sorted(counts, key=lambda name: -counts[name])
    for number in range(len(names), 0, -1):
        told = [counts[name] for name in names[:number]]
        rest = [counts[name] for name in names[number:]]
        if min(told) >= LEAST and _open(min(told) - 1, rest):
            return set(names[:number])
    return set()


def _open(most: int, rest: list[int]) -> bool:
    """May each of these still be one number or another, for who knows their sum and that none is over `most`?"""
    left = sum(rest)
    if not rest:
        return True
    return left >= LEAST and max(rest) <= most and min(most, left) > max(0, left - (len(rest) - 1) * most)
