"""A client's own photo in a real browser: chosen, moved in its frame by finger and key, kept, and not sent twice."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from studio.models.photos import ClientPhoto, photo_on
from studio.models.programmes import load_programme

from ..pictures import a_picture, agreed, held_another_way
from ..programmes import a_draft
from .axe import violations
from .server import Server
from .waiting import until


@pytest.fixture
def programme(server: Server) -> int:
    """A draft of a client who agreed to photos."""
    with server.look():
        return a_draft(agreed("photos")).programme_id


@pytest.fixture
def shot(tmp_path: Path) -> Path:
    """A photo as a telephone that was held upright writes it, larger than what is kept."""
    file = tmp_path / "IMG_0001.jpg"
    file.write_bytes(held_another_way(6, a_picture(2400, 3200)))
    return file


def kept(server: Server, programme: int) -> ClientPhoto | None:
    with server.look():
        found = load_programme(programme)
        assert found is not None
        assert found.draft is not None
        return photo_on(found.client_id, found.draft.on_sheet[0].exercise)


def box(page: Page) -> list[int]:
    """Left, top, width and height of what is in the frame, in pixels of the photo."""
    return [int(one) for one in (page.locator(".photo__frame").get_attribute("viewBox") or "").split()]


def test_a_photo_is_taken_moved_in_its_frame_and_kept(page: Page, server: Server, programme: int, shot: Path) -> None:
    page.goto(f"/programmes/{programme}")
    page.get_by_role("link", name="Photo of Thandiwe").first.click()
    with page.expect_request(re.compile("/photo$")) as sent:
        page.get_by_label("Take a photo").set_input_files(shot)
    assert len(sent.value.post_data_buffer or b"") < shot.stat().st_size  # made smaller on the tablet
    frame = page.locator(".photo__frame")
    expect(frame).to_be_visible()
    expect(page.locator(".exercise-line__picture--photo img")).to_have_count(1)
    assert box(page) == [0, 320, 1200, 960]

    place = frame.bounding_box()
    assert place is not None
    page.mouse.move(place["x"] + 100, place["y"] + 100)
    page.mouse.down()
    page.mouse.move(place["x"] + 100, place["y"] + 100 + place["height"] / 4, steps=4)
    page.mouse.up()
    moved = box(page)
    assert moved == [0, pytest.approx(80, abs=8), 1200, 960]
    frame.focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("+")
    assert box(page)[2] == 1080
    assert box(page)[1] > moved[1]
    page.get_by_role("slider", name="Closer").fill("160")  # as far away as it goes: all of it, on white
    assert box(page) == [-400, 0, 2000, 1600]
    page.keyboard.press("Tab")
    assert not violations(page)
    page.get_by_role("button", name="Keep it like this").click()
    expect(page.locator(".toast").last).to_contain_text("Photo kept as you moved it")
    expect(page.locator(".photo__frame")).to_have_count(0)
    photo = kept(server, programme)
    assert photo is not None
    assert (photo.left, photo.top, photo.across) == (-400, 0, 2000)
    loaded = "one => one.complete && one.naturalWidth"
    expect(page.locator(".exercise-line__picture--photo img")).to_be_visible()
    until(page, f"({loaded})(document.querySelector('.exercise-line__picture--photo img')) === 500")


def test_two_fingers_bring_it_closer_on_a_telephone(phone: Page, server: Server, programme: int, shot: Path) -> None:
    phone.goto(f"/programmes/{programme}")
    phone.get_by_role("link", name="Photo of Thandiwe").first.click()
    phone.get_by_label("Choose a picture").set_input_files(shot)
    frame = phone.locator(".photo__frame")
    expect(frame).to_be_visible()
    frame.scroll_into_view_if_needed()
    place = frame.bounding_box()
    assert place is not None
    x, y = place["x"] + place["width"] / 2, place["y"] + place["height"] / 2
    touch = phone.context.new_cdp_session(phone)
    for kind, apart in (("touchStart", 40), ("touchMove", 60), ("touchMove", 80), ("touchEnd", 0)):
        points = [{"x": x - apart, "y": y, "id": 1}, {"x": x + apart, "y": y, "id": 2}] if apart else []
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    assert box(phone)[2] == pytest.approx(600, abs=20)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_a_network_it_says_so_and_the_same_photo_can_be_sent_again(
    page: Page, server: Server, programme: int, shot: Path
) -> None:
    page.goto(f"/programmes/{programme}")
    page.get_by_role("link", name="Photo of Thandiwe").first.click()
    page.route("**/photo", lambda route: route.abort())
    page.get_by_label("Choose a picture").set_input_files(shot)
    expect(page.locator("[data-photo-status]")).to_contain_text("was not sent")
    assert kept(server, programme) is None
    said: list[str] = []

    def through(route: Route) -> None:
        said.append(page.locator("[data-photo-status]").inner_text())
        route.continue_()

    page.unroute("**/photo")
    page.route("**/photo", through)
    page.get_by_label("Choose a picture").set_input_files(shot)
    expect(page.locator(".photo__frame")).to_be_visible()
    assert kept(server, programme) is not None
    assert said == ["Sending the photo …"]
