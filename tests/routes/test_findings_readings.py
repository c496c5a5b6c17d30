"""The coach's reading of the findings on paper: the client's report with every reason and source."""

from collections.abc import Callable

from ..browse import Browser
from ..builders import a_client, a_complete_assessment
from ..documents import reading
from ..people import Cast
from ..programmes import words
from ..several_tests import complete

Browse = Callable[..., Browser]


def said(browser: Browser, assessment_id: int) -> str:
    answer = browser.http.get(f"/assessments/{assessment_id}/versions/1/coach.pdf")
    assert answer.mimetype == "application/pdf"
    return " ".join(reading.text(answer.data).split())


def test_it_gives_every_reason_with_its_sources_and_what_nobody_tested(browse: Browse, people: Cast) -> None:
    found = ("f:knee_valgus:left=2", "f:heel_rises:right=1", "f:low_back_arches:mid=1")
    version = complete({"ohsa": found, "static": ("f:anterior_pelvic_tilt:mid=1",)}, a_client("Maria Smith"))
    coach = browse(people.coach)
    page = coach.get("assessments.show", assessment_id=version.assessment_id)
    assert "Findings, coach’s reading" in words(page)
    told = said(coach, version.assessment_id)
    for expected in (
        "Your left knee moves in",
        "Comes first: Marked, at the knee.",
        "Left marked:",
        "overactive",
        "Knee moves inward, left (overhead squat): adds 2, marked, sources agree: corrective exercise textbook",
        "Common patterns",
        "Speaks for it:",
        "Tests that were not done",
        "Gait observation",
        "For the coach, not for the client",
    ):
        assert expected in told, expected


def test_printing_it_leaves_a_line_in_the_history(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment(a_client("Maria Smith"), "f:heel_rises:right=2")
    coach = browse(people.coach)
    said(coach, version.assessment_id)
    history = browse(people.owner).get("client_history.show", client_id=version.assessment.client_id)
    assert "Coach’s reading of the findings printed" in words(history)


def test_a_check_without_findings_has_a_short_reading(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment(a_client("Maria Smith"))
    told = said(browse(people.coach), version.assessment_id)
    assert "What it points to" not in told
    assert "Tests that were not done" in told
