"""What is left of a package goes to another client, where its terms allow it; only sessions move."""

from dataclasses import replace
from datetime import timedelta

import pytest

from studio.extensions import db
from studio.models.books.balances import owed_by
from studio.models.books.invoices import Invoice
from studio.models.books.ledger import Method
from studio.models.books.revenue import deferred, earned
from studio.models.database import write
from studio.models.sales.credits import balance_of, ledger_of
from studio.models.sales.enrolment_line import line_of
from studio.models.sales.enrolments import Left, State
from studio.models.sales.passed import giver_of, heir_of
from studio.models.sales.sessions import CreditKind
from studio.models.studios import studio_today
from studio.operations.sales import credits, ending, selling
from studio.operations.sales.freezes import Asked, freeze
from studio.operations.sales.passing_on import NotPassedOn, pass_on, take_back
from studio.operations.sales.selling import Sale

from ..builders import a_client, a_complete_assessment
from ..offers import TWICE, an_offer
from ..people import Cast

pytestmark = pytest.mark.usefixtures("app")


def running(method: Method | None = Method.card, used: int = 2, **terms: object):
    version = an_offer(replace(TWICE, **terms))
    one = selling.sell(a_client(), Sale(version, studio_today(), "full", method), by=Cast().coach)
    use(one, used)
    return one


def use(one, sessions: int = 1) -> None:
    with write():
        credits.post(one, CreditKind.used, -sessions, "Attended", on=studio_today(), by=Cast().coach)


def assessed():
    client = a_client()
    a_complete_assessment(client)
    return client


def test_what_is_left_goes_on_in_the_same_weeks_at_no_price() -> None:
    one, by = running(), Cast().front_desk
    asked = Asked("medical", studio_today() + timedelta(days=3), studio_today() + timedelta(days=9), studio_today(),
                  note_seen=True)  # fmt: skip
    freeze(one, asked, by=Cast().coach)
    last, other = line_of(one, studio_today()).clock.last_on, assessed()
    new = pass_on(one, other, key="a" * 32, by=by)
    assert pass_on(one, other, key="a" * 32, by=by).id == new.id
    assert (one.state, one.ended_on, balance_of(one.id).left) == (State.changed, studio_today(), 0)
    assert (new.client_id, new.total, new.terms, balance_of(new.id).left) == (other.id, 0, one.terms, 22)
    line = line_of(new, studio_today())
    assert (line.used, line.granted, line.owed, line.clock.last_on) == (0, 22, 0, last)
    assert sum(row.amount for each in (one, new) for row in ledger_of(each.id) if row.kind == "transferred") == 0
    assert (heir_of(one.id), giver_of(new)) == (new, one)
    use(new)
    assert balance_of(new.id).left == 21


def test_revenue_stays_with_who_paid_and_the_books_hold_to_the_cent() -> None:
    one, today = running(used=7), studio_today()
    before = deferred(today, "GBP")
    assert sum(row.amount for row in before) == 216600 - 63175
    new = pass_on(one, assessed(), key=None, by=Cast().coach)
    use(new)
    ending.cancel(new, Left.medical, "", back=ending.reckon(new, Left.medical).back, by=Cast().owner)
    flows, left = earned(today, today, "GBP"), deferred(today, "GBP")
    invoiced = sum(invoice.net for invoice in db.session.query(Invoice))
    assert invoiced == sum(flow.invoiced for flow in flows) == 216600
    assert invoiced == sum(flow.earned for flow in flows) + sum(row.amount for row in left)
    assert (owed_by(one.client_id), owed_by(new.client_id)) == (0, 0)


@pytest.mark.parametrize(
    ("made", "why"),
    [
        ({"transfers": 0}, "do not allow"),
        ({"method": None}, "still owed"),
        ({"sessions": 2}, "No session is left"),
    ],
)
def test_it_is_refused_with_the_reason(made, why) -> None:
    one = running(**made)
    with pytest.raises(NotPassedOn, match=why):
        pass_on(one, assessed(), key=None, by=Cast().coach)
    assert one.state is State.active


def test_it_goes_on_as_often_as_allowed_and_only_to_somebody_assessed_since() -> None:
    early, one = assessed(), running()
    for other, why in ((early, "assessment of their own first"), (one.client, "this client’s already")):
        with pytest.raises(NotPassedOn, match=why):
            pass_on(one, other, key=None, by=Cast().coach)
    new = pass_on(one, assessed(), key=None, by=Cast().coach)
    with pytest.raises(NotPassedOn, match="changed already"):
        pass_on(one, assessed(), key=None, by=Cast().coach)
    with pytest.raises(NotPassedOn, match="as often as its terms"):
        pass_on(new, assessed(), key=None, by=Cast().coach)


def test_it_is_taken_back_while_nothing_of_it_was_used() -> None:
    one, other, by = running(), assessed(), Cast().coach
    new = pass_on(one, other, key=None, by=by)
    for _ in range(2):
        take_back(new, by=by)
    assert (one.state, one.ended_on, one.end_note, balance_of(one.id).left) == (State.active, None, "", 22)
    assert (new.state, balance_of(new.id).left, balance_of(new.id).granted) == (State.undone, 0, 0)
    again = pass_on(one, other, key=None, by=by)
    use(again)
    with pytest.raises(NotPassedOn, match="stays with who has it"):
        take_back(again, by=by)
