"""How well two ratings of the same performance agree: row by row, and as points of the squat score.

Cohen's kappa with linear weights over the three severities: a disagreement by two grades weighs twice as much as one
by a single grade (assessment reference, simulation script; single papers report it so too). It is undefined when both
ratings used one and the same severity all the time: then chance alone explains everything.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from statistics import mean, stdev

from studio.ces.catalogue import Catalogue
from studio.ces.comparing import Occasion, compare_rows
from studio.ces.findings import STANDARD
from studio.ces.score import WORST, overhead_squat_score

Judgement = tuple[int, int]
"""The severity of one row on one side in the first rating and in the second."""

LEAST_CLIENTS = 20
"""From how many clients on the studio's own error replaces the usual bands (scoring.change_bands.replace_when)."""
LEAST_PAIRS = 10
"""With fewer pairs kappa says more about chance than about raters: our own rule, level D."""
Z90, Z95 = 1.645, 1.96


@dataclass(frozen=True, slots=True)
class Pair:
    """The same performance rated twice, the second time blind; not `filmed` when the client did it once more."""

    first: Occasion
    second: Occasion
    client: int = 0
    filmed: bool = True

    @property
    def same_rater(self) -> bool:
        """Tell whether one person rated twice."""
        return self.first.rater == self.second.rater


@dataclass(frozen=True, slots=True)
class Agreement:
    """`percent` 0-100 of judgements that agree exactly and `kappa`, None where they are not defined."""

    pairs: int
    judgements: int
    percent: float | None
    kappa: float | None
    seen: int  # judgements in which either rating saw something

    @property
    def enough(self) -> bool:
        """Tell whether there are pairs enough to read the figures."""
        return self.pairs >= LEAST_PAIRS


@dataclass(frozen=True, slots=True)
class Error:
    """The studio's own error of the score, in points, from the differences of twice-rated squats."""

    clients: int
    pairs: int
    bias: float  # mean of second minus first
    sd: float  # of the differences, n - 1

    @property
    def sem(self) -> float:
        """Give the standard error of measurement, SD / sqrt(2)."""
        return self.sd / sqrt(2)

    @property
    def mdc90(self) -> float:
        """Give the change that 90 of 100 repeats without real change stay below."""
        return Z90 * self.sd

    @property
    def mdc95(self) -> float:
        """Give the change that 95 of 100 repeats without real change stay below."""
        return Z95 * self.sd

    @property
    def enough(self) -> bool:
        """Tell whether so many clients were rated twice that it may replace the usual bands."""
        return self.clients >= LEAST_CLIENTS

    @property
    def bands(self) -> tuple[int, int]:
        """Give the points from which a change is likely (90 %) and clear (95 %), rounded up to whole points."""
        likely = max(1, ceil(round(self.mdc90, 6)))
        return likely, max(likely + 1, ceil(round(self.mdc95, 6)))


def agreement(judgements: Sequence[Judgement], pairs: int) -> Agreement:
    """Count agreement; one kind of row or a whole checkpoint."""
    number = len(judgements)
    if not number:
        return Agreement(pairs, 0, None, None, 0)
    same = sum(first == second for first, second in judgements)
    seen = sum(bool(first or second) for first, second in judgements)
    return Agreement(pairs, number, round(100 * same / number, 1), kappa(judgements), seen)


def kappa(judgements: Sequence[Judgement]) -> float | None:
    """Give Cohen's kappa with linear weights; None when it is not defined."""
    number, grades = len(judgements), range(WORST + 1)
    firsts = [sum(first == grade for first, _ in judgements) for grade in grades]
    seconds = [sum(second == grade for _, second in judgements) for grade in grades]
    # Whole numbers to the end: disagreement seen and expected by chance, both times number squared.
    found = number * sum(abs(first - second) for first, second in judgements)
    expected = sum(abs(a - b) * firsts[a] * seconds[b] for a in grades for b in grades)
    return None if not expected else round(1 - found / expected, 4) + 0.0


def judged(pairs: Iterable[Pair], cat: Catalogue) -> dict[str, list[tuple[int, Judgement]]]:
    """Give, by compensation, every row that both ratings judged, each with the number of its pair."""
    found: dict[str, list[tuple[int, Judgement]]] = {}
    for number, pair in enumerate(pairs):
        for row in compare_rows([pair.first, pair.second], cat):
            first, second = (cell.severity for cell in row.cells)
            if row.variant == STANDARD and first is not None and second is not None:
                found.setdefault(row.compensation, []).append((number, (first, second)))
    return found


def by_compensation(found: Mapping[str, Sequence[tuple[int, Judgement]]], cat: Catalogue) -> dict[str, Agreement]:
    """Give the agreement of every compensation that was judged twice, in the order of the catalogue."""
    return {one: _of(found[one]) for one in cat.compensations if one in found}


def by_checkpoint(found: Mapping[str, Sequence[tuple[int, Judgement]]], cat: Catalogue) -> dict[str, Agreement]:
    """Give the agreement of all rows of each checkpoint together, feet first."""
    together = {
        checkpoint: [
            one for name, own in found.items() if cat.compensations[name].checkpoint == checkpoint for one in own
        ]
        for checkpoint in cat.checkpoints
    }
    return {checkpoint: _of(own) for checkpoint, own in together.items() if own}


def score_error(pairs: Sequence[Pair], cat: Catalogue) -> Error | None:
    """Give the error of the score from pairs with both scores shown, on the same axes; None with fewer than two.

    Only what both rated from the same video counts (scoring.change_bands.replace_when): live, the client moves anew.
    """
    differences, clients = [], set()
    for pair in (one for one in pairs if one.filmed):
        first, second = (_score(one, cat) for one in (pair.first, pair.second))
        if first is not None and second is not None:
            differences.append(second - first)
            clients.add(pair.client)
    if len(differences) < len(("one", "other")):
        return None
    return Error(len(clients), len(differences), round(mean(differences), 2), stdev(differences))


def _score(occasion: Occasion, cat: Catalogue) -> float | None:
    rules = cat.score_rules
    squat = next((one for one in occasion.results if (one.protocol, one.variant) == (rules.protocol, STANDARD)), None)
    score = overhead_squat_score(squat, cat)
    return score.ohsa if score.coverage == 1 else None


def _of(judgements: Sequence[tuple[int, Judgement]]) -> Agreement:
    return agreement([one for _, one in judgements], len({number for number, _ in judgements}))
