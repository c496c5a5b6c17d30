"""Every component on one page, in the real browser under the real policy: `gallery.html` beside this file."""

import os
from pathlib import Path
from typing import Any

import pytest
from flask import flash, session
from playwright.sync_api import Dialog, Page, expect
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, IntegerField, RadioField, SelectField, SelectMultipleField, TextAreaField
from wtforms.validators import Optional

from studio.forms.base import Form
from studio.forms.fields import ThreePartDate, name_field, phone_field
from studio.forms.validators import Needed
from studio.web.security import HEADERS

from ..people import Cast
from .axe import violations
from .conftest import PHONE, PORTRAIT, TABLET, SignIn
from .pictures import keep
from .server import Server

GALLERY = (Path(__file__).parent / "gallery.html").read_text(encoding="utf-8")


class Everything(Form):
    name = name_field("Client’s name", "the client’s name", description="As they want to be called")
    phone = phone_field("Phone")
    birth_date = ThreePartDate("Date of birth")
    weight = IntegerField("Weight", [Optional()])
    country = SelectField("Country", choices={"ie": "Ireland", "gb": "United Kingdom"})
    note = TextAreaField("Note", description="Only the team reads this")
    side = RadioField("Side", choices={"left": "Left", "both": "Both", "right": "Right"})
    paper = RadioField("Paper in your printer", choices={"a4": "A4", "letter": "Letter"})
    limits = RadioField(
        "How far may they go?",
        [Needed("how far they may go", "Choose")],
        choices={"all": "Everything", "some": "With limits", "no": "Not yet"},
    )
    equipment = SelectMultipleField("Equipment at home", choices={"roller": "Foam roller", "band": "Band"})
    floor = BooleanField("Gets down to the floor and up again without help", description="Without it, we stay off it")
    reason = name_field("Reason", "a reason")


TYPED = MultiDict(
    {
        "name": "Siobhán Ní Dhomhnaill",
        "phone": "086 111 2233",
        "birth_date-day": "12",
        "birth_date-month": "3",
        "country": "ie",
        "side": "both",
        "paper": "a4",
        "equipment": "band",
        "reason": "Cleared by phone",
    }
)


@pytest.fixture
def open_gallery(server: Server, sign_in: SignIn) -> Any:
    """`open_gallery(PHONE, flashed=…)` shows the gallery as a page of the server, with what was flashed before."""

    def show(size: Any = TABLET, flashed: Any = None, **options: Any) -> Page:
        page = sign_in(size=size, **options)
        with server.look():
            token = server.cookie(Cast().coach)["value"]
            name = server.app.config["SESSION_COOKIE_NAME"]
            with server.app.test_request_context(
                "/clients", headers={"Cookie": f"{name}={token}"}, base_url=server.url
            ):
                assert session["_user_id"]
                if flashed:
                    flash(flashed)
                form = Everything(TYPED, meta={"csrf": False})
                form.validate()
                html = server.app.jinja_env.from_string(GALLERY).render(form=form, **_context(server))
        page.route(
            "**/gallery",
            lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8", headers=HEADERS),
        )
        page.goto("/gallery")
        return page

    return show


def _context(server: Server) -> dict[str, Any]:
    values: dict[str, Any] = {}
    server.app.update_template_context(values)
    return values


@pytest.mark.parametrize(("name", "size"), [("tablet", TABLET), ("portrait", PORTRAIT), ("phone", PHONE)])
def test_every_component_is_accessible_and_fits_the_screen(open_gallery: Any, name: str, size: Any) -> None:
    page = open_gallery(size, flashed={"text": "Bo is checked in.", "undo_url": "/undo"})
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, "the page scrolls sideways"
    if folder := os.environ.get("PLUMBLINE_SCREENS"):
        page.evaluate("scrollTo(0, 0)")
        keep(page, Path(folder) / f"components-{name}.png", whole=True)


@pytest.mark.parametrize("size", [TABLET, PHONE])
def test_every_control_is_big_enough_for_a_thumb(open_gallery: Any, size: Any) -> None:
    page = open_gallery(size)
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, a[href], summary, select, textarea, input:not([type=hidden])")]
            .filter((control) => control.offsetParent && !control.closest("p, .hang, .skip"))
            .map((control) => [control.closest("label") ?? control, control])
            .filter(([target]) => target.getBoundingClientRect().height < 44)
            .map(([, control]) => control.outerHTML.slice(0, 90))"""
    )
    assert small == []


def test_the_error_summary_has_the_cursor_and_leads_to_the_boxes(open_gallery: Any) -> None:
    page = open_gallery()
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    summary.get_by_text("Choose how far they may go").click()
    expect(page.get_by_label("Everything")).to_be_focused()


def test_slash_leads_to_the_search_but_can_be_typed(open_gallery: Any) -> None:
    page = open_gallery()
    page.keyboard.press("/")
    box = page.locator("[data-slash]").first
    expect(box).to_be_focused()
    page.keyboard.type("086/1")
    expect(box).to_have_value("086/1")


def test_a_dialog_wants_its_reason_and_closes_by_escape(open_gallery: Any) -> None:
    page = open_gallery()
    page.get_by_role("button", name="Leave it").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="Use it")).to_be_disabled()
    dialog.get_by_label("Reason").fill("Cleared by Dr Raghunathan")
    expect(dialog.get_by_role("button", name="Use it")).to_be_enabled()
    dialog.get_by_label("Reason").fill("  ")
    expect(dialog.get_by_role("button", name="Use it")).to_be_disabled()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_a_menu_closes_by_escape_and_gives_the_cursor_back(open_gallery: Any) -> None:
    page = open_gallery()
    face = page.locator("summary[aria-label='More for Bo Li']")
    face.click()
    expect(page.get_by_role("link", name="Archive")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Archive")).to_be_hidden()
    expect(face).to_be_focused()


def test_a_toast_offers_undo_and_goes_unless_somebody_is_on_it(open_gallery: Any) -> None:
    page = open_gallery(flashed={"text": "Bo is checked in.", "undo_url": "/undo"})
    toast = page.get_by_text("Bo is checked in.")
    expect(toast).to_be_visible()
    page.clock.install()
    page.reload()
    page.get_by_role("button", name="Undo").focus()
    page.clock.run_for(20_000)
    expect(toast).to_be_visible()
    page.locator("[data-slash]").first.focus()
    page.clock.run_for(9_000)
    expect(toast).to_be_hidden()


def test_an_unsaved_form_asks_before_it_is_left(open_gallery: Any) -> None:
    page = open_gallery()
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.get_by_label("Client’s name").fill("Siobhán")
    page.get_by_role("link", name="Plumbline, today").click(no_wait_after=True)
    expect(page.get_by_label("Client’s name")).to_have_value("Siobhán")
    assert asked == ["beforeunload"]


def test_a_form_is_sent_once_however_nervous_the_finger(open_gallery: Any) -> None:
    page = open_gallery()
    sent: list[str] = []
    page.route("**/slow", lambda route: sent.append(route.request.method))
    page.get_by_role("button", name="Add the client").dblclick(no_wait_after=True)
    page.wait_for_timeout(300)
    assert sent == ["POST"]


@pytest.mark.parametrize("size", [TABLET, PHONE])
def test_the_error_page_is_accessible_and_leads_home(sign_in: SignIn, size: Any) -> None:
    page = sign_in(size=size)
    page.goto("/nothing-here")
    assert violations(page) == []
    expect(page.get_by_role("link", name="Go to today")).to_have_attribute("href", "/")
