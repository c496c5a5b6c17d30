"""The tablet in a client's hands: their form answers, nothing else does, and only a PIN or the password opens it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from flask import Flask

from studio.clock import utcnow
from studio.extensions import db
from studio.models.clients import Client
from studio.models.consents import standing_of
from studio.models.events import Event
from studio.models.hand_overs import HandOver
from studio.operations import pins

from ..browse import Browser
from ..builders import a_client
from ..people import PASSWORD, Cast
from ..rules.every import SAFE, calls, furnish
from ..tablets import a_tablet
from .test_consents import form
from .test_readiness import NO

Browse = Callable[..., Browser]
PIN = "583926"
# What a client may reach: their form, its drafts, the notice, and the way back for the coach.
THEIRS = {
    "consents.new", "consents.create", "consent_drafts.update", "privacy.show",
    "hand_over.show", "hand_over_locks.create", "returns.index", "returns.new", "returns.create",
    "password_returns.new", "password_returns.create",
}  # fmt: skip


def give(browser: Browser, client: Client) -> Browser:
    browser.post("hand_overs.create", {"steps": "consent"}, client_id=client.id)
    assert browser.last is not None
    assert browser.last.location == "/hand-over"
    return browser


def test_the_tablet_goes_to_the_client_and_comes_back_with_the_password(browse: Browse, people: Cast) -> None:
    client = a_client("Zoë Papadopoulou")
    browser = browse(people.coach)
    assert browser.get("hand_overs.new", client_id=client.id).select_one("input[value=consent][checked]")
    give(browser, client)
    assert "Hello Zoë" in browser.follow().get_text()
    browser.post("consents.create", form(agree_touch="y"), client_id=client.id)
    browser.http.get(str(browser.last and browser.last.location))
    page = browser.get("hand_over.show")
    assert "Thank you, Zoë" in page.get_text()
    assert standing_of(client.id).state == "given"
    wrong = browser.post("password_returns.create", {"password": "not it"}, expect=422)
    assert "not the password of Dana Whitfield" in wrong.get_text()
    browser.post("password_returns.create", {"password": PASSWORD})
    assert "Zoë Papadopoulou" in browser.follow().get_text()
    browser.get("today.show")
    kinds = [event.kind for event in db.session.query(Event).order_by(Event.id)]
    assert kinds.index("hand-over.given") < kinds.index("consent.given") < kinds.index("hand-over.taken-back")


@pytest.mark.sweep
def test_nothing_else_answers_whatever_is_asked_for(app: Flask, browse: Browse, people: Cast) -> None:
    ids = furnish()
    client = a_client()
    for call in calls(app, ids):
        if call.endpoint in THEIRS - {"consents.new", "consents.create", "consent_drafts.update"}:
            continue
        browser = give(browse(people.owner), client)
        headers = {} if call.method in SAFE else {"X-CSRFToken": browser.token()}
        answer = browser.http.open(call.address, method=call.method, headers=headers)
        assert answer.status_code == 303, f"{call}: {answer.status_code}"
        assert answer.location == "/hand-over", f"{call}: {answer.location}"


def test_an_address_that_does_not_exist_says_nothing_either(browse: Browse, people: Cast) -> None:
    browser = give(browse(people.coach), a_client())
    answer = browser.http.get("/nowhere")
    assert (answer.status_code, answer.location) == (303, "/hand-over")


@pytest.mark.parametrize("headers", [{"HX-Request": "true", "HX-Request-Type": "partial"}, {"X": "json"}])
def test_parts_and_taps_get_a_plain_no(browse: Browse, people: Cast, headers: dict[str, str]) -> None:
    browser = give(browse(people.coach), a_client())
    more: dict[str, Any] = {"json": {}} if "X" in headers else {}
    answer = browser.http.post("/clients", headers=headers | {"X-CSRFToken": browser.token()}, **more)
    assert answer.status_code == 403


def test_the_form_of_another_client_is_not_reached(browse: Browse, people: Cast) -> None:
    mine, other = a_client(), a_client()
    browser = give(browse(people.coach), mine)
    browser.get("consents.new", client_id=other.id, expect=303)
    browser.post("consents.create", form(), client_id=other.id)
    assert browser.last is not None
    assert browser.last.location == "/hand-over"
    assert standing_of(other.id).state == "none"
    browser.get("consents.new", client_id=mine.id)


def test_the_clients_pages_lead_nowhere_but_to_the_form_and_back(browse: Browse, people: Cast) -> None:
    client = a_client()
    browser = give(browse(people.coach), client)
    for page in (browser.get("hand_over.show"), browser.get("consents.new", client_id=client.id)):
        leads = {str(link["href"]).split("#")[0] for link in page.select("a[href]")} - {""}
        assert leads <= {"/hand-over/return", f"/clients/{client.id}/consents/new", "/privacy"}


def test_a_pin_on_an_enrolled_tablet_brings_any_coach_back(browse: Browse, people: Cast) -> None:
    pins.choose(people.other_coach, PASSWORD, PIN)
    browser = browse(people.coach)
    browser.http.set_cookie("plumbline-tablet", a_tablet()[1])
    give(browser, a_client())
    page = browser.get("returns.index")
    assert [tile.b.get_text() for tile in page.select(".person-tile")] == ["Jonas Keller"]  # type: ignore[union-attr]
    wrong = browser.post("returns.create", {"pin": "638205"}, user_id=people.other_coach.id, expect=422)
    assert "4 tries left" in wrong.get_text()
    browser.get("today.show", expect=303)
    with browser.http.session_transaction() as session:
        before = session["_user_id"]
    browser.post("returns.create", {"pin": PIN}, user_id=people.other_coach.id)
    assert "Jonas Keller" in browser.get("today.show").get_text()
    with browser.http.session_transaction() as session:
        assert session["_user_id"] != before
    assert db.session.query(HandOver).one().ended_by_id == people.other_coach.id


def test_off_an_enrolled_tablet_no_pin_takes_it_back(browse: Browse, people: Cast) -> None:
    pins.choose(people.coach, PASSWORD, PIN)
    browser = give(browse(people.coach), a_client())
    browser.get("returns.index", expect=302)
    browser.post("returns.create", {"pin": PIN}, user_id=people.coach.id, expect=404)


def test_after_ten_idle_minutes_it_is_locked_and_keeps_what_was_typed(browse: Browse, people: Cast) -> None:
    client = a_client("Zoë Papadopoulou")
    with time_machine.travel(utcnow(), tick=False) as now:
        browser = give(browse(people.coach), client)
        browser.post("consent_drafts.update", {"signer": "Zoë Pap", "agree_photos": "y"}, client_id=client.id,
                     fragment=True, expect=200)  # fmt: skip
        now.shift(timedelta(minutes=9, seconds=59))
        browser.get("consents.new", client_id=client.id)
        now.shift(timedelta(minutes=10))
        browser.get("consents.new", client_id=client.id, expect=303)
        assert "This tablet is locked" in browser.follow().get_text()
        browser.post("consents.create", form(), client_id=client.id)
        assert standing_of(client.id).state == "none"
        now.shift(timedelta(seconds=1))
        assert "This tablet is locked" in browser.get("hand_over.show").get_text(), "a touch does not open it"
        browser.post("password_returns.create", {"password": PASSWORD})
        give(browser, client)
        assert "Go on" in browser.follow().get_text()
        page = browser.get("consents.new", client_id=client.id)
        assert page.select_one("[name=signer]")["value"] == "Zoë Pap"  # type: ignore[index]
        assert page.select_one("[name=agree_photos]").has_attr("checked")  # type: ignore[union-attr]
        assert not page.select_one("[name=agree_touch]").has_attr("checked")  # type: ignore[union-attr]


def test_what_one_client_typed_is_never_shown_to_another_or_a_day_later(browse: Browse, people: Cast) -> None:
    client, other = a_client(), a_client()
    with time_machine.travel(utcnow(), tick=False) as now:
        browser = give(browse(people.coach), client)
        browser.post("consent_drafts.update", {"signer": "Half a na"}, client_id=client.id, fragment=True, expect=200)
        browser.post("password_returns.create", {"password": PASSWORD})
        give(browser, other)
        assert "Half a na" not in str(browser.get("consents.new", client_id=other.id))
        now.shift(timedelta(days=1))
        later = give(browse(people.coach), client)
        assert "Half a na" not in str(later.get("consents.new", client_id=client.id))


def test_what_was_typed_is_forgotten_once_it_is_signed(browse: Browse, people: Cast) -> None:
    client = a_client()
    browser = give(browse(people.coach), client)
    browser.post("consent_drafts.update", {"signer": "Half a na"}, client_id=client.id, fragment=True, expect=200)
    browser.post("consents.create", form(), client_id=client.id)
    browser.post("password_returns.create", {"password": PASSWORD})
    assert db.session.query(HandOver).one().drafts == {}


def test_a_form_must_be_chosen(browse: Browse, people: Cast) -> None:
    client = a_client()
    page = browse(people.coach).post("hand_overs.create", {}, client_id=client.id, expect=422)
    assert "Choose at least one form" in page.get_text()
    browse(people.coach).post("hand_overs.create", {"steps": "users"}, client_id=client.id, expect=422)


def test_the_tablet_of_a_client_stays_locked_when_the_sign_in_ends(browse: Browse, people: Cast) -> None:
    with time_machine.travel(utcnow(), tick=False) as now:
        browser = give(browse(people.coach), a_client())
        now.shift(timedelta(hours=12))
        browser.get("hand_over.show", expect=302)
        assert browser.last is not None
        assert "/sign-in" in str(browser.last.location)


def test_an_answer_that_comes_first_sends_the_tablet_back_before_the_next_form(browse: Browse, people: Cast) -> None:
    client = a_client("Zoë Papadopoulou", ready=False)
    browser = browse(people.coach)
    browser.post("hand_overs.create", {"steps": ["readiness", "consent"]}, client_id=client.id)
    assert "Please stop here" not in browser.follow().get_text()
    browser.post("readiness_forms.update", NO | {"screen_3": "yes"}, client_id=client.id)
    browser.post("readiness_follow_ups.update", {"rf_claudication": "no", "rf_dvt": "yes"}, client_id=client.id)
    page = browser.get("hand_over.show")
    assert "Please stop here" in page.select_one("h1").text
    assert "Give the tablet to Dana Whitfield now" in page.get_text()
    assert not page.select("a[href*=consents]"), "nothing goes on before the coach has looked"
