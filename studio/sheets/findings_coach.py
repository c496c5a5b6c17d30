"""The coach's reading of an assessment: what the client reads, with the reasons, the sources and what nobody tested."""

from dataclasses import dataclass

from studio.sheets.findings import FindingsSheet
from studio.sheets.shared import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLine:
    """One finding: how it was graded, what was looked for, and why it comes first where it does."""

    name: str
    test: str
    graded: tuple[str, ...]
    first: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """Muscles that are probably over- or underactive for the same reasons, and what speaks for them."""

    muscles: tuple[str, ...]
    side: str
    role: str
    strength: str
    because: tuple[str, ...]
    """“Heel lifts, right (overhead squat): adds 2, marked, sources agree: corrective exercise textbook, 2020.”"""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredLine:
    """One measure on one side with what it says, and by which cut-off."""

    name: str
    side: str
    value: str
    says: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternLine:
    """A common pattern with its grade; `parts` are what speaks for it, against it and the rest, each with a label."""

    name: str
    grade: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachFindings:
    """A completed assessment as its coach reads it on paper."""

    report: FindingsSheet
    """The same as the client's."""
    tables: str
    """Version of the tables that the reasons are worked out by."""
    found: tuple[FoundLine, ...] = ()
    claims: tuple[ClaimLine, ...] = ()
    conflicts: tuple[str, ...] = ()
    measured: tuple[MeasuredLine, ...] = ()
    patterns: tuple[PatternLine, ...] = ()
    chains: tuple[str, ...] = ()
    not_judged: tuple[str, ...] = ()
    """Rows of the tests that were done that nobody judged."""
    not_done: tuple[str, ...] = ()
    """Tests that were not done."""
    paper: Paper = "A4"
