"""Interleaved timing: A B A B, medians; a machine whose speed drifts slows both alike."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Cost = Callable[[], float]  # seconds of processor time for one round, per single request or call


@dataclass(frozen=True)
class Ratio:
    """Ours over the floor: the median of the rounds' ratios, and their range."""

    median: float
    low: float
    high: float


def compare(ours: Cost, floor: Cost, rounds: int) -> Ratio:
    """Measure both in turn, after one round each that does not count."""
    ours(), floor()
    ratios = sorted(ours() / floor() for _ in range(rounds))
    return Ratio(statistics.median(ratios), ratios[0], ratios[-1])


def in_process(call: Callable[[], object], times: int) -> Cost:
    """Processor time of one call in this process."""

    def cost() -> float:
        started = time.process_time()
        for _ in range(times):
            call()
        return (time.process_time() - started) / times

    return cost
