"""What counts as a change between two assessments."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from studio.ces.measures import MeasureKind

Basis = Literal["measured", "own_rule"]


@dataclass(frozen=True, slots=True)
class ChangeRules:
    """Grades of severity for rows (`likely`, `clear`), and the least change of measures."""

    likely: int
    clear: int
    least: Mapping[str, float]  # measure -> what the programme asks for, where that is more than its own
    other_kind: str
    other_unit: str
    other_least: float  # for measures of that kind and unit without a smallest change of their own
    same_rater_only: tuple[str, ...]

    def smallest(self, kind: MeasureKind, same_rater: bool) -> tuple[float, Basis] | None:
        """Give the smallest change that counts, and whether it was measured in a study; None when nobody knows one.

        Another rater never makes a change easier to believe: the larger of the two figures counts then.
        """
        if kind.mdc is not None:
            own = kind.mdc.same_rater if same_rater else max(kind.mdc.same_rater, kind.mdc.other_rater)
            return max(own, self.least.get(kind.id, 0)), "measured"
        if (kind.kind, kind.unit) == (self.other_kind, self.other_unit):
            return self.other_least, "own_rule"
        return None
