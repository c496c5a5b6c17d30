"""One's own password: asked for first with a one-time password, changed only by who knows the old one."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine

from studio.clock import utcnow
from studio.models.database import write
from studio.models.users import Role
from studio.operations.users import add

from ..browse import Browser
from ..people import PASSWORD, Cast

Browse = Callable[..., Browser]
NEW = "zebra lamp quiet orbit"


def test_a_changed_password_works_and_the_old_one_does_not(browse: Browse, people: Cast) -> None:
    browse(people.coach).post("password.update", {"current": PASSWORD, "new": NEW})
    email = people.coach.email
    browse().post("sign_in.create", {"email": email, "password": PASSWORD}, expect=422)
    browse().post("sign_in.create", {"email": email, "password": NEW})


def test_changing_it_ends_other_sign_ins_and_keeps_this_one(browse: Browse, people: Cast) -> None:
    here, elsewhere = browse(people.coach), browse(people.coach)
    here.post("password.update", {"current": PASSWORD, "new": NEW})
    here.get("today.show")
    elsewhere.get("today.show", expect=302)


@pytest.mark.parametrize(
    ("current", "new", "sentence"),
    [
        ("not this one", NEW, "This is not your current password"),
        (PASSWORD, "short", "Use at least 12 characters"),
        (PASSWORD, "dana likes tea and cake", "Leave out “dana”"),
        (PASSWORD, "northside forever and", "Leave out “northside”"),
        (PASSWORD, PASSWORD, "Choose one that differs"),
        ("", NEW, "Enter your current password"),
        (PASSWORD, "", "Enter a new password"),
    ],
)
def test_what_does_not_do_is_answered_with_what_to_do(
    browse: Browse, people: Cast, current: str, new: str, sentence: str
) -> None:
    page = browse(people.coach).post("password.update", {"current": current, "new": new}, expect=422)
    assert sentence in page.get_text()


def test_a_long_password_with_blanks_and_accents_is_kept_to_the_letter(browse: Browse, people: Cast) -> None:
    long = "  " + "déjà vu – 64 und mehr Zeichen " * 4
    browse(people.coach).post("password.update", {"current": PASSWORD, "new": long})
    browse().post("sign_in.create", {"email": people.coach.email, "password": long.strip()}, expect=422)
    browse().post("sign_in.create", {"email": people.coach.email, "password": long})


def test_a_tablet_left_open_is_no_place_to_guess(browse: Browse, people: Cast) -> None:
    browser = browse(people.coach)
    with time_machine.travel(utcnow(), tick=False) as now:
        for _ in range(10):
            browser.post("password.update", {"current": "guess", "new": NEW}, expect=422)
        browser.post("password.update", {"current": PASSWORD, "new": NEW}, expect=429)
        now.shift(timedelta(minutes=2))
        browser.post("password.update", {"current": PASSWORD, "new": NEW})


def test_a_one_time_password_opens_nothing_but_this_page(browse: Browse, people: Cast) -> None:
    with write():
        person, password = add(name="Kim Osei", email="kim@northside.example", role=Role.coach, by=people.owner)
    browser = browse()
    browser.post("sign_in.create", {"email": person.email, "password": password})
    for endpoint in ("today.show", "clients.index", "account.edit"):
        browser.get(endpoint, expect=302)
        assert browser.last is not None
        assert browser.last.location == "/password"
    assert "Choose your own password" in browser.get("password.edit").get_text()
    browser.post("password.update", {"current": password, "new": NEW})
    browser.get("today.show")
