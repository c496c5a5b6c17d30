"""The price list: what holds on a day, who may change it, and that what was sold stays as it was."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from studio.extensions import db
from studio.models.sales.offers import OfferVersion
from studio.models.sales.price_list import price_list
from studio.models.studios import studio_today

from ..browse import Browser
from ..filled import form_of
from ..people import Cast
from ..prices import a_price_list
from ..statements import counted

Browse = Callable[..., Browser]
DAY = timedelta(days=1)
FORM = "form.price-form"


def test_an_empty_list_is_begun_with_the_usual_packages_once(browse: Browse, people: Cast) -> None:
    owner = browse(people.owner)
    assert "Start from the usual packages" in owner.get("prices.index").text
    assert "£1,140.00" in owner.get("price_starts.new").text
    owner.post("price_starts.create")
    owner.post("price_starts.create")
    assert len(price_list(studio_today())) == 9
    shown = browse(people.front_desk).get("prices.index").text
    assert "12 weeks, twice a week" in shown
    assert "£90.25 a session" in shown


def test_the_list_of_a_day_is_read_in_one_statement(people: Cast) -> None:
    a_price_list()
    day = studio_today()
    with counted() as seen:
        codes = [version.offer.code for version in price_list(day)]
    assert codes[:3] == ["assessment", "12wk-1", "12wk-2"]
    assert len(seen) == 1
    assert price_list(day - DAY) == []


def a_change(owner: Browser, version: OfferVersion, **said: str) -> dict[str, Any]:
    """What the page of a new version sends, with these answers in its boxes."""
    return form_of(owner.get("price_versions.new", offer_id=version.offer_id), FORM) | said


def test_a_new_price_holds_from_its_day_and_the_old_one_stays_as_it_was(browse: Browse, people: Cast) -> None:
    old = a_price_list()["12wk-2"]
    owner, before, first = browse(people.owner), dict(old.frozen), studio_today() + 3 * DAY
    sent = a_change(owner, old, price="2,280", valid_from=first.isoformat(), why="Rent went up")
    owner.post("price_versions.create", sent, offer_id=old.offer_id)
    prices = [holds("12wk-2", first + days * DAY) for days in (-1, 0, 100)]
    assert prices == [216_600, 228_000, 228_000]
    db.session.expire_all()
    assert db.session.get_one(OfferVersion, old.id).frozen == before
    shown = owner.get("prices.show", offer_id=old.offer_id).text
    assert "Rent went up" in shown
    assert "£2,280.00 from" in owner.get("prices.index").text
    owner.post("price_versions.delete", offer_id=old.offer_id, number=2)
    assert holds("12wk-2", first) == 216_600
    owner.post("price_versions.delete", offer_id=old.offer_id, number=1)
    assert holds("12wk-2", first) == 216_600


def holds(code: str, on: date) -> int:
    """What it costs on a day; two versions never hold at once."""
    (version,) = [one for one in price_list(on) if one.offer.code == code]
    return version.terms.price


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"price": "a lot"}, "Enter an amount in figures"),
        ({"price": ""}, "Enter its price"),
        ({"valid_from": "2020-01-01"}, "Enter today or a later day"),
        ({"screens": "6, 13"}, "Enter weeks up to 12"),
        ({"most_discount": "140"}, "from 0 to 100"),
        ({"sessions": "none"}, "Enter a whole number from 1 to 400"),
        ({"premium": "91"}, "at most what a session costs, £90.25"),
        ({"instalment_days": "0, 90"}, "Enter days within its weeks"),
    ],
)
def test_an_answer_that_does_not_do_stays_and_says_what_does(
    browse: Browse, people: Cast, said: dict[str, str], told: str
) -> None:
    old, owner = a_price_list()["12wk-2"], browse(people.owner)
    sent = a_change(owner, old, **said)
    page = owner.post("price_versions.create", sent, offer_id=old.offer_id, expect=422)
    assert told in page.text
    assert form_of(page, FORM) == sent


def test_what_is_sold_no_longer_leaves_the_list_and_comes_back(browse: Browse, people: Cast) -> None:
    old = a_price_list()["single"]
    owner, day = browse(people.owner), studio_today()
    owner.post("price_archives.create", offer_id=old.offer_id)
    assert "single" not in [one.offer.code for one in price_list(day)]
    assert "Not sold any more (1)" in owner.get("prices.index").text
    owner.post("price_archives.delete", offer_id=old.offer_id)
    assert "single" in [one.offer.code for one in price_list(day)]


def test_something_new_is_put_on_the_list_with_what_it_comes_to(browse: Browse, people: Cast) -> None:
    old, owner = a_price_list()["12wk-2"], browse(people.owner)
    six = {"name": "6 weeks", "weeks": "6", "grace_weeks": "2", "sessions": "6", "price": "600", "screens": "6"}
    sent = a_change(owner, old, **six, sheets="1", letters="", premium="", instalment_days="0")
    assert "£100.00" in owner.post("price_previews.create", sent, expect=200, fragment=True).text
    owner.post("prices.create", sent)
    made = price_list(studio_today())[-1]
    assert (made.terms.name, made.offer.code, made.terms.tax_included) == ("6 weeks", "6wk-2", True)
    assert made.terms.freeze == old.terms.freeze
    assert made.terms.refund == old.terms.refund
    owner.post("prices.create", sent | {"code": "6wk-2"}, expect=422)
    assert len(price_list(studio_today())) == 10
    lines = owner.http.get("/prices.csv").text.splitlines()
    assert lines[-1].startswith("6wk-2,1,package,6 weeks,")


def test_prices_in_another_money_say_that_they_are_to_be_checked(browse: Browse, people: Cast) -> None:
    old, owner = a_price_list()["single"], browse(people.owner)
    assert "Starting prices: check them." in owner.get("prices.index").text
    owner.post("price_versions.create", a_change(owner, old), offer_id=old.offer_id)
    assert "Starting prices" not in owner.get("prices.index").text
