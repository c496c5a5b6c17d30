"""The note of the board: what is typed is saved before anything goes on, or the coach is told and asked."""

from playwright.sync_api import Dialog, Page, Route, expect

from studio.models.assessments import Assessment, load_assessment
from studio.operations.assessment_changes import void

from ..people import Cast
from .board import Board, end_sign_ins
from .server import Server


def write(page: Page, text: str) -> None:
    if not page.locator("#note[open]").count():
        page.locator("#note > summary").click()
    page.get_by_label("Note", exact=True).press_sequentially(text)


def stored(server: Server, board: Board) -> str:
    with server.look():
        return found(board).note


def found(board: Board) -> Assessment:
    assessment = load_assessment(board.assessment)
    assert assessment is not None
    return assessment


def finish(board: Board) -> None:
    """Close the note's pane, judge all views, and finish."""
    board.page.keyboard.press("Escape")
    for _ in range(3):
        board.next.click()


def test_finishing_saves_what_was_typed_last(server: Server, board: Board) -> None:
    write(board.page, "Hips feel stiff")
    board.page.get_by_role("button", name="Finish now").click()
    board.page.wait_for_url("**/programmes/*")
    assert stored(server, board) == "Hips feel stiff"


def test_finishing_waits_for_a_note_that_cannot_be_saved(server: Server, board: Board) -> None:
    page = board.page
    page.route("**/note", lambda route: route.abort())
    write(page, "Hips feel stiff")
    finish(board)
    expect(page.locator("#board-notes")).to_contain_text("Not finished yet. The note is not saved yet.")
    expect(board.next).not_to_contain_text("Completing")
    with server.look():
        assert found(board).takes_taps
    page.unroute("**/note")
    board.next.click()
    page.wait_for_url("**/programmes/*")
    assert stored(server, board) == "Hips feel stiff"


def test_a_note_that_somebody_else_wrote_over_is_read_before_finishing(server: Server, board: Board) -> None:
    page = board.page
    other = page.context.new_page()
    theirs = Board(other, board.assessment, watch=False).open()
    write(other, "Knees")
    expect(other.locator("#note-state [name=seen]")).to_have_value("1")
    page.bring_to_front()
    write(page, "Hips")
    finish(board)
    expect(page.locator("#board-notes")).to_contain_text("Look at the note first")
    assert stored(server, theirs) == "Knees"
    page.locator("#note > summary").click()
    page.get_by_role("button", name="Save mine over it").click()
    expect(page.locator("[data-note-sign]")).to_contain_text("Note saved")
    assert stored(server, board) == "Hips"


def test_leaving_with_an_unsaved_note_asks_and_saves_it_all_the_same(server: Server, board: Board) -> None:
    page, asked = board.page, []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    write(page, "Hips feel stiff")
    page.goto("/")
    assert asked == ["beforeunload"]
    board.open()
    expect(page.locator("#note-text")).to_have_value("Hips feel stiff")
    write(page, ", knees too")
    expect(page.locator("#note-state [name=seen]")).to_have_value("2")
    page.goto("/")
    assert asked == ["beforeunload"], "a saved note is left behind without a question"


def test_a_note_saves_itself_when_the_cursor_leaves_it(server: Server, board: Board) -> None:
    page = board.page
    page.clock.install()  # the pause after the last key never ends
    write(page, "Hips")
    page.get_by_label("Note", exact=True).blur()
    expect(page.locator("#note-state [name=seen]")).to_have_value("1")
    assert stored(server, board) == "Hips"


def test_a_note_typed_on_while_it_is_saved_is_no_conflict_with_itself(server: Server, board: Board) -> None:
    page = board.page
    held: list[Route] = []
    page.route("**/note", lambda route: held.append(route), times=1)
    write(page, "Hips")
    page.wait_for_timeout(900)
    write(page, " and knees")
    page.wait_for_timeout(900)
    held[0].continue_()
    expect(page.locator("#note-state [name=seen]")).to_have_value("2", timeout=10_000)
    expect(page.locator(".note__theirs")).to_have_count(0)
    assert stored(server, board) == "Hips and knees"


def test_signed_in_again_in_another_tab_the_note_goes_on(server: Server, board: Board) -> None:
    page = board.page
    end_sign_ins(server)
    write(page, "Hips")
    expect(page.locator("[data-note-sign]")).to_have_text("Note not saved, kept here")
    with server.look():
        page.context.add_cookies([server.cookie(Cast().coach)])  # type: ignore[list-item]
    page.get_by_role("button", name="Finish now").click()
    page.wait_for_url("**/programmes/*")
    assert stored(server, board) == "Hips"


def test_a_note_of_a_struck_out_assessment_says_that_it_was_not_saved(server: Server, board: Board) -> None:
    with server.look():
        void(found(board), "Wrong client", by=Cast().owner)
    write(board.page, "Hips")
    expect(board.page.locator("[data-note-sign]")).to_have_text("Note not saved: the assessment is closed")
