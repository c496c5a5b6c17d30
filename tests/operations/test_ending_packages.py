"""A package that ends early, is changed or is over: sessions and money settle in one write."""

from dataclasses import replace
from datetime import timedelta

import pytest

from studio.models.books.balances import good_of, owed_by
from studio.models.books.ledger import Method
from studio.models.books.revenue import earned
from studio.models.database import write
from studio.models.sales.credits import balance_of
from studio.models.sales.enrolment_line import line_of
from studio.models.sales.enrolments import Left, State
from studio.models.sales.sessions import CreditKind
from studio.models.studios import studio_today
from studio.operations.sales import changing, credits, ending, selling
from studio.operations.sales.selling import Sale

from ..builders import a_client
from ..offers import TWICE, an_offer
from ..people import Cast

pytestmark = pytest.mark.usefixtures("app")


def running(used: int = 6, pays="full", method=Method.card):
    one = selling.sell(a_client(), Sale(an_offer(), studio_today(), pays, method), by=Cast().coach)
    with write():
        for _ in range(used):
            credits.post(one, CreditKind.used, -1, "Attended", on=studio_today(), by=Cast().coach)
    return one


def test_a_cancellation_gives_back_by_the_terms_and_ends_what_is_left() -> None:
    one = running()
    said = ending.reckon(one, Left.medical)
    assert (said.unused, said.fee, said.back) == (162450, 16245, 146205)
    ending.cancel(one, Left.medical, "Note seen", back=said.back, by=Cast().owner)
    assert (one.state, one.left, balance_of(one.id).left) == (State.cancelled, Left.medical, 0)
    assert good_of(one.client_id) == 146205
    months = earned(studio_today(), studio_today(), one.currency)
    assert [(month.package, month.earned) for month in months] == [(one.terms.name, one.total - 146205)]


def test_a_cancellation_before_all_is_paid_lowers_what_is_owed() -> None:
    one = running(pays="instalments")
    ending.cancel(one, Left.relocation, "", back=ending.reckon(one, Left.relocation).back, by=Cast().owner)
    assert line_of(one, studio_today()).owed == 0
    assert good_of(one.client_id) == -owed_by(one.client_id) == 72200 - (216600 - 146205)


def test_a_cancellation_is_taken_back_whole() -> None:
    one = running()
    ending.cancel(one, Left.medical, "", back=146205, by=Cast().owner)
    ending.reopen(one, by=Cast().owner)
    assert (one.state, one.left, balance_of(one.id).left) == (State.active, None, 18)
    assert (owed_by(one.client_id), good_of(one.client_id)) == (0, 0)


def test_what_was_owed_is_owed_again_for_the_package_when_a_cancellation_is_taken_back() -> None:
    one = running(pays="instalments")
    ending.cancel(one, Left.medical, "", back=146205, by=Cast().owner)
    ending.reopen(one, by=Cast().owner)
    assert line_of(one, studio_today()).owed == owed_by(one.client_id) == 144400
    ending.cancel(one, Left.medical, "", back=ending.reckon(one, Left.medical).back, by=Cast().owner)
    assert good_of(one.client_id) == 72200 - (216600 - 146205)


def test_nobody_cools_off_where_no_law_gives_time_to() -> None:
    one = running(used=0)
    with pytest.raises(ending.NotNow, match="time to change"):
        ending.cancel(one, Left.cooling_off, "", back=one.total, by=Cast().owner)


@pytest.mark.parametrize(("price", "owed", "good"), [(300000, 137550, 0), (100000, 0, 62450)])
def test_a_change_moves_what_is_left_of_the_money(price: int, owed: int, good: int) -> None:

    one = running()
    sale = Sale(an_offer(replace(TWICE, name="Another", price=price, sessions=12)), studio_today(), key="change")
    said = changing.reckon(one, sale)
    assert (said.delivered, said.back, said.difference) == (54150, 162450, price - 162450)
    new = changing.change_to(one, sale, by=Cast().coach)
    assert changing.change_to(one, sale, by=Cast().coach).id == new.id
    assert (one.state, new.replaces_id) == (State.changed, one.id)
    assert (balance_of(one.id).left, balance_of(new.id).left) == (0, 12)
    assert (owed_by(one.client_id), good_of(one.client_id)) == (owed - good, good)


def test_a_package_that_is_used_up_is_completed_when_its_weeks_are_over() -> None:
    one, early = running(used=24), running(used=3)
    ends = line_of(one, studio_today()).clock.ends_on
    assert ending.complete_over(ends) == 0
    assert ending.complete_over(ends + timedelta(days=1)) == 1
    assert (one.state, early.state) == (State.completed, State.active)
    with pytest.raises(ending.NotNow, match="Sessions are left"):
        ending.complete(early, by=Cast().coach)
