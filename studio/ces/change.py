"""What changed between two overhead squats, with measurement error respected."""

from dataclasses import dataclass
from typing import Literal

from studio.ces.score import Score

Band = Literal["no_clear_change", "likely_change", "clear_change"]
NoChange = Literal["pain", "not_tested", "coverage", "depth"]


@dataclass(frozen=True, slots=True)
class Change:
    """Both scores on the axes and sides tested on both dates; `change` is None with the reason in `withheld`."""

    before: float | None
    after: float | None
    coverage: float  # common coverage, 0-1
    change: float | None
    band: Band | None
    words: str  # "no clear change", "likely change", "clear change", or why there is none
    withheld: NoChange | None
    same_rater: bool


def compare(before: Score, after: Score, same_rater: bool) -> Change:
    """Compare two scores; the bands are wider when another person rated."""
    raise NotImplementedError
