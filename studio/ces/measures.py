"""Objective measures: what they are, and what a value says about a person."""

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from studio.ces.sides import LEFT_RIGHT, OneSide

Verdict = Literal["at_risk", "not_at_risk", "below_norm", "within_norm"]
Flag = Literal["refer", "watch", "restricted", "borderline", "stop"]
Tool = Literal["number", "stopwatch", "counter", "stages", "speed", "sum"]

OPERATORS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def limit_words(op: str, number: str) -> str:
    """Say a limit: "below 8 cm", "4 points or more"."""
    words = {"<": "below {}", "<=": "{} or less", ">": "above {}", ">=": "{} or more"}
    return words[op].format(number)


def amount(value: float, unit: str) -> str:
    """Give a number with its unit."""
    return f"{value:g} {'s' if unit == 'stage_seconds' else unit}"


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
        number = amount(self.value, unit)
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
class Mark:
    """Another figure in use, for the reader only."""

    rule: str
    meaning: str
    source: str


@dataclass(frozen=True, slots=True)
class Take:
    """How a value comes about: with what, how often, and which of the trials counts."""

    tool: Tool = "number"
    trials: int = 1
    use: Literal["best", "mean"] = "best"
    cap: float | None = None  # seconds at which the clock stops
    ways: tuple[str, ...] = ()  # forms of the test that must not be mixed
    arms: bool = False  # using the arms ends it and counts as 0
    metres: tuple[float, ...] = ()  # distances walked, for a speed
    sum_of: tuple[str, ...] = ()
    skip_from_age: int | None = None


@dataclass(frozen=True, slots=True)
class MeasureKind:
    """One measure of the catalogue."""

    id: str
    name: str
    plain: str  # in the client's words, after "We measured"
    says: str  # what a value beyond the cut-off is called
    unit: str
    kind: str
    region: str
    sided: bool
    better: Literal["higher", "lower", "context"]
    low: float
    high: float
    plausible: tuple[float, float]
    step: float
    protocol: str
    take: Take
    key_questions: Mapping[str, str]  # a yes to any counts as a cut-off reached
    bands: tuple[Band, ...]
    otherwise: Verdict | None
    side_loss: SideLoss | None
    side_difference: float | None
    asymmetry: float | None
    asymmetry_why: str
    overactive: tuple[str, ...]  # muscles a restricted range suggests
    underactive: tuple[str, ...]
    mdc: DetectableChange | None
    norms: tuple[Norm, ...]
    marks: tuple[Mark, ...]
    level: str
    note: str
    sources: tuple[str, ...]

    @property
    def label(self) -> str:
        """Give its name without what stands in brackets."""
        return self.name.split(" (")[0]

    @property
    def detail(self) -> str:
        """Give what stands in the brackets of its name."""
        inside = self.name.partition(" (")[2].replace(")", "")
        return inside[:1].upper() + inside[1:]

    @property
    def sides(self) -> tuple[OneSide | None, ...]:
        """Give the sides it is taken on; None for the whole body."""
        return LEFT_RIGHT if self.sided else (None,)

    @property
    def places(self) -> int:
        """Give how many values a side may have: trials or stages."""
        return max(self.stages, self.take.trials)

    @property
    def stages(self) -> int:
        """Give how many values the test may have."""
        return 4 if self.unit == "stage_seconds" else 1


@dataclass(frozen=True, slots=True)
class Reading:
    """A measured value (one per stage, none when only the key questions were asked) and the side it belongs to."""

    values: tuple[float, ...]
    side: OneSide | None = None
    key_question: bool = False  # yes to any of the key questions

    def at(self, band: Band, full: float) -> float | None:
        """Give the value a band looks at; a stage after one that was not held counts as 0, else as not done."""
        if band.stage is None:
            return self.values[0] if self.values else None
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
