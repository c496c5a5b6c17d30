"""Words for clients, and the words never to use with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from studio.ces.case import Finding
from studio.ces.catalogue import Catalogue
from studio.ces.exercises import Phase
from studio.ces.prescription import Line
from studio.ces.sides import Side

Audience = Literal["client", "therapist", "coach"]


@dataclass(frozen=True, slots=True)
class Match:
    """A forbidden wording: the rule, the words found, where, and what to say instead."""

    rule: str
    words: str
    start: int
    say: str


def forbidden(text: str, audience: Audience = "client") -> tuple[Match, ...]:
    """Find wordings that must not reach this reader; allowed phrases ("not a diagnosis") are cut out first."""
    raise NotImplementedError


def phase_words(phase: Phase) -> str:
    """Give the client's word for a phase: Loosen, Stretch, Switch on, Put it together."""
    raise NotImplementedError


def side_words(side: Side | None) -> str:
    """Give "left", "right", "both sides", or "" for the midline."""
    raise NotImplementedError


def muscle_words(muscles: Iterable[str], cat: Catalogue) -> str:
    """Name muscles in the client's words, "the outer calf and the inner thigh"."""
    raise NotImplementedError


def why(line: Line, cat: Catalogue) -> str:
    """Say in one short sentence why a line is there, linked to what was seen; empty for a hand-added line."""
    raise NotImplementedError


def finding_sentence(finding: Finding, cat: Catalogue) -> str:
    """Say a finding to the client, with its side."""
    raise NotImplementedError


def pain_sentence(area: str, test: str, others: str) -> str:
    """Say, within scope, that a test was stopped for discomfort."""
    raise NotImplementedError
