"""The sender's private link: the state in plain words, for whoever has the address, until it is ended."""

from collections.abc import Callable
from datetime import timedelta

import time_machine
from bs4 import BeautifulSoup

from studio.clock import utcnow
from studio.models.database import write
from studio.models.referrals import Referral, State
from studio.operations import limits, private_links
from studio.operations.referrals import steps

from ..browse import Browser
from ..builders import a_referral
from ..people import Cast

Browse = Callable[..., Browser]
WRONG = "A" * 32


def a_link(referral: Referral) -> str:
    with write():
        return private_links.open_status(referral)


def words(page: BeautifulSoup) -> str:
    return page.get_text(" ", strip=True)


def test_the_sender_reads_the_state_and_what_comes_next_without_a_name(browse: Browse, people: Cast) -> None:
    referral = a_referral(
        "Nora Lindgren", urgent=True, flags=["rf_stress_fx"],
        story={"reason": "stress fracture", "goal": "the coast path", "must_not": "no jumping"},
    )  # fmt: skip
    key = a_link(referral)
    page = browse().get("referral_status.show", key=key)
    assert "The referral is with us" in words(page)
    assert "We call them" in words(page)
    assert referral.reference in words(page)
    steps.tried(referral, "Phone, not reached", by=people.coach)
    steps.tried(referral, "Phone, not reached", by=people.coach)
    assert "We have tried 2 times so far" in words(browse().get("referral_status.show", key=key))
    steps.move(referral, State.contacted, by=people.coach, note="Phone: her shin still hurts")
    steps.move(referral, State.booked, by=people.coach, note="Thursday 10:00")
    page = browse().get("referral_status.show", key=key)
    assert "The first visit is booked" in words(page)
    for told in ("Nora", "Lindgren", "fracture", "shin", "coast", "jumping", "Thursday 10", "Dana"):
        assert told not in str(page), told


def test_the_reason_of_a_decline_goes_back(browse: Browse, people: Cast) -> None:
    referral = a_referral()
    key = a_link(referral)
    steps.move(referral, State.declined, by=people.coach, note="No free hours before March")
    page = words(browse().get("referral_status.show", key=key))
    assert "We cannot take this on" in page
    assert "No free hours before March" in page
    steps.reopen(referral, by=people.coach)
    assert "No free hours" not in words(browse().get("referral_status.show", key=key))


def test_wrong_ended_and_old_links_are_answered_alike(browse: Browse, people: Cast) -> None:
    said = []
    ended, old, renewed = (a_referral() for _ in range(3))
    keys = [a_link(one) for one in (ended, old, renewed)]
    private_links.end_status(ended, by=people.coach)
    private_links.renew_status(renewed, by=people.coach)
    with time_machine.travel(utcnow() + timedelta(weeks=41)):
        said.append(str(browse().get("referral_status.show", expect=404, key=keys[1])))
    said += [str(browse().get("referral_status.show", expect=404, key=key)) for key in (WRONG, keys[0], keys[2])]
    assert len(set(said)) == 1


def test_the_address_is_told_to_nobody(browse: Browse, people: Cast) -> None:
    browser = browse()
    browser.get("referral_status.show", key=a_link(a_referral()))
    assert browser.last is not None
    headers = browser.last.headers
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in headers["X-Robots-Tag"]
    assert headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in headers


def test_who_guesses_is_slowed_down(browse: Browse, people: Cast) -> None:
    browser = browse()
    for _ in range(limits.SHEET_CODE.size):
        browser.http.get(f"/referral/{WRONG}")
    browser.get("referral_status.show", expect=429, key=WRONG)


def test_the_desk_ends_the_link_and_makes_a_new_one_that_is_shown_once(browse: Browse, people: Cast) -> None:
    referral = a_referral()
    key = a_link(referral)
    browser = browse(people.front_desk)
    page = browser.post("status_links.create", expect=201, referral_id=referral.id)
    shown = page.select_one(".status-link")
    assert shown is not None
    new = shown.get_text().rpartition("/")[2]
    browse().get("referral_status.show", key=new)
    browse().get("referral_status.show", expect=404, key=key)
    assert new not in str(browser.get("referrals.show", referral_id=referral.id))
    browser.post("status_links.delete", referral_id=referral.id)
    browse().get("referral_status.show", expect=404, key=new)
    browser.post("status_links.delete", referral_id=referral.id)
    assert "no link to end" in browser.follow().get_text()
