"""The coach's sheet: overrides with name and reason, what each line must mind, and today's limits."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from studio.documents import coach_sheet
from studio.models.library import against
from studio.models.sheets_coach import coach_sheet as sheet_of
from studio.models.studios import studio_today, the_studio
from studio.operations import programmes
from studio.sheets import HomeSheet
from studio.sheets.stored import unpack

from ..browse import Browser
from ..builders import a_client, well
from ..documents import reading
from ..documents.hostile import HOSTILE, filled
from ..examples import some
from ..limits import a_precaution
from ..people import Cast
from ..programmes import KIT, a_draft, issue, words

Browse = Callable[..., Browser]


def test_an_override_prints_with_name_reason_and_what_stood_against_it(app: Flask, browse: Browse) -> None:
    client = a_client("Maria Smith", equipment=KIT)
    a_precaution(client, limits=[{"kind": "exercise", "code": "act_clam"}], words="Slowly on stairs")
    draft = a_draft(client)
    (why,) = against(draft, "act_clam")
    assert why.startswith("Not the exercise “")
    with pytest.raises(programmes.NeedsReason):
        programmes.add(draft, "act_clam", reason="", seen=draft.revision, by=Cast().coach)
    programmes.add(draft, "act_clam", reason="Ana agreed by phone", seen=draft.revision, by=Cast().coach)
    issue(draft)
    coach = browse(Cast().coach)
    page = coach.get("programme_versions.show", programme_id=draft.programme_id, number=1)
    assert "Coach’s sheet" in words(page)
    answer = coach.http.get(f"/programmes/{draft.programme_id}/versions/1/coach.pdf")
    assert answer.mimetype == "application/pdf"
    said = reading.text(answer.data)
    for expected in (
        "Used all the same: Ana agreed by phone (Dana Whitfield)",
        f"In spite of: {why}",
        "Slowly on stairs",
    ):
        assert expected in said
    assert reading.misplaced(answer.data) == []
    assert reading.unmarked_operators(answer.data) == []


def test_it_lists_what_the_answers_ask_to_mind_and_what_is_past_its_last_day(app: Flask) -> None:
    client = a_client(equipment=KIT)
    well(client, answers={f"screen_{n}": n == 5 for n in range(1, 11)} | {"screen_5.thinner": True})
    gone = {"on": studio_today() - timedelta(days=40), "until": studio_today() - timedelta(days=1)}
    a_precaution(client, region="knee", side="left", words="No stairs", **gone)
    studio = the_studio()
    assert studio is not None
    sheet = sheet_of(issue(a_draft(client)), studio, studio_today())
    assert any(one.startswith("Blood-thinning medicine") for one in sheet.limits)
    (lapsed,) = sheet.lapsed
    assert lapsed.startswith("left knee: No stairs")
    assert lapsed.endswith("Ask Ana Ruiz, PT whether it still stands.")
    assert "Past its last day: left knee" in reading.text(coach_sheet.render(sheet))


def test_a_draft_has_no_coachs_sheet(app: Flask, browse: Browse) -> None:
    draft = a_draft(a_client(equipment=KIT))
    browse(Cast().coach).get("coach_sheets.show", programme_id=draft.programme_id, number=draft.number, expect=404)


@pytest.mark.parametrize("text", some(HOSTILE))
def test_it_prints_with_any_text_in_every_field(app: Flask, text: str) -> None:
    client = a_client(equipment=KIT)
    a_precaution(client, region="knee", side="left", words="Slowly")
    studio = the_studio()
    assert studio is not None
    sheet = sheet_of(issue(a_draft(client)), studio, studio_today())
    pdf = coach_sheet.render(filled(sheet, HOSTILE[text]))
    assert reading.dangerous_keys(pdf) == set()
    assert reading.misplaced(pdf) == []


def test_limits_stand_beside_the_lines_of_a_draft(app: Flask, browse: Browse) -> None:
    client = a_client(equipment=KIT)
    draft = a_draft(client)
    details = programmes.Details(draft.home_days, draft.next_date, "Slowly")
    programmes.change_details(draft, details, seen=draft.revision, by=Cast().coach)
    a_precaution(client, limits=[{"kind": "position", "code": "standing"}])
    page = browse(Cast().coach).get("programmes.show", programme_id=draft.programme_id)
    assert "No standing (Ana Ruiz, PT)" in words(page)
    assert "Limits on file" in words(page)
    with pytest.raises(programmes.Refused, match="say why you keep it"):
        issue(draft)


def test_the_client_reads_the_limits_on_the_home_sheet_and_nothing_written_for_the_coach(app: Flask) -> None:
    client = a_client(equipment=KIT)
    limits = [{"kind": "range", "code": "flexion", "ceiling": 90}, {"kind": "symptom", "ceiling": 2}]
    a_precaution(client, region="knee", side="left", limits=limits, words="Told in confidence")
    sheet = unpack(HomeSheet, issue(a_draft(client)).sheet or {})
    assert sheet.limits == ("Left knee: bending to 90° at most (Ana Ruiz, PT)",)
