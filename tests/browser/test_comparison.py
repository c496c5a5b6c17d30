"""A re-screen compared in a real browser, and a second rating from the result to the verdict."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from studio import clock
from studio.models.clients import Client

from ..builders import a_client, a_complete_assessment
from .axe import violations
from .conftest import PHONE, PORTRAIT, TABLET
from .server import Server

SignIn = Callable[..., Page]
SIZES = {"landscape": TABLET, "portrait": PORTRAIT, "phone": PHONE}


@pytest.fixture
def rescreened(server: Server) -> int:
    """A client with three squats, six weeks apart."""
    with server.look():
        client = a_client("Oluwaseun Adébáyò-Whitcombe-Featherstonehaugh")
        squat(client, 84, "f:knee_valgus:left=2", "f:heel_rises:left=1", "f:heel_rises:right=1")
        squat(client, 42, "f:knee_valgus:left=1", "f:heel_rises:left=1", "f:heel_rises:right=1")
        squat(client, 0, "f:heel_rises:left=1", "f:heel_rises:right=1", "f:head_forward:mid=1")
        return client.id


def squat(client: Client, days_ago: int, *said: str) -> int:
    with clock.pretend(clock.utcnow() - timedelta(days=days_ago)):
        return a_complete_assessment(client, *said).assessment_id


def test_what_has_changed_is_a_tap_from_the_clients_page_and_prints(page: Page, rescreened: int) -> None:
    page.goto(f"/clients/{rescreened}")
    page.get_by_role("link", name="What has changed").click()
    expect(page.get_by_text("Of your 2 findings, 1 is not seen now and 1 is the same. 1 thing is new.")).to_be_visible()
    row = page.get_by_role("row").filter(has_text="Left knee moves in")
    expect(row).to_contain_text("marked")
    expect(row).to_contain_text("a clear change")
    expect(page.get_by_role("img", name="Movement score by date")).to_be_visible()
    answer = page.request.get(str(page.get_by_role("link", name="Progress report").get_attribute("href")))
    assert answer.status == 200
    assert answer.body().startswith(b"%PDF")


def test_other_dates_are_chosen_by_keyboard_and_a_wrong_choice_says_what_to_do(page: Page, rescreened: int) -> None:
    page.goto(f"/clients/{rescreened}/comparison")
    page.get_by_text("Compare other dates").focus()
    page.keyboard.press("Enter")
    boxes = page.get_by_role("checkbox")
    expect(boxes).to_have_count(3)
    for n in (0, 1):
        boxes.nth(n).uncheck()
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Choose two or three assessments")
    boxes.nth(1).check()
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.get_by_text("Of your 2 findings, 1 is likely better and 1 is the same.")).to_be_visible()


@pytest.mark.parametrize("size", SIZES)
def test_the_comparison_is_readable_at_every_size(sign_in: SignIn, rescreened: int, size: str) -> None:
    page = sign_in(size=SIZES[size])
    page.goto(f"/clients/{rescreened}/comparison")
    expect(page.get_by_role("heading", name="What we saw")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert not violations(page)


def test_a_second_rating_is_blind_until_it_is_done(sign_in: SignIn, server: Server) -> None:
    with server.look():
        client = a_client("Zoë Papadopoulou")
        first = squat(client, 1, "f:knee_valgus:left=2")
    page = sign_in("other_coach")
    page.goto(f"/assessments/{first}")
    page.locator("summary[aria-label=More]").click()
    page.get_by_role("link", name="Second rating").click()
    page.get_by_label("From the video").check()
    page.get_by_role("button", name="Start the second rating").click()
    expect(page.get_by_text("Second rating, blind.")).to_be_visible()
    page.goto(f"/assessments/{first}")
    expect(page.get_by_text("Until you have finished or dropped it, nothing opens")).to_be_visible()
    page.get_by_role("button", name="Drop it").click()
    page.wait_for_url(f"**/assessments/{first}")
    expect(page.get_by_role("heading", name="Findings")).to_be_visible()
