"""An enrolled tablet and the PIN: a short way back there, closed after five wrong tries, worth nothing elsewhere."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from flask import Flask

from studio.clock import utcnow
from studio.extensions import db
from studio.models.database import write
from studio.models.events import Event
from studio.models.tablets import Tablet
from studio.models.users import SignIn, User
from studio.operations import pins, tablets, users

from ..browse import Browser
from ..people import PASSWORD, Cast
from ..tablets import a_tablet

Browse = Callable[..., Browser]
PIN, OTHER, WRONG = "583926", "740261", "638205"
COOKIE = "plumbline-tablet"


@pytest.fixture
def tablet(people: Cast) -> tuple[Tablet, str]:
    """A tablet, and PINs of both coaches."""
    pins.choose(people.coach, PASSWORD, PIN)
    pins.choose(people.other_coach, PASSWORD, OTHER)
    return a_tablet()


def at(browser: Browser, tablet: tuple[Tablet, str]) -> Browser:
    browser.http.set_cookie(COOKIE, tablet[1])
    return browser


def come(browser: Browser, person: User, pin: str, *, expect: int = 303, **more: Any) -> Any:
    return browser.post("pin_sign_ins.create", {"pin": pin, **more}, user_id=person.id, expect=expect)


def test_the_owner_enrols_the_tablet_in_hand_and_only_its_hash_is_kept(browse: Browse, people: Cast) -> None:
    owner = browse(people.owner)
    owner.post("tablets.create", {"name": "Blue cover"})
    assert "This device is enrolled as Blue cover" in owner.follow().get_text(" ", strip=True).replace("  ", " ")
    cookie = owner.http.get_cookie(COOKIE)
    assert cookie is not None
    assert (cookie.http_only, cookie.same_site, cookie.path) == (True, "Lax", "/")
    assert len(cookie.value) >= 43
    assert cookie.value != db.session.query(Tablet).one().token_hash
    owner.post("sign_in.delete")
    assert owner.http.get_cookie(COOKIE) is not None, "the tablet stays enrolled when somebody signs out"


def test_a_pin_brings_its_owner_to_the_page_that_was_open(
    browse: Browse, people: Cast, tablet: tuple[Tablet, str]
) -> None:
    browser = at(browse(), tablet)
    browser.get("clients.index", expect=302)
    browser.http.get("/sign-in?next=/clients")
    page = browser.get("pin_sign_ins.index", next="/clients")
    assert [tile.b.get_text() for tile in page.select(".person-tile")] == ["Dana Whitfield", "Jonas Keller"]  # type: ignore[union-attr]
    page = browser.get("pin_sign_ins.new", user_id=people.coach.id, next="/clients")
    come(browser, people.coach, PIN, next=page.select_one("#next")["value"])  # type: ignore[index]
    assert browser.last is not None
    assert browser.last.location == "/clients"
    assert "Dana Whitfield" in browser.follow().get_text()


def test_switching_ends_the_sign_in_before_and_changes_the_token(
    browse: Browse, people: Cast, tablet: tuple[Tablet, str]
) -> None:
    browser = at(browse(), tablet)
    come(browser, people.coach, PIN)
    with browser.http.session_transaction() as session:
        dana = session["_user_id"]
    token = browser.token()
    come(browser, people.other_coach, OTHER)
    assert browser.token() != token
    with browser.http.session_transaction() as session:
        assert session["_user_id"] != dana
        session["_user_id"] = dana  # somebody kept the old cookie
    browser.get("today.show", expect=302)
    names = [event.summary for event in db.session.query(Event).filter_by(kind="sign-in.started")]
    assert names[-2:] == [
        "Dana Whitfield signed in by PIN on Front desk",
        "Jonas Keller signed in by PIN on Front desk",
    ]


def test_five_wrong_pins_leave_only_the_password_even_after_a_restart(
    browse: Browse, people: Cast, tablet: tuple[Tablet, str]
) -> None:
    browser = at(browse(), tablet)
    for left in (4, 3, 2, 1):
        assert f"{left} tr" in come(browser, people.coach, WRONG, expect=422).get_text()
    assert "one try too many" in come(browser, people.coach, WRONG, expect=422).get_text()
    db.engine.dispose()
    assert "one try too many" in come(browser, people.coach, PIN, expect=422).get_text()
    assert "password needed" in browser.get("pin_sign_ins.index").get_text()
    come(browser, people.other_coach, OTHER)
    browser.post("sign_in.delete")
    browser.post("sign_in.create", {"email": people.coach.email, "password": PASSWORD})
    browser.post("sign_in.delete")
    come(browser, people.coach, PIN)


def test_a_right_pin_forgives_the_wrong_ones_before(browse: Browse, people: Cast, tablet: tuple[Tablet, str]) -> None:
    browser = at(browse(), tablet)
    for _ in range(3):
        for _ in range(4):
            come(browser, people.coach, WRONG, expect=422)
        come(browser, people.coach, PIN)


def test_the_lock_of_one_tablet_is_not_that_of_another(
    browse: Browse, people: Cast, tablet: tuple[Tablet, str]
) -> None:
    for _ in range(5):
        come(at(browse(), tablet), people.coach, WRONG, expect=422)
    come(at(browse(), a_tablet("Gym floor")), people.coach, PIN)


def test_a_pin_is_worth_nothing_off_the_studios_tablets(
    browse: Browse, people: Cast, tablet: tuple[Tablet, str]
) -> None:
    for secret in ("", "guessed", tablet[0].token_hash):
        stranger = at(browse(), (tablet[0], secret))
        come(stranger, people.coach, PIN, expect=404)
        stranger.get("pin_sign_ins.new", user_id=people.coach.id, expect=404)
        stranger.get("pin_sign_ins.index", expect=302)


def test_a_tablet_that_is_taken_out_signs_everybody_out_and_takes_no_pin(
    browse: Browse, people: Cast, tablet: tuple[Tablet, str]
) -> None:
    browser = at(browse(), tablet)
    come(browser, people.coach, PIN)
    browse(people.owner).post("tablets.delete", tablet_id=tablet[0].id)
    browser.get("today.show", expect=302)
    come(browser, people.coach, PIN, expect=404)


@pytest.mark.parametrize("change", ["no access", "one-time password", "removed"])
def test_who_lost_access_or_the_pin_is_not_on_the_lock_screen(
    browse: Browse, people: Cast, tablet: tuple[Tablet, str], change: str
) -> None:
    if change == "no access":
        users.change(people.coach, {"active": False}, by=people.owner)
    elif change == "one-time password":
        users.reset_password(people.coach, by=people.owner)
        assert people.coach.pin_hash == ""
    else:
        pins.remove(people.coach)
    browser = at(browse(), tablet)
    assert "Dana" not in browser.get("pin_sign_ins.index").get_text()
    come(browser, people.coach, PIN, expect=404)


def test_an_enrolled_tablet_locks_after_fifteen_minutes_and_another_device_does_not(
    browse: Browse, people: Cast, tablet: tuple[Tablet, str]
) -> None:
    with time_machine.travel(utcnow(), tick=False) as now:
        browser, laptop = at(browse(), tablet), browse(people.coach)
        come(browser, people.coach, PIN)
        for _ in range(3):
            now.shift(timedelta(minutes=14, seconds=59))
            browser.get("today.show")
        now.shift(timedelta(minutes=15))
        browser.get("today.show", expect=302)
        laptop.get("today.show")


def test_a_sign_in_by_pin_ends_after_twelve_hours_however_busy(
    browse: Browse, people: Cast, tablet: tuple[Tablet, str]
) -> None:
    with time_machine.travel(utcnow(), tick=False) as now:
        browser = at(browse(), tablet)
        come(browser, people.coach, PIN)
        for _ in range(71):
            now.shift(timedelta(minutes=10))
            browser.get("account.edit")
        now.shift(timedelta(minutes=10))
        browser.get("account.edit", expect=302)


def test_locking_by_hand_leads_to_the_tiles_and_back(browse: Browse, people: Cast, tablet: tuple[Tablet, str]) -> None:
    browser = at(browse(), tablet)
    come(browser, people.coach, PIN)
    browser.post("locks.create", {"next": "/clients"})
    assert "Who is here?" in browser.follow().get_text()
    browser.get("clients.index", expect=302)


def test_a_stolen_sign_in_of_a_tablet_taken_out_is_over(app: Flask, people: Cast) -> None:
    tablet, token = a_tablet()
    tablets.revoke(tablet, by=people.owner)
    assert tablets.known(token) is None
    assert all(row.ended_at for row in db.session.query(SignIn).filter_by(tablet_id=tablet.id))
    with write():
        kinds = [event.kind for event in db.session.query(Event).filter(Event.kind.startswith("tablet."))]
    assert kinds == ["tablet.enrolled", "tablet.revoked"]
