"""A re-screen beside the assessment its programme was built on: what the rules of the review look at."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from .. import clock
from ..ces.case import Case
from ..ces.comparing import Occasion, RowChange, compare_rows
from ..ces.comparing_measures import compare_measures
from ..ces.decisions import Then
from ..ces.findings import STANDARD
from ..ces.review import Grades, Screened, Stop
from ..ces.safety import standing
from ..ces.sides import LEFT_RIGHT
from .assessments import AssessmentVersion
from .cases import case_of
from .due import assessed_on, weeks_of
from .programmes import ProgrammeVersion, issued_before
from .reviews import Review
from .studios import the_studio
from .tables import in_use


@dataclass(frozen=True)
class Rescreen:
    """What was looked at again: `version` now, `before` when the programme was made; `week` is 6, 12 or 16."""

    version: AssessmentVersion
    before: AssessmentVersion
    issued: ProgrammeVersion
    week: int
    last: bool

    @property
    def planned(self) -> int:
        """Home sessions the sheet asked for between the two, in whole weeks."""
        began = self.issued.issued_at or self.before.at
        return self.issued.home_days * max(1, round((self.version.assessment.started_at - began).days / 7))

    @property
    def findings(self) -> tuple[str, ...]:
        """The findings the programme was built on, the first one first."""
        return tuple(one["compensation"] for one in self.issued.notes.get("priorities", ()))


@dataclass(frozen=True)
class Said:
    """What the coach says about the weeks between: home sessions, and findings by compensation."""

    done: int
    planned: int
    not_clean: Collection[str] = ()
    reached: Collection[str] = ()
    sore: str = ""
    """Where new pain lasted after sessions: region, side and rating as a board writes them, “knee.left.4”."""

    @property
    def adherence_pct(self) -> int:
        """Home sessions done of those planned, in per cent."""
        return 100 * self.done // self.planned


def rescreen_of(version: AssessmentVersion) -> Rescreen | None:
    """The re-screen this assessment is, when the client followed a programme that rests on an earlier one."""
    issued = issued_before(version.assessment.client_id, version.assessment.started_at)
    before = issued.basis if issued else None
    if issued is None or before is None or before.assessment.started_at >= version.assessment.started_at:
        return None
    weeks = weeks_of(issued.programme.weeks)
    week = _week(version, weeks)
    return Rescreen(version, before, issued, week, last=week in weeks[1:])


def screened(one: Rescreen, said: Said, earlier: Iterable[Review]) -> tuple[Screened, ...]:
    """Each finding the programme was built on, as the rules take it."""
    cases = [_case(version, one.issued) for version in (one.before, one.version)]
    occasions = [
        Occasion(case.assessments, case.measures, version.assessment.coach_id)
        for case, version in zip(cases, (one.before, one.version), strict=True)
    ]
    rows = [row for row in compare_rows(occasions, in_use()) if row.variant == STANDARD]
    better = _better_measures(occasions)
    tried: dict[str, set[Then]] = {}
    for review in earlier:
        if review.chosen and review.assessment_id != one.version.assessment_id:
            tried.setdefault(review.compensation, set()).add(review.chosen)
    return tuple(
        Screened(
            compensation=compensation,
            before=_grades([row for row in rows if row.compensation == compensation], 0) or (1, 1),
            now=_now([row for row in rows if row.compensation == compensation]),
            same_rater=occasions[0].rater == occasions[1].rater,
            measured=bool(better & set(in_use().compensations[compensation].confirm_with)),
            technique_clean=compensation not in said.not_clean,
            goal_reached=compensation in said.reached,
            stop=_stop(compensation, cases[1], said),
            tried=frozenset(tried.get(compensation, ())),
            last=one.last,
        )
        for compensation in one.findings
        if compensation in in_use().compensations
    )


def _week(version: AssessmentVersion, weeks: Sequence[int]) -> int:
    """The re-screen whose middle is nearest; weeks are counted from the client's first assessment."""
    studio = the_studio()
    zone = studio.time_zone if studio else "UTC"
    day = clock.local(version.assessment.started_at, zone).date()
    first = assessed_on(version.assessment.client_id, zone)[0]
    return min(weeks, key=lambda week: abs((day - first).days - 7 * week))


def _case(version: AssessmentVersion, issued: ProgrammeVersion) -> Case:
    client, on = issued.programme.client, version.assessment.started_at.date()
    return case_of(version, client, Case().plan, on)


def _better_measures(occasions: Sequence[Occasion]) -> set[str]:
    return {row.measure for row in compare_measures(occasions, in_use()) if row.overall.verdict == "better"}


def _grades(rows: Sequence[RowChange], date: int) -> Grades | None:
    """The severities of a date; a side that was not judged counts like the other."""
    by_side = {row.side: row.cells[date].severity for row in rows}
    if None in by_side:
        severity = by_side[None]
        return None if severity is None else (severity, severity)
    left, right = (by_side.get(side) for side in LEFT_RIGHT)
    if left is None or right is None:
        known = left if right is None else right
        return None if known is None else (known, known)
    return left, right


def _now(rows: Sequence[RowChange]) -> Grades | None:
    """None where a side cannot be compared: another depth, other shoes, not looked at."""
    if any(row.overall.verdict == "not_comparable" for row in rows):
        return None
    return _grades(rows, 1)


def _stop(compensation: str, case: Case, said: Said) -> Stop | None:
    one = in_use().compensations[compensation]
    if standing(case, in_use()):
        return "red_flag"
    regions = set(one.linked_regions)
    here = [pain for pain in case.pain if pain.region in regions and pain.hurts]
    if any(pain.when == "during_test" for pain in here):
        return "test_pain"
    if said.sore.partition(".")[0] in regions:
        return "after_sessions"
    return "pain" if any(pain.when == "at_rest" for pain in here) else None
