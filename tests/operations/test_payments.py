"""The seam to Stripe: its own kit speaks to a Stripe of ours, and what we send and believe is looked at."""

import re
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

import studio
from studio.clock import utcnow
from studio.payments import Ask, Refused, Unavailable, What
from studio.payments.stripe_checkout import StripeCheckout, ours, theirs

from ..stripe_house import SECRET, StripeHouse, a_charge, event, signed, stripe_house


@pytest.fixture
def house() -> Iterator[StripeHouse]:
    with stripe_house() as running:
        yield running


@pytest.fixture
def stripe(house: StripeHouse) -> StripeCheckout:
    return StripeCheckout(house.account)


def an_ask(amount: int = 72_200, **changes: object) -> Ask:
    given = {"amount": amount, "currency": "GBP", "words": "Northside, invoice 2026-0001", "reference": "a" * 24,
             "return_to": "https://studio.example/pay/thanks", "back_to": "https://studio.example/pay/KEY",
             "ends_at": utcnow().replace(microsecond=0) + timedelta(hours=1)}  # fmt: skip
    return Ask(**given | changes)  # type: ignore[arg-type]


def test_a_page_asks_for_the_amount_and_tells_stripe_no_name(house: StripeHouse, stripe: StripeCheckout) -> None:
    ask = an_ask()
    page = stripe.open_page(ask)
    assert (page.session, page.url, page.ends_at) == ("cs_test_000001", house.newest["url"], ask.ends_at)
    _, path, form = house.asked[0]
    assert path == "/v1/checkout/sessions"
    assert form.pop("expires_at") == str(int(ask.ends_at.timestamp()))
    assert form == {
        "mode": "payment",
        "adaptive_pricing[enabled]": "false",
        "cancel_url": ask.back_to,
        "client_reference_id": ask.reference,
        "line_items[0][price_data][currency]": "gbp",
        "line_items[0][price_data][product_data][name]": ask.words,
        "line_items[0][price_data][unit_amount]": "72200",
        "line_items[0][quantity]": "1",
        "metadata[plumbline]": ask.reference,
        "payment_intent_data[description]": ask.words,
        "payment_intent_data[metadata][plumbline]": ask.reference,
        "success_url": ask.return_to,
    }
    assert "telemetry" not in str(house.headers[0]).lower()


def test_the_same_ask_is_the_same_page_and_the_next_another(house: StripeHouse, stripe: StripeCheckout) -> None:
    ask = an_ask()
    assert stripe.open_page(ask) == stripe.open_page(ask)
    assert stripe.open_page(an_ask(number=2, ends_at=ask.ends_at)).session != "cs_test_000001"
    assert len(house.sessions) == 2


def test_a_page_is_closed_once_and_one_that_is_paid_stays_paid(house: StripeHouse, stripe: StripeCheckout) -> None:
    one, other = stripe.open_page(an_ask()), stripe.open_page(an_ask(number=2))
    stripe.close_page(one.session)
    stripe.close_page(one.session)
    assert stripe.look(one.session).what is What.ended
    house.pay(house.newest)
    stripe.close_page(other.session)
    told = stripe.look(other.session)
    assert (told.what, told.amount, told.currency, told.payment) == (What.paid, 72_200, "GBP", "pi_000002")


@pytest.mark.parametrize(
    ("status", "error"), [(500, Unavailable), (401, Unavailable), (403, Unavailable), (400, Refused)]
)
def test_what_stripe_will_not_do_is_said_without_the_key(
    house: StripeHouse, stripe: StripeCheckout, status: int, error: type[Exception]
) -> None:
    house.down = status
    with pytest.raises(error) as found:
        stripe.open_page(an_ask())
    assert ("sk_test" in str(found.value)) == (status == 400)  # Stripe's own words, in which it masks keys itself


def test_a_stripe_that_is_not_there_is_unavailable(stripe: StripeCheckout, house: StripeHouse) -> None:
    gone = StripeCheckout(type(house.account)("sk_test_x", SECRET, base="http://127.0.0.1:9"))
    with pytest.raises(Unavailable, match="Try again"):
        gone.open_page(an_ask())


def test_only_a_fresh_message_signed_with_our_secret_is_believed(house: StripeHouse, stripe: StripeCheckout) -> None:
    stripe.open_page(an_ask())
    house.pay(house.newest)
    body = event("checkout.session.completed", house.newest)
    told = stripe.read(body, signed(body))
    assert told is not None
    assert (told.what, told.session, told.reference) == (What.paid, "cs_test_000001", "a" * 24)
    for wrong in (
        "",
        "t=1,v1=" + "0" * 64,
        signed(body, secret="whsec_another"),
        signed(body, at=time.time() - 301),
        signed(body).replace("v1=", "v0="),
        signed(body + b" "),
    ):
        assert stripe.read(body, wrong) is None
    assert stripe.read(b"no json", signed(b"no json")) is None
    assert stripe.read(b"\xff\xfe", signed(b"\xff\xfe")) is None


def test_each_kind_of_message_means_something_of_its_own(house: StripeHouse, stripe: StripeCheckout) -> None:
    stripe.open_page(an_ask())
    slow = house.newest
    house.pay(slow, slowly=True)

    def meaning(kind: str, about: dict[str, object]) -> What:
        body = event(kind, about)
        told = stripe.read(body, signed(body))
        assert told is not None
        return told.what

    assert meaning("checkout.session.completed", slow) is What.on_its_way
    assert meaning("checkout.session.async_payment_succeeded", slow) is What.paid
    assert meaning("checkout.session.async_payment_failed", slow) is What.failed
    assert meaning("checkout.session.expired", slow) is What.ended
    assert meaning("charge.refunded", a_charge(slow, 100)) is What.refunded
    assert meaning("charge.dispute.created", {"id": "du_1", "object": "dispute", "amount": 1}) is What.disputed
    assert meaning("customer.created", {"id": "cus_1", "object": "customer"}) is What.nothing


@pytest.mark.parametrize(
    ("amount", "currency", "there"),
    [(72_200, "GBP", 72_200), (500, "JPY", 500), (5, "ISK", 500), (500, "UGX", 50_000), (5_120, "KWD", 5_120)],
)
def test_amounts_are_counted_as_stripe_counts_them(amount: int, currency: str, there: int) -> None:
    assert theirs(amount, currency) == there
    assert ours(there, currency) == amount


def test_a_fraction_that_stripe_does_not_take_is_refused() -> None:
    with pytest.raises(Refused, match="KWD"):
        theirs(5_124, "KWD")


def test_the_kit_is_loaded_by_nobody_at_the_start() -> None:
    eager = [str(path) for path in Path(studio.__file__).parent.rglob("*.py")
             if re.search(r"^(import|from) stripe\b", path.read_text(), re.MULTILINE)]  # fmt: skip
    assert not eager
