"""A sale: what it books, its undo, and the line that tells of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from studio.clock import utcnow
from studio.extensions import db
from studio.models.books.balances import owed_by
from studio.models.books.ledger import Method
from studio.models.database import write
from studio.models.sales.credits import balance_of
from studio.models.sales.enrolment_line import line_of, lines_for
from studio.models.sales.enrolments import ClockChange, Enrolment, State
from studio.models.sales.fee_credits import fee_credit
from studio.models.sales.sessions import CreditKind
from studio.operations.books import paying
from studio.operations.sales import credits, selling
from studio.operations.sales.selling import Sale

from ..builders import a_client
from ..offers import ASSESSMENT, TWICE, an_offer
from ..people import Cast, the_house
from ..statements import counted

TODAY = date(2026, 10, 5)
pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture(autouse=True)
def _october(time_machine) -> None:
    time_machine.move_to("2026-10-05T09:00:00+00:00", tick=False)


def sold(**particulars) -> Enrolment:
    sale = Sale(an_offer(particulars.pop("terms", TWICE)), particulars.pop("starts_on", TODAY), **particulars)
    return selling.sell(particulars.pop("client", None) or a_client(), sale, by=Cast().front_desk)


def test_a_sale_grants_its_sessions_and_asks_for_its_money() -> None:
    one = sold(method=Method.card, pays="instalments", key="form 1")
    assert (balance_of(one.id).left, one.total) == (24, 216600)
    assert owed_by(one.client_id) == 216600 - 72200
    line = line_of(one, TODAY + timedelta(days=30))
    assert (line.clock.week, line.owed, line.late) == (5, 144400, 2)
    assert line.words.startswith("week 5/12 · 0 of 24 used · re-screen due 9 Nov · ends 27 Dec (+4 weeks grace)")
    assert line.words.endswith("£1,444.00 due, 2 days late")


def test_the_same_form_sent_twice_is_one_sale() -> None:
    client, version = a_client(), an_offer()
    first, second = (selling.sell(client, Sale(version, TODAY, key="form"), by=Cast().coach).id for _ in range(2))
    assert first == second
    assert owed_by(client.id) == 216600


def test_the_terms_of_a_sale_outlive_the_price_list() -> None:
    version = an_offer()
    one = selling.sell(a_client(), Sale(version, TODAY), by=Cast().coach)
    an_offer(replace(TWICE, price=300000, sessions=20), begins=TODAY, offer=version.offer)
    assert (one.terms.price, one.terms.sessions, one.total) == (216600, 24, 216600)


def test_a_sale_that_was_a_slip_leaves_nothing_owed_and_nothing_to_use(time_machine) -> None:
    one = sold(method=Method.cash)
    selling.undo(one, "Wrong client", by=Cast().front_desk)
    assert (one.state, owed_by(one.client_id), balance_of(one.id).left) == (State.undone, 0, 0)
    assert not lines_for([one.client_id], TODAY)
    selling.undo(one, "Wrong client", by=Cast().front_desk)
    assert owed_by(one.client_id) == 0


def test_what_was_used_paid_since_or_is_two_days_old_cannot_be_undone(time_machine) -> None:
    used, later, old = sold(), sold(), sold()
    with write():
        credits.post(used, CreditKind.used, -1, "Attended", on=TODAY, by=Cast().coach)
    with write():
        paying.take(later.client, 5000, Method.cash, on=TODAY, currency="GBP", by=Cast().coach)
    for one in (used, later):
        with pytest.raises(selling.TooLate, match="cancel it instead"):
            selling.undo(one, "A slip", by=Cast().owner)
    time_machine.move_to("2026-10-07T09:00:00+00:00")
    with pytest.raises(selling.TooLate, match="before yesterday"):
        selling.undo(old, "A slip", by=Cast().owner)


def test_half_the_assessment_counts_against_a_package_once_and_within_a_week(time_machine) -> None:
    client = a_client()
    selling.sell(client, Sale(an_offer(ASSESSMENT), TODAY, method=Method.cash), by=Cast().coach)
    last = TODAY + timedelta(days=7)
    assert fee_credit(client.id, TWICE, last + timedelta(days=1)) is None
    found = fee_credit(client.id, TWICE, last)
    assert found
    assert (found.amount, found.until) == (9750, last)
    one = selling.sell(client, Sale(an_offer(), TODAY, fee_credit=found.amount), by=Cast().coach)
    assert (one.fee_credit, one.total) == (9750, 206850)
    assert fee_credit(client.id, TWICE, last) is None


def test_tax_on_top_is_in_the_total_and_in_what_comes_off() -> None:
    taxed = replace(TWICE, price=100000, tax_rate=20_000, tax_included=False)
    one = sold(terms=taxed, discount=10_000, discount_why="Two at once")
    assert (one.price, one.discount, one.total) == (120000, 12000, 108000)


def test_lines_of_many_clients_cost_as_much_as_of_one() -> None:
    many = [sold().client_id for _ in range(6)]
    with write() as session:
        first = db.session.query(Enrolment).filter_by(client_id=many[0]).one()
        session.add(ClockChange(enrolment_id=first.id, kind="freeze", start=TODAY, until=TODAY + timedelta(days=6),
                                asked_on=TODAY, why="Holiday", at=utcnow(), by_id=Cast().coach.id))  # fmt: skip
    the_house()
    with counted() as few:
        lines_for(many[:1], TODAY)
    with counted() as all_:
        found = lines_for(many, TODAY)
    assert len(few) == len(all_) <= 5
    assert found[many[0]].words.startswith("frozen until 11 Oct, week 1/12")
