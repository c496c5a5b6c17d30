"""The squat score over time, and its change on what was tested on both dates."""

from collections.abc import Sequence

from ..ces.catalogue import Catalogue
from ..ces.change import Change, compare
from ..ces.findings import STANDARD
from ..ces.score import Score, Withheld, overhead_squat_score
from ..sheets import Look, MeasureLine, Said, ScoreLine, ScorePoint
from .comparisons import Dated
from .error_bands import own_bands
from .recorded import results_in
from .score_view import BAND_WORDS

WITHOUT: dict[Withheld, str] = {"pain": "pain", "not_tested": "not tested", "coverage": "not enough tested"}


def score_line(plotted: Sequence[Dated], first: Dated, last: Dated, cat: Catalogue) -> ScoreLine | None:
    """The chart of `plotted`, and the change from `first` to `last`; None where the squat was not on both dates."""
    then, now = squat_score(first, cat), squat_score(last, cat)
    if then is None or now is None:
        return None
    same_rater = first.done.coach_id == last.done.coach_id
    own = own_bands(same_rater=same_rater)
    usual = cat.score_rules.same_rater if same_rater else cat.score_rules.different_rater
    likely, clear = own.limits if own else usual
    change = compare(then, now, same_rater, own.limits if own else None)
    return ScoreLine(
        points=tuple(_point(one, score) for one in plotted if (score := squat_score(one, cat)) is not None),
        change=_said(change),
        line=_line(change, likely),
        shared=_shared(change, len(now.axes)),
        bands=f"from {likely} points a likely change, from {clear} a clear one"
        + ("" if same_rater else ", another coach rated")
        + (f"; our own error, worked out from {own.clients} clients" if own else ""),
    )


def squat_score(one: Dated, cat: Catalogue) -> Score | None:
    """The score of an assessment that had the squat in any form."""
    results = [result for result in results_in(one.version.recorded) if result.protocol == cat.score_rules.protocol]
    standard = next((result for result in results if result.variant == STANDARD), None)
    return overhead_squat_score(standard, cat) if results else None


def _point(one: Dated, score: Score) -> ScorePoint:
    return ScorePoint(
        day=one.day,
        value=score.shown,
        name=one.name,
        partial=score.partial,
        without=WITHOUT[score.withheld] if score.withheld else "",
    )


def _line(change: Change, likely: int) -> MeasureLine | None:
    if change.before is None or change.after is None or change.change is None:
        return None
    numbers = (change.before, change.after)
    return MeasureLine(
        name="Squat score",
        values=tuple(str(int(number + 0.5)) for number in numbers),
        numbers=numbers,
        overall=_said(change),
        least=likely,
    )


def _said(change: Change) -> Said:
    if change.change is None or change.band is None:
        return Said(words="no change shown", look="open", detail=change.words.partition(": ")[2])
    by = f"{change.change:+g} points".replace("-", "−")
    look: Look = "open"
    if change.band != "no_clear_change":
        look = "worse" if change.change < 0 else "better" if change.band == "clear_change" else "likely"
    return Said(words=BAND_WORDS[change.band].removeprefix("a "), look=look, detail=by)


def _shared(change: Change, number: int) -> str:
    if change.before is None:
        return ""
    return (
        f"on all {number} movements"
        if change.coverage == 1
        else (f"on the same {change.coverage * number:g} of {number} movements")
    )
