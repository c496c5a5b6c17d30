"""Lines of a programme are dragged to their place by the grip, with a mouse and with a finger."""

import pytest
from playwright.sync_api import Locator, Page, expect

from studio.operations import programmes

from ..builders import a_client
from ..people import Cast
from ..programmes import KIT, a_draft
from .conftest import PHONE, SignIn
from .server import Server
from .test_programme import stored

STRETCHES = ["len_soleus_wall_bent", "len_calf_wall_straight", "len_adductor_rock_back"]


@pytest.fixture
def programme(server: Server) -> int:
    """A fresh draft with three stretches in one phase."""
    with server.look():
        draft = a_draft(a_client("Thandiwe Mokoena-Featherstonehaugh", equipment=KIT))
        for exercise in STRETCHES[1:]:
            programmes.add(draft, exercise, reason="", seen=draft.revision, by=Cast().coach)
        return draft.programme_id


def stretches(page: Page) -> Locator:
    return page.get_by_role("region", name="Lengthen").locator(".exercise-line")


def middle(place: Locator) -> tuple[float, float]:
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def moved(server: Server, programme: int) -> list[str]:
    return [name for name in stored(server, programme) if name.startswith("len_")]


def test_a_mouse_drags_the_last_line_to_the_top_of_its_phase(page: Page, server: Server, programme: int) -> None:
    page.goto(f"/programmes/{programme}")
    last = stretches(page).nth(2)
    name = last.get_by_role("link").first.inner_text()
    x, y = middle(last.locator("[data-grip]"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y - 40, steps=4)
    expect(last).to_have_class("exercise-line is-dragged")
    page.mouse.move(x, y - 2000, steps=4)
    page.mouse.up()
    expect(page.locator(".toast")).to_contain_text("Moved")
    expect(stretches(page).first).to_contain_text(name)
    expect(page.locator("details[open][data-menu]")).to_have_count(0)
    assert moved(server, programme) == [STRETCHES[2], *STRETCHES[:2]]


def test_a_finger_drags_a_line_down_one_place(server: Server, sign_in: SignIn, programme: int) -> None:
    page = sign_in("coach", PHONE)
    page.goto(f"/programmes/{programme}")
    grip = stretches(page).first.locator("[data-grip]")
    x, y = middle(grip)
    box = stretches(page).nth(1).bounding_box()
    assert box is not None
    finger = page.context.new_cdp_session(page)

    def touch(kind: str, *points: float) -> None:
        at = [{"x": x, "y": to} for to in points]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

    touch("touchStart", y)
    for step in range(1, 5):
        touch("touchMove", y + step * box["height"] * 0.2)
    expect(page.locator(".is-dragged")).to_have_count(1)
    touch("touchEnd")
    expect(page.locator(".toast")).to_contain_text("Moved")
    expect(page.locator(".is-dragged")).to_have_count(0)
    assert moved(server, programme) == [STRETCHES[1], STRETCHES[0], STRETCHES[2]]


def test_escape_lets_go_and_a_short_press_opens_the_menu(page: Page, server: Server, programme: int) -> None:
    page.goto(f"/programmes/{programme}")
    grip = stretches(page).first.locator("[data-grip]")
    x, y = middle(grip)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y + 200, steps=4)
    page.keyboard.press("Escape")
    expect(page.locator(".is-dragged")).to_have_count(0)
    page.mouse.up()
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 2, y + 3)
    page.mouse.up()
    expect(page.get_by_role("button", name="Move down")).to_be_visible()
    expect(page.get_by_role("button", name="Move here")).to_have_count(0)
    assert moved(server, programme) == STRETCHES


def test_a_line_that_could_not_be_moved_lies_where_it_was(page: Page, server: Server, programme: int) -> None:
    page.goto(f"/programmes/{programme}")
    page.context.set_offline(True)
    first = stretches(page).first
    x, y = middle(first.locator("[data-grip]"))
    place = first.bounding_box()
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y + 200, steps=4)
    page.mouse.up()
    expect(page.locator("[data-save-text]")).to_have_text("Not saved, try again")
    expect(page.locator(".is-dragged")).to_have_count(0)
    assert first.bounding_box() == place
    assert moved(server, programme) == STRETCHES
