"""Where a draft comes from, and what becomes of it when something new is known."""

from datetime import timedelta

from flask import Flask

from studio import clock
from studio.models.cases import draft_case
from studio.models.draft_view import DraftView, draft_view
from studio.models.programmes import ProgrammeVersion
from studio.models.studios import studio_today
from studio.operations import assessment_changes, clients, programmes

from ..builders import a_client, a_complete_assessment
from ..moments import days_ago
from ..people import Cast
from ..programmes import FINDINGS, KIT, a_draft, issue, line, names


def view(draft: ProgrammeVersion) -> DraftView:
    return draft_view(draft, draft_case(draft, studio_today()), {})


def test_an_assessment_becomes_a_draft_in_four_phases(app: Flask) -> None:
    draft = a_draft()
    assert draft.is_draft
    assert draft.number == 1
    assert [row.phase for row in draft.on_sheet] == ["inhibit", "lengthen", "activate", "integrate"]
    assert all(row.value.because for row in draft.on_sheet)
    assert draft.waiting, "what has no room waits in the open"
    assert draft.home_days == 4
    assert draft.next_date == studio_today() + timedelta(weeks=6)


def test_a_new_assessment_replaces_a_draft_nobody_touched(app: Flask) -> None:
    client = a_client(equipment=KIT)
    first = a_draft(client)
    before = names(first)
    version = a_complete_assessment(client, "f:arms_fall_forward:left=2", "f:arms_fall_forward:right=2")
    second = programmes.draft_from(version, by=Cast().coach)
    assert second.id == first.id
    assert second.assessment_version_id == version.id
    assert names(second) != before


def test_a_new_assessment_keeps_a_draft_that_was_worked_on(app: Flask) -> None:
    client = a_client(equipment=KIT)
    draft = a_draft(client)
    programmes.remove(draft.on_sheet[0], seen=draft.revision, by=Cast().coach)
    before = names(draft)
    version = a_complete_assessment(client, "f:arms_fall_forward:left=2")
    again = programmes.draft_from(version, by=Cast().coach)
    assert names(again) == before
    assert again.assessment_version_id != version.id


def test_starting_again_takes_the_new_assessment_and_can_be_taken_back(app: Flask) -> None:
    client = a_client(equipment=KIT)
    draft = a_draft(client)
    coach = Cast().coach
    programmes.park(draft.on_sheet[0], seen=draft.revision, by=coach)
    before, basis, parked = names(draft), draft.assessment_version_id, [row.exercise for row in draft.waiting]
    version = a_complete_assessment(client, "f:arms_fall_forward:left=2")
    programmes.start_again(draft, version, seen=draft.revision, by=coach)
    assert draft.assessment_version_id == version.id
    assert names(draft) != before
    programmes.go_back(draft, seen=draft.revision, by=coach)
    assert (names(draft), draft.assessment_version_id) == (before, basis)
    assert [row.exercise for row in draft.waiting] == parked


def test_the_next_version_begins_with_the_lines_the_client_has(app: Flask) -> None:
    draft = a_draft()
    coach, client = Cast().coach, draft.programme.client
    issue(draft)
    following = programmes.create(client, by=coach)
    assert following.number == 2
    assert names(following) == names(draft)
    assert {row.origin for row in following.on_sheet} == {"carried"}
    assert programmes.create(client, by=coach).id == following.id, "there is one draft at a time"


def test_a_carried_line_whose_finding_is_gone_is_flagged_and_stays(app: Flask) -> None:
    client = a_client(equipment=KIT)
    issue(a_draft(client))
    a_complete_assessment(client, "f:arms_fall_forward:left=1")
    draft = programmes.create(client, by=Cast().coach)
    lines = [one for phase in view(draft).phases for one in phase.lines]
    assert lines
    assert all(one.gone and "heel lifts" in one.gone[0] for one in lines)


def test_a_line_that_a_filter_removes_by_now_is_flagged_with_the_reason(app: Flask) -> None:
    client = a_client(equipment=KIT)
    draft = a_draft(client)
    on_the_floor = line(draft, "inh_calf_roll")
    clients.change(client, {"floor_transfer": False}, seen=client.revision, by=Cast().coach)
    against = {one.row.id: one.against for phase in view(draft).phases for one in phase.lines}
    assert against[on_the_floor.id] == ("It means getting down to the floor and up again.",)


def test_a_draft_of_a_voided_assessment_keeps_its_lines_and_says_so(app: Flask) -> None:
    draft = a_draft()
    before = names(draft)
    assert draft.basis is not None
    assessment_changes.void(draft.basis.assessment, "wrong client on the tablet", by=Cast().coach)
    assert draft.basis is None
    assert names(draft) == before
    assert all(one.gone for phase in view(draft).phases for one in phase.lines)


def test_a_client_without_an_assessment_gets_an_empty_draft(app: Flask) -> None:
    draft = programmes.create(a_client(), by=Cast().coach)
    assert draft.on_sheet == []
    assert all(phase.empty for phase in view(draft).phases)


def test_a_region_that_hurts_gets_no_exercise_that_loads_it(app: Flask) -> None:
    draft = a_draft(a_client(equipment=KIT), *FINDINGS, "pain:heel_rises=knee.right.5")
    shown = view(draft)
    loaded = [one.drill.id for phase in shown.phases for one in phase.lines if "knee" in one.drill.loads]
    assert loaded == []
    assert any("knee" in reason for out in shown.excluded for reason in out.reasons)


def test_weeks_count_from_the_first_issue(app: Flask) -> None:
    with clock.pretend(days_ago(28)):
        draft = a_draft()
        assert draft.programme.week(studio_today()) == 1
        issue(draft)
    assert draft.programme.week(studio_today()) == 5
    following = programmes.create(draft.programme.client, by=Cast().coach)
    assert following.plan["week"] == 5
