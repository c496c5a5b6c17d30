"""The pages of the weeks: the plan of a programme, and what a re-screen leads to."""

from collections.abc import Callable

import pytest

from studio.models.reviews import Reply, load_review, reviews_of

from ..browse import Browser
from ..builders import a_client, a_complete_assessment, an_assessment, rest_is_clean, taps
from ..people import Cast
from ..programmes import KIT, a_draft, a_review, issue, words

Browse = Callable[..., Browser]


@pytest.fixture
def coach(browse: Browse) -> Browser:
    return browse(Cast().coach)


def a_rescreened_client():
    client = a_client("Oluwaseun Adeyemi-Richardson", equipment=KIT)
    issue(a_draft(client, "f:heel_rises:left=2", "f:knee_valgus:right=1"))
    return a_complete_assessment(client, "f:heel_rises:left=1", "f:knee_valgus:right=1")


def test_the_plan_shows_its_blocks_and_what_one_of_them_holds(coach: Browser) -> None:
    draft = a_draft()
    page = coach.get("plans.show", programme_id=draft.programme_id)
    assert [one.b.get_text() for one in page.select(".plan-blocks__block")] == [
        "Learn",
        "Build",
        "Load",
        "Transfer",
        "Maintenance",
    ]
    learn = words(page)
    assert "65% of the session, 39 of 60 minutes" in learn
    assert "4 times a week, at most 4 exercises and 12 minutes" in learn
    later = words(coach.get("plans.show", programme_id=draft.programme_id, block="Transfer"))
    assert "20% of the session, 12 of 60 minutes" in later
    assert "3 times a week, at most 3 exercises and 8 minutes" in later


def test_the_plan_lists_studio_and_home_apart(coach: Browser) -> None:
    page = coach.get("plans.show", programme_id=a_draft().programme_id)
    for part in ("#studio-list", "#home-list"):
        assert page.select(f"{part} .plan-list__line")
        assert "because" in page.select_one(part).get_text()
    assert len(page.select("#studio-list .plan-list__line")) > len(page.select("#home-list .plan-list__line"))


def test_a_coach_chooses_16_weeks_and_the_page_says_who_did(coach: Browser) -> None:
    draft = a_draft()
    coach.post("plans.update", {"weeks": "16", "sessions": "2", "minutes": "45"}, programme_id=draft.programme_id)
    page = coach.follow()
    assert "The plan runs 16 weeks" in words(page)
    assert f"Chosen by {Cast().coach.name}" in words(page)
    assert [one.b.get_text() for one in page.select(".plan-blocks__block")][2] == "Strengthen"
    assert "week 16" in words(page).lower()


@pytest.mark.parametrize("wrong", [{"weeks": "13"}, {"sessions": "7"}, {"minutes": "15"}])
def test_a_layout_that_does_not_exist_is_refused_with_what_to_do(coach: Browser, wrong: dict[str, str]) -> None:
    good = {"weeks": "12", "sessions": "1", "minutes": "60"}
    page = coach.post("plans.update", good | wrong, programme_id=a_draft().programme_id, expect=422)
    assert "Choose" in words(page)


def test_a_rescreen_leads_to_the_proposals(coach: Browser) -> None:
    client = a_client(equipment=KIT)
    issue(a_draft(client, "f:heel_rises:left=2"))
    assessment = an_assessment(client)
    taps(assessment, "f:heel_rises:left=1")
    rest_is_clean(assessment)
    coach.post("completions.create", {"taps": 0}, assessment_id=assessment.id)
    assert "How the weeks went" in words(coach.follow())


def test_a_proposal_is_asked_for_accepted_and_taken_back(coach: Browser) -> None:
    version = a_rescreened_client()
    said = {"done": "18", "planned": "20", "clean_0": "y"}
    coach.post("reviews.create", said, assessment_id=version.assessment_id)
    page = coach.follow()
    assert "Progress" in words(page)
    assert "90% of the home sessions were done" in words(page)
    review = reviews_of(version.assessment.client_id)[0]
    coach.post("decisions.create", {"accept": "y"}, review_id=review.id)
    assert "accepted" in words(coach.follow().select_one(".review"))
    coach.post("decisions.delete", review_id=review.id)
    assert "to decide" in words(coach.follow().select_one(".review"))


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({}, "Choose the area in which the discomfort lasted"),
        ({"sore_region": "knee"}, "Choose the side on which the discomfort lasted"),
        ({"sore_region": "knee", "sore_side": "left", "sore_rating": "11"}, "Enter a number from 1 to 10"),
    ],
)
def test_pain_after_sessions_has_a_place(coach: Browser, said: dict[str, str], problem: str) -> None:
    where = {"assessment_id": a_rescreened_client().assessment_id}
    went = {"done": "18", "planned": "20", "sore_after": "y", "sore_region": "", "sore_rating": ""}
    page = coach.post("reviews.create", went | said, **where, expect=422)
    assert problem in words(page)
    coach.post("reviews.create", went | {"sore_region": "knee", "sore_side": "left"}, **where, expect=303)
    page = coach.follow()
    assert page.select_one("[name=sore_region] option[selected]")["value"] == "knee"
    assert "Stop and refer out" in words(page)


def test_every_finding_of_the_programme_has_a_proposal(coach: Browser) -> None:
    version = a_rescreened_client()
    coach.post("reviews.create", {"done": "18", "planned": "20"}, assessment_id=version.assessment_id)
    assert len(coach.follow().select(".review")) == 2


def test_a_refusal_needs_a_reason_and_keeps_what_was_chosen(coach: Browser) -> None:
    review = a_review(a_rescreened_client())
    page = coach.post("decisions.create", {"chosen": "hold", "why": ""}, review_id=review.id, expect=422)
    assert "Enter the reason" in words(page)
    assert page.select_one(".review option[selected]")["value"] == "hold"
    coach.post("decisions.create", {"chosen": "", "why": "She starts a new job"}, review_id=review.id)
    assert load_review(review.id).reply is Reply.refused


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"done": "", "planned": "20"}, "Enter the home sessions done"),
        ({"done": "12", "planned": "0"}, "Enter a number from 1 to 200"),
        ({"done": "21", "planned": "20"}, "More were done than planned"),
    ],
)
def test_figures_that_cannot_be_are_asked_for_again(coach: Browser, typed: dict[str, str], error: str) -> None:
    version = a_rescreened_client()
    page = coach.post("reviews.create", typed, assessment_id=version.assessment_id, expect=422)
    assert error in words(page)


def test_the_next_programme_is_drafted_from_the_rescreen(coach: Browser) -> None:
    version = a_rescreened_client()
    coach.post("rescreen_drafts.create", assessment_id=version.assessment_id)
    assert "version 2 draft" in words(coach.follow())


def test_a_first_assessment_has_no_review(coach: Browser) -> None:
    version = a_complete_assessment()
    coach.get("reviews.show", assessment_id=version.assessment_id, expect=404)
