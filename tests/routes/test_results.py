"""The result page, and what may still happen to an assessment."""

from typing import Any

from bs4 import BeautifulSoup

from studio.extensions import db
from studio.models.assessments import Assessment
from studio.models.clients import Client
from studio.models.events import Event
from studio.operations.assessment_changes import amend
from studio.operations.assessments import complete, write_note

from ..builders import a_client, a_complete_assessment, an_assessment, taps
from ..people import Cast


def words(page: BeautifulSoup, selector: str) -> str:
    return " ".join(page.select_one(selector).get_text(" ", strip=True).split())


def fresh(squat: Assessment) -> Assessment:
    db.session.rollback()
    return db.session.get_one(Assessment, squat.id)


def test_a_test_stopped_for_pain_leads_to_its_result(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    taps(squat, "pain:low_back_arches=low_back.mid.x")
    coach.post("completions.create", {"taps": "1"}, assessment_id=squat.id)
    page = coach.follow()
    assert "Pain in the low back." in words(page, ".notice--stop")
    assert "No score" in words(page, ".score")


def test_an_amendment_opens_the_board_with_its_reason(browse: Any, people: Cast) -> None:
    version = a_complete_assessment(a_client(), "f:heel_rises:left=2")
    coach = browse(people.coach)
    coach.post("amendments.create", {"reason": "It was the right heel"}, assessment_id=version.assessment_id)
    page = coach.follow()
    assert "It was the right heel" in words(page, ".board__main > .notice")
    taps(version.assessment, "f:heel_rises:left=0", "f:heel_rises:right=2", seen=10**6)
    coach.post("completions.create", {"taps": "0"}, assessment_id=version.assessment_id)
    result = coach.get("assessments.show", assessment_id=version.assessment_id)
    assert "Amended: It was the right heel" in words(result, ".result__versions")
    assert "R marked" in words(result, ".result__findings")
    first = coach.get("assessments.show", assessment_id=version.assessment_id, version=1)
    assert "L marked" in words(first, ".result__findings")
    assert "It was amended since" in words(first, ".notice")


def test_an_amendment_needs_a_reason(browse: Any, people: Cast) -> None:
    version = a_complete_assessment()
    page = browse(people.coach).post(
        "amendments.create", {"reason": " "}, expect=422, assessment_id=version.assessment_id
    )
    assert page.select_one("dialog#amend").has_attr("data-open-now")
    assert "Enter the reason" in words(page, "dialog#amend")


def test_a_voided_assessment_stays_readable_and_struck(browse: Any, people: Cast) -> None:
    version = a_complete_assessment(a_client(), "f:heel_rises:left=2")
    coach = browse(people.coach)
    coach.post("voidings.create", {"reason": "Recorded twice"}, assessment_id=version.assessment_id)
    page = coach.follow()
    assert "Recorded twice" in words(page, ".notice--stop")
    assert page.select_one(".result--voided .result__findings")
    assert page.select_one("[data-opens]") is None
    coach.post("amendments.create", {"reason": "Again"}, expect=409, assessment_id=version.assessment_id)


def test_an_open_assessment_can_be_voided_and_read(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    taps(squat, "f:heel_rises:left=2")
    coach.post("voidings.create", {"reason": "Wrong client"}, assessment_id=squat.id)
    assert "Heel lifts" in words(coach.follow(), ".result__findings")


def test_an_assessment_begun_for_the_wrong_client_can_be_moved_or_struck_out_from_its_board(
    browse: Any, people: Cast
) -> None:
    assessment, right = an_assessment(a_client("Bo Li")), a_client("Bo Lind")
    coach = browse(people.coach)
    board = coach.get("boards.show", assessment_id=assessment.id)
    links = {link.get_text(): str(link["href"]) for link in board.select(".note__changes a")}
    assert set(links) == {"Move to another client", "Strike out"}
    page = coach.get("assessments.show", assessment_id=assessment.id, ask="move")
    assert page.select_one("dialog#move[open]")
    assert "Not finished" in page.get_text()
    form = {"whose": "Bo Lind", "client_id": str(right.id), "reason": "wrong name"}
    coach.post("moves.create", form, assessment_id=assessment.id)
    assert coach.http.get(f"/assessments/{assessment.id}").location == f"/assessments/{assessment.id}/board"
    assert "Bo Lind" in coach.get("boards.show", assessment_id=assessment.id).get_text()
    coach.post("voidings.create", {"reason": "begun twice"}, assessment_id=assessment.id)
    assert "Struck out" in coach.get("assessments.show", assessment_id=assessment.id).get_text()


def test_moving_asks_who_and_tells_both_trails(browse: Any, people: Cast) -> None:
    wrong = a_client("Anna Wrong")
    rights = [a_client("Berta Right"), a_client("Berta Wright")]
    version = a_complete_assessment(wrong)
    coach = browse(people.coach)
    where = {"assessment_id": version.assessment_id}
    nobody = coach.post("moves.create", {"whose": "Zoltan", "reason": "Mistake"}, expect=422, **where)
    assert "Nobody fits this" in words(nobody, "dialog#move")
    several = coach.post("moves.create", {"whose": "Berta", "reason": "Mistake"}, expect=422, **where)
    assert {one["value"] for one in several.select("[name=client_id]")} == {str(one.id) for one in rights}
    form = {"whose": "Berta", "client_id": str(rights[1].id), "reason": "Mistake"}
    coach.post("moves.create", form, **where)
    assert words(coach.follow(), "h1") == "Berta Wright"
    assert fresh(version.assessment).client_id == rights[1].id
    for one in (wrong, rights[1]):
        trail = browse(people.owner).get("client_history.show", client_id=db.session.get_one(Client, one.id).id)
        assert "Mistake" in trail.get_text()


def test_without_a_script_what_needs_a_reason_stands_open_in_the_page(browse: Any, people: Cast) -> None:
    version, coach = a_complete_assessment(), browse(people.coach)
    page = coach.get("assessments.show", assessment_id=version.assessment_id)
    for what in ("amend", "move", "void"):
        link = page.select_one(f"a[data-opens={what}]")
        asked = coach.get("assessments.show", assessment_id=version.assessment_id, ask=what)
        assert link["href"].endswith(f"?ask={what}#{what}")
        assert asked.select_one(f"dialog#{what}").has_attr("open")
    again = coach.post("amendments.create", {"asked": "amend"}, expect=422, assessment_id=version.assessment_id)
    assert again.select_one("dialog#amend").has_attr("open")


def test_a_name_typed_anew_outweighs_the_choice_before(browse: Any, people: Cast) -> None:
    assessment, picked, right = an_assessment(a_client("Bo Li")), a_client("Ana Lima"), a_client("Zoë Weiss")
    form = {"whose": "Weiss", "client_id": str(picked.id), "reason": "wrong name"}
    browse(people.coach).post("moves.create", form, assessment_id=assessment.id)
    assert assessment.client_id == right.id


def test_looking_at_the_muscles_or_the_summary_is_noted(browse: Any, people: Cast) -> None:
    for endpoint in ("assessment_muscles.show", "summaries.show"):
        assessment = an_assessment()
        browse(people.coach).get(endpoint, fragment=True, assessment_id=assessment.id)
        looked = db.session.query(Event).filter_by(kind="record.viewed", client_id=assessment.client_id)
        assert looked.count() == 1, endpoint


def test_an_amended_note_leaves_the_one_of_the_version_before(browse: Any, people: Cast) -> None:
    assessment = an_assessment()
    write_note(assessment, "left knee", seen=0, by=people.coach)
    complete(assessment, by=people.coach, taps=0, zone="Europe/London")
    amend(assessment, "wrong side", by=people.coach)
    write_note(assessment, "right knee", seen=1, by=people.coach)
    complete(assessment, by=people.coach, taps=0, zone="Europe/London")
    coach = browse(people.coach)
    for version, note in ((1, "left knee"), (2, "right knee")):
        page = coach.get("assessments.show", assessment_id=assessment.id, version=version)
        assert [one.get_text() for one in page.select(".result__note")] == [note]
