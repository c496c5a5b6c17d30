"""The board on every screen: it fits, it can be hit, it can be read aloud."""

import pytest
from playwright.sync_api import Page, expect

from studio.models.assessments import load_assessment

from ..builders import taps
from ..people import Cast
from .axe import violations
from .board import VIEWS, Board
from .conftest import PHONE, PORTRAIT, TABLET, SignIn
from .server import Server

SHOWN_TARGETS = """[...document.querySelectorAll(".board button, .board a, .board summary")]
  .filter((one) => one.checkVisibility())
  .map((one) => [one.getAttribute("aria-label") ?? one.textContent.trim(), one.getBoundingClientRect()])
  .map(([name, box]) => [name, Math.round(box.width), Math.round(box.height)])"""


# Rows whose words about what to look for reach beyond the row.
CUT = """[...document.querySelectorAll("section[data-view]:not([hidden]) .rows:not(.rows--rare) > .row")]
  .filter((row) => [...row.querySelectorAll(".row__look > *, .row__text")].some((part) => {
    const [words, all] = [part.getBoundingClientRect(), row.getBoundingClientRect()];
    return words.top < all.top - 0.5 || words.bottom > all.bottom + 0.5;
  })).map((row) => row.id)"""


def test_arrow_keys_move_among_the_cells(board: Board) -> None:
    board.cell("R mild: Shoulders shrug").focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowDown"):
        board.page.keyboard.press(key)
    focused = "document.activeElement.getAttribute('aria-label')"
    assert board.page.evaluate(focused) == "R marked: Knee moves inward, right"
    board.page.keyboard.press("Enter")
    assert board.words("knee_valgus") == "Right marked"
    expect(board.page.locator("#board-says")).to_have_text("Knee moves inward: Right marked")


@pytest.mark.parametrize("view", ["anterior", "lateral", "posterior"])
def test_six_rows_foot_and_summary_fit_on_the_tablet(board: Board, view: str) -> None:
    board.go(view)
    page = board.page
    assert page.evaluate("document.documentElement.scrollHeight") <= TABLET["height"]
    main = page.locator(".board__main")
    assert main.evaluate("(one) => one.scrollHeight <= one.clientHeight"), "the rows must not scroll"
    for row in page.locator("section[data-view]:not([hidden]) .rows:not(.rows--rare) > .row").all():
        box = row.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= TABLET["height"] - 76
        assert row.locator(".row__text").evaluate("(one) => one.offsetHeight <= one.parentElement.offsetHeight")


@pytest.mark.parametrize("size", [TABLET, PORTRAIT], ids=["tablet", "portrait"])
def test_what_to_look_for_is_read_whole_also_under_a_notice(
    server: Server, sign_in: SignIn, squat: int, size: dict[str, int]
) -> None:
    with server.look():
        found = load_assessment(squat)
        assert found is not None
        taps(found, "f:knee_valgus:left=2", by=Cast().other_coach)
        taps(found, "f:knee_valgus:left=1", by=Cast().coach)
    board = Board(sign_in(size=size), squat).open()
    expect(board.page.locator("#board-notes .notice")).to_be_visible()
    for view in VIEWS:
        board.go(view)
        assert board.page.evaluate(CUT) == []


@pytest.mark.parametrize("size", [TABLET, PORTRAIT])
def test_every_target_of_the_board_is_as_large_as_a_thumb(sign_in: SignIn, squat: int, size: dict[str, int]) -> None:
    board = Board(sign_in(size=size), squat).open()
    board.page.locator("#ohsa-anterior-knee_valgus [data-pain]").click()
    small = [
        one
        for one in board.page.evaluate(SHOWN_TARGETS)
        if min(one[1], one[2]) < 56 and one[0] != "Leave and finish later"
    ]
    assert not small, small


@pytest.mark.parametrize("size", [TABLET, PORTRAIT, PHONE], ids=["tablet", "portrait", "phone"])
def test_the_board_is_accessible_and_as_wide_as_its_screen(sign_in: SignIn, squat: int, size: dict[str, int]) -> None:
    board = Board(sign_in(size=size, reduced_motion="reduce"), squat).open("lateral")
    page = board.page
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert violations(page) == []
    if size is not PHONE:
        board.tap("L+R mild: Arms fall forward")
        page.locator("#ohsa-lateral-low_back_arches [data-pain]").click()
        board.saved()
        assert violations(page) == []


@pytest.mark.parametrize("size", [TABLET, PORTRAIT, PHONE], ids=["tablet", "portrait", "phone"])
def test_paper_shows_all_three_views_whole(sign_in: SignIn, squat: int, size: dict[str, int]) -> None:
    board = Board(sign_in(size=size), squat).open("lateral")
    page = board.page
    page.locator("section[data-view=lateral] .more-rows > summary").click()
    expect(page.locator("section[data-view]:visible")).to_have_count(1)
    page.emulate_media(media="print")
    expect(page.locator("section[data-view]:visible")).to_have_count(3)
    last = page.locator("section[data-view]:visible").last.bounding_box()
    main = page.locator(".board__main").bounding_box()
    assert last is not None
    assert main is not None
    assert main["y"] + main["height"] >= last["y"] + last["height"] - 1, "a row is cut off"
    assert page.locator(".board__main").evaluate("(one) => one.scrollHeight <= one.clientHeight")


def test_a_phone_only_reads(phone: Page, server: Server, squat: int) -> None:
    board = Board(phone, squat).open("lateral")
    expect(phone.get_by_text("Recording needs the tablet")).to_be_visible()
    expect(board.next).to_be_hidden()
    assert phone.locator(".cell:visible").count() == 0
    expect(phone.get_by_role("heading", name="Heel lifts")).to_be_visible()
