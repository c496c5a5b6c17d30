"""Handing somebody over on a phone: how long it takes, what an error keeps, without JavaScript, and pressed twice."""

import re
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from studio.clock import utcnow
from studio.models.database import write
from studio.models.limits import Bucket
from studio.operations import therapists
from studio.operations.sheet_codes import make
from studio.web.open_forms import Ticket

from ..people import Cast
from ..referrals import ANSWERS, a_scan, taken_in
from .axe import violations
from .conftest import PHONE, listen
from .server import Server

# Keystroke-level model (Card, Moran, Newell 1980): seconds for a key, for reaching for something, for thinking of it.
KEY, REACH, THINK = 0.28, 1.1, 1.35
MOST_SECONDS = 90
PRIYA = {"name": "Priya Raghunathan", "clinic": "Harbour Street Physiotherapy", "email": "priya@harbour.example"}

Open = Callable[..., Page]


@pytest.fixture
def stranger(server: Server, browser: Browser) -> Iterator[Open]:
    """A phone that nobody signed in on."""
    opened: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(**options: object) -> Page:
        context = browser.new_context(base_url=server.url, viewport=PHONE, has_touch=True, is_mobile=True, **options)  # type: ignore[arg-type]
        opened.append(context)
        context.on("page", lambda page: listen(page, complaints))
        return context.new_page()

    with server.look(), write() as session:
        session.query(Bucket).delete()
    yield open_page
    for context in opened:
        context.close()
    assert not complaints, complaints


@dataclass
class Hand:
    """Fills in a form, and counts what a hand does for it."""

    page: Page
    seconds: float = 0.0
    boxes: int = 0

    def types(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).fill(text)
        self._did(KEY * len(text))

    def taps(self, what: Locator) -> None:
        what.tap()
        self._did(0)

    def _did(self, typing: float) -> None:
        self.boxes += 1
        self.seconds += THINK + REACH + typing


def aged(server: Server, page: Page) -> None:
    """As if the page had been open for a minute: a test types faster than anybody."""
    with server.look(), server.app.test_request_context():
        signed = Ticket(make(), int(utcnow().timestamp()) - 60).signed
    page.locator("[name=ticket]").evaluate("(box, value) => { box.value = value }", signed)


def fill(page: Page, hand: Hand) -> None:
    hand.types("Patient’s name", "Marek Dąbrowski-Oyelaran")
    hand.types("Patient’s phone or e-mail", "020 7946 0331")
    hand.page.locator("#birth_year").fill("1984")
    hand._did(KEY * 4)
    hand.types("Why, in a line", "Right Achilles, end of therapy. Squats on the left, wants to run again.")
    hand.taps(page.locator("[name=far][value=everything]"))
    hand.taps(page.get_by_text("The patient agrees that you send us this"))


def wide(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth"))


def test_by_their_own_link_or_without_one_it_takes_less_than_ninety_seconds(server: Server, stranger: Open) -> None:
    with server.look():
        link = therapists.create({**PRIYA, "phone": "", "profession": ""}, by=Cast().owner).link
    for address, boxes in ((f"/refer/{link}", 6), ("/refer", 8)):
        page = stranger()
        page.goto(address)
        assert violations(page) == []
        aged(server, page)
        hand = Hand(page)
        if boxes == 8:
            hand.types("Your name", "Priya Raghunathan")
            hand.types("Your phone or e-mail", "priya@harbour.example")
        fill(page, hand)
        assert hand.boxes == boxes
        hand.taps(page.get_by_role("button", name="Send referral"))
        expect(page.get_by_role("heading", level=1)).to_contain_text("We have Marek’s referral")
        assert hand.seconds <= MOST_SECONDS
        assert wide(page) <= PHONE["width"]
        assert violations(page) == []


def test_without_javascript_an_error_keeps_answers_and_files_and_limits_open(
    server: Server, stranger: Open, tmp_path: Path
) -> None:
    scan = tmp_path / "letter.jpg"
    scan.write_bytes(a_scan())
    page = stranger(java_script_enabled=False)
    page.goto("/refer")
    aged(server, page)
    for label in ("Your name", "Patient’s name"):
        page.get_by_label(label, exact=True).fill("Marek Dąbrowski")
    page.locator("[name=far][value=limits]").click()
    page.locator("#limit_1_what").select_option("position:kneeling")
    page.get_by_text("Another limit").first.click()
    page.locator("#limit_2_what").select_option("range:flexion")
    page.locator("#files").set_input_files(scan)
    page.get_by_role("button", name="Send referral").click()
    summary = page.get_by_role("alert")
    expect(summary.get_by_role("link")).to_have_count(6)
    expect(page.get_by_text("letter.jpg")).to_be_visible()
    assert page.locator("#limit_2_what").input_value() == "range:flexion"
    assert wide(page) <= PHONE["width"]
    page.locator("#limit_2_region").select_option("knee")
    page.locator("#limit_2_side").select_option("left")
    page.locator("#limit_2_most").fill("90")
    page.get_by_label("Your phone or e-mail", exact=True).fill("priya@harbour.example")
    page.get_by_label("Patient’s phone or e-mail", exact=True).fill("020 7946 0332")
    page.get_by_label("Why, in a line").fill("Achilles")
    page.get_by_text("The patient agrees that you send us this").click()
    page.get_by_role("button", name="Send referral").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("We have Marek’s referral")
    expect(page.get_by_text("With 1 file.")).to_be_visible()


def test_two_taps_are_one_referral(server: Server, stranger: Open) -> None:
    page = stranger()
    page.goto("/refer")
    aged(server, page)
    hand = Hand(page)
    hand.types("Your name", "Dr Ines Okafor")
    hand.types("Your phone or e-mail", "020 7946 0888")
    fill(page, hand)
    page.get_by_role("button", name="Send referral").dblclick()
    expect(page.get_by_role("heading", level=1)).to_contain_text("We have Marek’s referral")
    with server.look():
        assert sum(one.sender["name"] == "Dr Ines Okafor" for one in taken_in()) == 1


def test_the_same_form_in_eight_requests_at_once_is_one_referral(server: Server, stranger: Open) -> None:
    with server.look(), server.app.test_request_context():
        ticket = Ticket(make(), int(utcnow().timestamp()) - 60).signed
    data = urllib.parse.urlencode(ANSWERS | {"sender": "Dr Lena Sørby", "ticket": ticket}).encode()

    def send(_: int) -> str:
        with urllib.request.urlopen(f"{server.url}/refer", data, timeout=30) as answer:
            found = re.search(r"\w{4}-\w{4}(?=</b>)", answer.read().decode())
            assert found
            return found[0]

    with ThreadPoolExecutor(8) as crowd:
        references = set(crowd.map(send, range(8)))
    with server.look():
        mine = [one for one in taken_in() if one.sender["name"] == "Dr Lena Sørby"]
    assert [one.reference for one in mine] == list(references)
