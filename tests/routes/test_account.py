"""One's own account and where one is signed in."""

from collections.abc import Callable

from ..browse import Browser
from ..people import Cast

Browse = Callable[..., Browser]


def test_a_person_changes_name_credential_and_hand(browse: Browse, people: Cast) -> None:
    browser = browse(people.coach)
    browser.post("account.update", {"name": "Dana Whitfield-Okafor", "credential": "CES", "left_handed": "y"})
    page = browser.follow()
    assert "Dana Whitfield-Okafor" in page.get_text()
    assert (people.coach.credential, people.coach.left_handed) == ("CES", True)
    browser.post("account.update", {"name": "Dana Whitfield-Okafor", "credential": ""})
    assert (people.coach.credential, people.coach.left_handed) == ("", False)


def test_nobody_makes_themselves_an_owner_here(browse: Browse, people: Cast) -> None:
    browse(people.coach).post("account.update", {"name": "Dana", "role": "owner", "email": "x@y.example"})
    assert people.coach.role == "coach"
    assert people.coach.email == "dana@northside.example"


def test_a_name_is_needed(browse: Browse, people: Cast) -> None:
    page = browse(people.coach).post("account.update", {"name": " "}, expect=422)
    assert "Enter your name" in page.get_text()


def test_devices_are_listed_and_all_others_can_be_signed_out(browse: Browse, people: Cast) -> None:
    here, phone, other = browse(people.coach), browse(people.coach), browse(people.other_coach)
    page = here.get("account.edit")
    assert len(page.select("#sign-ins .line")) == 2
    assert "this device" in page.get_text()
    here.post("account.delete")
    assert len(here.follow().select("#sign-ins .line")) == 1
    phone.get("today.show", expect=302)
    other.get("today.show")
