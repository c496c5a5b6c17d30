"""Where the programme page leaves the coach after a change, and its questions opened in a tab of their own."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from ..builders import a_client
from ..programmes import KIT, a_draft, draft_of, names
from .server import Server

Open = Callable[..., Page]
WORDS = "A few words to the client"


@pytest.fixture
def programme(server: Server) -> int:
    """A fresh draft of four lines."""
    with server.look():
        return a_draft(a_client("Ngozi Eze-Lindqvist", equipment=KIT)).programme_id


@pytest.fixture
def open_tab(page: Page, programme: int) -> Open:
    """`open_tab(name)` is what "open in a new tab" makes of a link of the programme page."""

    def open_it(name: str | re.Pattern[str]) -> Page:
        page.goto(f"/programmes/{programme}")
        address = page.get_by_role("link", name=name).first.get_attribute("href")
        tab = page.context.new_page()
        tab.goto(address or "")
        return tab

    return open_it


def stored(server: Server, programme: int) -> list[str]:
    with server.look():
        return names(draft_of(programme))


def scrolled(page: Page) -> float:
    return float(page.evaluate("scrollY"))


def back_on_programme(tab: Page, programme: int) -> Locator:
    tab.wait_for_url(re.compile(rf"/programmes/{programme}$"))
    return tab.locator(".exercise-line")


def test_saving_the_words_leaves_the_page_and_the_cursor_where_they_are(page: Page, programme: int) -> None:
    page.set_viewport_size({"width": 1180, "height": 500})
    page.goto(f"/programmes/{programme}")
    page.get_by_label(WORDS).fill("See you on Tuesday")
    before = scrolled(page)
    assert before > 0
    with page.expect_response(re.compile(r"/versions/1$")):
        page.get_by_label(WORDS).blur()
    expect(page.locator("[data-save-text]")).to_have_text(re.compile("^Saved"))
    assert page.evaluate("document.activeElement === document.body")
    assert scrolled(page) == before


def test_removing_a_line_puts_the_cursor_on_the_one_in_its_place_without_scrolling(page: Page, programme: int) -> None:
    page.set_viewport_size({"width": 1180, "height": 500})
    page.goto(f"/programmes/{programme}")
    removals = page.get_by_role("button", name=re.compile("^Remove"))
    grips = page.locator("[data-grip]")
    removals.nth(2).scroll_into_view_if_needed()
    before = scrolled(page)
    assert before > 0
    removals.nth(2).click()
    expect(grips).to_have_count(3)
    expect(grips.nth(2)).to_be_focused()
    assert scrolled(page) == before
    removals.nth(2).click()
    expect(grips).to_have_count(2)
    expect(grips.nth(1)).to_be_focused()


def test_a_swap_in_a_tab_of_its_own_leads_back_to_the_programme(open_tab: Open, server: Server, programme: int) -> None:
    tab = open_tab(re.compile("^Swap"))
    tab.get_by_role("button", name="Take this: Calf roll with legs stacked").click()
    expect(back_on_programme(tab, programme).first).to_contain_text("Calf roll with legs stacked")
    assert stored(server, programme)[0] == "inh_calf_roll_stacked"


def test_a_dose_in_a_tab_of_its_own_shows_its_errors_and_leads_back(open_tab: Open, programme: int) -> None:
    tab = open_tab(re.compile("Change the dose of Calf roll"))
    tab.get_by_label("Time, seconds").fill("500")
    tab.get_by_role("button", name="Keep this dose").click()
    expect(tab.locator(".error-summary")).to_contain_text("enter a number from 30 to 120")
    expect(tab.get_by_role("heading", level=1)).to_have_count(1)
    tab.get_by_label("Time, seconds").fill("120")
    tab.get_by_role("button", name="Keep this dose").click()
    expect(back_on_programme(tab, programme).first).to_contain_text("2 minutes, each leg")


def test_the_library_in_a_tab_of_its_own_is_searched_and_added_from(
    open_tab: Open, server: Server, programme: int
) -> None:
    tab = open_tab("Add to Activate")
    tab.get_by_label("Search the library").fill("glute bridge")
    tab.get_by_role("button", name="Search", exact=True).click()
    tab.get_by_role("button", name="Add: Glute bridge", exact=True).click()
    expect(back_on_programme(tab, programme)).to_have_count(5)
    assert "act_glute_bridge" in stored(server, programme)


def test_an_override_in_a_tab_of_its_own_is_asked_for_and_leads_back(open_tab: Open, programme: int) -> None:
    tab = open_tab(re.compile("^Use anyway"))
    tab.get_by_role("button", name="Use it").click()
    expect(tab.locator(".error-summary")).to_be_visible()
    tab.get_by_label("Reason").fill("Cleared by her physician")
    tab.get_by_role("button", name="Use it").click()
    expect(back_on_programme(tab, programme)).to_have_count(5)


def test_keeping_an_exercise_out_in_a_tab_of_its_own_leads_back(open_tab: Open, programme: int) -> None:
    tab = open_tab(re.compile("^Use anyway"))
    tab.get_by_role("link", name="Keep it out").click()
    expect(back_on_programme(tab, programme)).to_have_count(4)


def test_a_search_of_the_library_is_one_step_back_however_often_the_typing_paused(page: Page) -> None:
    page.goto("/")
    page.goto("/exercises")
    box = page.get_by_label("Search the library")
    for words in ("glute", "glute bri"):
        box.fill(words)
        page.wait_for_url(re.compile(r"q=" + words.replace(" ", r"(\+|%20)") + "(&|$)"))
    page.go_back()
    page.wait_for_url(re.compile(r"//[^/]+/$"))
