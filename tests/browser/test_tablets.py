"""A tablet in many hands: switching by PIN while taps wait, wrong PINs, and a screen that was left alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from studio.extensions import db
from studio.models.tablets import load_tablet
from studio.models.users import SignIn
from studio.operations import pins, tablets

from ..people import PASSWORD, Cast
from .board import Board, arrived
from .conftest import SignIn as OpenPage
from .server import Server

DANA, JONAS = "583926", "740261"


@pytest.fixture
def tablet(server: Server, sign_in: OpenPage) -> Iterator[Page]:
    """Dana at an enrolled tablet; she and Jonas have PINs."""
    page = sign_in()
    with server.look():
        cast = Cast()
        pins.choose(cast.coach, PASSWORD, DANA)
        pins.choose(cast.other_coach, PASSWORD, JONAS)
        newest = db.session.query(SignIn).filter_by(user_id=cast.coach.id).order_by(SignIn.id.desc()).first()
        assert newest is not None
        row, secret = tablets.enrol("Front desk", newest, by=cast.owner)
        enrolled = row.id
    page.context.add_cookies([{"name": "plumbline-tablet", "value": secret, "url": server.url}])
    yield page
    with server.look():
        found = load_tablet(enrolled)
        assert found is not None
        tablets.revoke(found, by=Cast().owner)
        for person in (Cast().coach, Cast().other_coach):
            pins.remove(person)


def give_pin(page: Page, name: str, pin: str) -> None:
    page.get_by_role("link", name=name).click()
    page.get_by_label("PIN").wait_for()
    for figure in pin:
        page.get_by_role("button", name=figure, exact=True).click()


def test_taps_that_wait_at_a_switch_stay_with_the_coach_who_made_them(server: Server, tablet: Page, squat: int) -> None:
    board = Board(tablet, squat).open("lateral")
    tablet.route("**/taps", lambda route: route.abort())
    board.tap("R marked: Heel lifts")
    board.tap("L mild: Arms fall forward")
    tablet.goto("/tablet")
    expect(tablet.locator("[data-tablet-waits]")).to_contain_text(
        "2 taps of Dana Whitfield wait on this tablet, and are sent when Dana Whitfield is back here."
    )
    give_pin(tablet, "Jonas Keller", JONAS)
    expect(tablet.locator(".who").first).to_contain_text("Jonas Keller")
    tablet.unroute("**/taps")
    tablet.reload()
    tablet.wait_for_load_state("networkidle")
    assert board.waiting() == 2
    assert arrived(server, squat, "other_coach") == []
    tablet.goto("/tablet")
    give_pin(tablet, "Dana Whitfield", DANA)
    expect(tablet.locator(".who").first).to_contain_text("Dana Whitfield")
    expect(tablet.locator(".top [data-save-state]")).to_have_attribute("data-save-state", "saved")
    for _ in range(100):
        if board.waiting():
            tablet.wait_for_timeout(50)
    assert arrived(server, squat) == board.said


def test_wrong_pins_are_counted_and_the_fifth_leaves_only_the_password(tablet: Page) -> None:
    tablet.goto("/tablet")
    give_pin(tablet, "Jonas Keller", "638205")
    for left in ("4 tries", "3 tries", "2 tries", "1 try"):
        expect(tablet.get_by_role("alert")).to_contain_text(f"{left} left")
        for figure in "638205":
            tablet.get_by_role("button", name=figure, exact=True).click()
    expect(tablet.get_by_role("alert")).to_contain_text("one try too many")
    tablet.get_by_role("link", name="Use the password").click()
    tablet.get_by_label("E-mail").fill("jonas@northside.example")
    tablet.get_by_label("Password", exact=True).fill(PASSWORD)
    tablet.get_by_role("button", name="Sign in").click()
    expect(tablet.locator(".who").first).to_contain_text("Jonas Keller")


def test_a_tablet_left_alone_locks_and_comes_back_to_the_same_page(tablet: Page) -> None:
    tablet.clock.install()
    tablet.goto("/clients/new")
    tablet.get_by_label("Name", exact=True).fill("Half a na")
    tablet.clock.fast_forward("14:30")
    expect(tablet.get_by_label("Name", exact=True)).to_have_value("Half a na")
    tablet.evaluate("localStorage.setItem('touched', Date.now())")  # somebody works in another tab
    tablet.clock.fast_forward("14:30")
    expect(tablet.get_by_label("Name", exact=True)).to_have_value("Half a na")
    tablet.clock.fast_forward("01:00")
    expect(tablet.get_by_role("heading", name="Who is here?")).to_be_visible()
    tablet.go_back()
    expect(tablet.get_by_role("heading", name="Who is here?")).to_be_visible()
    give_pin(tablet, "Dana Whitfield", DANA)
    tablet.wait_for_url("**/clients/new")
