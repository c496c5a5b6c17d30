"""Without a script every cell of the board is a button of a plain form."""

from typing import Any

import sqlalchemy as sa

from studio.extensions import db
from studio.models.assessments import Answer, Assessment, State, Tap

from ..builders import an_assessment
from ..people import Cast

HEEL = "f:heel_rises:left"


def answers(squat: Assessment) -> dict[str, str]:
    db.session.rollback()
    rows = db.session.scalars(sa.select(Answer).where(Answer.recording_id == squat.recordings[0].id))
    return {one.field: one.value for one in rows}


def test_without_a_script_every_cell_is_a_button(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    page = coach.get("boards.show", assessment_id=squat.id, view="lateral")
    form = {one["name"]: one["value"] for one in page.select("#tap-form input")}
    button = page.select_one('section#view-ohsa-lateral button[aria-label="R marked: Heel lifts, right"]')
    assert button["form"] == "tap-form"
    coach.post("taps.create", form | {"tap": button["value"]}, assessment_id=squat.id)
    page = coach.follow()
    lit = page.select('section#view-ohsa-lateral [data-row="heel_rises"] [aria-pressed=true]')
    assert [one["aria-label"] for one in lit] == ["R marked: Heel lifts, right"]
    assert page.select_one("section#view-ohsa-lateral").get("hidden") is None
    assert answers(squat) == {"f:heel_rises:right": "2"}


def test_without_a_script_a_double_tap_is_one_and_a_lit_cell_clears(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    page = coach.get("boards.show", assessment_id=squat.id, view="lateral")
    form = {one["name"]: one["value"] for one in page.select("#tap-form input")} | {"tap": f"{HEEL}=1"}
    coach.post("taps.create", form, assessment_id=squat.id)
    coach.post("taps.create", form, assessment_id=squat.id)
    assert db.session.scalar(sa.select(sa.func.count()).select_from(Tap)) == 1
    page = coach.follow()
    lit = page.select_one('[aria-label="L mild: Heel lifts, left"][aria-pressed=true]')
    again = {one["name"]: one["value"] for one in page.select("#tap-form input")}
    coach.post("taps.create", again | {"tap": lit["value"]}, assessment_id=squat.id)
    assert answers(squat) == {HEEL: ""}


def test_without_a_script_the_whole_squat_can_be_done(browse: Any, people: Cast) -> None:
    """One finding, three times "Rest is clean", finish: five buttons."""
    squat, coach = an_assessment(), browse(people.coach)
    page = coach.get("boards.show", assessment_id=squat.id)
    cell = page.select_one('[aria-label="L mild: Knee moves inward, left"]')
    pressed = 0
    while True:
        button = page.select_one("[data-next]") if pressed else cell
        target = page.select_one(f"form#{button['form']}")
        form = {one["name"]: one["value"] for one in target.select("input")}
        if button.get("name"):
            form[button["name"]] = button["value"]
        pressed += 1
        if button["form"] == "finish-form":
            coach.post("completions.create", form, assessment_id=squat.id)
            break
        coach.post("taps.create", form, assessment_id=squat.id)
        page = coach.follow()
    assert pressed == 5
    db.session.refresh(squat)
    assert squat.state == State.complete
    assert squat.versions[0].analysis["score"]["ohsa"] == 97.5


def test_without_a_script_undo_takes_back_a_whole_rest_is_clean(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    page = coach.get("boards.show", assessment_id=squat.id)
    for button in (page.select_one("[data-next]"), None):
        page_now = page if button else coach.follow()
        target = page_now.select_one("form#rest-form" if button else "form#undo-form")
        form = {one["name"]: one["value"] for one in target.select("input")}
        said = button or page_now.select_one("[data-take-back]")
        coach.post("taps.create", form | {"tap": said["value"]}, assessment_id=squat.id)
    assert set(answers(squat).values()) == {""}
    assert coach.follow().select_one("[data-take-back]").has_attr("disabled")


def test_an_odd_button_is_refused(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    coach.post("taps.create", {"tap": "f:heel_rises:left=9", "view": "lateral"}, expect=422, assessment_id=squat.id)
    coach.post("taps.create", {"tap": "nonsense", "view": "lateral"}, expect=422, assessment_id=squat.id)
