"""A client's page: the next link of the chain is one tap, what was found last and what happened so far in sight."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup

from studio.clock import utcnow
from studio.models.clients import Client
from studio.models.database import write
from studio.operations import assessment_changes, assessments, programmes

from ..browse import Browser
from ..builders import a_client, a_complete_assessment, an_assessment, rest_is_clean, taps
from ..moments import days_ago
from ..people import Cast
from ..programmes import KIT, a_draft, issue

Browse = Callable[..., Browser]
HEELS = "f:heel_rises:left=1"
KNEES = ("f:knee_valgus:left=1", "f:knee_valgus:right=2")


def primary(page: BeautifulSoup) -> str:
    """The one filled button of the row of actions."""
    (button,) = page.select(".client-actions .button--primary")
    return button.get_text(strip=True)


def story(page: BeautifulSoup) -> list[str]:
    return [title.get_text() for title in page.select(".client-page__story .hang__title")]


def test_before_anything_the_next_step_is_to_assess(browse: Browse, people: Cast) -> None:
    page = browse(people.coach).get("clients.show", client_id=a_client().id)
    assert primary(page) == "Assess"
    assert "Nothing measured yet" in page.get_text()
    assert story(page) == ["Today", "Record created"]


def test_a_name_that_paper_cannot_print_is_warned_of_before_anything_is_printed(browse: Browse, people: Cast) -> None:
    page = browse(people.coach).get("clients.show", client_id=a_client("王 小明").id)
    assert "has characters our paper cannot print (王小明)" in page.get_text()


def test_an_open_assessment_is_gone_on_with(browse: Browse, people: Cast) -> None:
    assessment = an_assessment()
    page = browse(people.coach).get("clients.show", client_id=assessment.client_id)
    assert primary(page) == "Continue assessment"
    assert page.select(f'.client-actions a[href="/assessments/{assessment.id}/board"]')


def test_after_the_assessment_comes_the_programme(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment(None, HEELS, *KNEES)
    page = browse(people.coach).get("clients.show", client_id=version.assessment.client_id)
    assert primary(page) == "Programme"


def test_an_issued_sheet_is_one_tap_away_from_paper(browse: Browse, people: Cast) -> None:
    issued = issue(a_draft(a_client(equipment=KIT)))
    browser = browse(people.coach)
    page = browser.get("clients.show", client_id=issued.programme.client_id)
    assert primary(page) == "Print home sheet"
    (link,) = page.select(".client-actions a.button--primary")
    paper = browser.http.get(str(link["href"]))
    assert paper.mimetype == "application/pdf"
    assert paper.data.startswith(b"%PDF")


def test_a_newer_assessment_asks_for_a_newer_programme(browse: Browse, people: Cast) -> None:
    with time_machine.travel(days_ago(40)):
        issued = issue(a_draft(a_client(equipment=KIT)))
    a_complete_assessment(issued.programme.client, HEELS)
    page = browse(people.coach).get("clients.show", client_id=issued.programme.client_id)
    assert primary(page) == "Programme"
    assert "Print home sheet" in page.select(".client-actions")[0].get_text()


def test_the_last_findings_stand_on_the_page_with_their_sides(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment(None, HEELS, *KNEES)
    page = browse(people.coach).get("clients.show", client_id=version.assessment.client_id)
    card = page.select("#findings")[0]
    rows = [row.get_text(" ", strip=True) for row in card.select(".summary__finding")]
    assert "Knee moves inward L mild R marked" in rows
    assert any(row.startswith("Heel") and row.endswith("L mild") for row in rows)
    assert "Probably overactive" in card.get_text()
    assert "Probably underactive" in card.get_text()
    assert card.select(".score__value")


def test_a_voided_assessment_counts_for_nothing_and_stays_in_the_story(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment(None, HEELS)
    assessment_changes.void(version.assessment, "wrong client", by=people.coach)
    page = browse(people.coach).get("clients.show", client_id=version.assessment.client_id)
    assert not page.select("#findings")
    assert "Assessment, voided" in story(page)
    assert "wrong client" in page.select(".client-page__story")[0].get_text()


def test_an_amendment_is_told_with_its_reason(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment(None, HEELS)
    assessment = version.assessment
    assessment_changes.amend(assessment, "saw it on the video", by=people.coach)
    taps(assessment, *KNEES)
    rest_is_clean(assessment)
    assessments.complete(assessment, by=people.coach, taps=0, zone="Europe/London")
    page = browse(people.coach).get("clients.show", client_id=assessment.client_id)
    assert "Assessment amended" in story(page)
    assert "saw it on the video" in page.select(".client-page__story")[0].get_text()


def test_the_story_has_the_newest_on_top_and_the_future_above_today(browse: Browse, people: Cast) -> None:
    now = utcnow()
    with time_machine.travel(now - timedelta(days=30)) as travel:
        client = a_client(equipment=KIT)
        travel.shift(timedelta(hours=1))
        draft = a_draft(client)
        travel.shift(timedelta(hours=1))
        issue(draft)
    titles = story(browse(people.coach).get("clients.show", client_id=client.id))
    here = titles.index("Today")
    assert titles[here + 1 :] == ["Home programme v1 issued", "First assessment", "Record created"]
    assert titles[:here].count("Re-screen window opens") == 2
    assert titles[0] == "Re-screen window opens", "week 12 is furthest away"


def test_at_most_twenty_things_are_told_and_everything_is_a_link_away(browse: Browse, people: Cast) -> None:
    client = a_client()
    for _ in range(25):
        assessment_changes.void(assessments.start(client, by=people.coach), "a try", by=people.coach)
    page = browse(people.coach).get("clients.show", client_id=client.id)
    assert len(story(page)) == 1 + 20
    assert page.select(f'.client-page__story a[href="/clients/{client.id}/history"]')


def test_the_week_of_the_programme_hangs_at_the_right(browse: Browse, people: Cast) -> None:
    with time_machine.travel(days_ago(33)):
        issued = issue(a_draft(a_client(equipment=KIT)))
    page = browse(people.coach).get("clients.show", client_id=issued.programme.client_id)
    assert page.select_one('figure[aria-label="Week 5 of 12"]')


@pytest.fixture
def known(app: object, people: Cast) -> Client:
    """A client about whom there is much to know."""
    client = a_client("Zoë Papadopoulou", equipment=KIT, note="an unspeakable secret", goal="squat")
    issue(a_draft(client))
    with write():
        client.sex = "female"  # type: ignore[assignment]
    return client


def test_the_front_desk_sees_whom_to_call_and_prints(browse: Browse, people: Cast, known: Client) -> None:
    browser = browse(people.front_desk)
    page = browser.get("clients.show", client_id=known.id)
    assert page.select(f'a[href="tel:{known.phone}"]')
    assert primary(page) == "Print home sheet"
    (link,) = page.select(".client-actions a.button--primary")
    assert browser.http.get(str(link["href"])).mimetype == "application/pdf"


def test_the_front_desk_sees_nothing_about_health(browse: Browse, people: Cast, known: Client) -> None:
    page = browse(people.front_desk).get("clients.show", client_id=known.id)
    words = page.get_text().casefold()
    for hidden in ("unspeakable", "overactive", "knee moves", "first assessment", "re-screen", "female", "score"):
        assert hidden not in words
    assert not page.select('a[href*="/assessments/"], form[action*="/assessments"]')


def test_a_programme_begun_without_an_assessment_can_be_gone_on_with(browse: Browse, people: Cast) -> None:
    client = a_client()
    programmes.create(client, by=people.coach)
    page = browse(people.coach).get("clients.show", client_id=client.id)
    assert primary(page) == "Programme"
