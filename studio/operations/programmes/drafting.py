"""Drafts: from an assessment by the engine, or from the version the client has."""

from dataclasses import replace
from datetime import date, timedelta

from ... import clock
from ...ces.case import Case
from ...ces.library import line_for
from ...ces.prescription import Line, Parked
from ...ces.programme import select
from ...ces.yellow import first_drills
from ...extensions import db
from ...models import notes
from ...models.assessments import AssessmentVersion
from ...models.cases import draft_case, newest_findings
from ...models.clients import Client
from ...models.database import write
from ...models.prescriptions import Prescription
from ...models.programmes import Programme, ProgrammeVersion, Setting, programme_in, programme_of
from ...models.reviews import plan_case
from ...models.studios import studio_today, the_studio
from ...models.tables import in_use
from ...models.users import User
from ..events import record
from .length import settle_length

RESCREEN = timedelta(weeks=6)


def draft_from(version: AssessmentVersion, *, by: User) -> ProgrammeVersion:
    """Draft a home programme from a completed assessment.

    A draft nobody has changed is drafted anew. One that a coach has worked on is kept, and its page offers to start
    again from this assessment.
    """
    with write():
        programme = programme_of(version.assessment.client)
        draft = programme.draft or _next_version(programme, by)
        _draft_anew(draft, version, by)
    return draft


def look_again(version: AssessmentVersion, *, by: User) -> None:
    """After a test that was stopped for pain: no programme is begun, but a draft nobody has changed heeds the pain."""
    with write():
        draft = programme_of(version.assessment.client).draft
        if draft is not None:
            _draft_anew(draft, version, by)


def heed(client: Client, *, by: User) -> None:
    """After limits or clearances changed: a draft nobody has changed is drafted anew from the same assessment."""
    with write():
        for setting in Setting:
            programme = programme_in(client.id, setting)
            draft = programme.draft if programme else None
            if draft is not None and draft.basis is not None:
                _draft_anew(draft, draft.basis, by)


def _draft_anew(draft: ProgrammeVersion, version: AssessmentVersion, by: User) -> None:
    if draft.touched:
        return
    if draft.lines:
        draft.revision += 1  # a page that shows the lines of before must not issue these
    choose(draft, version)
    _record("drafted", "Drafted", draft, by)


def create(client: Client, *, by: User) -> ProgrammeVersion:
    """Go on with the client's draft, or begin the next one.

    It begins with the lines of the version the client has, or else with what the engine makes of the last completed
    assessment; without either it is empty and waits for lines from the library.
    """
    with write():
        programme = programme_of(client)
        draft = programme.draft
        if draft is None:
            issued, draft = programme.issued, _next_version(programme, by)
            choose(draft, newest_findings(client.id))
            if issued is not None:
                _carry_over(issued, draft)
            _record("drafted", "Began", draft, by)
    return draft


def _next_version(programme: Programme, by: User) -> ProgrammeVersion:
    """An empty draft after the last version."""
    issued = programme.issued
    now = clock.utcnow()
    draft = ProgrammeVersion(
        programme=programme,
        number=issued.number + 1 if issued else 1,
        created_at=now,
        created_by_id=by.id,
        changed_at=now,
        revision=1,
        catalogue="",
        plan={},
        notes={},
        message="",
    )
    db.session.add(draft)
    return draft


def choose(draft: ProgrammeVersion, version: AssessmentVersion | None) -> None:
    """Fill a draft with what the engine chooses, inside the caller's `write()`; lines removed before stay removed."""
    on = studio_today()
    cat = in_use()
    settle_length(draft.programme, version, on)
    case = plan_case(draft.programme, version, on)
    plan = case.plan
    if case.readiness and draft.programme.issued is None:  # yellow flags: begin with few (safety.yellow_flags)
        plan = replace(plan, max_exercises=first_drills(case.readiness.yellow_flags, plan.max_exercises, cat))
        case = replace(case, plan=plan)
    chosen = select(case, cat)
    draft.assessment_version = version
    draft.catalogue = cat.version
    draft.plan = notes.dump_plan(plan)
    draft.notes = notes.dump(chosen)
    draft.home_days = cat.block(plan.weeks, plan.week).home(plan.sessions_per_week).sessions
    draft.next_date = _next_check(version, on)
    draft.changed_at = clock.utcnow()
    draft.lines = [row for row in draft.lines if row.removed]
    draft.lines += [
        Prescription.holding(line, place, origin="engine") for place, line in enumerate(chosen.lines, start=1)
    ]
    draft.lines += [
        Prescription.holding(_line(parked, case), len(chosen.lines) + place, origin="engine", parked=True)
        for place, parked in enumerate(chosen.parked, start=1)
    ]


def _line(parked: Parked, case: Case) -> Line:
    """The line a parked drill would be."""
    line = line_for(case, parked.exercise, parked.side, in_use(), parked.because)
    return replace(line, targets=parked.targets, rank=parked.rank, steer=parked.steer)


def _carry_over(issued: ProgrammeVersion, draft: ProgrammeVersion) -> None:
    """Begin with the lines the client has, each with what the kit and the precautions of today make of it.

    Why an excluded one was used all the same is asked again: there may be another reason against it by now.
    """
    case = draft_case(draft, studio_today())
    draft.home_days, draft.touched = issued.home_days, True
    draft.lines = [_carried(row, case) for row in issued.lines if not row.removed]


def _carried(row: Prescription, case: Case) -> Prescription:
    line = row.value
    today = line_for(case, line.exercise, line.side, in_use(), line.because)
    kept = replace(line, cautions=today.cautions, substitutes=today.substitutes)
    return Prescription.holding(kept, row.position, origin="carried", parked=row.parked)


def _next_check(version: AssessmentVersion | None, on: date) -> date | None:
    """The day of the next re-screen: every six weeks from the assessment (periodisation, plan_12)."""
    studio = the_studio()
    if version is None or studio is None:
        return None
    day = clock.local(version.assessment.started_at, studio.time_zone).date() + RESCREEN
    while day <= on:
        day += RESCREEN
    return day


def _record(verb: str, word: str, draft: ProgrammeVersion, by: User) -> None:
    db.session.flush()  # a new draft needs its number in the trail
    record(
        f"programme.{verb}",
        f"{word} home programme, version {draft.number}",
        by=by,
        client=draft.programme.client,
        subject=f"programme version {draft.id}",
        lines=sum(1 for row in draft.lines if not row.parked),
    )
