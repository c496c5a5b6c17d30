"""What changed between two overhead squats, with measurement error respected."""

from dataclasses import dataclass, replace
from typing import Literal

from studio.ces.score import AxisValue, Score, clean_share

Band = Literal["no_clear_change", "likely_change", "clear_change"]
NoChange = Literal["pain", "not_tested", "coverage", "depth", "shoes"]

BAND_WORDS: dict[Band, str] = {
    "no_clear_change": "no clear change",
    "likely_change": "likely change",
    "clear_change": "clear change",
}
NO_CHANGE_WORDS: dict[NoChange, str] = {
    "pain": "no change shown: a test was stopped for pain",
    "not_tested": "no change shown: not tested on both dates",
    "coverage": "no change shown: not enough was tested on both dates",
    "depth": "no change shown: the squat was not equally deep",
    "shoes": "no change shown: with shoes on one date, without on the other",
}


@dataclass(frozen=True, slots=True)
class Change:
    """Both scores on the axes and sides tested on both dates; `change` is None with the reason in `withheld`.

    With another depth or footwear both scores are given and the change is not: a shallower squat hides faults.
    """

    before: float | None
    after: float | None
    coverage: float  # common coverage, 0-1
    change: float | None
    band: Band | None
    words: str  # "no clear change", "likely change", "clear change", or why there is none
    withheld: NoChange | None
    same_rater: bool
    own: bool = False  # judged by the studio's own error in place of the usual bands


def compare(before: Score, after: Score, same_rater: bool, own: tuple[int, int] | None = None) -> Change:
    """Compare two scores; the bands are wider when another person rated (scoring.change_bands, level D).

    `own` are the studio's own (likely, clear) for this kind of comparison (change_bands.replace_when).
    """
    pairs = list(zip(before.axes, after.axes, strict=True)) if before.axes and after.axes else []
    first = tuple(_common(a, b) for a, b in pairs)
    second = tuple(_common(b, a) for a, b in pairs)
    coverage = round(sum(axis.share for axis in first) / len(first), 4) if first else 0.0
    why = _withheld(before, after, coverage)
    if why and why not in ("depth", "shoes"):
        return Change(None, None, coverage, None, None, NO_CHANGE_WORDS[why], why, same_rater)
    then, now = clean_share(first), clean_share(second)
    if why:
        return Change(then, now, coverage, None, None, NO_CHANGE_WORDS[why], why, same_rater)
    change = round(now - then, 1)
    band = _band(abs(change), own or (after.rules.same_rater if same_rater else after.rules.different_rater))
    return Change(then, now, coverage, change, band, BAND_WORDS[band], None, same_rater, own is not None)


def _withheld(before: Score, after: Score, coverage: float) -> NoChange | None:
    if "pain" in (before.withheld, after.withheld):
        return "pain"
    if "not_tested" in (before.withheld, after.withheld):
        return "not_tested"
    if coverage < after.rules.least_coverage:
        return "coverage"
    if before.depth != after.depth:
        return "depth"
    return "shoes" if before.shoes != after.shoes else None


def _common(axis: AxisValue, other: AxisValue) -> AxisValue:
    """Keep what was tested on the other date too."""
    return replace(
        axis,
        left=axis.left if other.left is not None else None,
        right=axis.right if other.right is not None else None,
        midline=axis.midline if other.midline is not None else None,
    )


def _band(change: float, limits: tuple[int, int]) -> Band:
    likely, clear = limits
    if change >= clear:
        return "clear_change"
    return "likely_change" if change >= likely else "no_clear_change"
