"""A payment link asks for what is open, and whatever Stripe tells in whatever order, the money is booked once."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from studio.clock import utcnow
from studio.extensions import db
from studio.models.books.balances import open_of, owed_by
from studio.models.books.ledger import Method, Payment
from studio.models.books.link_lists import waiting_messages
from studio.models.books.links import LinkState, PayLink, ProviderEvent
from studio.models.database import write
from studio.models.studios import studio_today
from studio.operations.books import pay_links, paying, provider_messages
from studio.operations.books.providers import provider
from studio.payments import Provider

from ..builders import a_client
from ..pay_links import a_pay_link, an_invoice, payments_by_link
from ..people import Cast, the_house
from ..stripe_house import StripeHouse, a_charge, event, signed

DONE = "checkout.session.completed"
CAME = "checkout.session.async_payment_succeeded"
FAILED = "checkout.session.async_payment_failed"
ENDED = "checkout.session.expired"


@pytest.fixture
def house(app: Flask) -> Iterator[StripeHouse]:
    with payments_by_link(app) as running:
        yield running


def there() -> Provider:
    found = provider()
    assert found is not None
    return found


def opened(link: PayLink) -> str:
    return pay_links.page_behind(link, there(), the_house())


def tell(kind: str, about: dict[str, Any], name: str = "evt_1", **changes: Any) -> ProviderEvent | None:
    body = event(kind, about, name, **changes)
    told = there().read(body, signed(body))
    assert told is not None
    return provider_messages.take_in(told, there())


def paid() -> list[tuple[int, Method, str]]:
    return [(one.amount, one.method, one.reference) for one in db.session.scalars(select(Payment).order_by(Payment.id))]


def test_a_link_that_is_paid_is_booked_once_on_its_invoice(house: StripeHouse) -> None:
    link = a_pay_link(a_client())
    address = opened(link)
    assert (address, opened(link)) == (house.newest["url"], address)
    house.pay(house.newest)
    for name in ("evt_1", "evt_1", "evt_2"):
        tell(DONE, house.newest, name)
    assert paid() == [(72_200, Method.link, "pi_000001")]
    assert open_of([link.invoice_id])[link.invoice_id] == 144_400
    assert link.state is LinkState.paid
    assert not waiting_messages()
    with pytest.raises(pay_links.Ended):
        opened(link)


def test_a_link_asks_for_no_more_than_what_is_left(house: StripeHouse) -> None:
    link = a_pay_link(a_client(), all_of_it=True)
    first = opened(link)
    with write():
        paying.take(link.client, 200_000, Method.cash, on=studio_today(), currency="GBP", by=Cast().front_desk)
    assert opened(link) != first
    assert [one["amount_total"] for one in house.sessions.values()] == [216_600, 16_600]
    assert house.sessions["cs_test_000001"]["status"] == "expired"
    with write():
        paying.take(link.client, 16_600, Method.cash, on=studio_today(), currency="GBP", by=Cast().front_desk)
    with pytest.raises(pay_links.NothingOpen):
        opened(link)


def test_a_slow_way_of_paying_is_booked_when_the_money_is_there(house: StripeHouse) -> None:
    link = a_pay_link(a_client())
    opened(link)
    house.pay(house.newest, slowly=True)
    tell(DONE, house.newest, "evt_1")
    assert not paid()
    with pytest.raises(pay_links.OnItsWay):
        opened(link)
    tell(FAILED, house.newest, "evt_2")
    assert "£722.00 did not go through" in waiting_messages()[0].outcome
    opened(link)
    house.pay(house.newest, slowly=True)
    tell(CAME, house.newest, "evt_4")  # the order in which they come is nobody's promise
    tell(DONE, house.newest, "evt_3")
    assert paid() == [(72_200, Method.link, "pi_000002")]


def test_another_amount_or_currency_or_mode_is_not_booked_but_shown(house: StripeHouse) -> None:
    link = a_pay_link(a_client())
    opened(link)
    house.pay(house.newest)
    wrong = [{"amount_total": 72_100}, {"currency": "usd"}]
    for number, change in enumerate(wrong):
        tell(DONE, house.newest | change, f"evt_{number}")
    tell(DONE, house.newest, "evt_live", livemode=True)
    assert not paid()
    assert ["Not booked" in one.outcome for one in waiting_messages()] == [True] * 3
    assert "£721.00 was paid, and £722.00 was asked for" in waiting_messages()[0].outcome


def test_a_refund_and_a_dispute_at_stripe_wait_for_somebody(house: StripeHouse) -> None:
    link = a_pay_link(a_client())
    opened(link)
    house.pay(house.newest)
    tell("charge.refunded", a_charge(house.newest, 10_000), "evt_2")  # before the payment itself
    tell(DONE, house.newest, "evt_1")
    tell("charge.dispute.created",
         {"id": "du_1", "object": "dispute", "amount": 72_200, "currency": "gbp", "payment_intent": "pi_000001"},
         "evt_3")  # fmt: skip
    said = [one.outcome for one in waiting_messages()]
    assert said[0].startswith("£100.00 was given back")
    assert said[1].startswith("The bank of whoever paid disputes £722.00")
    provider_messages.done(waiting_messages()[0], by=Cast().owner)
    assert len(waiting_messages()) == 1
    assert owed_by(link.client_id) == 144_400  # nothing is booked by itself


def test_messages_about_what_is_not_ours_leave_no_row(house: StripeHouse) -> None:
    opened(a_pay_link(a_client()))
    stranger = house.newest | {"id": "cs_test_other", "metadata": {}}
    assert tell(DONE, stranger) is None
    assert tell("charge.refunded", {"id": "ch_9", "object": "charge", "amount_refunded": 5, "currency": "gbp"}) is None
    assert db.session.scalar(select(func.count()).select_from(ProviderEvent)) == 0


def test_a_cancelled_link_closes_the_page_and_money_that_came_all_the_same_is_booked(house: StripeHouse) -> None:
    link = a_pay_link(a_client())
    opened(link)
    page = house.newest
    assert pay_links.cancel(link, there(), by=Cast().front_desk) is None
    assert page["status"] == "expired"
    other = a_pay_link(a_client())
    opened(other)
    house.pay(house.newest)
    house.down = 500
    assert pay_links.cancel(other, there(), by=Cast().front_desk) is not None
    tell(DONE, house.newest)
    assert paid() == [(72_200, Method.link, "pi_000002")]


def test_what_became_of_a_page_can_be_asked_when_no_message_came(house: StripeHouse) -> None:
    link = a_pay_link(a_client())
    opened(link)
    page = pay_links.pages_of(link)[0]
    assert provider_messages.look(page, there()) is None
    house.pay(house.newest)
    assert provider_messages.look(page, there()) is not None
    provider_messages.look(page, there())
    tell(DONE, house.newest)
    assert len(paid()) == 1


def test_a_link_ends_and_a_page_is_made_anew_when_its_hour_is_over(house: StripeHouse) -> None:
    link = a_pay_link(a_client())
    with time_machine.travel(utcnow(), tick=False) as clock:
        opened(link)
        clock.shift(timedelta(hours=1))
        opened(link)
        assert len(house.sessions) == 2
        clock.shift(timedelta(days=30))
        with pytest.raises(pay_links.Ended):
            opened(link)
        assert link.standing(utcnow()) == "ended"


def test_the_same_amount_asked_for_twice_is_one_link(house: StripeHouse) -> None:
    invoice = an_invoice(a_client())
    assert pay_links.make(invoice, 100, by=Cast().owner) is pay_links.make(invoice, 100, by=Cast().owner)
    with pytest.raises(pay_links.NothingOpen):
        pay_links.make(invoice, 216_601, by=Cast().owner)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from([DONE, CAME, FAILED, ENDED]), st.integers(1, 4)), max_size=8))
def test_no_order_of_messages_books_one_page_twice(house: StripeHouse, messages: list[tuple[str, int]]) -> None:
    link = a_pay_link(a_client())
    opened(link)
    session = dict(house.newest)
    house.pay(session, slowly=len(messages) % 2 == 0)
    for kind, number in messages:
        tell(kind, session, f"{session['id']} {kind} {number}")
    came = any(kind == CAME or (kind == DONE and session["payment_status"] == "paid") for kind, _ in messages)
    mine = list(db.session.scalars(select(Payment.amount).where(Payment.client_id == link.client_id)))
    assert mine == ([72_200] if came else [])
    assert owed_by(link.client_id) == 216_600 - sum(mine)
