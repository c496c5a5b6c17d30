"""The price list: what holds on a day, who may change it, and that what was sold stays as it was."""

from collections.abc import Callable
from datetime import timedelta

from studio.models.sales.price_list import price_list
from studio.models.studios import studio_today

from ..browse import Browser
from ..people import Cast
from ..prices import a_price_list
from ..statements import counted

Browse = Callable[..., Browser]
DAY = timedelta(days=1)


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
