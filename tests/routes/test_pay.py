"""From the desk's payment link to the client's phone, and back by the provider's message."""

from collections.abc import Callable, Iterator

import pytest
from bs4 import BeautifulSoup
from flask import Flask, url_for
from sqlalchemy import select
from werkzeug.test import TestResponse

from studio.config import Settings
from studio.extensions import db
from studio.models.books.balances import open_of
from studio.models.books.ledger import Payment
from studio.models.books.links import PayLink
from studio.models.books.trade import Trade
from studio.models.database import write
from studio.models.mails import Mail

from ..browse import Browser
from ..builders import a_client
from ..pay_links import a_message, a_pay_link, an_invoice, payments_by_link
from ..people import Cast
from ..stripe_house import StripeHouse, event, signed

Browse = Callable[..., Browser]


@pytest.fixture
def house(app: Flask) -> Iterator[StripeHouse]:
    with payments_by_link(app) as running:
        yield running


def told(browser: Browser, body: bytes, signature: str) -> TestResponse:
    """Stripe's message, as it comes: no cookie, no token."""
    headers = {"Stripe-Signature": signature, "Content-Type": "application/json; charset=utf-8"}
    answer = browser.http.post("/pay/stripe", data=body, headers=headers)
    db.session.rollback()
    return answer


def words(page: BeautifulSoup) -> str:
    return page.get_text(" ", strip=True)


def test_the_desk_makes_a_link_the_client_pays_and_the_books_know(
    house: StripeHouse, browse: Browse, people: Cast
) -> None:
    client = a_client("Zoë Papadopoulou", email="zoe@example.org")
    invoice = an_invoice(client)
    desk, phone = browse(people.front_desk), browse()
    page = desk.get("pay_links.new", client_id=client.id, invoice=invoice.id)
    assert ["£722.00" in words(page), "£2,166.00" in words(page), "Test mode" in words(page)] == [True] * 3
    desk.post("pay_links.create", {"part": "due", "invoice": invoice.id}, client_id=client.id)
    page = desk.follow()
    link = db.session.scalars(select(PayLink)).one()
    assert f"https://studio.example/pay/{link.key}" in words(page)
    assert page.select_one("svg.square-code")
    desk.post("pay_links.send", client_id=client.id, pay_link_id=link.id)
    mail = db.session.scalars(select(Mail)).one()
    assert mail.subject == f"Northside Movement Studio: invoice {invoice.code}"
    assert f"https://studio.example/pay/{link.key}" in mail.text

    page = phone.get("pay.show", key=link.key)
    assert "£722.00" in words(page)
    assert "Zoë" not in words(page)
    answer = phone.http.get(f"/pay/{link.key}/go")
    assert (answer.status_code, answer.location) == (303, house.newest["url"])
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    house.pay(house.newest)
    body = event("checkout.session.completed", house.newest)
    for _ in range(2):
        assert told(phone, body, signed(body)).status_code == 200
    assert db.session.scalars(select(Payment)).one().amount == 72_200
    assert open_of([invoice.id])[invoice.id] == 144_400
    assert "Nothing is left to pay" in words(phone.get("pay.show", key=link.key))
    assert "Thank you" in words(phone.get("pay.thanks"))
    assert "paid" in words(desk.get("pay_links.show", client_id=client.id, pay_link_id=link.id))


def test_a_message_that_is_not_signed_or_too_large_is_refused(house: StripeHouse, browse: Browse, people: Cast) -> None:
    link = a_pay_link(a_client())
    browse().http.get(f"/pay/{link.key}/go")
    house.pay(house.newest)
    body = event("checkout.session.completed", house.newest)
    assert told(browse(), body, signed(body, secret="whsec_guessed")).status_code == 400
    assert told(browse(), body, "").status_code == 400
    large = body + b" " * (256 * 1024)
    assert told(browse(), large, signed(large)).status_code == 413
    assert not db.session.scalars(select(Payment)).all()


def test_a_message_that_comes_when_links_are_switched_off_again_is_booked(
    house: StripeHouse, browse: Browse, people: Cast
) -> None:
    link = a_pay_link(a_client())
    browse().http.get(f"/pay/{link.key}/go")
    with write() as session:
        session.get_one(Trade, 1).links = False
    assert "does not work at the moment" in words(browse().get("pay.show", key=link.key))
    house.pay(house.newest)
    body = event("checkout.session.completed", house.newest)
    told(browse(), body, signed(body))
    assert len(db.session.scalars(select(Payment)).all()) == 1


def test_a_link_that_is_cancelled_or_unknown_leads_nowhere(house: StripeHouse, browse: Browse, people: Cast) -> None:
    link = a_pay_link(a_client())
    browse(people.coach).post("pay_links.cancel", client_id=link.client_id, pay_link_id=link.id)
    assert "This link has ended" in words(browse().get("pay.show", key=link.key))
    assert "This link has ended" in browse().http.get(f"/pay/{link.key}/go").text
    assert not house.sessions
    browse().get("pay.show", key="A" * 32, expect=404)
    answers = [browse().http.get("/pay/" + "B" * 32).status_code for _ in range(70)]
    assert answers[-1] == 429


def test_a_stripe_that_does_not_answer_takes_nothing_and_says_so(
    house: StripeHouse, browse: Browse, people: Cast
) -> None:
    link = a_pay_link(a_client())
    house.down = 500
    answer = browse().http.get(f"/pay/{link.key}/go")
    assert answer.status_code == 503
    assert "Nothing was taken" in answer.text
    house.down = 0
    assert browse().http.get(f"/pay/{link.key}/go").status_code == 303


def test_without_keys_there_is_no_link_and_the_page_says_what_to_do(browse: Browse, people: Cast, app: Flask) -> None:
    settings: Settings = app.config["SETTINGS"]
    assert settings.stripe is None
    client = a_client()
    invoice = an_invoice(client)
    page = browse(people.front_desk).get("pay_links.new", client_id=client.id, invoice=invoice.id)
    assert "PLUMBLINE_STRIPE_KEY" in words(page)
    assert not page.select("form [name=part]")
    data = {"part": "due", "invoice": invoice.id}
    browse(people.front_desk).post("pay_links.create", data, client_id=client.id, expect=422)
    assert told(browse(), b"{}", signed(b"{}")).status_code == 400


def test_an_invoice_of_somebody_else_gets_no_link_here(house: StripeHouse, browse: Browse, people: Cast) -> None:
    mine, theirs = a_client(), an_invoice(a_client())
    with browse(people.owner).http.application.test_request_context():
        address = url_for("pay_links.new", client_id=mine.id, invoice=theirs.id)
    assert browse(people.owner).http.get(address).status_code == 404


def test_what_stripe_wants_looked_after_stands_on_today_until_it_is_done(
    house: StripeHouse, browse: Browse, people: Cast
) -> None:
    link = a_pay_link(a_client("Zoë Papadopoulou"))
    a_message(link)
    desk = browse(people.front_desk)
    assert "1 message about payments waits" in words(desk.get("today.show"))
    page = desk.get("money_links.index")
    assert "£100.00 was given back" in words(page)
    assert "Zoë Papadopoulou, £722.00" in words(page)
    desk.post("money_links.done", message_id=1)
    assert "given back" not in words(desk.follow())
    assert "waits" not in words(desk.get("today.show"))
    assert desk.get("client_money.show", client_id=link.client_id).select_one("[href*='pay-links/new?invoice=']")
