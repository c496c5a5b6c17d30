"""The measures of a battery: first on their page, under the strip of its tests."""

from typing import Any

from studio.ces.catalogue import catalogue
from studio.extensions import db
from studio.models.assessments import Assessment, State
from studio.operations import assessments

from ..browse import Browser
from ..builders import a_client, a_complete_assessment, rest_is_clean, taps
from ..people import Cast


def test_the_measures_of_the_battery_come_first_under_the_strip_of_its_tests(browse: Any, people: Cast) -> None:
    whole = assessments.start(a_client(), by=people.coach, battery="first")
    page = browse(people.coach).get("measures.show", assessment_id=whole.id)
    first = [one["data-go"] for one in page.select(".measures__list > ol")[0].select("a")]
    assert first == list(catalogue().batteries["first"].measures)
    stops = {one["data-stop"]: one.get("aria-current") for one in page.select(".stops a")}
    assert stops["measures"] == "true"
    assert len(stops) == len(catalogue().batteries["first"].stations)
    assert page.select_one("[data-next]")["data-test"] == "Posture"


def a_rescreen() -> Assessment:
    """The squat and four measures; the squat is done."""
    whole = assessments.start(a_client(), by=Cast().coach, battery="rescreen")
    rest_is_clean(whole)
    return whole


def look(browser: Browser, assessment: Assessment) -> Any:
    db.session.expire_all()
    return browser.get("measures.show", assessment_id=assessment.id)


def note(page: Any) -> str:
    return " ".join(page.select_one("[data-stop=measures] [data-stop-note]").text.split())


def test_what_is_planned_comes_with_the_page_so_that_going_on_needs_no_network(browse: Any, people: Cast) -> None:
    page = look(browse(people.coach), a_rescreen())
    planned = list(catalogue().batteries["rescreen"].measures)
    assert [one["data-measure"] for one in page.select("section.sheet")] == planned
    assert page.select_one("[data-next]")["data-asked"].split() == planned


def test_the_measures_are_done_when_each_has_a_value_hurt_or_was_left_out(browse: Any, people: Cast) -> None:
    whole, coach = a_rescreen(), browse(people.coach)
    first, second, *others = catalogue().batteries["rescreen"].measures
    page = look(coach, whole)
    assert note(page) == "to do"
    assert "Still open: measures" in page.select_one("[data-still-open]").text
    taps(whole, f"m:{first}:left:1=9", station="measures", view="measures")
    assert note(look(coach, whole)) == "1 of 4"
    taps(whole, f"pain:{second}=knee.left.5", station="measures", view="measures")
    assert note(look(coach, whole)) == "2 of 4"
    rest = look(coach, whole).select_one("[data-rest]")
    assert rest["value"].split() == [f"m:{one}=not_tested" for one in others]
    form = {"tap": rest["value"], "station": "measures", "view": "measures", "key": "a" * 32, "seen": "0"}
    coach.post("taps.create", form, expect=303, assessment_id=whole.id)
    page = look(coach, whole)
    assert note(page) == "4"
    assert page.select_one("[data-rest]").get("hidden") is not None
    assert page.select_one("[data-next]").get("hidden") is not None
    assert page.select_one("[data-complete]").get("hidden") is None


def test_the_assessment_is_finished_from_the_measures_as_from_the_boards(browse: Any, people: Cast) -> None:
    whole, coach = a_rescreen(), browse(people.coach)
    page = look(coach, whole)
    assert page.select_one("[data-complete]").get("hidden") is not None
    assert page.select_one("#note [data-finish-now]")["action"] == page.select_one("#finish-form")["action"]
    made = page.select_one("#finish-form [name=taps]")["value"]
    coach.post("completions.create", {"taps": made}, expect=303, assessment_id=whole.id)
    db.session.expire_all()
    assert whole.state is State.complete


def test_the_board_sends_a_coach_who_was_at_the_measures_back_there(browse: Any, people: Cast) -> None:
    whole, coach = a_rescreen(), browse(people.coach)
    coach.get("measures.show", assessment_id=whole.id)
    coach.get("boards.show", assessment_id=whole.id, expect=302)
    assert coach.last.location.endswith(f"/assessments/{whole.id}/measures")
    coach.get("boards.show", assessment_id=whole.id, station="ohsa")


def test_a_measure_of_a_region_that_is_not_cleared_says_so(browse: Any, people: Cast) -> None:
    client = a_client()
    a_complete_assessment(client, "pain:heel_rises=foot_ankle.left.5")
    again = assessments.start(client, by=people.coach, battery="rescreen")
    page = look(browse(people.coach), again)
    caution = page.select_one("#sheet-knee_to_wall_cm .sheet__caution")
    assert "Left foot or ankle is not cleared. No test of it" in " ".join(caution.text.split())
    assert page.select_one("#sheet-thoracic_rotation_deg .sheet__caution") is None
    taps(again, "pain:low_back_arches=mid_back.mid.3")
    caution = look(browse(people.coach), again).select_one("#sheet-thoracic_rotation_deg .sheet__caution")
    assert "Upper back hurts. No test of it" in " ".join(caution.text.split())
