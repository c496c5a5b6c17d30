"""The board under a coach's finger: one tap states one thing, and what is stored is what is lit."""

import random
from pathlib import Path

from playwright.sync_api import expect

from .board import Board, answers
from .conftest import SignIn
from .server import Server


def values(server: Server, board: Board) -> dict[str, str]:
    board.saved()
    with server.look():
        return {field: one.value for field, one in answers(board.assessment).items()}


def test_a_squat_costs_three_taps_and_one_for_each_finding(server: Server, board: Board) -> None:
    """From the open board to the programme: one mild finding on one side is one tap."""
    board.cell("L mild: Knee moves inward").click()
    expect(board.next).to_have_text("Rest is clean5 rows not seen. Next: side view")
    board.next.click()
    expect(board.page.locator("[data-go=lateral]")).to_have_attribute("aria-current", "step")
    board.next.click()
    expect(board.next).to_have_text("Rest is clean4 rows not seen. Then finish")
    board.next.click()
    board.page.wait_for_url("**/programmes/*")
    with server.look():
        stored = {field: one.value for field, one in answers(board.assessment).items()}
    assert stored["f:knee_valgus:left"] == "1"
    assert stored["f:knee_valgus:right"] == "0"


def test_a_cell_is_set_moved_and_cleared(server: Server, board: Board) -> None:
    board.go("lateral")
    board.cell("L mild: Heel lifts").click()
    assert board.words("heel_rises") == "Left mild"
    board.page.wait_for_timeout(450)
    board.cell("L marked: Heel lifts").click()
    board.cell("R marked: Heel lifts").click()
    assert board.words("heel_rises") == "Both marked"
    expect(board.cell("L+R marked: Heel lifts")).to_have_attribute("aria-pressed", "true")
    board.page.wait_for_timeout(450)
    board.cell("R marked: Heel lifts").click()
    assert board.words("heel_rises") == "Left marked"
    expect(board.cell("L+R marked: Heel lifts")).to_have_attribute("aria-pressed", "false")
    assert values(server, board) == {"f:heel_rises:left": "2", "f:heel_rises:right": ""}


def test_a_nervous_double_tap_does_not_take_back_what_it_said(server: Server, board: Board) -> None:
    board.cell("L mild: Knee moves inward").dblclick()
    assert values(server, board) == {"f:knee_valgus:left": "1"}


def test_a_weight_shift_never_goes_both_ways(server: Server, board: Board) -> None:
    board.cell("L mild: Weight shifts").click()
    board.cell("R marked: Weight shifts").click()
    assert board.words("asymmetric_shift") == "Toward right, marked"
    assert values(server, board) == {"f:asymmetric_shift:mid": "right2"}


def test_the_left_cell_says_left_in_the_mirrored_view_too(server: Server, board: Board) -> None:
    first, last = (
        board.page.locator("#ohsa-anterior-foot_flattens .cell").first,
        board.page.locator("#ohsa-anterior-foot_flattens .cell").last,
    )
    assert first.inner_text().split() == ["R", "mild"]
    assert last.inner_text().split() == ["L", "marked"]
    last.click()
    assert values(server, board) == {"f:foot_flattens:left": "2"}
    board.go("posterior")
    lit = board.page.locator("#ohsa-posterior-foot_flattens .cell[aria-pressed=true]")
    expect(lit).to_have_attribute("aria-label", "L marked: Foot flattens, left")


def test_undo_takes_back_the_last_change_whatever_it_was(server: Server, board: Board) -> None:
    board.cell("L mild: Knee moves inward").click()
    board.next.click()
    board.page.get_by_role("button", name="Full").click()
    board.undo.click()
    expect(board.page.get_by_role("button", name="Full")).to_have_attribute("aria-pressed", "false")
    board.undo.click()
    board.go("anterior")
    expect(board.next).to_contain_text("5 rows not seen")
    board.undo.click()
    expect(board.undo).to_be_disabled()
    assert set(values(server, board).values()) == {""}


def test_undo_survives_a_reload(server: Server, board: Board) -> None:
    board.cell("L mild: Knee moves inward").click()
    board.next.click()
    board.saved()
    board.open()
    board.undo.click()
    board.undo.click()
    expect(board.undo).to_be_disabled()
    assert set(values(server, board).values()) == {""}


def test_undo_gives_back_where_a_row_was_seen(server: Server, board: Board) -> None:
    """Clean from the side, then clean from behind by "Rest is clean": taking that back opens the view again."""
    board.go("lateral")
    board.next.click()
    expect(board.page.locator("[data-go=posterior]")).to_have_attribute("aria-current", "step")
    board.next.click()
    board.undo.click()
    board.saved()
    with server.look():
        assert answers(board.assessment)["f:heel_rises:left"].views == ("lateral",)


def test_pain_stops_at_once_even_without_a_network(server: Server, board: Board) -> None:
    board.go("lateral")
    board.page.context.set_offline(True)
    board.page.locator("#ohsa-lateral-low_back_arches [data-pain]").click()
    page = board.page
    expect(page.get_by_role("heading", name="Pain: stop this test")).to_be_visible()
    expect(page.locator(".halt__say")).to_contain_text("discomfort in your low back during the overhead squat")
    assert board.words("low_back_rounds") == "Held: low back hurts"
    expect(board.next).to_have_text("End the test, keep findings")
    page.get_by_role("group", name="How strong").get_by_role("button", name="4", exact=True).click()
    assert board.words("low_back_arches") == "Pain here, 4 of 10"
    page.context.set_offline(False)
    board.saved()
    expect(page.locator("#summary")).to_contain_text("No score")
    page.get_by_role("button", name="Not pain, undo").click()
    expect(page.locator("#pain")).to_be_hidden()
    assert values(server, board) == {"pain:low_back_arches": ""}


def test_pain_in_a_knee_asks_which_and_takes_another_place(server: Server, board: Board) -> None:
    page = board.page
    page.locator("#ohsa-anterior-knee_valgus [data-pain]").click()
    page.get_by_role("group", name="Which side").get_by_role("button", name="Left", exact=True).click()
    assert board.words("knee_valgus") == "Pain here, left"
    expect(page.locator(".halt__say")).to_contain_text("in your left knee")
    page.get_by_text("It is another place").click()
    page.get_by_role("group", name="Where does it hurt").get_by_role("button", name="Hip").click()
    expect(page.locator(".halt__say")).to_contain_text("in your hip")
    board.next.click()
    page.wait_for_url(f"**/assessments/{board.assessment}")
    expect(page.locator(".notice--stop").first).to_contain_text("Pain in the hip.")


def test_rows_and_views_can_be_left_untested(server: Server, board: Board) -> None:
    page = board.page
    page.get_by_role("button", name="Not tested: Foot flattens").first.click()
    assert board.words("foot_flattens") == "Not tested"
    board.go("posterior")
    page.get_by_role("button", name="Back view not tested").click()
    expect(page.locator("[data-go=posterior]")).to_contain_text("not tested")
    expect(board.next).to_have_text("On to the front viewBack is not tested")
    stored = values(server, board)
    assert stored["v:posterior"] == "nt"
    assert stored["f:foot_flattens:left"] == stored["f:foot_flattens:right"] == "nt"


SAYS = """[
  ...document.querySelectorAll("[data-words], [data-view-note], [data-next]"),
].map((one) => one.textContent.replace(/\\s+/g, "")).concat(
  [...document.querySelectorAll("[data-row]")].map((row) => row.dataset.state))"""


def test_the_page_says_after_a_reload_what_it_said_before(board: Board) -> None:
    """The script's words and the server's are the same, whatever was tapped."""
    chance, page = random.Random(21), board.page
    usual = "section[data-view]:not([hidden]) .rows:not(.rows--rare)"
    for _ in range(3):
        for view in ("anterior", "lateral", "posterior"):
            board.go(view)
            for _ in range(5):
                board.tap_any(chance)
            page.locator(f"{usual} .side-cell:not([data-pain]):not(:disabled)").nth(chance.randrange(3)).click()
        page.locator(f"{usual} [data-pain]:not(:disabled)").nth(chance.randrange(2)).click()
        board.saved()
        before = page.evaluate(SAYS)
        page.route("**/js/board.js*", lambda route: route.abort())  # the server's own words, unpainted
        page.reload()
        assert page.evaluate(SAYS) == before
        page.unroute("**/js/board.js*")
        board.open()
        assert page.evaluate(SAYS) == before


def test_the_note_saves_itself_and_survives_a_dead_network(server: Server, board: Board) -> None:
    page = board.page
    page.locator("#note > summary").click()
    page.get_by_label("Note", exact=True).press_sequentially("Hips feel stiff")
    expect(page.locator("[data-note-sign]")).to_contain_text("Note saved")
    page.context.set_offline(True)
    page.get_by_label("Note", exact=True).press_sequentially(", knees too")
    expect(page.locator("[data-note-sign]")).to_contain_text("Note not saved, kept here")
    page.context.set_offline(False)
    expect(page.locator("[data-note-sign]")).to_contain_text("Note saved", timeout=15_000)
    board.open()
    assert page.locator("#note-text").input_value() == "Hips feel stiff, knees too"


def test_without_a_script_the_board_works(server: Server, sign_in: SignIn, squat: int) -> None:
    page = sign_in(java_script_enabled=False)
    page.goto(f"/assessments/{squat}/board")
    page.locator('#ohsa-anterior-knee_valgus [aria-label="L mild: Knee moves inward, left"]').click()
    expect(page.locator("#ohsa-anterior-knee_valgus [data-words]")).to_have_text("Left mild")
    for _ in range(4):
        page.locator("[data-next]").click()
    page.wait_for_url("**/programmes/*")


def test_two_boards_side_by_side_follow_each_other(server: Server, sign_in: SignIn, squat: int, tmp_path: Path) -> None:
    mine, theirs = Board(sign_in(), squat).open("lateral"), Board(sign_in("other_coach"), squat).open("lateral")
    mine.cell("L mild: Heel lifts").click()
    mine.saved()
    theirs.cell("Mild: Low back rounds").click()
    expect(theirs.page.locator("section:not([hidden]) [data-row=heel_rises] [data-words]")).to_have_text("Left mild")
