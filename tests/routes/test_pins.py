"""What a PIN does not open, and choosing one: both ask for the password."""

from collections.abc import Callable
from datetime import timedelta

import time_machine

from studio.clock import utcnow
from studio.models.tablets import Tablet
from studio.models.users import User
from studio.operations import pins

from ..browse import Browser
from ..people import PASSWORD, Cast
from .test_tablets import OTHER, PIN, at, come, tablet

__all__ = ["tablet"]

Browse = Callable[..., Browser]


def test_somebody_who_came_by_pin_gives_the_password_before_the_owners_pages(
    browse: Browse, people: Cast, tablet: tuple[Tablet, str]
) -> None:
    pins.choose(people.owner, PASSWORD, "917364")
    with time_machine.travel(utcnow(), tick=False) as now:
        browser = at(browse(), tablet)
        come(browser, people.owner, "917364")
        assert "Your password, please" in browser.get("users.index", expect=403).get_text()
        wrong = {"next": "/settings/users", "confirm_password": "not it"}
        assert "This is not your password" in browser.post("step_ups.create", wrong, expect=403).get_text()
        browser.post("step_ups.create", wrong | {"confirm_password": PASSWORD})
        assert "People" in browser.follow().get_text()
        now.shift(timedelta(minutes=10))
        browser.get("users.index", expect=403)


def test_what_was_sent_goes_on_after_the_password_and_nothing_happens_before(
    browse: Browse, people: Cast, tablet: tuple[Tablet, str]
) -> None:
    pins.choose(people.owner, PASSWORD, "917364")
    browser = at(browse(), tablet)
    come(browser, people.owner, "917364")
    typed = {"name": "Amara Osei", "email": "amara@northside.example", "role": "coach", "credential": ""}
    page = browser.post("users.create", typed, expect=403)
    assert User.with_email("amara@northside.example") is None
    form = page.select_one("main form")
    assert form is not None
    sent = {str(box["name"]): str(box.get("value") or "") for box in form.select("input[name]")}
    answer = browser.http.post(str(form["action"]), data=sent | {"confirm_password": PASSWORD})
    assert answer.status_code < 400
    assert "Amara Osei" in browser.get("users.index").get_text()
    assert User.with_email("amara@northside.example") is not None


def test_a_password_sign_in_is_not_asked_again(browse: Browse, people: Cast) -> None:
    browse(people.owner).get("users.index")


def test_choosing_a_pin_needs_the_password_and_a_good_one(browse: Browse, people: Cast) -> None:
    browser = browse(people.coach)
    form = {"current": PASSWORD, "pin": PIN, "again": PIN}
    assert "not your password" in browser.post("pins.update", form | {"current": "x"}, expect=422).get_text()
    assert (
        "birthdays" in browser.post("pins.update", form | {"pin": "311299", "again": "311299"}, expect=422).get_text()
    )
    assert "another PIN" in browser.post("pins.update", form | {"again": OTHER}, expect=422).get_text()
    assert people.coach.pin_hash == ""
    page = browser.post("pins.update", form)
    assert people.coach.pin_hash.startswith("$argon2id$")
    page = browser.get("pins.edit")
    assert "Remove the PIN" in page.get_text()
    browser.post("pins.delete")
    assert people.coach.pin_hash == ""


def test_guessing_the_password_to_change_a_pin_is_limited(browse: Browse, people: Cast) -> None:
    browser = browse(people.coach)
    with time_machine.travel(utcnow(), tick=False):
        for _ in range(10):
            browser.post("pins.update", {"current": "x", "pin": PIN, "again": PIN}, expect=422)
        browser.post("pins.update", {"current": PASSWORD, "pin": PIN, "again": PIN}, expect=429)
