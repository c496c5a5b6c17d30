"""Objective measures: what they are, and what a value says about a person."""

import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from studio.ces.sides import OneSide

Verdict = Literal["at_risk", "not_at_risk", "below_norm", "within_norm"]
Flag = Literal["refer", "watch", "restricted", "borderline", "stop"]

OPERATORS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True, slots=True)
class Band:
    """One cut-off, for the people it covers; `stage` counts from 1 in tests with several values."""

    flag: Flag
    verdict: Verdict | None
    op: str
    value: float
    stage: int | None
    sex: str | None
    low_age: int | None
    high_age: int | None
    source: str

    @property
    def limited(self) -> bool:
        """Tell whether it is only for some people."""
        return any(one is not None for one in (self.sex, self.low_age, self.high_age))

    def covers(self, age: int | None, sex: str | None) -> bool:
        """Tell whether it is for this person; an unknown age or sex is not covered by a band that asks for it."""
        if self.sex is not None and self.sex != sex:
            return False
        if self.low_age is None and self.high_age is None:
            return True
        return age is not None and (self.low_age or 0) <= age <= (self.high_age or 200)

    def holds(self, value: float) -> bool:
        """Tell whether a value lies in it."""
        return OPERATORS[self.op](value, self.value)

    def rule(self, unit: str) -> str:
        """Say the cut-off: "< 12 stands, women 60-64"."""
        number = f"{self.value:g} {unit}" if unit != "stage_seconds" else f"{self.value:g} s"
        stage = f"stage {self.stage} " if self.stage else ""
        who = {"female": "women", "male": "men", None: ""}[self.sex]
        ages = _ages(self.low_age, self.high_age)
        people = " ".join(one for one in (who, ages) if one)
        return f"{stage}{self.op} {number}" + (f", {people}" if people else "")


@dataclass(frozen=True, slots=True)
class SideLoss:
    """A loss against the other side that counts when another measure's sides differ too."""

    value: float
    measure: str
    over: float


@dataclass(frozen=True, slots=True)
class DetectableChange:
    """The smallest change beyond measuring error."""

    same_rater: float
    other_rater: float
    method: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Norm:
    """A published table, for the reader; cut-offs the engine uses are bands."""

    id: str
    statistic: str
    level: str
    use: str
    value: str
    rows: tuple[dict[str, str | float], ...]


@dataclass(frozen=True, slots=True)
class MeasureKind:
    """One measure of the catalogue."""

    id: str
    name: str
    unit: str
    kind: str
    sided: bool
    better: Literal["higher", "lower", "context"]
    low: float
    high: float
    plausible: tuple[float, float]
    step: float
    protocol: str
    bands: tuple[Band, ...]
    otherwise: Verdict | None
    side_loss: SideLoss | None
    side_difference: float | None
    asymmetry: float | None
    overactive: tuple[str, ...]  # muscles a restricted range suggests
    underactive: tuple[str, ...]
    mdc: DetectableChange | None
    norms: tuple[Norm, ...]
    level: str
    note: str
    sources: tuple[str, ...]

    @property
    def stages(self) -> int:
        """Give how many values the test may have."""
        return 4 if self.unit == "stage_seconds" else 1


@dataclass(frozen=True, slots=True)
class Reading:
    """A measured value (one per stage) and the side it belongs to."""

    values: tuple[float, ...]
    side: OneSide | None = None

    def at(self, band: Band, full: float) -> float | None:
        """Give the value a band looks at; a stage after one that was not held counts as 0, else as not done."""
        if band.stage is None:
            return self.values[0]
        if band.stage <= len(self.values):
            return self.values[band.stage - 1]
        return 0 if any(value < full for value in self.values) else None


def hits(kind: MeasureKind, reading: Reading, age: int | None, sex: str | None) -> Iterable[Band]:
    """Give the bands a reading lies in, in the order of the table."""
    for band in kind.bands:
        value = reading.at(band, kind.high) if band.covers(age, sex) else None
        if value is not None and band.holds(value):
            yield band


def _ages(low: int | None, high: int | None) -> str:
    if low is None and high is None:
        return ""
    if low is None:
        return f"up to {high}"
    return f"from {low}" if high is None else f"{low}-{high}"
