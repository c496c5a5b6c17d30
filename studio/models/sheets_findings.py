"""A completed assessment as the client reads it."""

from datetime import date
from typing import Any, cast

from ..ces.case import Case, Plan
from ..ces.findings import join
from ..ces.programme import select
from ..ces.sides import Side, joined
from ..ces.weeks import plan_length
from ..ces.wording import listed, muscle_words
from ..clock import local
from ..sheets import FindingsSheet, MuscleNote, PainStop, Paper, PlanBlock
from .assessments import AssessmentVersion
from .cases import case_of, programme_case
from .due import assessed_on, weeks_of, window
from .finding_words import area_words, capital, card, with_amount
from .measure_client import client_words
from .programmes import Setting, programme_in
from .recorded import measure_answers
from .rescreens import rescreen_of
from .reviews import plan_case
from .sheets_home import studio_card
from .studios import Studio
from .tables import in_use
from .what_we_did import TESTS, what_we_did

MOST_MUSCLES = 8
BLOCKS = {
    "Learn": ("Learn", "the moves"),
    "Build": ("Build", "control, more repeats"),
    "Strengthen": ("Strengthen", "a little weight"),
    "Load": ("Load", "add weight"),
    "Transfer": ("Use it", "on your own"),
}
"""The blocks of the plan by the names the client reads, and what each is about."""


def findings_sheet(version: AssessmentVersion, studio: Studio) -> FindingsSheet:
    """Build the report of a completed assessment from what it said when it was completed."""
    assessment = version.assessment
    client = assessment.client
    day = local(assessment.started_at, studio.time_zone).date()
    case = case_of(version, client, Plan(), day)
    chosen = select(case, in_use())
    seen = {one.compensation.id: one for one in join(case.assessments, in_use())}
    first = [one.compensation for one in chosen.priorities]
    hurt = _pain_stop(case)
    weeks = _weeks(version, day)
    told = client_words(measure_answers(version.recorded), case.client, "in" if studio.units == "in" else "cm")
    return FindingsSheet(
        studio=studio_card(studio),
        client_first=client.first_name,
        client_full=client.name,
        assessed=day,
        coach=assessment.coach.name,
        coach_credential=assessment.coach.credential,
        what_we_did=what_we_did(case.assessments),
        version=version.number,
        paper=cast(Paper, studio.paper),
        anything_hurt="" if hurt else "Nothing hurt, so we finished every part.",
        pain_stop=hurt,
        cards=tuple(card(seen[name], chosen, case) for name in first),
        also_seen=tuple(with_amount(seen[name]) for name in seen if name not in first),
        measured=told.lines,
        measured_advice=told.advice,
        overactive=_muscles(version.analysis, "overactive"),
        underactive=_muscles(version.analysis, "underactive"),
        plan=_plan(weeks),
        rescreen_weeks=weeks_of(weeks),
        today_week=_today_week(version, day, weeks, studio.time_zone),
        home_days=in_use().block(weeks, 1).home_once_weekly.sessions,
        home_minutes=_home_minutes(weeks),
    )


def _pain_stop(case: Case) -> PainStop | None:
    """The test that was stopped, with where it hurt."""
    stopped = next((result for result in case.assessments if result.stopped_for_pain), None)
    hurting = [pain for pain in case.pain if pain.when == "during_test"]
    if stopped is None and not hurting:
        return None
    areas = [area_words(pain.side, in_use().regions[pain.region].label) for pain in hurting]
    test = TESTS[stopped.protocol] if stopped else "the test"
    return PainStop(area=f"your {listed(areas)}" if areas else "your body", test=test)


def _muscles(analysis: dict[str, Any], role: str) -> tuple[MuscleNote, ...]:
    """The muscles findings point to, strongest first; one that is claimed both ways says nothing to a client.

    Muscles of one group with the same sides are named by the group (muscle_aggregation, groups).
    """
    unclear = {conflict["muscle"] for conflict in analysis["conflicts"]}
    claimed: dict[str, list[Side]] = {}
    for claim in analysis[role]:
        if claim["muscle"] not in unclear:
            claimed.setdefault(claim["muscle"], []).append(claim["side"])
    sides = {muscle: joined(on) for muscle, on in claimed.items()}
    return tuple(
        MuscleNote(name=capital(muscle_words(one, in_use())), side=side, muscle=one)
        for one, side in list(_grouped(sides).items())[:MOST_MUSCLES]
    )


def _grouped(sides: dict[str, Side]) -> dict[str, Side]:
    """Put a group in the place of its strongest member where all of them are claimed alike; larger groups first."""
    named = dict(sides)
    for group in sorted(in_use().groups.values(), key=lambda group: -len(group.members)):
        if all(member in named for member in group.members) and len({named[member] for member in group.members}) == 1:
            first = next(one for one in named if one in group.members)
            named = {
                group.id if one == first else one: side
                for one, side in named.items()
                if one == first or one not in group.members
            }
    return named


def _weeks(version: AssessmentVersion, on: date) -> int:
    """How long the plan runs: as its programme says, or as the rules would choose where there is none yet."""
    client = version.assessment.client
    programme = programme_in(client.id, Setting.home)
    if programme is None:
        return plan_length(programme_case(version, client, Plan(), on), in_use()).weeks
    if programme.weeks_by_id is not None:
        return programme.weeks
    # A programme is made longer by a new assessment, never shorter.
    return max(programme.weeks, plan_length(plan_case(programme, version, on), in_use()).weeks)


def _today_week(version: AssessmentVersion, day: date, weeks: int, zone: str) -> int | None:
    """The week of the plan: 0 where it begins, that of the re-screen in its window; None between and after them."""
    if rescreen_of(version) is None:
        return 0
    first = assessed_on(version.assessment.client_id, zone)[0]
    for week in weeks_of(weeks):
        opens, closes = window(first, week)
        if opens <= day <= closes:
            return week
    gone = (day - first).days // 7
    return gone if gone < weeks_of(weeks)[0] else None


def _plan(weeks: int) -> tuple[PlanBlock, ...]:
    return tuple(
        PlanBlock(
            name=BLOCKS[block.name][0],
            first_week=block.first_week,
            last_week=block.last_week,
            share=block.corrective_share_pct,
            words=BLOCKS[block.name][1],
        )
        for block in in_use().plans[weeks]
        if block.last_week and block.name in BLOCKS
    )


def _home_minutes(weeks: int) -> str:
    """The span over the weeks until the first re-screen: “12 to 15”."""
    minutes = sorted({in_use().block(weeks, week).home_once_weekly.minutes for week in range(1, 7)})
    return f"{minutes[0]} to {minutes[-1]}" if len(minutes) > 1 else str(minutes[0])
