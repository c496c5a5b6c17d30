"""How well ratings agree in this studio, as the owner reads it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ..ces.agreement import (
    LEAST_CLIENTS,
    LEAST_PAIRS,
    Agreement,
    Error,
    Pair,
    by_checkpoint,
    by_compensation,
    judged,
    score_error,
)
from ..ces.catalogue import Catalogue
from .board_words import protocol_words, title
from .error_bands import ErrorBands, Rater, newest_bands
from .finding_words import capital
from .second_ratings import all_twice
from .tables import in_use

RATERS = {Rater.other: "Two people", Rater.same: "The same person twice"}


@dataclass(frozen=True)
class Line:
    """The agreement of one compensation or part of the body, with words for what cannot be given."""

    name: str
    test: str
    agreement: Agreement

    @property
    def kappa(self) -> str:
        """ "0.61", or why there is none."""
        if not self.agreement.enough:
            return "too few pairs"
        if self.agreement.kappa is None:
            return "not defined, one grade only" if self.agreement.seen else "not defined, never seen"
        return f"{self.agreement.kappa:.2f}".replace("-", "−")

    @property
    def percent(self) -> str:
        """ "85 %"."""
        return f"{self.agreement.percent:g} %" if self.agreement.percent is not None else ""


@dataclass(frozen=True)
class Part:
    """A part of the body with its rows."""

    line: Line
    rows: tuple[Line, ...]


@dataclass(frozen=True)
class Raters:
    """All pairs of one kind: two people, or one person twice."""

    rater: Rater
    label: str
    pairs: int
    parts: tuple[Part, ...]
    error: Error | None
    bands: ErrorBands | None
    usual: tuple[int, int]
    needed: int = LEAST_CLIENTS
    least: int = LEAST_PAIRS


def agreement_of_studio(without: Collection[int] = ()) -> list[Raters]:
    """Both kinds of pairs with their tables and error bands, without the pairs of some clients."""
    cat, known = in_use(), newest_bands()
    return [
        Raters(
            rater=rater,
            label=RATERS[rater],
            pairs=len(pairs),
            parts=_parts(pairs, cat),
            error=score_error(pairs, cat),
            bands=known.get(rater),
            usual=cat.score_rules.same_rater if rater is Rater.same else cat.score_rules.different_rater,
        )
        for rater, pairs in _sorted(without).items()
    ]


def errors() -> Mapping[Rater, Error | None]:
    """The error of the score for each kind of pair."""
    return {rater: score_error(pairs, in_use()) for rater, pairs in _sorted().items()}


def _sorted(without: Collection[int] = ()) -> dict[Rater, list[Pair]]:
    pairs = [one.pair for one in all_twice() if one.first.assessment.client_id not in without]
    return {rater: [one for one in pairs if one.same_rater is (rater is Rater.same)] for rater in RATERS}


def _parts(pairs: Sequence[Pair], cat: Catalogue) -> tuple[Part, ...]:
    found = judged(pairs, cat)
    rows = by_compensation(found, cat)
    return tuple(
        Part(
            Line(capital(cat.checkpoints[checkpoint]), "", together),
            tuple(
                Line(
                    title(cat.compensations[one].label),
                    protocol_words(cat.protocols[cat.compensations[one].protocol]),
                    said,
                )
                for one, said in rows.items()
                if cat.compensations[one].checkpoint == checkpoint
            ),
        )
        for checkpoint, together in by_checkpoint(found, cat).items()
    )
