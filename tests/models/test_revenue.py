"""What is earned of what was sold: worked out in SQL, it says what the rule says of every enrolment, to the cent."""

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

import pytest
from flask import Flask

from studio.extensions import db
from studio.models.books.invoices import Invoice
from studio.models.books.ledger import Method, Payment
from studio.models.books.revenue import deferred, earned
from studio.models.books.takings import takings, takings_by_method
from studio.models.database import write
from studio.models.owner.periods import next_month
from studio.models.sales.enrolments import Enrolment, Left, State
from studio.models.sales.sessions import Credit, CreditKind
from studio.terms.credits import recognised

from ..builders import a_client, a_referral
from ..ledgers import a_session, an_enrolment, credit, invoice, payment
from ..people import Cast

BEGAN = date(2025, 1, 15)
DAYS = 400
DONE = (CreditKind.used, CreditKind.returned, CreditKind.expired)


@pytest.fixture
def lived(app: Flask, people: Cast) -> Random:
    """Twenty enrolments of which each had a life of its own."""
    chance = Random(20)
    for number in range(20):
        client = a_client(ready=False)
        if number % 3:
            a_referral(client_id=client.id)
        _live(an_enrolment(client, BEGAN + timedelta(days=chance.randrange(300)), sessions=chance.randrange(0, 25),
                           net=chance.randrange(1, 300_000), tax=chance.randrange(0, 999),
                           name=chance.choice(("12 weeks", "Single")),
                           coach=chance.choice((people.coach, people.other_coach))), chance)  # fmt: skip
    return chance


def _live(enrolment: Enrolment, chance: Random) -> None:
    day, left = enrolment.sold_on, sum(one.amount for one in _credits(enrolment))
    payment(enrolment, chance.randrange(1, 90_000), day, chance.choice(list(Method)))
    while left and day < BEGAN + timedelta(days=DAYS):
        day += timedelta(days=chance.randrange(1, 12))
        match chance.randrange(14):
            case 0:
                left += credit(enrolment, CreditKind.granted, 1, day).amount
            case 1 if any(one.kind is CreditKind.used for one in _credits(enrolment)):
                left += credit(enrolment, CreditKind.returned, 1, day).amount
            case 2 if chance.random() < 0.5:
                net = sum(one.net for one in _invoices(enrolment))
                back = chance.randrange(0, net + 1)
                invoice(enrolment, -back, 0, day)
                credit(enrolment, CreditKind.cancelled, -left, day)
                payment(enrolment, -back or -1, day)
                return _end(enrolment, day, State.cancelled)
            case 3 if chance.random() < 0.3:
                credit(enrolment, CreditKind.expired, -left, day)
                return _end(enrolment, day, State.completed)
            case _:
                a_session(enrolment, day)
                left -= 1
    return None


def _end(enrolment: Enrolment, day: date, state: State) -> None:
    with write() as session:
        row = session.get_one(Enrolment, enrolment.id)
        row.ended_on, row.state, row.left = day, state, Left.money if state is State.cancelled else None


def _credits(enrolment: Enrolment) -> list[Credit]:
    return db.session.query(Credit).filter_by(enrolment_id=enrolment.id).order_by(Credit.id).all()


def _invoices(enrolment: Enrolment) -> list[Invoice]:
    return db.session.query(Invoice).filter_by(enrolment_id=enrolment.id).all()


def _by_the_rule(on: date) -> tuple[int, int]:
    """Earned and deferred at the end of a day, one enrolment after the other."""
    done = deferred_ = 0
    for one in db.session.query(Enrolment).filter(Enrolment.sold_on <= on):
        net = sum(row.net for row in _invoices(one) if row.issued_on <= on)
        rows = [row for row in _credits(one) if row.on <= on]
        delivered = -sum(row.amount for row in rows if row.kind in DONE)
        granted = sum(row.amount for row in rows if row.kind not in DONE)
        ended = one.ended_on is not None and one.ended_on <= on
        worth = net if ended else recognised(net, delivered, granted)
        done, deferred_ = done + worth, deferred_ + net - worth
    return done, deferred_


def _months(first: date, last: date) -> Iterable[date]:
    day = first.replace(day=1)
    while day <= last:
        yield day
        day = next_month(day)


def test_every_month_earns_what_the_rule_says(lived: Random) -> None:
    first, last = BEGAN + timedelta(days=40), BEGAN + timedelta(days=330)
    flows = earned(first, last)
    for month in _months(first, last):
        begin = max(month, first) - timedelta(days=1)
        end = min(next_month(month) - timedelta(days=1), last)
        expected = _by_the_rule(end)[0] - _by_the_rule(begin)[0]
        assert sum(flow.earned for flow in flows if flow.month == month) == expected, month
    assert {flow.source for flow in flows} == {"web", "desk"}
    assert {flow.package for flow in flows} == {"12 weeks", "Single"}


def test_what_is_invoiced_is_earned_or_deferred(lived: Random) -> None:
    for days in (0, 33, 150, 301, DAYS):
        first, last = BEGAN + timedelta(days=days // 3), BEGAN + timedelta(days=days)
        before, after = (sum(one.amount for one in deferred(day)) for day in (first - timedelta(days=1), last))
        flows = earned(first, last)
        net = sum(one.net for one in db.session.query(Invoice).filter(Invoice.issued_on.between(first, last)))
        assert after == _by_the_rule(last)[1]
        assert sum(flow.invoiced for flow in flows) == net
        assert net == sum(flow.earned for flow in flows) + after - before


def test_takings_are_what_the_payments_say_however_they_are_cut(lived: Random) -> None:
    first, last = BEGAN, BEGAN + timedelta(days=DAYS)
    found, methods = takings(first, last), takings_by_method(first, last)
    for month in _months(first, last):
        rows = db.session.query(Payment).filter(
            Payment.received_on.between(month, next_month(month) - timedelta(days=1))
        )
        paid = sum(one.amount for one in rows)
        assert sum(one.amount for one in found if one.month == month) == paid
        assert sum(amount for one, _, amount in methods if one == month) == paid
