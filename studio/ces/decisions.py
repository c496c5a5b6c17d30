"""The rules of plans and re-screens as the catalogue holds them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Then = Literal[
    "stop_refer",
    "progress",
    "progress_studio",
    "hold",
    "maintain",
    "change_strategy",
    "hold_simplify",
    "regress",
    "refer_back",
    "bias",
    "test_again",
]
Outcome = Literal[
    "resolved",
    "improved",
    "improved_technique_not_clean",
    "unchanged",
    "worse_no_pain",
    "worse_with_pain",
    "not_testable",
]
Adherence = Literal["high", "partial", "low"]


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """One rule: what it leads to, in a word for the engine, in words for the coach, and what that means."""

    id: str
    then: Then
    words: str
    detail: str


@dataclass(frozen=True, slots=True)
class LongerFrom:
    """From where on a plan takes 16 weeks."""

    regions: int
    marked_regions: int
    age: int
    surgery_tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Decisions:
    """All of it. `rescreens`: week -> first and last day from the first assessment; `longer`: reason -> its words."""

    high_pct: int
    partial_pct: int
    rescreens: Mapping[int, tuple[int, int]]
    longer: Mapping[str, str]
    longer_from: LongerFrom
    rules: Mapping[str, DecisionRule]
    matrix: Mapping[tuple[Outcome, Adherence], str]  # -> rule id

    def adherence(self, pct: float) -> Adherence:
        """Name the band of home sessions done, in per cent of those planned."""
        if pct >= self.high_pct:
            return "high"
        return "partial" if pct >= self.partial_pct else "low"
