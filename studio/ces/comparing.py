"""Assessments side by side, row by row: what changed, and what cannot be said.

Three grades of severity, seen by people: one grade is a probable change when the same person rated, and none when
another did; two grades, or two tests that agree, are clear (programming reference, periodisation.measurable_change
and scale_reason). What was not looked at is never clean. With another depth, footwear or form of the test the rows
are not compared (assessment reference, scoring.comparing_sessions and depth).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from studio.ces.case import Measure, TestResult
from studio.ces.catalogue import Catalogue
from studio.ces.findings import STANDARD
from studio.ces.protocols import Compensation, Protocol
from studio.ces.sides import LEFT_RIGHT, OneSide, each

Verdict = Literal["resolved", "improved", "same", "new", "worse", "clean", "too_small", "not_comparable"]
Why = Literal["not_tested", "pain", "variant", "depth", "shoes", "rater"]

BETTER: tuple[Verdict, ...] = ("resolved", "improved")
WORSE: tuple[Verdict, ...] = ("new", "worse")


@dataclass(frozen=True, slots=True)
class Occasion:
    """One assessment as a comparison takes it; `rater` tells the people apart who rated."""

    results: tuple[TestResult, ...]
    measures: tuple[Measure, ...] = ()
    rater: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A row on one date: severity 0-2, or None with the reason in `why`."""

    severity: int | None
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """What can be said between two dates; `clear` is more than probable, `why` stands with what cannot be said."""

    verdict: Verdict
    clear: bool = False
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class RowChange:
    """One compensation on one side (None in the midline) over the dates; `steps` are from each date to the next."""

    compensation: str
    side: OneSide | None
    variant: str
    cells: tuple[Cell, ...]
    steps: tuple[Call, ...]
    overall: Call  # from the first date to the last

    @property
    def seen(self) -> bool:
        """Tell whether it was a finding on any date."""
        return any(cell.severity for cell in self.cells)


def compare_rows(occasions: Sequence[Occasion], cat: Catalogue) -> tuple[RowChange, ...]:
    """Compare everything that was judged on one of the dates at least, in the order of the protocols.

    Needs two occasions or more, the oldest first. A test is compared in its standard form, and in each modified form
    that was done on two dates or more.
    """
    rows = [
        row
        for protocol in cat.protocols.values()
        for form in _forms(protocol, occasions)
        for row in _rows(protocol, form, occasions, cat)
    ]
    dates = range(len(occasions))
    calls = {(a, b): _agreed(rows, a, b, occasions, cat) for a, b in [*pairwise(dates), (0, dates[-1])]}
    return tuple(
        replace(row, steps=tuple(calls[pair][n] for pair in pairwise(dates)), overall=calls[0, dates[-1]][n])
        for n, row in enumerate(rows)
    )


def _forms(protocol: Protocol, occasions: Sequence[Occasion]) -> Iterator[str]:
    done = [{result.variant for result in one.results if result.protocol == protocol.id} for one in occasions]
    for form in (STANDARD, *(variant.id for variant in protocol.variants)):
        times = sum(form in forms for forms in done)
        if times > 1 or (times and (form == STANDARD or not any(STANDARD in forms for forms in done))):
            yield form


def _rows(protocol: Protocol, form: str, occasions: Sequence[Occasion], cat: Catalogue) -> Iterator[RowChange]:
    results = [_done(one, protocol.id, form) for one in occasions]
    others = [any(result.protocol == protocol.id for result in one.results) for one in occasions]
    nothing = Call("clean")
    for compensation in (cat.compensations[one] for one in protocol.compensations):
        for side in LEFT_RIGHT if compensation.has_sides else (None,):
            cells = tuple(
                _cell(result, other, compensation, side) for result, other in zip(results, others, strict=True)
            )
            if any(cell.severity is not None for cell in cells):
                yield RowChange(compensation.id, side, form, cells, (), nothing)


def _done(occasion: Occasion, protocol: str, form: str) -> TestResult | None:
    return next((one for one in occasion.results if (one.protocol, one.variant) == (protocol, form)), None)


def _cell(result: TestResult | None, done_otherwise: bool, compensation: Compensation, side: OneSide | None) -> Cell:
    if result is None:
        return Cell(None, "variant" if done_otherwise else "not_tested")
    seen = [
        finding.severity
        for finding in result.findings
        if finding.compensation == compensation.id and (side is None or side in each(finding.side))
    ]
    if any(seen):
        return Cell(max(seen))
    if result.stopped_for_pain:
        return Cell(None, "pain")
    skipped = any(row == compensation.id and (side is None or side in each(of)) for row, of in result.untested)
    looked = bool(set(compensation.views) & set(result.views))
    return Cell(0) if looked and not skipped else Cell(None, "not_tested")


def _agreed(rows: list[RowChange], a: int, b: int, occasions: Sequence[Occasion], cat: Catalogue) -> list[Call]:
    """Call every row between two dates; the same change seen in two tests makes both clear."""
    calls = [_call(row, a, b, occasions, cat) for row in rows]
    tests: dict[tuple[str, OneSide | None, bool], set[str]] = {}
    for row, call in zip(rows, calls, strict=True):
        if row.variant == STANDARD and call.verdict in (*BETTER, *WORSE):
            protocol, _, name = row.compensation.partition(".")
            tests.setdefault((name, row.side, call.verdict in BETTER), set()).add(protocol)
    return [
        replace(call, clear=True)
        if call.verdict in (*BETTER, *WORSE)
        and len(tests.get((row.compensation.partition(".")[2], row.side, call.verdict in BETTER), ())) > 1
        else call
        for row, call in zip(rows, calls, strict=True)
    ]


def _call(row: RowChange, a: int, b: int, occasions: Sequence[Occasion], cat: Catalogue) -> Call:
    then, now = row.cells[a], row.cells[b]
    if then.severity is None or now.severity is None:
        return Call("not_comparable", why=then.why if then.severity is None else now.why)
    protocol = cat.compensations[row.compensation].protocol
    before, after = (_done(occasions[n], protocol, row.variant) for n in (a, b))
    if before is None or after is None:
        return Call("not_comparable", why="variant")
    if before.stopped_for_pain or after.stopped_for_pain:  # fewer repeats than the severities are counted on
        return Call("not_comparable", why="pain")
    if then.severity == now.severity == 0:
        return Call("clean")
    if before.depth != after.depth:
        return Call("not_comparable", why="depth")
    if before.shoes != after.shoes:
        return Call("not_comparable", why="shoes")
    return _graded(then.severity, now.severity, occasions[a].rater == occasions[b].rater, cat)


def _graded(then: int, now: int, same_rater: bool, cat: Catalogue) -> Call:
    grades, rules = abs(now - then), cat.change_rules
    if grades == 0:
        return Call("same")
    if grades < (rules.likely if same_rater else rules.clear):
        return Call("too_small", why=None if same_rater else "rater")
    verdict: Verdict = "resolved" if now == 0 else "improved" if now < then else "worse" if then else "new"
    # Between two raters agreement is only moderate: two grades are a probable change, not a clear one.
    return Call(verdict, clear=same_rater and grades >= rules.clear)
