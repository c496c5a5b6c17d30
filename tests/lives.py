"""Lives of enrolments, and what each has earned by the rule: what sums over all of them are held against."""

from datetime import date, timedelta
from random import Random

from studio.extensions import db
from studio.models.books.invoices import Invoice
from studio.models.books.ledger import Method
from studio.models.database import write
from studio.models.sales.enrolments import Enrolment, Left, State
from studio.models.sales.sessions import Credit, CreditKind
from studio.terms.credits import recognised

from .builders import a_client, a_referral
from .ledgers import a_session, an_enrolment, credit, invoice, payment
from .people import Cast

BEGAN = date(2025, 1, 15)
DAYS = 400
DONE = (CreditKind.used, CreditKind.returned, CreditKind.expired)


def live(number: int) -> None:
    """So many enrolments, of which each had a life of its own."""
    chance, people = Random(20), Cast()
    for place in range(number):
        client = a_client(ready=False)
        if place % 3:
            a_referral(client_id=client.id)
        _live(an_enrolment(client, BEGAN + timedelta(days=chance.randrange(300)), sessions=chance.randrange(0, 25),
                           net=chance.randrange(1, 300_000), tax=chance.randrange(0, 999),
                           name=chance.choice(("12 weeks", "Single")),
                           coach=chance.choice((people.coach, people.other_coach))), chance)  # fmt: skip


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
                net = sum(one.net for one in invoices_of(enrolment))
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


def invoices_of(enrolment: Enrolment) -> list[Invoice]:
    return db.session.query(Invoice).filter_by(enrolment_id=enrolment.id).all()


def by_the_rule(on: date) -> tuple[int, int]:
    """Earned and deferred at the end of a day, one enrolment after the other."""
    done = deferred_ = 0
    for one in db.session.query(Enrolment).filter(Enrolment.sold_on <= on):
        net = sum(row.net for row in invoices_of(one) if row.issued_on <= on)
        rows = [row for row in _credits(one) if row.on <= on]
        delivered = -sum(row.amount for row in rows if row.kind in DONE)
        granted = sum(row.amount for row in rows if row.kind not in DONE)
        ended = one.ended_on is not None and one.ended_on <= on
        worth = net if ended else recognised(net, delivered, granted)
        done, deferred_ = done + worth, deferred_ + net - worth
    return done, deferred_
