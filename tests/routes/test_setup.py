"""The first-run wizard: three steps, nothing lost on the way back, and closed for good once the studio is open."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from studio.extensions import db
from studio.models.studios import the_studio
from studio.models.users import Role, User

from ..browse import Browser

BareBrowse = Callable[[], Browser]
PLACE = {
    "step": "place",
    "name": "Tideway Movement Studio",
    "country": "IE",
    "address": "3 Harbour Street, Dublin",
    "phone": "01 555 0143",
    "time_zone": "Europe/Dublin",
}
PAPER = {"step": "paper", "currency": "EUR", "paper": "A4", "units": "cm", "emergency_number": "112"}
OWNER = {
    "step": "owner",
    "name": "Tomasz Wójcik",
    "email": "tomasz@tideway.example",
    "password": "zebra lamp quiet orbit",
}


def value(page: Any, box: str) -> str:
    found = page.select_one(f"#{box}")
    chosen = found.select_one("option[selected]") if found.name == "select" else found
    return str(chosen["value"]) if chosen else ""


def test_every_address_leads_to_the_wizard_first(bare_browse: BareBrowse) -> None:
    browser = bare_browse()
    for endpoint in ("today.show", "sign_in.new", "clients.index"):
        browser.get(endpoint, expect=302)
        assert browser.last is not None
        assert browser.last.location == "/setup"


def test_three_steps_open_the_studio_and_sign_the_owner_in(bare_browse: BareBrowse) -> None:
    browser = bare_browse()
    for answers in (PLACE, PAPER):
        browser.post("setup.create", answers)
        browser.follow()
    browser.post("setup.create", OWNER)
    assert "Hello Tomasz" in browser.follow().get_text()
    studio = the_studio()
    assert studio is not None
    assert (studio.name, studio.country, studio.phone) == ("Tideway Movement Studio", "IE", "+35315550143")
    assert (studio.time_zone, studio.currency, studio.paper) == ("Europe/Dublin", "EUR", "A4")
    owner = db.session.query(User).one()
    assert (owner.role, owner.must_change_password) == (Role.owner, False)
    assert owner.password_hash.startswith("$argon2id$")


@pytest.mark.parametrize(
    ("country", "currency", "paper", "units", "emergency"),
    [("US", "USD", "Letter", "in", "911"), ("GB", "GBP", "A4", "cm", "999"), ("DE", "EUR", "A4", "cm", "112")],
)
def test_the_country_suggests_money_paper_and_lengths(
    bare_browse: BareBrowse, country: str, currency: str, paper: str, units: str, emergency: str
) -> None:
    browser = bare_browse()
    browser.post("setup.create", PLACE | {"country": country, "phone": ""})
    page = browser.follow()
    assert value(page, "currency") == currency
    assert page.select_one(f'[name=paper][value="{paper}"][checked]')
    assert page.select_one(f'[name=units][value="{units}"][checked]')
    assert value(page, "emergency_number") == emergency


def test_the_way_back_loses_nothing(bare_browse: BareBrowse) -> None:
    browser = bare_browse()
    browser.post("setup.create", PLACE)
    browser.post("setup.create", PAPER | {"emergency_number": "999", "back": "yes"})
    page = browser.follow()
    assert value(page, "name") == PLACE["name"]
    assert value(page, "phone") == PLACE["phone"]
    assert value(page, "time_zone") == "Europe/Dublin"
    browser.post("setup.create", PLACE)
    assert value(browser.follow(), "emergency_number") == "999"
    browser.post("setup.create", PAPER)
    browser.post("setup.create", OWNER | {"name": "T", "password": "x", "back": "yes"})
    browser.post("setup.create", PAPER)
    page = browser.follow()
    assert value(page, "email") == OWNER["email"]
    assert not page.select_one("#password").get("value")  # type: ignore[union-attr]


def test_a_password_never_waits_in_the_cookie(bare_browse: BareBrowse) -> None:
    browser = bare_browse()
    for answers in (PLACE, PAPER, OWNER | {"email": "wrong"}):
        browser.post("setup.create", answers, expect=422 if answers.get("email") == "wrong" else 303)
    with browser.http.session_transaction() as session:
        assert OWNER["password"] not in str(dict(session))


def test_nobody_skips_a_step(bare_browse: BareBrowse) -> None:
    page = bare_browse().get("setup.new", step="owner")
    assert page.h1 is not None
    assert page.h1.get_text() == "Your studio"


def test_errors_say_what_to_do_and_keep_what_was_typed(bare_browse: BareBrowse) -> None:
    page = bare_browse().post(
        "setup.create", PLACE | {"name": "", "country": "", "time_zone": "", "phone": "12"}, expect=422
    )
    words = page.get_text()
    for sentence in ("Enter the studio's name", "Choose the country", "Choose the time zone", "Enter a phone number"):
        assert sentence in words
    assert value(page, "address") == PLACE["address"]


def test_the_owner_cannot_choose_the_studios_name_as_password(bare_browse: BareBrowse) -> None:
    browser = bare_browse()
    browser.post("setup.create", PLACE)
    browser.post("setup.create", PAPER)
    page = browser.post("setup.create", OWNER | {"password": "tideway tideway 2026"}, expect=422)
    assert "Leave out “tideway”" in page.get_text()


def test_the_country_is_guessed_from_the_browser(bare_app: Flask) -> None:
    page = bare_app.test_client().get("/setup", headers={"Accept-Language": "en-NZ,en;q=0.8"}).text
    assert 'selected value="NZ"' in page


def test_an_open_studio_has_no_wizard(app: Flask, browse: Callable[..., Browser]) -> None:
    browser = browse()
    browser.get("setup.new", expect=302)
    browser.post("setup.create", PLACE)
    browser.post("setup.demo")
    assert db.session.query(User).count() == 4
