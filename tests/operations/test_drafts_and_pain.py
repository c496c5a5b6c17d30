"""A draft heeds what was found after it was made, and never loses what a coach put into it."""

import pytest
from flask import Flask

from studio.ces.catalogue import catalogue
from studio.models.assessments import AssessmentVersion
from studio.models.clients import Client
from studio.models.library import against
from studio.models.programmes import ProgrammeVersion
from studio.models.studios import the_studio
from studio.operations import programmes

from ..builders import a_client, a_complete_assessment
from ..people import Cast
from ..programmes import FINDINGS, KIT, a_draft, issue, names

KNEE = "pain:heel_rises=knee.right.5"


def loading(draft: ProgrammeVersion, region: str) -> list[str]:
    return [name for name in names(draft) if region in catalogue().exercises[name].loads]


def stopped_for_knee(client: Client) -> AssessmentVersion:
    return a_complete_assessment(client, *FINDINGS, KNEE)


def a_draft_for_the_knee() -> ProgrammeVersion:
    draft = a_draft(a_client(equipment=KIT))
    assert loading(draft, "knee")
    return draft


def details(draft: ProgrammeVersion, message: str = "") -> programmes.Details:
    return programmes.Details(draft.home_days, draft.next_date, message)


def test_a_test_stopped_for_pain_draws_an_untouched_draft_anew(app: Flask) -> None:
    draft = a_draft_for_the_knee()
    programmes.look_again(stopped_for_knee(draft.programme.client), by=Cast().coach)
    assert loading(draft, "knee") == []


def test_a_draft_that_was_worked_on_is_not_issued_over_a_new_pain(app: Flask) -> None:
    draft = a_draft_for_the_knee()
    programmes.change_details(draft, details(draft, "Go slowly."), seen=draft.revision, by=Cast().coach)
    programmes.look_again(stopped_for_knee(draft.programme.client), by=Cast().coach)
    assert draft.message == "Go slowly."
    (first, *others) = [row for row in draft.on_sheet if row.exercise in loading(draft, "knee")]
    with pytest.raises(programmes.Refused, match="say why you keep it"):
        issue(draft)
    for row in others:
        programmes.remove(row, seen=draft.revision, by=Cast().coach)
    with pytest.raises(programmes.NeedsReason):
        programmes.bring_back(first, reason="", seen=draft.revision, by=Cast().coach)
    programmes.bring_back(first, reason="Cleared in writing", seen=draft.revision, by=Cast().coach)
    assert first.override == "Cleared in writing"
    assert issue(draft).issued_at is not None


def test_a_reason_given_for_one_barrier_does_not_hide_the_next(app: Flask) -> None:
    draft = a_draft(a_client(equipment=[]))
    drill = next(
        one for one in catalogue().exercises.values() if "knee" in one.loads and len(against(draft, one.id)) == 1
    )
    (no_kit,) = against(draft, drill.id)
    row = programmes.add(draft, drill.id, reason="Has one at work", seen=draft.revision, by=Cast().coach)
    assert row.unanswered(against(draft, drill.id)) == ()
    stopped_for_knee(draft.programme.client)
    (new,) = row.unanswered(against(draft, drill.id))
    assert "knee" in new.lower()
    with pytest.raises(programmes.NeedsReason) as asked:
        programmes.bring_back(row, reason="", seen=draft.revision, by=Cast().coach)
    assert set(asked.value.against) == {no_kit, new}
    programmes.bring_back(row, reason="Cleared in writing", seen=draft.revision, by=Cast().coach)
    assert row.unanswered(against(draft, drill.id)) == ()


def test_what_a_client_has_is_looked_at_again_before_it_is_issued_again(app: Flask) -> None:
    issued = issue(a_draft_for_the_knee())
    stopped_for_knee(issued.programme.client)
    draft = programmes.create(issued.programme.client, by=Cast().coach)
    assert loading(draft, "knee")
    with pytest.raises(programmes.Refused, match="say why you keep it"):
        issue(draft)


def test_a_page_from_before_the_draft_was_drawn_anew_issues_nothing(app: Flask) -> None:
    draft = a_draft(a_client(equipment=KIT))
    page, studio = draft.revision, the_studio()
    assert studio is not None
    programmes.draft_from(a_complete_assessment(draft.programme.client, "f:knee_valgus:left=2"), by=Cast().coach)
    with pytest.raises(programmes.Stale):
        programmes.issue(draft, details(draft), size=None, studio=studio, seen=page, by=Cast().coach)


def test_words_and_carried_lines_are_not_drafted_over(app: Flask) -> None:
    draft = a_draft(a_client(equipment=KIT))
    kept = programmes.Details(2, draft.next_date, "Only on Sundays.")
    programmes.change_details(draft, kept, seen=draft.revision, by=Cast().coach)
    programmes.draft_from(a_complete_assessment(draft.programme.client, "f:knee_valgus:left=2"), by=Cast().coach)
    assert (draft.home_days, draft.message) == (2, "Only on Sundays.")
    issued = names(issue(draft))
    following = programmes.create(draft.programme.client, by=Cast().coach)
    programmes.draft_from(a_complete_assessment(draft.programme.client, "f:knee_valgus:right=2"), by=Cast().coach)
    assert names(following) == issued
