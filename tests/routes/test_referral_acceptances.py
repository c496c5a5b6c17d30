"""Accepting a referral on its page: whose record it becomes, and taking that back."""

from collections.abc import Callable

from studio.extensions import db
from studio.models.clients import Client

from ..browse import Browser
from ..builders import a_client, a_referral
from ..people import Cast

Browse = Callable[..., Browser]


def test_accepting_takes_a_choice_and_a_button(browse: Browse, people: Cast) -> None:
    known = a_client("Nora Lindgren")
    referral = a_referral("Nora Lindgren")
    browser = browse(people.front_desk)
    page = browser.get("referrals.show", referral_id=referral.id)
    assert [str(box["value"]) for box in page.select('#accept input[name="who"]')] == [str(known.id), "new"]
    assert not page.select('#accept input[name="who"][checked]')
    page = browser.post("referral_acceptances.create", expect=422, referral_id=referral.id)
    assert "Choose whose record" in page.get_text()
    browser.post("referral_acceptances.create", {"who": known.id, "take": f"{known.id}:phone"}, referral_id=referral.id)
    page = browser.follow()
    assert page.h1 is not None
    assert page.h1.get_text() == "Nora Lindgren"
    assert "Next: readiness and consent" in page.get_text()
    assert known.phone == referral.person["phone"]
    line = browse(people.coach).get("standings.show", client_id=known.id, fragment=True)
    assert line.select(f'a[href="/referrals/{referral.id}"]'), "who sent them stands on their page"
    browser.post("referral_acceptances.delete", referral_id=referral.id)
    assert known.phone != referral.person["phone"]


def test_who_is_in_no_book_needs_no_choice(browse: Browse, people: Cast) -> None:
    referral = a_referral("Ana Ruiz")
    browser = browse(people.coach)
    page = browser.get("referrals.show", referral_id=referral.id)
    (who,) = page.select('#accept input[name="who"]')
    browser.post("referral_acceptances.create", {"who": who["value"]}, referral_id=referral.id)
    assert db.session.get_one(Client, referral.client_id).name == "Ana Ruiz"
    browser.post("referral_acceptances.create", {"who": "new"}, referral_id=referral.id)
    assert "accepted this referral already" in browser.follow().get_text()


def test_nobody_is_linked_who_is_not_there(browse: Browse, people: Cast) -> None:
    referral = a_referral()
    for who in ("999999", "-1", "abc", ""):
        browse(people.coach).post("referral_acceptances.create", {"who": who}, expect=422, referral_id=referral.id)
    assert referral.client_id is None
