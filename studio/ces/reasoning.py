"""From findings to muscles: which are probably overactive or underactive, where, how strongly, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from studio.ces.case import Measure, TestResult
from studio.ces.catalogue import Catalogue
from studio.ces.sides import OneSide, Side


@dataclass(frozen=True, slots=True)
class Because:
    """One reason of a claim: the finding, and who lists the muscle for it.

    `muscle` is the entry as listed (a group where the source names a group); `factor` is 1.5 for single-leg and
    confirmed findings, 0.5 for gait and static ones.
    """

    compensation: str
    side: Side | None  # of the finding, not of the muscle
    severity: int
    muscle: str
    listed_in: tuple[str, ...]
    agreement: Literal["agreed", "single", "inferred"]
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Claim:
    """A muscle that is probably over- or underactive; `side` is both only when both sides are equal."""

    muscle: str
    side: Side
    strength: float
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A muscle claimed both ways on one side, and what is done about it.

    left_out: the muscle stays out of the plan there until a measure decides; stronger_stands: `stands` is used.
    """

    muscle: str
    side: Side
    overactive: Claim
    underactive: Claim
    resolution: Literal["left_out", "stronger_stands"]
    stands: Literal["overactive", "underactive"] | None
    text: str


@dataclass(frozen=True, slots=True)
class Reasoning:
    """Claims sorted by strength (descending), muscle id, side. Conflicting claims stand in both lists."""

    overactive: tuple[Claim, ...]
    underactive: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]

    def left_out(self, muscle: str, side: OneSide) -> bool:
        """Tell whether a conflict keeps `muscle` out of the plan on `side`."""
        raise NotImplementedError


def reason(
    results: Iterable[TestResult], cat: Catalogue, measures: Iterable[Measure] = (), age: int | None = None
) -> Reasoning:
    """Turn findings into claims (source: assessment reference, muscle_aggregation, level D)."""
    raise NotImplementedError
