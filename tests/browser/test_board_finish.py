"""Finishing the board: when it cannot be, it says why in our words, and what to do."""

from playwright.sync_api import Page, expect

from studio.models.assessments import load_assessment

from ..people import PASSWORD, STAFF, Cast
from .board import Board, end_sign_ins
from .server import Server

# A tap as an older tablet may have kept it: it names a row that is none.
OLD_TAP = """([assessment, user]) => {
  const key = "ab".repeat(16), url = `/assessments/${assessment}/taps`, at = new Date().toISOString();
  const tap = { key, url, at, field: "f:neck_bends:left", value: "1", view: "anterior", seen: 0 };
  localStorage.setItem(`tap:${assessment}:${user}:000000000000001${key}`, JSON.stringify(tap));
}"""


def judge_all(board: Board) -> None:
    """Everything is judged and saved, so that the next tap on the big button finishes."""
    for _ in range(2):
        board.next.click()
    board.page.locator("section[data-view=posterior] .view-skip").click()
    expect(board.next).to_contain_text("Finish")
    board.saved()


def test_finishing_asks_to_read_first_what_was_not_accepted(server: Server, page: Page, squat: int) -> None:
    with server.look():
        coach = Cast().coach.id
    page.goto("/")
    page.evaluate(OLD_TAP, [squat, coach])
    board = Board(page, squat, watch=False).open()
    notes = page.locator("#board-notes")
    expect(notes).to_contain_text("not accepted.")
    for _ in range(3):
        board.next.click()
    expect(notes).to_contain_text("Not finished yet. Read what was not accepted first.")
    expect(board.next).not_to_contain_text("Completing")
    page.get_by_role("button", name="All right").click()
    expect(notes.locator(".notice")).to_have_count(0)
    board.next.click()
    page.wait_for_url("**/programmes/*")


def test_the_reason_a_finish_failed_is_the_last_one(server: Server, board: Board) -> None:
    """First no network, then no sign-in; then it goes on where it was."""
    page, notes = board.page, board.page.locator("#board-notes")
    judge_all(board)
    page.context.set_offline(True)
    board.next.click()
    expect(notes).to_contain_text("There is no connection just now.")
    expect(board.next).not_to_contain_text("Completing")
    page.context.set_offline(False)
    end_sign_ins(server)
    board.next.click()
    expect(notes).to_contain_text("Not finished yet. Sign in again, then finish.")
    expect(notes.locator(".notice")).to_have_count(1)
    notes.get_by_role("button", name="Sign in again").click()
    page.get_by_label("E-mail").fill(STAFF["coach"][1])
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_selector("#board[data-ready]", state="attached")
    board.next.click()
    page.wait_for_url("**/programmes/*")


def test_signed_in_again_in_another_tab_the_open_board_finishes(server: Server, board: Board) -> None:
    judge_all(board)
    end_sign_ins(server)
    with server.look():
        board.page.context.add_cookies([server.cookie(Cast().coach)])  # type: ignore[list-item]
    board.next.click()
    board.page.wait_for_url("**/programmes/*")
    with server.look():
        squat = load_assessment(board.assessment)
        assert squat is not None
        assert not squat.takes_taps
