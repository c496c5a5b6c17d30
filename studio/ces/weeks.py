"""How long a plan runs: 12 weeks, or 16 where one of the stated reasons asks for more time."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from studio.ces.case import Case
from studio.ces.catalogue import Catalogue
from studio.ces.decisions import Then
from studio.ces.findings import Seen, join
from studio.ces.selection.context import prepare
from studio.ces.selection.priority import priorities
from studio.ces.sides import LEFT_RIGHT

Weeks = Literal[12, 16]
MARKED = 2
HELD: frozenset[Then] = frozenset(("hold", "hold_simplify", "regress"))


@dataclass(frozen=True, slots=True)
class PlanLength:
    """12 or 16 weeks; `reasons` are the words for every reason that asks for 16, none of them for 12."""

    weeks: Weeks
    reasons: tuple[str, ...]


def plan_length(case: Case, cat: Catalogue, *, limits: bool = False, week_6: Iterable[Then] = ()) -> PlanLength:
    """Choose the weeks of a plan (programming reference, choose_16_if_any, level D).

    `limits`: written limits are on file. `week_6`: what the week-6 re-screen led to for the priority findings. The
    sessions a week and the home adherence are those of the case.
    """
    reasons = tuple(_reasons(case, cat, limits, tuple(week_6)))
    return PlanLength(16 if reasons else 12, reasons)


def _reasons(case: Case, cat: Catalogue, limits: bool, week_6: tuple[Then, ...]) -> Iterable[str]:
    words, start, client = cat.decisions.longer, cat.decisions.longer_from, case.client
    if limits or client.clearance == "restricted" or any(tag.tag in start.surgery_tags for tag in client.tags):
        yield words["surgery_or_limits"]
    found = join(case.assessments, cat)
    regions = _regions(found)
    if len(regions) >= start.regions:
        yield words["regions"].format(count=len(regions))
    for seen in priorities(prepare(case, cat)):
        # A midline finding has no two sides to be marked on.
        if seen.compensation.has_sides and all(seen.on(side) == MARKED for side in LEFT_RIGHT):
            yield words["marked_both_sides"].format(finding=seen.compensation.label)
    marked = _regions(seen for seen in found if seen.severity == MARKED)
    if len(marked) >= start.marked_regions:
        yield words["marked_regions"].format(count=len(marked))
    adherence = case.history.home_adherence_pct
    if case.plan.sessions_per_week <= 1 and adherence is not None and adherence < cat.decisions.partial_pct:
        yield words["once_weekly_low_adherence"]
    if client.age is not None and client.age >= start.age:
        yield words["age"].format(age=client.age)
    for then in dict.fromkeys(one for one in week_6 if one in HELD):
        rule = next(rule for rule in cat.decisions.rules.values() if rule.then == then)
        yield words["held"].format(words=rule.words)


def _regions(found: Iterable[Seen]) -> set[str]:
    """Give the parts of the body the findings lie in; static posture counts, for the reference names no test."""
    return {seen.compensation.checkpoint for seen in found}
