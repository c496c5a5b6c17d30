"""The gallery in a real browser: every picture is one that it can draw, on both sides, and none is cut off."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from studio.extensions import db
from studio.models.users import Role, User

from .axe import violations
from .conftest import PHONE, TABLET, listen
from .pictures import keep
from .server import Server

# `decode` ends well only for a picture that can be painted.
DRAW_ALL = """async () => {
  const pictures = [...document.querySelectorAll(".gallery__picture img")];
  const small = (one) => one.naturalWidth <= 20 || one.naturalHeight <= 20;
  pictures.forEach((one) => { one.loading = "eager"; });
  const painted = await Promise.allSettled(pictures.map((one) => one.decode()));
  return pictures.filter((one, at) => painted[at].status === "rejected" || small(one)).map((one) => one.src);
}"""


@pytest.fixture
def page(demo_house: Server, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(base_url=demo_house.url, viewport=TABLET, has_touch=True, locale="en-GB")
    with demo_house.look():
        owner = db.session.scalars(select(User).where(User.role == Role.owner)).one()
        context.add_cookies([demo_house.cookie(owner)])  # type: ignore[list-item]
    yield context.new_page()
    context.close()


def test_the_browser_draws_every_picture(page: Page) -> None:
    complaints: list[str] = []
    listen(page, complaints)
    page.goto("/gallery")
    number = 1
    while True:
        # Pictures load as they come near: have them all come now.
        wrong = page.evaluate(DRAW_ALL)
        assert not wrong, f"page {number}"
        if "PLUMBLINE_SCREENS" in os.environ:
            keep(page, Path(os.environ["PLUMBLINE_SCREENS"]) / f"pictures-{number}.png", whole=True)
        following = page.locator("a[rel=next]")
        if following.count() == 0:
            break
        number += 1
        page.goto(str(following.get_attribute("href")))
    assert number == 9
    assert not complaints


def test_a_coach_says_that_a_picture_looks_wrong(page: Page) -> None:
    page.goto("/gallery?q=clam")
    page.get_by_role("link", name="Side-lying clam").click()
    expect(page.locator(".gallery__large img")).to_have_count(2)
    page.get_by_label("What looks wrong?").fill("The band is too wide")
    page.get_by_role("button", name="Keep the note").click()
    expect(page.get_by_text("The band is too wide")).to_be_visible()
    assert not violations(page)
    page.set_viewport_size(PHONE)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    page.get_by_role("button", name="Seen to").click()
    expect(page.get_by_text("Settled (1)")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Seen to")).to_be_visible()
