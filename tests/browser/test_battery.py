"""A whole first assessment on one board, with the network gone in between, and two tablets that differ."""

import re

from playwright.sync_api import Page, expect

from studio.models.cases import newest_findings

from ..builders import a_client
from .board import Board
from .conftest import SignIn
from .server import Server
from .test_journey import Finger

# A page of a test is one tap, a finding one more, a form that explains one two, a number its figures and one; start and
# end four.
MOST_TAPS = 2 + 12 + 4 + 2 + 2 + 3


def test_a_whole_first_assessment(server: Server, sign_in: SignIn) -> None:
    with server.look():
        client = a_client("Anneliese von Hohenberg-Schmidt").id
    page, finger = sign_in(), Finger()
    page.goto(f"/clients/{client}")
    finger.tap(page.get_by_role("link", name="Choose tests"))
    finger.tap(page.get_by_role("button", name="Start first assessment"))
    board = Board(page, 0, watch=False)
    page.wait_for_selector("#board[data-ready]", state="attached")
    expect(page.locator("[data-clock]")).to_have_text(re.compile(r"^\d+:\d\d$"))
    go_through(board, finger, "Posture", {"lateral": "Mild: Pelvis tips forward"})
    page.context.set_offline(True)  # the next test is in the page already
    seen = {"anterior": "L mild: Knee moves inward", "lateral": "Mild: Low back arches"}
    for view in ("anterior", "lateral", "posterior"):
        expect(page.locator(f"section[data-station=ohsa][data-view={view}]")).to_be_visible()
        if view in seen:
            finger.tap(board.cell(seen[view]))
        if view == "posterior":
            finger.tap(page.locator("[data-go=heels_elevated]"))
            expect(page.locator("[data-next]")).to_contain_text("Rest is gone")
            finger.tap(board.next)
            expect(page.locator("section[data-view=posterior][data-station=ohsa]")).to_be_visible()
        finger.tap(board.next)
    assert board.waiting() > 0
    page.context.set_offline(False)
    go_through(board, finger, "Single-leg squat", {"anterior": "R marked: Free-side hip drops"})
    go_through(board, finger, "Push", {})
    go_through(board, finger, "Pull", {})
    go_through(board, finger, "Walking", {})
    page.wait_for_url(re.compile(r"/measures"))
    measure(page, finger)
    page.wait_for_url(re.compile(r"/programmes/\d+$"))
    assert finger.taps <= MOST_TAPS, finger.taps
    print("taps for a first assessment:", finger.taps)
    with server.look():
        version = newest_findings(client)
        assert version is not None
        stations = {(one["protocol"], one["variant"]) for one in version.recorded["recordings"] if one["answers"]}
        assert ("ohsa", "heels_elevated") in stations
        assert {one for one, _ in stations} == {"static", "ohsa", "sls", "push", "pull", "gait", "measures"}


def measure(page: Page, finger: Finger) -> None:
    """One number, the rest left out, and finished where the last test is; the strip follows each tap."""
    page.wait_for_selector("#board[data-ready]", state="attached")
    note, still_open = page.locator("[data-stop=measures] [data-stop-note]"), page.locator("[data-still-open] small")
    expect(note).to_have_text("to do")
    expect(still_open).to_have_text("Still open: measures")
    expect(page.locator("[data-complete]")).to_be_hidden()
    finger.tap(page.locator("[data-key='9']"))
    finger.tap(page.locator("[data-key=next]"))
    expect(note).to_have_text("1 of 6")
    finger.tap(page.get_by_role("button", name="The rest is not tested"))
    expect(note).to_have_text("6")
    expect(page.locator("[data-stop=measures] [data-stop-tick]")).to_be_visible()
    expect(still_open).to_have_text("Open rows count as not tested")
    finger.tap(page.get_by_role("button", name="Finish All tests are done"))


def go_through(board: Board, finger: Finger, test: str, seen: dict[str, str]) -> None:
    """Every view of the test that is open: its finding, then the rest is clean."""
    page = board.page
    expect(page.locator("[data-test-title]")).to_have_text(test)
    for _ in range(page.locator("[data-views-of]:not([hidden]) [data-go]:not([hidden])").count()):
        view = str(page.locator("section[data-view]:not([hidden])").get_attribute("data-view"))
        if view in seen:
            finger.tap(board.cell(seen[view]))
        finger.tap(board.next)


def test_two_tablets_both_learn_where_they_differ(server: Server, sign_in: SignIn, squat: int) -> None:
    mine, theirs = Board(sign_in(), squat).open("lateral"), Board(sign_in("other_coach"), squat).open("lateral")
    mine.cell("L marked: Heel lifts").click()
    mine.saved()
    theirs.cell("L mild: Heel lifts").click()  # before it has looked what the other said
    theirs.saved()
    expect(notice(theirs.page)).to_contain_text("Marked is kept")
    mine.go("posterior")
    expect(notice(mine.page)).to_contain_text("Jonas Keller said mild, marked is kept.")
    notice(mine.page).get_by_role("button", name="Take mild").click()
    mine.saved()
    expect(notice(mine.page)).to_have_count(0)
    theirs.go("posterior")
    expect(notice(theirs.page)).to_have_count(0)
    theirs.go("lateral")
    assert theirs.words("heel_rises") == "Left mild"


def notice(page: Page):  # type: ignore[no-untyped-def]
    return page.locator("#board-notes .notice")
