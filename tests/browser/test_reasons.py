"""The pages of reasons on every screen: reached by taps, read without scrolling sideways, right for everybody."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from studio.operations import programmes

from ..builders import a_client
from ..people import Cast
from ..programmes import KIT
from ..several_tests import complete
from .axe import violations
from .conftest import PHONE, PORTRAIT, TABLET
from .server import Server

SIZES = {"landscape": TABLET, "portrait": PORTRAIT, "phone": PHONE}


@pytest.fixture(scope="module")
def assessment(server: Server) -> int:
    """A knee that heels raised put straight, an arch, a pattern and some chains; and a draft made of it."""
    with server.look():
        found = ("f:knee_valgus:right=2", "f:heel_rises:right=1", "f:low_back_arches:mid=1")
        static = ("f:anterior_pelvic_tilt:mid=1", "f:pes_planus:right=1")
        said = {"ohsa": found, "ohsa.heels_elevated": ("f:low_back_arches:mid=1",), "static": static}
        version = complete(said, a_client("Maximiliane Featherstonehaugh-Mokoena", equipment=KIT))
        programmes.draft_from(version, by=Cast().coach)
        return version.assessment_id


@pytest.mark.parametrize("size", SIZES)
def test_from_the_result_to_an_exercise_by_taps(sign_in: Callable[..., Page], assessment: int, size: str) -> None:
    page = sign_in("coach", SIZES[size])
    page.goto(f"/assessments/{assessment}")
    for link in ("All reasons", "Knee moves inward (overhead squat)", "Gastrocnemius lateral"):
        page.get_by_role("link", name=link).first.click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        assert not violations(page)
    page.get_by_role("link", name="Calf roll on the floor").first.click()
    expect(page.get_by_text("Comes first, because with heels raised").first).to_be_visible()


def test_a_tap_on_the_body_map_shows_what_speaks_for_that_muscle(sign_in: Callable[..., Page], assessment: int) -> None:
    page = sign_in("coach", TABLET)
    page.goto(f"/assessments/{assessment}/reasons")
    told, calf = page.locator(".body-map__told"), page.locator("svg").get_by_label("Gastrocnemius lateral, right")
    expect(told.get_by_role("heading", name="Probably overactive")).to_be_visible()
    page.evaluate("window.stayed = true")
    calf.click()
    expect(told.get_by_role("heading", name="Gastrocnemius lateral, right", exact=True)).to_be_visible()
    expect(told.get_by_role("link", name="Knee moves inward, right")).to_be_visible()
    assert page.evaluate("window.stayed")
    assert "place=back" in page.url
    told.get_by_role("link", name="All marked places").click()
    expect(told.get_by_role("heading", name="Probably overactive")).to_be_visible()
    # By keyboard: the place that was chosen keeps the focus.
    calf.focus()
    page.keyboard.press("Enter")
    expect(told.get_by_role("link", name="Knee moves inward, right")).to_be_visible()
    expect(calf).to_be_focused()
    assert not violations(page)
