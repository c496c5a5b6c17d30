"""The tablet in a client's hands, from giving it to taking it back: signing with a finger, Back, a nap, a wrong PIN."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from studio.extensions import db
from studio.models.consents import standing_of
from studio.models.users import SignIn
from studio.operations import pins, tablets

from ..builders import a_client
from ..people import PASSWORD, Cast
from .conftest import SignIn as OpenPage
from .server import Server

PIN = "583926"


@pytest.fixture
def client(server: Server) -> int:
    with server.look():
        return a_client("Oluwaseun Adébáyò-Whitcombe").id


@pytest.fixture
def tablet(server: Server, sign_in: OpenPage) -> Iterator[Page]:
    """Dana at an enrolled tablet, with a PIN."""
    page = sign_in()
    with server.look():
        coach = Cast().coach
        pins.choose(coach, PASSWORD, PIN)
        newest = db.session.query(SignIn).filter_by(user_id=coach.id).order_by(SignIn.id.desc()).first()
        assert newest is not None
        _, secret = tablets.enrol("Front desk", newest, by=Cast().owner)
    page.context.add_cookies([{"name": "plumbline-tablet", "value": secret, "url": server.url}])
    yield page
    with server.look():
        pins.remove(Cast().coach)


def give(page: Page, client: int) -> None:
    page.goto(f"/clients/{client}")
    page.get_by_role("link", name="Give the tablet").click()
    page.get_by_role("button", name="Give the tablet").click()
    expect(page.get_by_role("heading", name="Hello Oluwaseun")).to_be_visible()


def draw(page: Page) -> None:
    box = page.locator(".signature-pad__box")
    box.scroll_into_view_if_needed()
    frame = box.bounding_box()
    assert frame is not None
    for start in (40, 180):
        page.mouse.move(frame["x"] + start, frame["y"] + 90)
        page.mouse.down()
        for step in range(12):
            page.mouse.move(frame["x"] + start + step * 9, frame["y"] + (60 if step % 2 else 110))
        page.mouse.up()


def take_back(page: Page, pin: str = PIN) -> None:
    page.get_by_role("link", name="I am the coach").first.click()
    page.locator(".person-tile", has_text="Dana Whitfield").click()
    for figure in pin:
        page.get_by_role("button", name=figure, exact=True).click()


def test_a_client_reads_ticks_and_signs_and_the_coach_takes_the_tablet_back(
    server: Server, tablet: Page, client: int
) -> None:
    give(tablet, client)
    tablet.go_back()
    expect(tablet.get_by_role("heading", name="Hello Oluwaseun")).to_be_visible()
    tablet.goto("/clients")
    expect(tablet.get_by_role("heading", name="Hello Oluwaseun")).to_be_visible()
    tablet.get_by_role("link", name="Start").click()
    for words in ("I want to take part", "The studio may keep my health answers", "A light touch"):
        tablet.get_by_label(words).check()
    tablet.get_by_label("Your full name").fill("Oluwaseun Adébáyò-Whitcombe")
    draw(tablet)
    expect(tablet.locator("#kept")).to_contain_text("Kept")
    tablet.get_by_role("button", name="Sign", exact=True).click()
    expect(tablet.get_by_role("heading", name="Thank you, Oluwaseun")).to_be_visible()
    take_back(tablet, "638205")
    expect(tablet.get_by_role("alert")).to_contain_text("4 tries left")
    for figure in PIN:
        tablet.get_by_role("button", name=figure, exact=True).click()
    expect(tablet.locator("#before")).to_contain_text("light touch")
    tablet.goto(f"/clients/{client}/consents")
    expect(tablet.locator("svg.signature path")).to_have_count(2)
    with server.look():
        assert standing_of(client).granted == {"take_part", "health_record", "touch"}


def test_left_alone_it_locks_and_what_was_typed_and_drawn_is_still_there(tablet: Page, client: int) -> None:
    tablet.clock.install()
    give(tablet, client)
    tablet.get_by_role("link", name="Start").click()
    tablet.get_by_label("Your full name").fill("Oluwaseun")
    draw(tablet)
    tablet.clock.run_for(2000)
    expect(tablet.locator("#kept")).to_contain_text("Kept")
    expect(tablet.locator(".htmx-request")).to_have_count(0)  # what is still under way would time out at the jump
    tablet.clock.fast_forward("10:10")
    expect(tablet.get_by_role("heading", name="This tablet is locked")).to_be_visible()
    tablet.go_back()
    expect(tablet.get_by_role("heading", name="This tablet is locked")).to_be_visible()
    take_back(tablet)
    expect(tablet.locator("#before")).to_contain_text("to sign")
    give(tablet, client)
    tablet.get_by_role("link", name="Go on").click()
    expect(tablet.get_by_label("Your full name")).to_have_value("Oluwaseun")
    expect(tablet.locator("[data-signature-strokes] path")).to_have_count(2)
    expect(tablet.get_by_role("button", name="Draw it again")).to_be_visible()


def test_without_script_the_consent_is_signed_by_the_typed_name(server: Server, sign_in: OpenPage, client: int) -> None:
    page = sign_in(java_script_enabled=False)
    page.goto(f"/clients/{client}/consents/new")
    for words in ("I want to take part", "The studio may keep my health answers", "My typed name is my signature"):
        page.get_by_label(words).check()
    page.get_by_label("Your full name").fill("Oluwaseun Adébáyò-Whitcombe")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator("#purposes")).to_contain_text("Taking part")
    with server.look():
        assert standing_of(client).state == "given"
