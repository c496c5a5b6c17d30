"""A scale with round steps, and which labels there is room for."""

from math import floor, log10

STEPS = (1, 2, 2.5, 5, 10)


def ticks(highest: float, *, most: int = 4, whole: bool = True) -> list[float]:
    """Nought and at most `most` round numbers above it, of which the last is not under `highest`."""
    if highest <= 0:
        return [0, 1]
    rough = highest / most
    size = 10 ** floor(log10(rough))
    step = next(one * size for one in STEPS if one * size >= rough * (1 - 1e-9))
    if whole:
        step = max(1, step if step == int(step) else int(step) + 1)
    number = 1
    while step * number < highest * (1 - 1e-9):
        number += 1
    return [step * at for at in range(number + 1)]


def every(number: int, room: int) -> int:
    """Label each, every second, third … so that no more than `room` of them stand side by side."""
    return max(1, -(-number // room))
