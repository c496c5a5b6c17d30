"""Loads decisions.toml: re-screen windows, when a plan is longer, and what a re-screen leads to."""

from collections.abc import Container
from typing import get_args

from studio.ces.decisions import Adherence, DecisionRule, Decisions, LongerFrom, Outcome, Then
from studio.ces.loading.rows import Files, Row

FILE = "decisions.toml"
REASONS = (
    "surgery_or_limits",
    "regions",
    "marked_both_sides",
    "marked_regions",
    "once_weekly_low_adherence",
    "age",
    "held",
)


def load_decisions(files: Files, tags: Container[str]) -> Decisions:
    """Read the file; every outcome with every adherence must lead to exactly one rule."""
    file = files.read(FILE)
    adherence, longer, start = file.table("adherence"), file.table("longer"), file.table("longer_from")
    windows = file.table("rescreen")
    rules = {row.id: _rule(row) for row in files.rows(FILE, "rule")}
    matrix = file.table("matrix")
    decisions = Decisions(
        high_pct=adherence.whole("high"),
        partial_pct=adherence.whole("partial"),
        rescreens={int(week): _days(windows, week) for week in windows.values},
        longer={reason: longer.text(reason) for reason in REASONS},
        longer_from=LongerFrom(
            regions=start.whole("regions"),
            marked_regions=start.whole("marked_regions"),
            age=start.whole("age"),
            surgery_tags=frozenset(start.all_of("surgery_tags", tags, "tag")),
        ),
        rules=rules,
        matrix={
            (outcome, band): matrix.table(outcome).one_of(band, rules, "rule")
            for outcome in get_args(Outcome)
            for band in get_args(Adherence)
        },
    )
    for row in (adherence, longer, start, windows):
        row.close()
    return decisions


def _rule(row: Row) -> DecisionRule:
    then: Then = row.one_of("then", get_args(Then), "step")  # type: ignore[assignment]
    rule = DecisionRule(row.id, then, row.text("words"), row.text("detail"))
    row.close()
    return rule


def _days(windows: Row, week: str) -> tuple[int, int]:
    first, last = windows.wholes(week, 2)
    if not 0 < first <= int(week) * 7 <= last:
        windows.wrong(f"{week}: the window does not hold the week itself")
    return first, last
