"""The overhead-squat movement score: the share of ten axes kept clean. Within one person, over time; never a grade."""

from dataclasses import dataclass
from typing import Literal

from studio.ces.case import Depth, TestResult
from studio.ces.catalogue import Catalogue

Withheld = Literal["pain", "not_tested", "coverage"]


@dataclass(frozen=True, slots=True)
class AxisValue:
    """Severity 0-2 of one axis; None is not tested. A midline axis has its value in `midline` only."""

    axis: str
    checkpoint: str
    sided: bool
    left: int | None = None
    right: int | None = None
    midline: int | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """`ohsa` 0-100 to one decimal or None with the reason in `withheld`; coverage 0-1, None after pain."""

    ohsa: float | None
    coverage: float | None
    withheld: Withheld | None
    axes: tuple[AxisValue, ...]
    tested_axes: tuple[str, ...]  # tested on at least one side
    subscores: tuple[tuple[str, float], ...]  # (checkpoint, score) where every axis was tested on both sides
    asymmetries: int  # sided axes whose two sides differ
    depth: Depth | None = None

    @property
    def shown(self) -> int | None:
        """Give the whole number to show, half up."""
        raise NotImplementedError

    @property
    def partial(self) -> bool:
        """Tell whether a score is shown that does not cover all axes."""
        raise NotImplementedError


def overhead_squat_score(result: TestResult | None, cat: Catalogue) -> Score:
    """Score a standard overhead squat (ohsa_score_v1, level D); None or a modified form is "not tested"."""
    raise NotImplementedError
