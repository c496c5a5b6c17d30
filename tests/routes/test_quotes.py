"""Quotes: what a client compares is what the paper says, and what can be sold until its day."""

from collections.abc import Callable
from datetime import timedelta

import time_machine

from studio.clock import utcnow
from studio.extensions import db
from studio.models.papers import quote_paper
from studio.models.sales.enrolments import Enrolment
from studio.models.sales.quotes import Quote, load_quote
from studio.models.studios import studio_today
from studio.operations import papers

from ..browse import Browser
from ..builders import a_client
from ..filled import form_of
from ..people import Cast
from ..prices import a_price_list, a_quote

Browse = Callable[..., Browser]
FORM = "form.quote-form"
DAY = timedelta(days=1)


def test_two_packages_are_compared_saved_and_printed_as_they_were_given(browse: Browse, people: Cast) -> None:
    prices, client = a_price_list(), a_client("Ana Ferreira")
    coach = browse(people.coach)
    sent = form_of(coach.get("quotes.new", client_id=client.id), FORM)
    assert [sent["first"], sent["second"]] == [str(prices[code].id) for code in ("12wk-1", "12wk-2")]
    sent |= {"discount_2": "5", "why": "A friend", "pays_2": "parts", "starts_on": (studio_today() + DAY).isoformat()}
    shown = coach.post("quote_previews.create", sent, client_id=client.id, expect=200, fragment=True).text
    assert "£2,057.70" in shown
    assert "£685.90" in shown
    coach.post("quotes.create", sent, client_id=client.id)
    quote = db.session.query(Quote).one()
    page = coach.follow()
    assert "£1,140.00" in page.text
    assert [link["href"] for link in page.select("a.button--primary")][1].endswith(f"quote={quote.id}.2")
    once, twice = quote.offered
    assert (once.gross, twice.gross, sum(part.amount for part in twice.parts)) == (114_000, 205_770, 205_770)
    assert twice.why == "A friend"
    answer = coach.http.get(f"/clients/{client.id}/quotes/{quote.id}/paper")
    stored = quote_paper(quote.id)
    assert stored
    assert answer.data == papers.read(stored)
    assert stored.file_name.endswith("_quote_A-Ferreira_Q-1.pdf")


def test_a_discount_beyond_the_rule_is_for_the_owner_to_give(browse: Browse, people: Cast) -> None:
    a_price_list()
    client = a_client()
    for who, said, told in (
        (people.coach, {"discount_1": "20", "why": "A friend"}, "At most 15% may be taken off this"),
        (people.coach, {"discount_1": "5"}, "Say why there is a discount"),
        (people.owner, {"discount_1": "20", "why": "A friend"}, ""),
    ):
        browser = browse(who)
        sent = form_of(browser.get("quotes.new", client_id=client.id), FORM) | said
        page = browser.post("quotes.create", sent, client_id=client.id, expect=422 if told else 303)
        assert told in page.text
    assert db.session.query(Quote).count() == 1


def test_a_quote_is_withdrawn_let_hold_again_and_runs_out(browse: Browse, people: Cast) -> None:
    client = a_client()
    quote, desk = a_quote(client), browse(people.front_desk)
    where = {"client_id": client.id, "quote_id": quote.id}
    desk.post("quote_withdrawals.create", **where)
    assert "Sell this" not in desk.get("quotes.show", **where).text
    desk.post("quote_withdrawals.delete", **where)
    assert "Sell this" in desk.get("quotes.show", **where).text
    last = quote.valid_until
    with time_machine.travel(utcnow() + timedelta(days=15)):
        assert "Make another at the prices of today" in browse(people.front_desk).get("quotes.show", **where).text
    again = load_quote(client.id, quote.id)
    assert again
    assert (again.holds(last), again.holds(last + DAY)) == (True, False)
    assert load_quote(client.id + 1, quote.id) is None


def test_without_prices_there_is_nothing_to_quote(browse: Browse, people: Cast) -> None:
    client, desk = a_client(), browse(people.front_desk)
    assert "Nothing is on the price list" in desk.get("quotes.new", client_id=client.id).text
    desk.post("quotes.create", client_id=client.id, expect=422)


def test_a_quote_is_sold_as_it_was_given_whatever_the_list_says_by_then(browse: Browse, people: Cast) -> None:
    dear, client = a_price_list()["12wk-2"], a_client()
    owner, coach = browse(people.owner), browse(people.coach)
    starts = studio_today() + 9 * DAY
    sent = form_of(owner.get("quotes.new", client_id=client.id), FORM)
    sent |= {"discount_2": "20", "why": "A friend", "starts_on": starts.isoformat()}
    owner.post("quotes.create", sent, client_id=client.id)
    quote = db.session.query(Quote).one()
    version = form_of(owner.get("price_versions.new", offer_id=dear.offer_id), "form.price-form")
    owner.post("price_versions.create", version | {"price": "3,000"}, offer_id=dear.offer_id)

    page = coach.get("enrolments.new", client_id=client.id, quote=f"{quote.id}.2")
    assert "£1,732.80" in page.text
    sale = {name: value[0] if isinstance(value, list) else value for name, value in form_of(page, "form.sale").items()}
    coach.post("enrolments.create", sale | {"pay": "full:cash"}, client_id=client.id)
    sold = db.session.query(Enrolment).one()
    assert (sold.total, sold.starts_on, sold.quote_id, sold.discount_why) == (173_280, starts, quote.id, "A friend")
    shown = coach.get("quotes.show", client_id=client.id, quote_id=quote.id).text
    assert "Taken up" in shown
    assert "Sell this" not in shown
    again = coach.get("enrolments.new", client_id=client.id, quote=f"{quote.id}.2").text
    assert "as quoted" not in again
