"""The overhead-squat score as it is shown: never without its coverage, never a bare number."""

from collections.abc import Collection
from dataclasses import dataclass

from ..ces.catalogue import Catalogue
from ..ces.change import Change
from ..ces.score import AxisValue, Score
from .board_words import count_words

DEPTH_WORDS = {"full": "full depth", "partial": "partial depth", "minimal": "minimal depth"}
BAND_WORDS = {
    "no_clear_change": "too small to call",
    "likely_change": "a likely change",
    "clear_change": "a clear change",
}


@dataclass(frozen=True, slots=True)
class ScoreView:
    """`value` is the whole number, or None with `without` in its place; `ticks` is one word a movement."""

    value: int | None
    without: str
    words: tuple[str, ...]
    ticks: tuple[str, ...]


def score_view(score: Score, cat: Catalogue, change: Change | None = None, sore: Collection[str] = ()) -> ScoreView:
    """The score with what must stand beside it (assessment reference, scoring.display); `sore` regions hurt."""
    ticks = tuple(_tick(axis, sore, cat) for axis in score.axes)
    number = len(ticks)
    tested = f"{sum(axis.share for axis in score.axes):g}"
    least = round(cat.score_rules.least_coverage * number)
    match score.withheld:
        case "pain":
            without, words = "No score", ["Withheld because of pain, findings are kept"]
        case "not_tested":
            without, words = "Not scored yet", [f"0 of {number} movements tested, the score shows from {least}"]
        case "coverage":
            without, words = "Not enough tested", [f"{tested} of {number} movements, the score shows from {least}"]
        case None:
            without = ""
            words = [
                f"Partial, {tested} of {number} movements tested" if score.partial else f"All {number} movements tested"
            ]
    if score.withheld is None:
        words.append(_beside(score))
    if change is not None:
        words.append(_change(change, number))
    return ScoreView(score.shown, without, tuple(filter(None, words)), ticks)


def _tick(axis: AxisValue, sore: Collection[str], cat: Catalogue) -> str:
    if axis.share == 1:
        return "done"
    regions = {cat.compensations[one].linked_regions[0] for one in cat.axes[axis.axis].findings}
    return "stop" if regions & set(sore) else "open"


def _beside(score: Score) -> str:
    sides = f"{count_words(score.asymmetries, 'differs', 'differ')} left to right" if score.asymmetries else ""
    return ", ".join(filter(None, (DEPTH_WORDS.get(score.depth or "", "depth not recorded"), sides))).capitalize()


def _change(change: Change, number: int) -> str:
    if change.before is None:
        return ""
    same = f"{change.coverage * number:g}"
    before = f"First assessment {int(change.before + 0.5)} on the same {same}"
    if change.change is None or change.band is None:
        return f"{before}, {change.words}"
    rater = "" if change.same_rater else ", another coach rated"
    rater += ", by our own error bands" if change.own else ""
    return f"{before}: {BAND_WORDS[change.band]} ({change.change:+g}{rater})".replace("-", "−")
