"""What is earned of what was sold: worked out in SQL, it says what the rule says of every enrolment, to the cent."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from flask import Flask

from studio.clock import today
from studio.extensions import db
from studio.models.books.invoices import Invoice
from studio.models.books.ledger import Payment
from studio.models.books.revenue import deferred, earned
from studio.models.books.takings import takings, takings_by_method
from studio.models.owner.periods import next_month
from studio.operations.books import crediting

from ..builders import a_client
from ..ledgers import TERMS, a_session, an_enrolment
from ..lives import BEGAN, DAYS, by_the_rule, live
from ..people import Cast


@pytest.fixture
def lived(app: Flask) -> None:
    live(20)


def _months(first: date, last: date) -> Iterable[date]:
    day = first.replace(day=1)
    while day <= last:
        yield day
        day = next_month(day)


def test_every_month_earns_what_the_rule_says(lived: None) -> None:
    first, last = BEGAN + timedelta(days=40), BEGAN + timedelta(days=330)
    flows = earned(first, last, "GBP")
    for month in _months(first, last):
        begin = max(month, first) - timedelta(days=1)
        end = min(next_month(month) - timedelta(days=1), last)
        expected = by_the_rule(end)[0] - by_the_rule(begin)[0]
        assert sum(flow.earned for flow in flows if flow.month == month) == expected, month
    assert {flow.source for flow in flows} == {"web", "desk"}
    assert {flow.package for flow in flows} == {"12 weeks", "Single"}


def test_what_is_invoiced_is_earned_or_deferred(lived: None) -> None:
    for days in (0, 33, 150, 301, DAYS):
        first, last = BEGAN + timedelta(days=days // 3), BEGAN + timedelta(days=days)
        before, after = (sum(one.amount for one in deferred(day, "GBP")) for day in (first - timedelta(days=1), last))
        flows = earned(first, last, "GBP")
        net = sum(one.net for one in db.session.query(Invoice).filter(Invoice.issued_on.between(first, last)))
        assert after == by_the_rule(last)[1]
        assert sum(flow.invoiced for flow in flows) == net
        assert net == sum(flow.earned for flow in flows) + after - before


def test_takings_are_what_the_payments_say_however_they_are_cut(lived: None) -> None:
    first, last = BEGAN, BEGAN + timedelta(days=DAYS)
    found, methods = takings(first, last, "GBP"), takings_by_method(first, last, "GBP")
    for month in _months(first, last):
        rows = db.session.query(Payment).filter(
            Payment.received_on.between(month, next_month(month) - timedelta(days=1))
        )
        paid = sum(one.amount for one in rows)
        assert sum(one.amount for one in found if one.month == month) == paid
        assert sum(amount for one, _, amount in methods if one == month) == paid


def test_what_was_sold_in_another_currency_is_left_out(app: Flask) -> None:
    live(3)
    days = BEGAN, BEGAN + timedelta(days=DAYS)
    assert sum(flow.invoiced or flow.earned for flow in earned(*days, "EUR")) == 0
    assert deferred(days[1], "EUR") == []
    assert takings(*days, "EUR") == takings_by_method(*days, "EUR") == []


def test_a_credit_note_takes_from_the_package_it_is_about(app: Flask, people: Cast) -> None:
    on = today("Europe/London")
    sold = an_enrolment(a_client(ready=False), on, sessions=10, net=100_000)
    a_session(sold, on)
    bill = db.session.query(Invoice).one()
    note = crediting.credit(bill, 50_000, "Half of it was a gift", by=people.owner, key=None)
    assert [one[1::2] for one in earned(on, on, "GBP")] == [(TERMS.name, "desk", 5_000)]
    crediting.bill_again(note, by=people.owner)
    assert [one[1::2] for one in earned(on, on, "GBP")] == [(TERMS.name, "desk", 10_000)]
    assert [(one.package, one.amount) for one in deferred(on, "GBP")] == [(TERMS.name, 90_000)]
