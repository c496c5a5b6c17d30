"""The measures of an assessment on their page, with and without a script."""

import re
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from studio.extensions import db
from studio.models.assessments import Answer, Assessment, AssessmentVersion, Recording
from studio.models.recorded import measures_in
from studio.operations import assessments

from ..builders import a_client, an_assessment, rest_is_clean, taps
from ..people import Cast
from ..statements import counted

WOMAN: dict[str, Any] = {"sex": "female", "birth_date": date(1954, 3, 4)}


def answers(squat: Assessment) -> dict[str, str]:
    db.session.rollback()
    taken = sa.select(Answer).join(Recording, Recording.id == Answer.recording_id)
    rows = db.session.scalars(taken.where(Recording.assessment_id == squat.id, Recording.protocol == "measures"))
    return {one.field: one.value for one in rows if one.value}


def measure(squat: Assessment, *said: str) -> None:
    taps(squat, *said, station="measures", view="measures")


def form_of(page: Any, measure: str) -> dict[str, str]:
    return {one["name"]: one.get("value", "") for one in page.select(f"#sheet-{measure} form input")}


def button(page: Any, says: str) -> dict[str, str]:
    """The plain form of a cell."""
    form = {one["name"]: one["value"] for one in page.select("#tap-form input")}
    return form | {"tap": page.select_one(f'[data-says="{says}"]')["value"]}


def complete(squat: Assessment) -> AssessmentVersion:
    rest_is_clean(squat)
    return assessments.complete(squat, by=Cast().coach, taps=0, zone="UTC")


def test_the_page_brings_the_measure_that_is_shown_and_the_others_follow(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    page = coach.get("measures.show", assessment_id=squat.id, measure="tug_s")
    assert [one["data-measure"] for one in page.select("section.sheet")] == ["tug_s"]
    assert page.select_one("#sheet-tug_s").get("hidden") is None
    assert "Time from 'go' to seated" in page.select_one("#sheet-tug_s .sheet__do").text
    others = coach.get("measure_sheets.index", fragment=True, assessment_id=squat.id, measure="tug_s")
    sheets = others.select("section.sheet")
    assert {one["data-measure"] for one in sheets} == {one["data-go"] for one in page.select("[data-go]")} - {"tug_s"}
    assert len(sheets) == 31
    assert all(one.get("hidden") is not None for one in sheets)


def test_the_page_asks_few_questions_however_much_was_measured(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    coach.get("measures.show", assessment_id=squat.id)
    measure(
        squat, *(f"m:knee_to_wall_cm:{side}:{n}=9" for side in ("left", "right") for n in (1, 2, 3)), "m:tug_s:mid:1=9"
    )
    coach.get("measures.show", assessment_id=squat.id)
    with counted() as statements:
        coach.get("measures.show", assessment_id=squat.id)
    assert len(statements) <= 12, "\n".join(statements)
    with counted() as statements:
        coach.get("measured.show", fragment=True, assessment_id=squat.id, measure="tug_s")
    assert len(statements) <= 10, "\n".join(statements)


def test_what_would_confirm_a_finding_stands_first(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    page = coach.get("measures.show", assessment_id=squat.id)
    assert page.select(".measures__group") == []
    taps(squat, "f:heel_rises:left=1")
    page = coach.get("measures.show", assessment_id=squat.id)
    assert [one.text for one in page.select(".measures__group")] == ["Would confirm what was seen"]
    assert page.select_one(".measures__list ol b").text == "Knee-to-wall distance"


def test_from_sixty_five_the_older_adult_tests_come_first(browse: Any, people: Cast) -> None:
    squat = an_assessment(a_client(**WOMAN))
    page = browse(people.coach).get("measures.show", assessment_id=squat.id)
    first = [one["data-go"] for one in page.select(".measures__list > ol")[0].select("a")]
    assert first == ["stay_independent", "tug_s", "chair_stand_30s", "four_stage_balance"]
    stance = browse(people.coach).get("measures.show", assessment_id=squat.id, measure="sls_ec_s")
    assert "Left out from 65 years on" in stance.select_one("#sheet-sls_ec_s").text


def test_numbers_are_saved_by_a_plain_form(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(a_client(**WOMAN)), browse(people.coach)
    page = coach.get("measures.show", assessment_id=squat.id, measure="knee_to_wall_cm")
    typed = {"m:knee_to_wall_cm:left:1": "9,50", "m:knee_to_wall_cm:left:2": " 8 "}
    coach.post("measures.create", form_of(page, "knee_to_wall_cm") | typed, assessment_id=squat.id)
    page = coach.follow()
    assert answers(squat) == {"m:knee_to_wall_cm:left:1": "9.5", "m:knee_to_wall_cm:left:2": "8"}
    assert "Best of 9.5, 8 cm, 1 of 3 not taken" in page.select_one("#measured").text
    assert "Not restricted" in page.select_one("#measured").text
    coach.post(
        "measures.create",
        form_of(page, "knee_to_wall_cm") | {"m:knee_to_wall_cm:left:2": ""},
        assessment_id=squat.id,
    )
    assert answers(squat) == {"m:knee_to_wall_cm:left:1": "9.5"}


def test_a_value_out_of_bounds_is_told_and_nothing_typed_is_lost(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    page = coach.get("measures.show", assessment_id=squat.id, measure="knee_to_wall_cm")
    typed = {"m:knee_to_wall_cm:left:1": "26", "m:knee_to_wall_cm:left:2": "9", "m:knee_to_wall_cm:right:1": "far"}
    page = coach.post("measures.create", form_of(page, "knee_to_wall_cm") | typed, assessment_id=squat.id, expect=422)
    assert page.select_one("#error-knee_to_wall_cm").text.strip() == "Enter 0 to 25 cm"
    assert page.select_one("#m-knee_to_wall_cm-left-1")["aria-invalid"] == "true"
    shown = {field: page.select_one(f"#{field.replace(':', '-')}")["value"] for field in typed}
    assert shown == typed
    assert answers(squat) == {}


def test_an_unusual_value_is_asked_for_again_and_can_be_meant(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    page = coach.get("measures.show", assessment_id=squat.id, measure="knee_to_wall_cm")
    typed = form_of(page, "knee_to_wall_cm") | {"m:knee_to_wall_cm:left:1": "22"}
    page = coach.post("measures.create", typed, assessment_id=squat.id, expect=422)
    asked = page.select_one("#sheet-knee_to_wall_cm [data-ask]")
    assert asked.get("hidden") is None
    assert "22 is unusual here. Usual is 1 to 20 cm. Is it right?" in " ".join(asked.text.split())
    assert answers(squat) == {}
    coach.post("measures.create", form_of(page, "knee_to_wall_cm") | {"sure": "y"}, assessment_id=squat.id)
    assert answers(squat) == {"m:knee_to_wall_cm:left:1": "22"}


def test_a_doubled_submit_counts_once(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    page = coach.get("measures.show", assessment_id=squat.id, measure="tug_s")
    form = form_of(page, "tug_s") | {"m:tug_s:mid:1": "9.4"}
    for _ in range(2):
        coach.post("measures.create", form, assessment_id=squat.id)
    assert answers(squat) == {"m:tug_s:mid:1": "9.4"}


def test_everything_else_is_a_button_of_a_plain_form(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    said = {
        "m:tug_s=not_tested": ("m:tug_s", "not_tested"),
        "m:hip_ir_deg:way=passive": ("m:hip_ir_deg:way", "passive"),
        "m:chair_stand_30s:mid:arms=yes": ("m:chair_stand_30s:mid:arms", "yes"),
        "m:stay_independent:mid:fallen=yes": ("m:stay_independent:mid:fallen", "yes"),
        "pain:sls_eo_s=foot_ankle.mid.x": ("pain:sls_eo_s", "foot_ankle.mid.x"),
        "pain:pain_nprs:knee=knee.mid.x": ("pain:pain_nprs:knee", "knee.mid.x"),
    }
    for says in said:
        at = {"assessment_id": squat.id, "measure": re.split("[:=]", says)[1]}
        coach.post("taps.create", button(coach.get("measures.show", **at), says), assessment_id=squat.id)
        page = coach.get("measures.show", **at)
        assert page.select_one(f'[data-says="{says}"]')["aria-pressed"] == "true"
    assert answers(squat) == dict(said.values())
    page = coach.get("measures.show", assessment_id=squat.id, measure="tug_s")
    coach.post("taps.create", button(page, "m:tug_s=not_tested"), assessment_id=squat.id)
    assert "m:tug_s" not in answers(squat)


def test_pain_stops_the_measure_and_asks_where_and_how_strong(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(a_client(**WOMAN)), browse(people.coach)
    measure(squat, "m:hip_ir_deg:left:1=20", "pain:hip_ir_deg=hip.left.4")
    page = coach.get("measures.show", assessment_id=squat.id, measure="hip_ir_deg")
    panel = page.select_one("#pain")
    assert panel.get("hidden") is None
    assert "your left hip" in panel.text
    assert [one.text for one in panel.select("[aria-pressed=true]")] == ["Left", "4", "Hip"]
    assert "Stopped for pain: left hip" in page.select_one("#measured").text
    version = complete(squat)
    assert measures_in(version.recorded) == ()
    assert version.analysis["refer_out"]["blocked_regions"] == ["hip"]


def test_the_measures_are_a_link_from_the_board(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    link = coach.get("boards.show", assessment_id=squat.id).select_one("#summary a[href$=measures]")
    assert link.text == "Measures"


def test_a_complete_assessment_takes_no_measure(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    form = form_of(coach.get("measures.show", assessment_id=squat.id, measure="tug_s"), "tug_s")
    complete(squat)
    coach.post("measures.create", form | {"m:tug_s:mid:1": "9"}, assessment_id=squat.id, expect=409)
    coach.get("measures.show", assessment_id=squat.id, expect=302)


def test_two_people_who_measured_differently_are_both_told(browse: Any, people: Cast) -> None:
    squat = an_assessment()
    measure(squat, "m:tug_s:mid:1=9.4")
    taps(squat, "m:tug_s:mid:1=10.2", station="measures", view="measures", by=people.owner)
    page = browse(people.coach).get("measures.show", assessment_id=squat.id, measure="tug_s")
    words = page.select_one("[data-conflict]").text
    assert "Timed Up and Go" in words
    assert all(said in words for said in ("said 10.2", "said 9.4"))
    board = browse(people.coach).get("boards.show", assessment_id=squat.id, station="ohsa")
    assert "Timed Up and Go" in board.select_one("[data-conflict]").text


def test_a_coach_chooses_inches_and_they_are_remembered(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(a_client(**WOMAN)), browse(people.coach)
    measure(squat, "m:knee_to_wall_cm:left:1=9.5")
    coach.post("length_units.update", {"unit": "in", "measure": "knee_to_wall_cm"}, assessment_id=squat.id)
    page = coach.follow()
    assert page.select_one("#m-knee_to_wall_cm-left-1")["value"] == "3.74"
    assert "3.74 in" in page.select_one("#measured").text
    coach.post("measures.create", form_of(page, "knee_to_wall_cm"), assessment_id=squat.id)
    assert answers(squat) == {"m:knee_to_wall_cm:left:1": "9.5"}
    page = coach.get("measures.show", assessment_id=squat.id, measure="knee_to_wall_cm")
    typed = form_of(page, "knee_to_wall_cm") | {"m:knee_to_wall_cm:left:2": "4"}
    coach.post("measures.create", typed, assessment_id=squat.id)
    assert answers(squat)["m:knee_to_wall_cm:left:2"] == "10.16"
    coach.post("length_units.update", {"unit": "miles"}, assessment_id=squat.id, expect=422)


@pytest.mark.parametrize("measure_id", ["tug_s", "knee_to_wall_cm", "chair_stand_30s", "sls_ec_s", "pain_nprs"])
def test_the_pane_stands_alone_with_rules_norms_and_sources(browse: Any, people: Cast, measure_id: str) -> None:
    squat = an_assessment()
    pane = browse(people.coach).get("measured.show", fragment=True, assessment_id=squat.id, measure=measure_id)
    assert "Nothing measured yet" in pane.text
    assert "Sources" in pane.text


def test_the_result_says_what_was_measured_and_the_frozen_case_holds_it(browse: Any, people: Cast) -> None:
    squat = an_assessment(a_client(**WOMAN))
    measure(squat, "m:tug_s:mid:1=12.4", "m:four_stage_balance:mid:1=10", "m:four_stage_balance:mid:2=10")
    version = complete(squat)
    assert version.case["measures"] == [
        {"measure": "tug_s", "value": 12.4},
        {"measure": "four_stage_balance", "value": [10.0, 10.0]},
    ]
    assert [one["verdict"] for one in version.analysis["screening"]] == ["at_risk", None]
    page = browse(people.coach).get("assessments.show", assessment_id=squat.id)
    words = " ".join(page.select_one("#measured, [aria-labelledby=measured-title]").text.split())
    assert all(said in words for said in ("12.4 s", "At risk of falling", "US CDC 2017"))
