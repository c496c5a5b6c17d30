"""A tap is never lost and never counted twice: the tap queue against bad Wi-Fi, dead tabs and dead servers."""

import random
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ..builders import a_client, an_assessment
from .board import Board, arrived, log, report, tap_about
from .chaos_proxy import ChaosProxy
from .conftest import SignIn
from .server import Server

MANY = 60
PLAIN_HTTP = "Object.defineProperty(navigator, 'locks', { value: undefined });"


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
