"""Signing in, setting up and taking people in, in a real browser: by keyboard, with errors, and at every size."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from studio.models.clients import Client
from studio.operations import clients

from ..builders import a_client
from ..people import PASSWORD, Cast
from .axe import violations
from .conftest import PHONE, PORTRAIT, TABLET, listen
from .server import Server

SignIn = Callable[..., Page]
SIZES = {"landscape": TABLET, "portrait": PORTRAIT, "phone": PHONE}
SMALLER = ("/password", "/settings/users/new", "/settings/users/3/edit", "/clients?show=archived")


@pytest.fixture
def stranger(server: Server, browser: Browser) -> Iterator[Page]:
    """A tablet that nobody is signed in on."""
    context = browser.new_context(base_url=server.url, viewport=TABLET, locale="en-GB")
    complaints: list[str] = []
    page = context.new_page()
    listen(page, complaints)
    yield page
    context.close()
    assert not complaints


def test_signing_in_with_the_keyboard_alone(stranger: Page) -> None:
    stranger.goto("/clients/new")
    expect(stranger.get_by_label("E-mail")).to_be_focused()
    stranger.keyboard.type("dana@northside.example")
    stranger.keyboard.press("Tab")
    stranger.keyboard.type(PASSWORD)
    stranger.keyboard.press("Enter")
    expect(stranger.get_by_role("heading", name="New client")).to_be_visible()
    stranger.locator("summary").filter(has_text="Dana Whitfield").click()
    stranger.get_by_role("button", name="Sign out").click()
    stranger.wait_for_url("**/sign-in")


def test_a_wrong_password_takes_the_cursor_to_the_message(stranger: Page) -> None:
    stranger.goto("/sign-in")
    stranger.get_by_label("E-mail").fill("dana@northside.example")
    stranger.get_by_label("Password").fill("wrong")
    stranger.get_by_role("button", name="Sign in").click()
    expect(stranger.get_by_role("alert")).to_be_focused()
    expect(stranger.get_by_role("alert")).to_contain_text("do not fit together")
    assert not violations(stranger)


def test_a_client_is_taken_in_by_thumb_in_one_step(phone: Page) -> None:
    phone.goto("/clients/new")
    phone.get_by_label("Name", exact=True).fill("Ingrid Løvås")
    phone.get_by_label("Phone").fill("07400 555666")
    phone.get_by_role("textbox", name="Day").fill("12")
    phone.get_by_role("textbox", name="Month").fill("3")
    phone.get_by_role("textbox", name="Year").fill("1984")
    phone.get_by_role("button", name="Save").tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Ingrid Løvås")
    expect(phone.get_by_role("status").filter(has_text="is in the book")).to_be_visible()


def test_errors_lead_to_their_boxes(page: Page) -> None:
    page.goto("/clients/new")
    page.get_by_label("Phone").fill("12")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("link", name=re.compile("Enter a phone number")).click()
    expect(page.get_by_label("Phone")).to_be_focused()
    assert not violations(page)


def test_a_double_is_pointed_out_and_can_be_saved_all_the_same(page: Page, server: Server) -> None:
    with server.look():
        a_client("Aoife Gallagher")
    page.goto("/clients/new")
    page.get_by_label("Name", exact=True).fill("Aoife Gallagher")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("link", name="Open the existing record")).to_be_visible()
    assert not violations(page)
    page.get_by_role("button", name="Save as a new client").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aoife Gallagher")


def test_a_crossing_edit_is_shown_and_accessible(page: Page, server: Server) -> None:
    with server.look():
        client_id = a_client("Crossing Edit").id
    page.goto(f"/clients/{client_id}/edit")
    with server.look():
        from studio.extensions import db

        client = db.session.get_one(Client, client_id)
        clients.change(client, {"note": "theirs"}, seen=1, by=Cast().other_coach)
    page.get_by_label("Note").fill("mine")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Jonas Keller saved this record")
    expect(page.get_by_label("Note")).to_have_value("mine")
    assert not violations(page)


def test_archive_and_undo_by_tap(page: Page, server: Server) -> None:
    with server.look():
        client_id = a_client("Away And Back").id
    page.goto(f"/clients/{client_id}")
    page.locator("summary[aria-label='More for Away And Back']").click()
    page.get_by_role("button", name="Archive").click()
    expect(page.get_by_text("Away And Back is archived")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    page.wait_for_url(f"**/clients/{client_id}")
    expect(page.get_by_text("is back in the book")).to_be_visible()


def test_leaving_a_form_with_something_typed_asks_first(page: Page) -> None:
    page.goto("/clients/new")
    page.get_by_label("Name", exact=True).type("Zo")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_role("link", name="Today", exact=True).click()
    page.wait_for_url("**/")
    assert asked == ["beforeunload"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", SMALLER)
def test_the_smaller_pages_are_whole(sign_in: SignIn, path: str, size: str) -> None:
    page = sign_in("owner", SIZES[size])
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert not violations(page)


def test_the_wizard_opens_a_studio(new_house: Server, browser: Browser) -> None:
    context = browser.new_context(base_url=new_house.url, viewport=TABLET, locale="en-IE", timezone_id="Europe/Dublin")
    complaints: list[str] = []
    page = context.new_page()
    listen(page, complaints)
    for size in SIZES.values():
        page.set_viewport_size(size)
        page.goto("/")
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        assert not violations(page)
    expect(page.get_by_label("Country")).to_have_value("IE")
    expect(page.get_by_label("Time zone")).to_have_value("Europe/Dublin")
    page.get_by_label("Studio's name").fill("Tideway Movement Studio")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Money and paper")
    expect(page.get_by_label("Currency")).to_have_value("EUR")
    assert not violations(page)
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_label("Studio's name")).to_have_value("Tideway Movement Studio")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Money and paper")
    page.get_by_role("button", name="Next").click()
    page.get_by_label("Your name").fill("Tomasz Wójcik")
    page.get_by_label("Your e-mail").fill("tomasz@tideway.example")
    page.get_by_label("Password").fill("zebra lamp quiet orbit")
    assert not violations(page)
    page.get_by_role("button", name="Open the studio").click()
    expect(page.get_by_role("heading", name="Your first client")).to_be_visible()
    assert not violations(page)
    context.close()
    assert not complaints
