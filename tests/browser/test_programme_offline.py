"""The programme page when a change does not come through: it says so in sight, and nothing typed is lost."""

import re

import pytest
from playwright.sync_api import Dialog, Page, Route, expect

from ..builders import a_client
from ..programmes import KIT, a_draft, draft_of
from .server import Server
from .waiting import until

SAVED = re.compile(r"^Saved \d\d:\d\d$")
REASON = "Cleared by her physician"
WORDS = "See you on Tuesday"


@pytest.fixture
def programme(server: Server) -> int:
    """A fresh draft of four lines."""
    with server.look():
        return a_draft(a_client("Ngozi Eze-Lindqvist", equipment=KIT)).programme_id


def message_of(server: Server, programme: int) -> str:
    with server.look():
        return draft_of(programme).message


def ask(page: Page, programme: int) -> None:
    page.goto(f"/programmes/{programme}")
    page.get_by_role("link", name=re.compile("^Use anyway")).first.click()
    page.get_by_role("dialog").get_by_label("Reason").fill(REASON)


def write_offline(page: Page, programme: int) -> None:
    page.goto(f"/programmes/{programme}")
    page.context.set_offline(True)
    page.get_by_label("A few words to the client").fill(WORDS)
    page.keyboard.press("Tab")
    expect(page.locator("[data-save-text]")).to_have_text("Not saved, try again")


def test_an_override_without_a_network_says_so_in_the_dialog_and_can_be_sent_again(page: Page, programme: int) -> None:
    ask(page, programme)
    dialog = page.get_by_role("dialog")
    page.context.set_offline(True)
    dialog.get_by_role("button", name="Use it").click()
    expect(dialog.get_by_role("alert")).to_have_text("No answer came. Check the connection, then try again.")
    page.context.set_offline(False)
    dialog.get_by_role("button", name="Use it").click()
    expect(page.locator(".exercise-line")).to_have_count(5)
    expect(dialog).to_have_count(0)


def test_an_override_that_the_studio_refuses_says_why_in_the_dialog(page: Page, programme: int) -> None:
    ask(page, programme)
    cookies = page.context.cookies()
    page.context.clear_cookies()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Use it").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Nothing was changed.")
    expect(page.locator(".toast")).to_have_count(0)
    page.context.add_cookies(cookies)  # type: ignore[arg-type]
    dialog.get_by_role("button", name="Use it").click()
    expect(page.locator(".exercise-line")).to_have_count(5)


def test_an_override_is_sent_once_however_nervous_the_finger(page: Page, programme: int) -> None:
    sent: list[Route] = []
    page.route(re.compile(r"/prescriptions$"), lambda route: sent.append(route))
    ask(page, programme)
    page.get_by_role("button", name="Use it").dblclick()
    expect(page.get_by_role("button", name="Use it")).to_be_disabled()
    sent[0].continue_()
    expect(page.locator(".exercise-line")).to_have_count(5)
    assert len(sent) == 1


def test_words_written_without_a_network_are_sent_when_it_is_back(page: Page, server: Server, programme: int) -> None:
    write_offline(page, programme)
    assert message_of(server, programme) == ""
    page.context.set_offline(False)
    expect(page.locator("[data-save-text]")).to_have_text(SAVED)
    assert message_of(server, programme) == WORDS


def test_the_sign_stays_red_while_the_words_still_do_not_come_through(page: Page, programme: int) -> None:
    write_offline(page, programme)
    page.route(re.compile(r"/versions/1$"), lambda route: route.abort())
    with page.expect_request(re.compile(r"/versions/1$")):
        page.context.set_offline(False)
    expect(page.locator("[data-save-text]")).to_have_text("Not saved, try again")
    page.get_by_role("button", name=re.compile("^Remove")).first.click()
    expect(page.locator(".exercise-line")).to_have_count(3)
    expect(page.locator("[data-save-text]")).to_have_text("Not saved, try again")


def test_a_change_that_failed_is_not_called_connected_again(page: Page, programme: int) -> None:
    page.goto(f"/programmes/{programme}")
    page.context.set_offline(True)
    page.get_by_role("button", name=re.compile("^Remove")).first.click()
    sign = page.locator("[data-save-text]")
    expect(sign).to_have_text("Not saved, try again")
    page.context.set_offline(False)
    until(page, "navigator.onLine")
    expect(sign).to_have_text("Not saved, try again")
    page.get_by_role("button", name=re.compile("^Remove")).first.click()
    expect(sign).to_have_text(SAVED)


def test_leaving_with_unsaved_words_asks_first_and_not_once_they_are_saved(page: Page, programme: int) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    write_offline(page, programme)
    page.on("dialog", stay)
    page.get_by_role("link", name="Back to the client").click(no_wait_after=True)
    expect(page.get_by_label("A few words to the client")).to_have_value(WORDS)
    assert asked == ["beforeunload"]
    page.context.set_offline(False)
    expect(page.locator("[data-save-text]")).to_have_text(SAVED)
    page.get_by_role("link", name="Back to the client").click()
    page.wait_for_url(re.compile(r"/clients/\d+$"))
    assert asked == ["beforeunload"]
