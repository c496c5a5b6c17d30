"""Everything the engine says about a case, in one value."""

from dataclasses import dataclass
from typing import Literal

from studio.ces.case import Case
from studio.ces.catalogue import Catalogue
from studio.ces.programme import Programme
from studio.ces.reasoning import Reasoning
from studio.ces.safety import ReferOut
from studio.ces.score import Score
from studio.ces.sides import Side


@dataclass(frozen=True, slots=True)
class Presentation:
    """One of the common patterns, as far as the findings support it; side None is the whole body."""

    presentation: str
    side: Side | None
    grade: Literal["possible", "probable", "strong"]
    because: tuple[str, ...]  # findings, measures and intake items that support it
    missing: tuple[str, ...]  # items not tested


@dataclass(frozen=True, slots=True)
class Chain:
    """A cause-and-effect chain whose findings were seen; edges as (cause, effect)."""

    chain: str
    edges: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a measure says; None where the norm does not cover the person."""

    measure: str
    verdict: Literal["at_risk", "not_at_risk", "below_norm", "within_norm"] | None
    rule: str
    source: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """The answer of `studio analyse`."""

    app_version: str
    catalogue_version: str
    reasoning: Reasoning
    presentations: tuple[Presentation, ...]
    chains: tuple[Chain, ...]
    score: Score
    screening: tuple[Verdict, ...]
    refer_out: ReferOut
    programme: Programme


def analyse(case: Case, cat: Catalogue, app_version: str) -> Analysis:
    """Run the whole engine on a case."""
    raise NotImplementedError
