"""Findings joined: one per compensation and side, whatever view or result it was seen in."""

from collections.abc import Iterable
from dataclasses import dataclass

from studio.ces.case import TestResult
from studio.ces.catalogue import Catalogue
from studio.ces.protocols import Compensation, Listing
from studio.ces.sides import LEFT_RIGHT, OneSide, Side, each, joined, opposite

STANDARD = "standard"


@dataclass(frozen=True, slots=True)
class Seen:
    """One compensation as seen on the body; a midline one has the same severity left and right.

    For a directional finding only the side it goes to has a severity.
    """

    compensation: Compensation
    left: int
    right: int

    @property
    def severity(self) -> int:
        """Give the higher severity of the two sides."""
        return max(self.left, self.right)

    @property
    def side(self) -> Side | None:
        """Give the side as recorded; None is the midline."""
        if not self.compensation.has_sides:
            return None
        return joined(side for side in LEFT_RIGHT if self.on(side))

    def on(self, side: OneSide) -> int:
        """Give the severity on a side."""
        return self.left if side == "left" else self.right

    def reaches(self, listing: Listing) -> dict[OneSide, tuple[OneSide, ...]]:
        """Give, for each side of the muscle in a listing, the sides of the finding that lead there."""
        reached: dict[OneSide, tuple[OneSide, ...]] = {}
        for seen_on in LEFT_RIGHT:
            if self.on(seen_on):
                for side in self._muscle_sides(listing, seen_on):
                    reached[side] = (*reached.get(side, ()), seen_on)
        return reached

    def _muscle_sides(self, listing: Listing, seen_on: OneSide) -> tuple[OneSide, ...]:
        match listing.side_ref:
            case "same" | "high_side":
                return (seen_on,)
            case "opposite" | "low_side":
                return (opposite(seen_on),)
            case "both":
                return LEFT_RIGHT
            case "affected":
                # side_default: the affected limb for sided and stance-leg findings, both sides otherwise.
                return (seen_on,) if self.compensation.laterality in ("sided", "stance_leg") else LEFT_RIGHT


def valid_side(compensation: Compensation, side: Side | None) -> str | None:
    """Say what is wrong with a finding's side, or None when it is right."""
    if compensation.laterality == "midline":
        return None if side is None else "leave the side out (null), this is seen in the midline"
    if compensation.laterality == "directional":
        return None if side in LEFT_RIGHT else "say left or right"
    return None if side in ("left", "right", "both") else "say left, right or both"


def relevant(results: Iterable[TestResult]) -> tuple[TestResult, ...]:
    """Leave modified forms out where the standard form was done too: they explain its findings."""
    results = tuple(results)
    done = {result.protocol for result in results if result.variant == STANDARD}
    return tuple(result for result in results if result.variant == STANDARD or result.protocol not in done)


def join(results: Iterable[TestResult], cat: Catalogue) -> tuple[Seen, ...]:
    """Join the findings of some results; the higher severity counts when one was seen twice."""
    severities: dict[str, dict[OneSide, int]] = {}
    for result in relevant(results):
        for finding in result.findings:
            sides = severities.setdefault(finding.compensation, {"left": 0, "right": 0})
            for side in each(finding.side):
                sides[side] = max(sides[side], finding.severity)
    return tuple(
        Seen(cat.compensations[one], sides["left"], sides["right"])
        for one, sides in sorted(severities.items())
        if any(sides.values())
    )
