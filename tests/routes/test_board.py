"""The board's page, its live summary, its note, and how it ends."""

from typing import Any

import pytest
from bs4 import BeautifulSoup

from studio.extensions import db
from studio.models.assessments import Assessment, State
from studio.operations import second_ratings
from studio.operations.assessment_changes import void
from studio.operations.assessments import start

from ..builders import a_client, a_complete_assessment, an_assessment, rest_is_clean, taps, well
from ..limits import a_clearance
from ..people import Cast
from ..statements import counted


def words(page: BeautifulSoup, selector: str) -> str:
    return " ".join(page.select_one(selector).get_text(" ", strip=True).split())


def fresh(squat: Assessment) -> Assessment:
    db.session.rollback()
    return db.session.get_one(Assessment, squat.id)


def test_a_tap_on_the_clients_page_opens_the_board(browse: Any, people: Cast) -> None:
    client, coach = a_client("Oluwaseun Adébáyò-Whitcombe"), browse(people.coach)
    coach.post("assessments.create", client_id=client.id)
    page = coach.follow()
    assert words(page, "h1") == "Oluwaseun Adébáyò-Whitcombe"
    assert words(page, ".steps__step[aria-current] .steps__words") == "Front to do"
    assert words(page, "[data-next]") == "Rest is clean 6 rows not seen. Next: side view"


def test_the_front_view_says_whose_sides_they_are(browse: Any, people: Cast) -> None:
    squat = an_assessment()
    page = browse(people.coach).get("boards.show", assessment_id=squat.id)
    assert words(page, "#view-ohsa-anterior .cols") == "What to look for Client’s right Both Client’s left"
    assert words(page, "#view-ohsa-lateral .cols") == "What to look for Client’s left Both Client’s right"


def test_a_region_that_hurt_before_is_not_tested_until_it_is_cleared(browse: Any, people: Cast) -> None:
    client, coach = a_client(), browse(people.coach)
    a_complete_assessment(client, "pain:knee_valgus=knee.left.3")
    squat = an_assessment(client)
    page = coach.get("boards.show", assessment_id=squat.id)
    row = "#view-ohsa-anterior [data-row=knee_valgus]"
    assert words(page, f"{row} [data-words]") == "Held: left knee is not cleared"
    assert all(cell.has_attr("disabled") for cell in page.select(f"{row} .cell"))
    assert "f:knee_valgus" not in page.select_one("[data-next]")["value"], "the rest is clean says nothing about it"
    assert words(page, ".board__resting") == "No test of it now: left knee is not cleared."
    heels = page.select_one("#view-ohsa-lateral [data-row=heel_rises]")
    assert heels["data-state"] == "open", "other regions go on"
    a_clearance(client, regions=["knee"])
    page = coach.get("boards.show", assessment_id=squat.id)
    assert page.select_one(row)["data-state"] == "open"
    assert not page.select(".board__resting")


def test_what_the_client_says_hurts_now_is_not_tested(browse: Any, people: Cast) -> None:
    client = a_client(ready=False)
    well(client, areas=[{"about": "screen_10", "region": "knee", "side": "right", "said": ["now"], "intensity": 2}])
    squat = an_assessment(client)
    page = browse(people.coach).get("boards.show", assessment_id=squat.id)
    assert words(page, "[data-row=knee_valgus] [data-words]") == "Held: right knee is not cleared"


def test_a_second_rating_learns_nothing_of_the_pain_it_rates(browse: Any, people: Cast) -> None:
    first = a_complete_assessment(a_client(), "pain:knee_valgus=knee.left.3").assessment
    blind = second_ratings.start(first, "video", by=people.other_coach, zone="Europe/London")
    page = browse(people.other_coach).get("boards.show", assessment_id=blind.id)
    assert page.select_one("[data-row=knee_valgus]")["data-state"] == "open"


def test_it_opens_where_it_was_left(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    coach.get("boards.show", assessment_id=squat.id, view="posterior")
    again = coach.get("boards.show", assessment_id=squat.id)
    assert again.select_one(".steps__step[aria-current]")["data-go"] == "posterior"
    assert coach.get("boards.show", assessment_id=squat.id, view="nonsense").select_one(
        "#view-ohsa-posterior:not([hidden])"
    )


def test_the_page_asks_at_most_twelve_times(browse: Any, people: Cast) -> None:
    client, coach = a_client(), browse(people.coach)
    a_complete_assessment(client, "pain:knee_valgus=knee.left.3")
    a_clearance(client, regions=["hip"])
    squat = start(client, by=people.coach)
    taps(squat, "f:heel_rises:left=1", "pain:knee_valgus=knee.left.3")
    where = {"assessment_id": squat.id}
    for _ in range(2):
        with counted() as statements:
            coach.get("boards.show", **where)
        assert len(statements) <= 12, "\n".join(statements)


def test_the_summary_is_live_and_says_probably(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    taps(squat, "f:heel_rises:left=1", "f:heel_rises:right=2", "f:excessive_forward_lean:mid=1")
    part = coach.get("summaries.show", fragment=True, assessment_id=squat.id)
    text = words(part, "#summary")
    assert "Not enough tested" in text
    assert "Heel lifts L mild R marked" in text
    assert "Probably overactive" in text
    assert "Probably underactive" in text
    assert "trunk leans too far forward, heel lifts" in text
    assert part.select_one("#summary > [hx-get]")["hx-trigger"] == "taps:saved from:body"


def test_a_score_comes_with_its_coverage_and_the_first_one(browse: Any, people: Cast) -> None:
    client, coach = a_client(), browse(people.coach)
    a_complete_assessment(client, "f:heel_rises:left=2", "f:heel_rises:right=2", "f:excessive_forward_lean:mid=2")
    squat = start(client, by=people.coach)
    taps(squat, "depth=full", "v:posterior=nt")
    rest_is_clean(squat)
    text = words(coach.get("summaries.show", fragment=True, assessment_id=squat.id), ".score")
    assert text.startswith("100 Partial, 9 of 10 movements tested. Full depth.")
    assert "First assessment 78 on the same 9: a clear change (+22.2)" in text


def test_a_shallower_squat_is_not_compared(browse: Any, people: Cast) -> None:
    client = a_client()
    a_complete_assessment(client)
    squat = start(client, by=people.coach)
    taps(squat, "depth=partial")
    rest_is_clean(squat)
    text = words(browse(people.coach).get("summaries.show", fragment=True, assessment_id=squat.id), ".score")
    assert "no change shown: the squat was not equally deep" in text


def test_pain_stops_the_test_in_words_one_may_say(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    taps(squat, "f:heel_rises:left=1", "pain:low_back_arches=low_back.mid.4")
    page = coach.get("boards.show", assessment_id=squat.id)
    assert words(page, ".halt__say").replace(" ,", ",") == (
        "Say “Because you felt discomfort in your low back during the overhead squat, we stopped that test. "
        "Please have it looked at by a licensed clinician; we can work on other areas meanwhile.”"
    )
    assert page.select_one("[data-pain-part=rating][aria-pressed=true]").get_text() == "4"
    assert page.select_one("[data-pain-sides]").has_attr("hidden"), "a back has no left and right to ask for"
    assert words(page, "#ohsa-lateral-low_back_arches .row__state") == "Pain here, 4 of 10"
    assert words(page, "#ohsa-lateral-low_back_rounds .row__state") == "Held: low back hurts"
    assert words(page, "#ohsa-lateral-heel_rises .row__state") == "Left mild"
    assert "No score" in words(page, "#summary")
    assert words(page, "[data-next]") == "End the test, keep findings"


def test_pain_in_a_limb_asks_for_the_side(browse: Any, people: Cast) -> None:
    squat = an_assessment()
    taps(squat, "pain:knee_valgus=knee.mid.x", view="anterior")
    page = browse(people.coach).get("boards.show", assessment_id=squat.id)
    assert not page.select_one("[data-pain-sides]").has_attr("hidden")
    left = page.select_one("[data-pain-part=side][data-part=left]")
    assert left["value"] == "ohsa/pain:knee_valgus=knee.left.x"


def test_the_note_saves_itself_and_says_so(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    part = coach.post(
        "assessment_notes.update", {"note": "Hips", "seen": "0"}, expect=200, fragment=True, assessment_id=squat.id
    )
    assert words(part, "#note-state").startswith("Note saved ")
    assert part.select_one("[name=seen]")["value"] == "1"
    other = browse(people.other_coach).post(
        "assessment_notes.update", {"note": "Knees", "seen": "0"}, expect=409, fragment=True, assessment_id=squat.id
    )
    assert words(other, ".note__quote") == "Hips"
    assert other.select_one("[name=seen]")["value"] == "1"
    assert fresh(squat).note == "Hips"


def test_a_note_that_is_too_long_is_told_in_place(browse: Any, people: Cast) -> None:
    squat = an_assessment()
    part = browse(people.coach).post(
        "assessment_notes.update", {"note": "x" * 2001}, expect=422, fragment=True, assessment_id=squat.id
    )
    assert "Shorten this" in words(part, "#note-state")


def test_without_a_script_the_note_is_a_form(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    coach.post("assessment_notes.update", {"note": "Hips", "seen": "0"}, assessment_id=squat.id)
    assert coach.follow().select_one("#note-text").get_text() == "Hips"


def test_finishing_leads_to_the_programme(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    taps(squat, "f:heel_rises:left=2")
    rest_is_clean(squat)
    answer = coach.post_json("completions.create", {"taps": 1}, assessment_id=squat.id)
    assert answer["next"].startswith("/programmes/")
    assert fresh(squat).state == State.complete
    again = coach.post_json("completions.create", {"taps": 1}, assessment_id=squat.id)
    assert again["next"] == answer["next"], "a finish whose answer was lost is simply sent again"


@pytest.mark.parametrize(("taps_known", "status"), [("2", 409), ("many", 422), ("", 422)])
def test_finishing_before_the_taps_are_there_is_refused(
    browse: Any, people: Cast, taps_known: str, status: int
) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    taps(squat, "f:heel_rises:left=2")
    coach.post("completions.create", {"taps": taps_known}, expect=status, assessment_id=squat.id)
    assert fresh(squat).state == State.open


def test_a_finish_that_is_refused_says_why_in_our_words_or_not_at_all(browse: Any, people: Cast) -> None:
    """What Werkzeug says by default is written for programmers: the board has its own words then."""
    squat, coach = an_assessment(), browse(people.coach)
    taps(squat, "f:heel_rises:left=2")
    missing = coach.post_json("completions.create", {"taps": 2}, expect=409, assessment_id=squat.id)
    assert missing["message"].startswith("Some taps of this tablet have not arrived yet.")
    void(squat, "Wrong client", by=people.owner)
    assert coach.post_json("completions.create", {"taps": 1}, expect=409, assessment_id=squat.id)["message"] == ""
    signed_out = browse().post_json("completions.create", {"taps": 1}, expect=401, assessment_id=squat.id)
    assert signed_out["message"] == ""
    stale = coach.http.post(f"/assessments/{squat.id}/completion", json={"taps": 1})
    assert (stale.status_code, stale.get_json()["error"], stale.get_json()["message"]) == (400, "csrf", "")


def test_the_front_desk_sees_no_findings(browse: Any, people: Cast) -> None:
    squat, desk = an_assessment(), browse(people.front_desk)
    for endpoint in ("boards.show", "assessments.show", "summaries.show"):
        desk.get(endpoint, expect=403, assessment_id=squat.id)


def test_a_left_handed_coach_has_the_summary_left(browse: Any, people: Cast) -> None:
    from studio.models.database import write

    with write():
        people.coach.left_handed = True
    page = browse(people.coach).get("boards.show", assessment_id=an_assessment().id)
    assert "board--left-handed" in page.select_one("main")["class"]


def test_all_muscles_stand_in_the_pane_or_on_a_page_of_their_own(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    taps(squat, "f:heel_rises:left=1", "f:low_back_arches:mid=2", "f:excessive_forward_lean:mid=1")
    page = coach.get("assessment_muscles.show", assessment_id=squat.id)
    part = coach.get("assessment_muscles.show", fragment=True, assessment_id=squat.id)
    for found in (page, part):
        text = words(found, "#muscles")
        assert "because trunk leans too far forward, heel lifts" in text
        assert "corrective exercise textbook, 2011" in text
        assert "Point both ways" in text
