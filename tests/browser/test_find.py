"""The search box at the top: by keyboard, by thumb and by ear."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from ..builders import a_client
from .axe import violations
from .server import Server

NAMES = ("Xiomara Mokoena-Featherstonehaugh", "Zoë Papadopoulou", "Zora Neal", "Olumide Adébáyò-Whitcombe")


@pytest.fixture(scope="module")
def book(server: Server) -> dict[str, int]:
    """A few clients, each by name."""
    with server.look():
        return {name: a_client(name).id for name in NAMES}


def test_slash_three_letters_and_enter_open_the_first(page: Page, book: dict[str, int]) -> None:
    page.goto("/clients/new")
    page.get_by_role("heading", name="New client").click()
    page.keyboard.press("/")
    page.keyboard.type("xio")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/clients/{book[NAMES[0]]}")
    expect(page.get_by_role("heading", level=1)).to_have_text(NAMES[0])


def test_results_come_while_typing_and_the_arrows_choose(page: Page, book: dict[str, int]) -> None:
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("zo")
    box = page.get_by_role("combobox", name="Find a client")
    expect(page.get_by_role("option")).to_have_count(2)
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.get_by_role("option").nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", str(second.get_attribute("id")))
    name = second.locator("b").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/clients/{book[name]}")


def test_escape_closes_the_results_and_typing_opens_them_again(page: Page, book: dict[str, int]) -> None:
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("zo")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.type("e")
    expect(page.get_by_role("option")).to_have_count(1)


def test_an_answer_that_comes_after_escape_opens_nothing(page: Page, book: dict[str, int]) -> None:
    page.goto("/")
    box = page.get_by_role("combobox", name="Find a client")
    box.fill("z")
    expect(page.get_by_role("listbox")).to_be_visible()
    late: list[Route] = []  # held back until the box is shut
    page.route("**/clients/search?*", lambda route: late.append(route))
    with page.expect_request("**/clients/search?*"):
        box.fill("zo")
    box.press("Escape")
    with page.expect_response("**/clients/search?*"):
        late[0].continue_()
    expect(page.locator("#found")).to_have_attribute("data-text", "zo")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_the_search_says_aloud_how_many_fit(page: Page, book: dict[str, int]) -> None:
    page.goto("/")
    box = page.get_by_role("combobox", name="Find a client")
    aloud = page.locator("form[role=search]").get_by_role("status")
    expect(aloud).to_have_text("")
    box.fill("zo")
    expect(aloud).to_have_text("2 clients fit.")
    expect(page.get_by_role("listbox")).to_have_id(str(box.get_attribute("aria-controls")))
    box.fill("zoë")
    expect(aloud).to_have_text("1 client fits.")
    box.fill("Nia Okoro")
    expect(aloud).to_have_text("Nobody fits “Nia Okoro”.")
    box.press("Escape")
    expect(aloud).to_have_text("")


def test_the_search_forgets_the_chosen_one_when_other_results_come(page: Page, book: dict[str, int]) -> None:
    page.goto("/")
    box = page.get_by_role("combobox", name="Find a client")
    box.fill("zo")
    expect(page.get_by_role("option")).to_have_count(2)
    box.press("ArrowDown")
    chosen = str(box.get_attribute("aria-activedescendant"))
    expect(page.locator(f"#{chosen}")).to_have_attribute("aria-selected", "true")
    box.fill("olum")
    expect(page.get_by_role("option")).to_have_count(1)
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile(""))
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", str(page.get_by_role("option").get_attribute("id")))
    box.press("Escape")
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile(""))


def test_a_tap_on_a_result_opens_it(phone: Page, book: dict[str, int]) -> None:
    phone.goto("/")
    phone.get_by_role("combobox", name="Find a client").fill("olum")
    phone.get_by_role("option").first.tap()
    phone.wait_for_url(f"**/clients/{book[NAMES[3]]}")


def test_somebody_not_found_is_one_tap_from_being_taken_in(page: Page, book: dict[str, int]) -> None:
    page.goto("/")
    page.get_by_role("combobox", name="Find a client").fill("Nia Okoro")
    page.locator("#found").get_by_role("link", name="New client").click()
    expect(page.get_by_label("Name", exact=True)).to_have_value("Nia Okoro")


def test_the_search_results_are_accessible(page: Page, book: dict[str, int]) -> None:
    page.goto("/clients")
    page.get_by_role("combobox", name="Find a client").fill("zo")
    expect(page.get_by_role("option")).to_have_count(2)
    assert not violations(page)
