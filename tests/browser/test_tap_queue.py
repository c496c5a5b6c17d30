"""A tap is never lost and never counted twice: the tap queue against bad Wi-Fi, dead tabs and dead servers."""

import json
import os
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from studio.models.assessments import Assessment, load_assessment
from studio.models.database import write
from studio.models.users import User
from studio.operations import sign_ins
from studio.operations.assessment_changes import void

from ..builders import a_client, an_assessment
from ..people import PASSWORD, STAFF, Cast
from .board import Board, answers, log, replayed
from .chaos_proxy import ChaosProxy
from .conftest import SignIn
from .server import Server

MANY = 60
VIEWS = ("anterior", "lateral", "posterior")
FORBIDDEN_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('QuotaExceededError'); };"
PLAIN_HTTP = "Object.defineProperty(navigator, 'locks', { value: undefined });"


@pytest.fixture
def squat(server: Server) -> int:
    with server.look():
        return an_assessment(a_client()).id


@pytest.fixture
def proxy(server: Server) -> Iterator[ChaosProxy]:
    """A fifth of the batches meet a fault, each kind in its turn."""
    running = ChaosProxy(server.port)
    yield running
    running.close()


@pytest.fixture
def dead(server: Server) -> Iterator[ChaosProxy]:
    """No tap comes through until `calm()`; pages do."""
    running = ChaosProxy(server.port, share=1, only=("dropped before",))
    yield running
    running.close()


@pytest.fixture
def brisk(server: Server) -> Iterator[ChaosProxy]:
    """Faults that are over quickly."""
    running = ChaosProxy(server.port, only=("dropped before", "dropped after", "doubled", "portal"))
    yield running
    running.close()


def tap_about(board: Board, chance: random.Random, taps: int, *, pause: int = 30) -> None:
    """Tap any cells of any view at an uneven pace."""
    board.page.bring_to_front()
    for number in range(taps):
        if number % 12 == 11:
            board.go(chance.choice(VIEWS))
        board.tap_any(chance)
        board.page.wait_for_timeout(chance.choice([0, pause, 3 * pause]))


def arrived(server: Server, squat: int, person: str = "coach") -> list[tuple[str, str]]:
    """What this person's taps said, in the server's order; every key must be there once."""
    with server.look():
        user = getattr(Cast(), person).id
        taps = log(squat)
        assert max(Counter(tap.key for tap in taps).values(), default=1) == 1
        assert answers(squat) == replayed(taps)
        return [(tap.field, tap.value) for tap in taps if tap.user_id == user]


def report(name: str, said: int, stored: int, proxy: ChaosProxy | None = None) -> None:
    """A line for the bench: PLUMBLINE_CHAOS names a file that collects them."""
    if file := os.environ.get("PLUMBLINE_CHAOS"):
        faults = dict(proxy.faults) if proxy else {}
        row = {"test": name, "taps": said, "stored": stored, "batches": proxy.batches if proxy else 0, "faults": faults}
        with Path(file).open("a") as lines:
            lines.write(json.dumps(row) + "\n")


def test_sixty_taps_through_bad_wifi_arrive_once_and_in_order(
    server: Server, sign_in: SignIn, squat: int, proxy: ChaosProxy
) -> None:
    page = sign_in(through=proxy.url)
    board, chance = Board(page, squat).open(), random.Random(7)
    for number in range(4):
        if number in (1, 3):
            page.context.set_offline(True)
            tap_about(board, chance, 4)
            assert board.waiting() >= 4
            page.context.set_offline(False)
        tap_about(board, chance, MANY // 4)
    while set(proxy.faults) != set(ChaosProxy.KINDS):
        board.saved()
        tap_about(board, chance, 1)
    board.saved()
    board.never_lied()
    proxy.calm()
    stored = arrived(server, squat)
    report("bad wifi", len(board.said), len(stored), proxy)
    assert stored == board.said
    assert len(stored) >= MANY


def test_a_killed_tab_goes_on_where_it_was(server: Server, sign_in: SignIn, squat: int, dead: ChaosProxy) -> None:
    """Twenty-five taps that nobody answered; the tab dies; the next one shows and sends them."""
    page = sign_in(through=dead.url)
    board = Board(page, squat).open()
    tap_about(board, random.Random(3), 25, pause=0)
    assert board.waiting() == len(board.said)
    lit = board.lit()
    page.close(run_before_unload=False)
    again = Board(page.context.new_page(), squat).open()
    assert again.lit() == lit, "the page shows the server's answers with the waiting taps over them"
    expect(again.sign).not_to_have_attribute("data-save-state", "saved")
    dead.calm()
    again.saved()
    stored = arrived(server, squat)
    report("killed tab", len(board.said), len(stored), dead)
    assert stored == board.said
    assert again.lit() == lit


def test_a_server_killed_and_restarted_loses_nothing(sign_in: SignIn, tmp_path: Path) -> None:
    house = Server(tmp_path)
    house.start()
    try:
        with house.look():
            squat = an_assessment(a_client()).id
        board, chance = Board(sign_in(at=house), squat).open(), random.Random(11)
        for _ in range(3):
            tap_about(board, chance, 10, pause=20)
            house.kill()
            tap_about(board, chance, 10, pause=20)
            house.start()
        board.saved()
        board.never_lied()
        stored = arrived(house, squat)
        report("server killed", len(board.said), len(stored))
        assert stored == board.said
        assert len(stored) >= MANY
    finally:
        house.kill()


@pytest.mark.parametrize("locks", ["locks", "plain http"])
def test_two_tabs_of_one_tablet_share_one_queue(
    server: Server, sign_in: SignIn, squat: int, brisk: ChaosProxy, locks: str
) -> None:
    page = sign_in(through=brisk.url)
    if locks == "plain http":
        page.context.add_init_script(PLAIN_HTTP)
    one = Board(page, squat, watch=False).open()
    two = Board(page.context.new_page(), squat, watch=False).open("lateral")
    chance = random.Random(5)
    for _ in range(8):
        for board in (one, two):
            tap_about(board, chance, 4, pause=10)
    for board in (one, two):
        board.saved()
    brisk.calm()
    stored = arrived(server, squat)
    report(f"two tabs, {locks}", len(one.said) + len(two.said), len(stored), brisk)
    assert Counter(stored) == Counter(one.said + two.said)
    for board in (one, two):
        assert is_in_order(board.said, stored)
    expect(one.page.locator("#board")).to_have_count(1)
    assert one.lit() == two.lit()


def is_in_order(some: list[tuple[str, str]], everything: list[tuple[str, str]]) -> bool:
    rest = iter(everything)
    return all(one in rest for one in some)


def test_two_coaches_on_two_tablets_see_where_they_differ(
    server: Server, sign_in: SignIn, squat: int, proxy: ChaosProxy
) -> None:
    people = ("coach", "other_coach")
    boards = {person: Board(sign_in(person, through=proxy.url), squat).open() for person in people}
    chance = random.Random(13)
    for _ in range(6):
        for board in boards.values():
            tap_about(board, chance, MANY // 6, pause=10)
    for board in boards.values():
        board.saved()
        board.never_lied()
    proxy.calm()
    for person, board in boards.items():
        stored = arrived(server, squat, person)
        report(f"two tablets, {person}", len(board.kept()), len(stored), proxy)
        assert stored == board.kept()
        assert len(stored) >= MANY
    with server.look():
        late = [tap for tap in log(squat) if tap.outcome == "conflict"]
    assert late, "two coaches who tap at the same rows must meet"
    for board in boards.values():
        board.page.reload()
    assert boards["coach"].lit() == boards["other_coach"].lit()


def test_a_conflict_is_shown_with_both_words_and_settled_by_a_tap(
    server: Server, sign_in: SignIn, squat: int, dead: ChaosProxy
) -> None:
    slow = Board(sign_in(through=dead.url), squat).open("lateral")
    quick = Board(sign_in("other_coach"), squat).open("lateral")
    slow.cell("L mild: Heel lifts").click()
    quick.cell("L marked: Heel lifts").click()
    quick.saved()
    dead.calm()
    slow.saved()
    notice = slow.page.locator("#board-notes .notice")
    expect(notice).to_contain_text("Heel lifts, left: you said mild, Jonas Keller said marked. Marked is kept.")
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
    expect(board.page.locator("#board-notes")).to_contain_text("This assessment was struck out. 1 taps")
    expect(board.sign).to_have_text("Not saved, 1 kept here")
    board.page.get_by_role("button", name="Throw them away").click()
    assert board.waiting() == 0


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
    assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0


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


def end_sign_ins(server: Server, person: str) -> None:
    with server.look():
        user: User = getattr(Cast(), person)
        with write():
            sign_ins.sign_out_everywhere(user, by=user)


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
