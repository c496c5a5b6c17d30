"""The main job, as on the first day: from the sign-in to two sheets of paper in the client's hand."""

import json
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect
from pypdf import PdfReader

from studio.models.clients import load_client

from ..builders import a_client, an_assessment
from ..people import PASSWORD, STAFF
from ..programmes import KIT, a_draft
from .board import Board
from .conftest import PHONE, PORTRAIT, TABLET
from .server import Server

FINDINGS = {
    "anterior": ("L mild: Knee moves inward", "R marked: Feet turn out"),
    "lateral": ("L+R mild: Arms fall forward", "Mild: Trunk leans too far forward"),
    "posterior": (),
}
# A hand-over takes three taps and one a finding; giving it out is the fourth.
MOST_TAPS = 3 + 4 + 1


class Finger:
    """Counts what a coach has to touch."""

    def __init__(self) -> None:
        self.taps = 0

    def tap(self, what: Locator, **options: bool) -> None:
        self.taps += 1
        what.click(**options)  # type: ignore[arg-type]


@pytest.mark.parametrize("size", [TABLET, PORTRAIT], ids=["landscape", "portrait"])
def test_from_a_squat_to_paper_in_hand(size: ViewportSize, server: Server, browser: Browser, tmp_path: Path) -> None:
    name = f"Thandiwe Mokoena-Featherstonehaugh {size['width']}"
    with server.look():
        client = a_client(name, equipment=KIT).id
    context = browser.new_context(base_url=server.url, viewport=size, has_touch=True, locale="en-GB")
    page = context.new_page()
    sign_in(page)
    find(page, name)
    page.get_by_role("button", name="Assess").click()
    finger = Finger()
    board = Board(page, 0, watch=False)
    page.wait_for_selector("#board[data-ready]", state="attached")
    for view, seen in FINDINGS.items():
        expect(page.locator(f"section[data-view={view}]")).to_be_visible()
        for cell in seen:
            finger.tap(board.cell(cell))
        if view == "lateral":
            expect(page.locator("#summary")).to_contain_text("Probably overactive")
        finger.tap(board.next)
    page.wait_for_url(re.compile(r"/programmes/\d+$"))
    assert page.locator(".exercise-line").count() >= 3
    expect(page.locator(".exercise-line").first).to_contain_text("because")
    home = printed(
        page, lambda: finger.tap(page.get_by_role("button", name="Issue version 1 and print"), no_wait_after=True)
    )
    assert finger.taps <= MOST_TAPS
    assert "Thandiwe’s home sheet" in home
    assert "Stop" in home
    assert "diagnos" not in home.lower()

    page.goto(f"/clients/{client}")
    again = printed(page, lambda: page.get_by_role("link", name="Print home sheet").click(no_wait_after=True))
    assert again == home
    page.goto(f"/clients/{client}")
    page.get_by_role("link", name="Full result").click()
    report = printed(page, lambda: page.get_by_role("link", name="Findings report").click(no_wait_after=True))
    assert "this is what we saw" in report
    assert "left knee" in report.lower()
    assert "right knee" not in report.lower()
    context.close()
    (tmp_path / "taps.json").write_text(json.dumps({"size": size, "taps": finger.taps}))


def test_on_a_phone_a_coach_reads_and_prints(server: Server, browser: Browser) -> None:
    context = browser.new_context(base_url=server.url, viewport=PHONE, has_touch=True, is_mobile=True, locale="en-GB")
    page = context.new_page()
    sign_in(page)
    with server.look():
        draft = a_draft(a_client("Siobhán Ní Dhomhnaill", equipment=KIT))
        client, programme = draft.programme.client_id, draft.programme_id
    page.goto(f"/clients/{client}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Siobhán Ní Dhomhnaill")
    page.get_by_role("link", name="Full result").click()
    expect(page.locator("main")).to_contain_text("Probably overactive")
    page.goto(f"/programmes/{programme}")
    sheet = printed(
        page, lambda: page.get_by_role("button", name="Issue version 1 and print").click(no_wait_after=True)
    )
    assert "Siobhán’s home sheet" in sheet
    page.goto(f"/clients/{client}")
    expect(page.get_by_role("button", name="Assess")).to_be_hidden()
    expect(page.get_by_label("What next")).to_contain_text("Assessing needs the tablet")
    with server.look():
        begun = an_assessment(load_client(client)).id
    page.goto(f"/assessments/{begun}/board")
    expect(page.locator(".cell:visible")).to_have_count(0)  # a board needs room; here it can only be read
    context.close()


def sign_in(page: Page) -> None:
    page.goto("/")
    page.get_by_label("E-mail").fill(STAFF["coach"][1])
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(re.compile(r"//[^/]+/$"))  # loaded, scripts and all: the next thing is a key


def find(page: Page, name: str) -> None:
    """As the front desk does: a slash, some letters, Enter."""
    page.keyboard.press("/")
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def printed(page: Page, press: Callable[[], object]) -> str:
    """The words of the PDF that opens in this tab."""
    with page.expect_response(lambda answer: answer.headers.get("content-type") == "application/pdf") as answer:
        press()
    response = answer.value
    assert response.headers["content-disposition"].startswith("inline;")
    assert response.request.is_navigation_request()
    assert response.frame == page.main_frame
    page.goto("about:blank")
    content = page.context.request.get(response.url).body()
    return " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(content)).pages).split())
