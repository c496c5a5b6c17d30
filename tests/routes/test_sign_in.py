"""Signing in and out: one answer for everything that does not fit, limits that hold, and an end that is one."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
import time_machine
from flask import Flask

from studio.clock import utcnow
from studio.extensions import db
from studio.models.database import write
from studio.models.events import Event
from studio.models.users import SignIn
from studio.operations import sign_ins
from studio.web.redirects import own_path

from ..browse import Browser
from ..people import PASSWORD, Cast

Browse = Callable[..., Browser]
RIGHT = {"email": "dana@northside.example", "password": PASSWORD}
WRONG = RIGHT | {"password": "not the password"}


def said(page: Any) -> str:
    return str(page.select_one(".error-summary").get_text(" ", strip=True))


def test_the_right_password_opens_today(browse: Browse) -> None:
    browser = browse()
    browser.post("sign_in.create", RIGHT)
    assert "Hello Dana" in browser.follow().get_text()


def test_the_address_is_not_case_sensitive(browse: Browse) -> None:
    browse().post("sign_in.create", RIGHT | {"email": " Dana@Northside.Example "})


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(browse: Browse) -> None:
    wrong = said(browse().post("sign_in.create", WRONG, expect=422))
    unknown = said(browse().post("sign_in.create", WRONG | {"email": "nobody@northside.example"}, expect=422))
    assert wrong == unknown
    assert "do not fit together" in wrong


def test_somebody_without_access_gets_that_answer_too(browse: Browse, people: Cast) -> None:
    with write():
        people.coach.active = False
    assert "do not fit together" in said(browse().post("sign_in.create", RIGHT, expect=422))


def test_what_was_typed_stays_but_never_the_password(browse: Browse) -> None:
    page = browse().post("sign_in.create", WRONG, expect=422)
    assert page.select_one("#email")["value"] == "dana@northside.example"  # type: ignore[index]
    assert not page.select_one("#password").get("value")  # type: ignore[union-attr]


def test_empty_boxes_say_what_to_enter(browse: Browse) -> None:
    page = browse().post("sign_in.create", {"email": "", "password": ""}, expect=422)
    assert "Enter your e-mail address" in said(page)
    assert "Enter your password" in said(page)


def test_ten_wrong_tries_close_an_account_for_some_minutes(browse: Browse) -> None:
    browser = browse()
    with time_machine.travel(utcnow(), tick=False) as now:
        for _ in range(10):
            browser.post("sign_in.create", WRONG, expect=422)
        page = browser.post("sign_in.create", RIGHT, expect=429)
        assert "Too many tries. Wait a minute" in said(page)
        assert browser.last is not None
        assert browser.last.headers["Retry-After"] == "60"
        now.shift(timedelta(minutes=2))
        browser.post("sign_in.create", RIGHT)


def test_one_address_cannot_try_many_accounts(browse: Browse) -> None:
    browser = browse()
    with time_machine.travel(utcnow(), tick=False):
        for number in range(20):
            browser.post("sign_in.create", WRONG | {"email": f"n{number}@northside.example"}, expect=422)
        page = browser.post("sign_in.create", RIGHT, expect=429)
    assert "Wait 3 minutes" in said(page)


def test_limits_survive_a_restart_because_they_are_rows(browse: Browse) -> None:
    with time_machine.travel(utcnow(), tick=False):
        for _ in range(10):
            browse().post("sign_in.create", WRONG, expect=422)
        db.engine.dispose()
        browse().post("sign_in.create", RIGHT, expect=429)


def test_signing_in_rightly_costs_no_try(browse: Browse) -> None:
    with time_machine.travel(utcnow(), tick=False):
        for _ in range(25):
            browse().post("sign_in.create", RIGHT)


def test_a_sign_in_starts_a_session_of_its_own(browse: Browse) -> None:
    browser = browse()
    with browser.http.session_transaction() as session:
        session["planted"] = "before"
    before = browser.token()
    browser.post("sign_in.create", RIGHT)
    with browser.http.session_transaction() as session:
        assert "planted" not in session
        assert len(session["_user_id"]) >= 40
    assert browser.token() != before


def test_only_the_hash_of_a_token_is_kept(browse: Browse) -> None:
    browser = browse()
    browser.post("sign_in.create", RIGHT)
    with browser.http.session_transaction() as session:
        token = session["_user_id"]
    assert token not in {row.token_hash for row in db.session.query(SignIn)}


def test_signing_out_ends_the_sign_in_itself(browse: Browse, people: Cast) -> None:
    browser = browse(people.coach)
    with browser.http.session_transaction() as session:
        kept = dict(session)
    browser.post("sign_in.delete")
    assert browser.last is not None
    assert browser.last.headers["Clear-Site-Data"] == '"cache"'
    with browser.http.session_transaction() as session:
        assert "_user_id" not in session
        session.update(kept)  # somebody copied the cookie before
    browser.get("today.show", expect=302)


def test_an_ended_sign_in_is_out_with_its_next_request(browse: Browse, people: Cast) -> None:
    browser = browse(people.coach)
    browser.get("today.show")
    sign_ins.sign_out_everywhere(people.coach, by=people.owner)
    browser.get("today.show", expect=302)


def test_a_sign_in_lasts_twelve_hours(browse: Browse, people: Cast) -> None:
    with time_machine.travel(utcnow(), tick=False) as now:
        browser = browse(people.coach)
        now.shift(timedelta(hours=11, minutes=59))
        browser.get("today.show")
        now.shift(timedelta(minutes=2))
        browser.get("today.show", expect=302)


def test_a_page_asked_for_before_signing_in_opens_after(browse: Browse) -> None:
    browser = browse()
    browser.get("clients.new", expect=302)
    assert browser.last is not None
    assert browser.last.location == "/sign-in?next=/clients/new"
    page = browser.follow()
    browser.post("sign_in.create", RIGHT | {"next": page.select_one("#next")["value"]})  # type: ignore[index]
    assert browser.last.location == "/clients/new"


ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "/\t/evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "http:/evil.example",
    "evil.example",
    "/a\r\nLocation: https://evil.example",
    "",
]


@pytest.mark.parametrize("target", ELSEWHERE)
def test_signing_in_never_leads_to_another_site(browse: Browse, target: str) -> None:
    browser = browse()
    browser.post("sign_in.create", RIGHT | {"next": target})
    assert browser.last is not None
    assert browser.last.location is not None
    assert urlsplit(urljoin("http://localhost/sign-in", browser.last.location)).netloc == "localhost"


@pytest.mark.parametrize("target", ["/", "/clients/3?q=a", "/clients?q=ann%20lee"])
def test_our_own_paths_are_let_through(target: str) -> None:
    assert own_path(target) == target


def test_whoever_is_signed_in_needs_no_form(browse: Browse, people: Cast) -> None:
    browser = browse(people.coach)
    browser.get("sign_in.new", expect=302)
    assert browser.last is not None
    assert browser.last.location == "/"


def test_a_plain_address_off_this_machine_is_pointed_out(app: Flask) -> None:
    client = app.test_client()
    assert "not encrypted" in client.get("/sign-in", base_url="http://studio.local:8000").text
    assert "not encrypted" not in client.get("/sign-in", base_url="http://127.0.0.1:8000").text
    assert "not encrypted" not in client.get("/sign-in", base_url="https://studio.example").text


def test_sign_ins_and_failures_are_in_the_trail(browse: Browse, people: Cast) -> None:
    browser = browse()
    browser.post("sign_in.create", WRONG, expect=422)
    browser.post("sign_in.create", RIGHT)
    browser.post("sign_in.delete")
    kinds = [event.kind for event in db.session.query(Event).order_by(Event.id)]
    assert kinds == ["sign-in.failed", "sign-in.started", "sign-in.ended"]
    assert "not the password" not in str([event.particulars for event in db.session.query(Event)])


def test_a_closed_address_does_not_close_other_peoples_accounts(browse: Browse) -> None:
    here, elsewhere = browse(), browse()
    elsewhere.http.environ_base["REMOTE_ADDR"] = "192.0.2.7"
    with time_machine.travel(utcnow(), tick=False):
        for number in range(20):
            here.post("sign_in.create", WRONG | {"email": f"n{number}@northside.example"}, expect=422)
        for _ in range(12):
            here.post("sign_in.create", WRONG, expect=429)
        elsewhere.post("sign_in.create", RIGHT)
