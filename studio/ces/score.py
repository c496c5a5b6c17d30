"""The overhead-squat movement score: the share of ten axes kept clean. Within one person, over time; never a grade."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from studio.ces.case import Depth, Finding, Shoes, TestResult
from studio.ces.catalogue import Catalogue
from studio.ces.findings import STANDARD
from studio.ces.protocols import Axis, ScoreRules
from studio.ces.sides import LEFT_RIGHT, OneSide, each

Withheld = Literal["pain", "not_tested", "coverage"]
WORST = 2  # marked


@dataclass(frozen=True, slots=True)
class AxisValue:
    """Severity 0-2 of one axis; None is not tested. A midline axis has its value in `midline` only."""

    axis: str
    checkpoint: str
    sided: bool
    left: int | None = None
    right: int | None = None
    midline: int | None = None

    @property
    def values(self) -> tuple[int, ...]:
        """Give the severities that were tested."""
        given = (self.left, self.right) if self.sided else (self.midline,)
        return tuple(value for value in given if value is not None)

    @property
    def share(self) -> float:
        """Give how much of the axis was tested, 0, 0.5 or 1."""
        return len(self.values) / (2 if self.sided else 1)


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
    rules: ScoreRules
    depth: Depth | None = None
    shoes: Shoes | None = None

    @property
    def shown(self) -> int | None:
        """Give the whole number to show, half up."""
        return None if self.ohsa is None else int(self.ohsa + 0.5)

    @property
    def partial(self) -> bool:
        """Tell whether a score is shown that does not cover all axes."""
        return self.ohsa is not None and (self.coverage or 0) < 1


def overhead_squat_score(result: TestResult | None, cat: Catalogue) -> Score:
    """Score a standard overhead squat (ohsa_score_v1, level D); None or a modified form is "not tested".

    An axis is tested when its view was recorded or one of its findings was; the rows of `result.untested` are not.
    """
    if result is None or result.protocol != cat.score_rules.protocol or result.variant != STANDARD:
        return _withheld("not_tested", 0.0, (), cat, result)
    axes = tuple(_axis(axis, result) for axis in cat.axes.values())
    coverage = round(sum(axis.share for axis in axes) / len(axes), 4)
    if result.stopped_for_pain:
        return _withheld("pain", None, axes, cat, result)
    if coverage == 0:
        return _withheld("not_tested", coverage, axes, cat, result)
    if coverage < cat.score_rules.least_coverage:
        return _withheld("coverage", coverage, axes, cat, result)
    return Score(
        ohsa=clean_share(axes),
        coverage=coverage,
        withheld=None,
        axes=axes,
        tested_axes=_tested(axes),
        subscores=tuple(_subscores(axes, cat.checkpoints)),
        asymmetries=_asymmetries(axes),
        rules=cat.score_rules,
        depth=result.depth,
        shoes=result.shoes,
    )


def clean_share(axes: Iterable[AxisValue]) -> float:
    """Give 100 x (1 - sum(c x p) / sum(c)) over the tested axes, to one decimal; at least one must be tested."""
    tested = [axis for axis in axes if axis.values]
    lost = sum(axis.share * sum(axis.values) / (WORST * len(axis.values)) for axis in tested)
    return round(100 * (1 - lost / sum(axis.share for axis in tested)) + 1e-9, 1)


def _withheld(
    why: Withheld, coverage: float | None, axes: tuple[AxisValue, ...], cat: Catalogue, result: TestResult | None
) -> Score:
    depth, shoes = (result.depth, result.shoes) if result else (None, None)
    return Score(None, coverage, why, axes, _tested(axes), (), _asymmetries(axes), cat.score_rules, depth, shoes)


def _tested(axes: tuple[AxisValue, ...]) -> tuple[str, ...]:
    return tuple(axis.axis for axis in axes if axis.values)


def _asymmetries(axes: tuple[AxisValue, ...]) -> int:
    return sum(1 for axis in axes if axis.sided and len(set(axis.values)) == len(LEFT_RIGHT))


def _subscores(axes: tuple[AxisValue, ...], checkpoints: Mapping[str, str]) -> Iterable[tuple[str, float]]:
    for checkpoint in checkpoints:
        own = [axis for axis in axes if axis.checkpoint == checkpoint]
        if own and all(axis.share == 1 for axis in own):
            yield checkpoint, clean_share(own)


def _axis(axis: Axis, result: TestResult) -> AxisValue:
    findings = [finding for finding in result.findings if finding.compensation in axis.findings]
    open_to_view = axis.view in result.views or bool(findings)
    if not axis.sided:
        value = _value(axis, result, findings, "left", open_to_view)
        return AxisValue(axis.id, axis.checkpoint, False, midline=value)
    left, right = (_value(axis, result, findings, side, open_to_view) for side in LEFT_RIGHT)
    return AxisValue(axis.id, axis.checkpoint, True, left=left, right=right)


def _value(axis: Axis, result: TestResult, findings: list[Finding], side: OneSide, open_to_view: bool) -> int | None:
    """Give the severity on a side; 0 only when everything the axis looks at was judged there."""
    seen = [finding.severity for finding in findings if not axis.sided or side in each(finding.side)]
    if any(seen):
        return max(seen)
    skipped = any(
        compensation in axis.findings and (not axis.sided or side in each(of)) for compensation, of in result.untested
    )
    return 0 if open_to_view and not skipped else None
