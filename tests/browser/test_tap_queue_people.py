"""Whose tap it is: signed out, another coach, a row that somebody else answered, an assessment that is closed."""

import pytest
from playwright.sync_api import expect

from studio.models.assessments import Assessment, load_assessment
from studio.operations.assessment_changes import void
from studio.operations.assessments import complete

from ..people import PASSWORD, STAFF, Cast
from .board import Board, answers, arrived, end_sign_ins
from .chaos_proxy import ChaosProxy
from .conftest import SignIn
from .server import Server


@pytest.mark.parametrize(
    ("person", "name"), [("other_coach", "Jonas Keller"), ("coach", "Dana Whitfield on another tablet")]
)
def test_a_conflict_is_shown_with_both_words_and_settled_by_a_tap(
    server: Server, sign_in: SignIn, squat: int, dead: ChaosProxy, person: str, name: str
) -> None:
    slow = Board(sign_in(through=dead.url), squat).open("lateral")
    quick = Board(sign_in(person), squat).open("lateral")
    slow.cell("L mild: Heel lifts").click()
    quick.cell("L marked: Heel lifts").click()
    quick.saved()
    dead.calm()
    slow.saved()
    notice = slow.page.locator("#board-notes .notice")
    expect(notice).to_contain_text(f"Heel lifts, left: you said mild, {name} said marked. Marked is kept.")
    assert slow.words("heel_rises") == "Left marked"
    notice.get_by_role("button", name="Take mild").click()
    slow.saved()
    expect(notice).to_have_count(0)
    assert slow.words("heel_rises") == "Left mild"
    with server.look():
        assert answers(squat)["f:heel_rises:left"].value == "1"


def test_signing_in_again_on_the_same_page_sends_what_was_kept(server: Server, sign_in: SignIn, squat: int) -> None:
    page = sign_in()
    board = Board(page, squat).open("lateral")
    board.tap("L mild: Heel lifts")
    board.saved()
    end_sign_ins(server, "coach")
    for name in ("R marked: Heel lifts", "Mild: Low back arches", "L+R mild: Arms fall forward"):
        board.tap(name)
    link = page.get_by_role("link", name="Sign in again (4 kept)")
    expect(link).to_be_visible()
    assert not board.sign.is_visible()
    link.click()
    page.get_by_label("E-mail").fill(STAFF["coach"][1])
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_selector("#board[data-ready]", state="attached")
    board.saved()
    assert arrived(server, squat) == board.said


def test_signing_in_again_in_another_tab_sends_what_was_kept(server: Server, sign_in: SignIn, squat: int) -> None:
    page = sign_in()
    board = Board(page, squat).open("lateral")
    end_sign_ins(server, "coach")
    board.tap("R marked: Heel lifts")
    expect(page.get_by_role("link", name="Sign in again (1 kept)")).to_be_visible()
    with server.look():
        page.context.add_cookies([server.cookie(Cast().coach)])  # type: ignore[list-item]
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    board.saved()
    assert arrived(server, squat) == board.said


def test_what_one_coach_left_is_never_sent_as_another(server: Server, sign_in: SignIn, squat: int) -> None:
    page = sign_in()
    board = Board(page, squat).open("lateral")
    page.context.set_offline(True)
    board.tap("R marked: Heel lifts")
    with server.look():
        page.context.add_cookies([server.cookie(Cast().other_coach)])  # type: ignore[list-item]
    page.context.set_offline(False)
    expect(page.get_by_role("link", name="Sign in as Dana Whitfield again (1 kept)")).to_be_visible(timeout=20_000)
    theirs = Board(page.context.new_page(), squat, watch=False).open("lateral")
    expect(theirs.page.locator("#board-notes")).to_contain_text("Another coach's taps wait on this tablet")
    theirs.tap("L mild: Heel lifts")
    expect(theirs.sign).to_have_attribute("data-save-state", "saved")
    assert arrived(server, squat, "other_coach") == theirs.said
    assert arrived(server, squat, "coach") == []
    with server.look():
        page.context.add_cookies([server.cookie(Cast().coach)])  # type: ignore[list-item]
    page.bring_to_front()
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    board.saved()
    assert arrived(server, squat, "coach") == board.said


def test_a_struck_out_assessment_keeps_the_taps_and_says_so(server: Server, sign_in: SignIn, squat: int) -> None:
    board = Board(sign_in(), squat).open("lateral")
    with server.look():
        found = load_assessment(squat)
        assert isinstance(found, Assessment)
        void(found, "Wrong client", by=Cast().owner)
    board.tap("R marked: Heel lifts")
    expect(board.page.locator("#board-notes")).to_contain_text("This assessment was struck out. 1 tap of this tablet")
    expect(board.sign).to_have_text("Not saved, 1 kept here")
    board.page.get_by_text("Note", exact=True).first.click()
    board.page.get_by_role("button", name="Finish now").click()
    expect(board.page.locator("#board-notes")).to_contain_text("throw them away first")
    board.page.get_by_role("button", name="Throw them away").click()
    assert board.waiting() == 0


def test_taps_of_an_assessment_completed_elsewhere_can_be_thrown_away_from_any_page(
    server: Server, sign_in: SignIn, squat: int, dead: ChaosProxy
) -> None:
    page = sign_in(through=dead.url)
    board = Board(page, squat).open("lateral")
    for name in ("R marked: Heel lifts", "Mild: Low back arches", "R mild: Arms fall forward"):
        board.tap(name)
    with server.look():
        complete(load_assessment(squat), by=Cast().other_coach, taps=0, zone="Europe/Berlin")  # type: ignore[arg-type]
    page.goto("/")
    dead.calm()
    notice, sign = page.locator(".page__main > .notice"), page.locator("[data-save-text]").first
    says = "assessment is complete. 3 taps of this tablet were not recorded. They are kept here."
    expect(notice).to_contain_text(f"An {says}", timeout=20_000)
    expect(sign).to_have_text("3 taps not recorded")
    notice.get_by_role("button", name="Show the result").click()
    page.wait_for_url(f"**/assessments/{squat}")
    expect(notice).to_contain_text(f"This {says}")
    notice.get_by_role("button", name="Throw them away").click()
    expect(notice).to_have_count(0)
    expect(sign).to_have_text("All saved")
    assert board.waiting() == 0
    assert arrived(server, squat) == []
