"""What the tablet keeps, for how long, and what waits for it."""

from playwright.sync_api import Page, expect

from studio.models.assessments import load_assessment

from .board import Board, answers, arrived
from .chaos_proxy import ChaosProxy
from .conftest import SignIn
from .server import Server

FORBIDDEN_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('QuotaExceededError'); };"


def test_a_tablet_that_may_not_store_says_keep_the_page_open(server: Server, sign_in: SignIn, squat: int) -> None:
    page = sign_in()
    page.add_init_script(FORBIDDEN_STORAGE)
    board = Board(page, squat, watch=False).open("lateral")
    page.context.set_offline(True)
    board.tap("R marked: Heel lifts")
    expect(board.sign).to_have_text("Keep this page open, 1 waiting")
    page.context.set_offline(False)
    expect(board.sign).to_have_attribute("data-save-state", "saved", timeout=20_000)
    assert arrived(server, squat) == board.said


def test_only_codes_are_kept_on_the_tablet_and_only_while_they_wait(
    server: Server, sign_in: SignIn, squat: int
) -> None:
    page = sign_in()
    board = Board(page, squat).open("lateral")
    page.context.set_offline(True)
    board.tap("R marked: Heel lifts")
    kept = page.evaluate("JSON.stringify({...localStorage})")
    for name in ("Client", "Dana", "Heel"):
        assert name not in kept
    page.context.set_offline(False)
    board.saved()
    assert page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == ["tablet"]


def test_taps_left_behind_are_sent_from_any_page(server: Server, sign_in: SignIn, squat: int, dead: ChaosProxy) -> None:
    page = sign_in(through=dead.url)
    board = Board(page, squat).open("lateral")
    board.tap("R marked: Heel lifts")
    page.goto("/")
    expect(page.locator("[data-save-text]").first).to_have_text("1 tap of an assessment waiting")
    page.get_by_text("Dana Whitfield").first.click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("dialog")).to_contain_text("1 tap not saved yet")
    page.get_by_role("button", name="Stay signed in").click()
    dead.calm()
    expect(page.locator("[data-save-text]").first).to_have_text("All saved", timeout=20_000)
    assert arrived(server, squat) == board.said


def test_finishing_waits_for_the_last_tap(server: Server, sign_in: SignIn, squat: int, dead: ChaosProxy) -> None:
    page: Page = sign_in(through=dead.url)
    board = Board(page, squat).open()
    for _ in range(3):
        board.next.click()
    expect(board.next).to_contain_text("Waiting for")
    page.wait_for_timeout(1500)
    with server.look():
        found = load_assessment(squat)
        assert found is not None
        assert found.takes_taps
    dead.calm()
    page.wait_for_url("**/programmes/*", timeout=30_000)
    with server.look():
        assert {one.value for one in answers(squat).values()} == {"0"}
