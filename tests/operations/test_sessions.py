"""Checking in: what a session uses, what stands in its way, and taking it back."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import NoReturn

import pytest
from flask import Flask
from sqlalchemy.exc import DatabaseError

from studio.clock import utcnow
from studio.extensions import db
from studio.models.books.ledger import Method
from studio.models.clients import Client
from studio.models.database import dispose_after_fork, write
from studio.models.sales.credits import balance_of, ledger_of
from studio.models.sales.enrolments import ClockChange, Enrolment, State
from studio.models.sales.sessions import Credit, Session
from studio.models.studios import studio_today
from studio.operations import demo
from studio.operations.books.paying import take
from studio.operations.daily import keep_house
from studio.operations.sales.credits import NoneLeft
from studio.operations.sales.sessions import Held, Refused, check_in, correct, undo
from studio.terms.credits import Outcome

from ..builders import a_client
from ..people import Cast, move_in, the_house
from ..sales import a_session, sold

REFUSED = 7
pytestmark = pytest.mark.usefixtures("app")


def left(enrolment: Enrolment) -> int:
    return balance_of(enrolment.id).left


def test_a_session_uses_one_and_taking_it_back_gives_it_again() -> None:
    package = sold(a_client())
    noted = a_session(package)
    assert left(package) == 23
    for _ in range(2):
        undo(noted, "The wrong Anna", by=Cast().front_desk)
    assert left(package) == 24
    granted, used, back = ledger_of(package.id)
    assert (used.amount, back.amount, back.reverses_id) == (-1, 1, used.id)
    assert (back.why, back.by_id) == ("The wrong Anna", Cast().front_desk.id)


def test_a_tap_that_is_sent_again_is_one_session() -> None:
    package = sold(a_client())
    first, again = (a_session(package, key="one tap") for _ in range(2))
    assert first.id == again.id
    assert left(package) == 23


@pytest.mark.parametrize(
    ("outcome", "notice_h", "uses"),
    [
        (Outcome.no_show, None, 1),
        (Outcome.late_cancel, 30, 0),
        (Outcome.studio_cancel, 48, 0),
        (Outcome.studio_cancel, 2, -1),
    ],
)
def test_what_was_not_held_uses_what_the_terms_say(outcome: Outcome, notice_h: float | None, uses: int) -> None:
    package = sold(a_client())
    a_session(package, outcome=outcome, notice_h=notice_h)
    assert left(package) == 24 - uses


def test_one_late_cancel_is_a_courtesy_and_the_next_is_used() -> None:
    package = sold(a_client())
    first = a_session(package, outcome=Outcome.late_cancel, notice_h=3)
    assert left(package) == 24
    a_session(package, outcome=Outcome.late_cancel, notice_h=3)
    assert left(package) == 23
    undo(first, "They came", by=Cast().coach)
    a_session(package, outcome=Outcome.late_cancel, notice_h=3)
    assert left(package) == 23


def test_a_completed_package_goes_on_when_its_last_session_is_taken_back() -> None:
    package = sold(a_client(), kind="single", sessions=1, weeks=1, starts_on=studio_today() - timedelta(days=1))
    noted = a_session(package, days_ago=1)
    keep_house(studio_today())
    assert package.state is State.completed
    undo(noted, "Did not come", by=Cast().coach)
    assert package.state is State.active
    a_session(package)
    assert left(package) == 0


def test_what_stands_in_the_way_is_said_and_nothing_is_used() -> None:
    today = studio_today()
    later = sold(a_client(), starts_on=today + timedelta(days=3))
    over = sold(a_client(), starts_on=today - timedelta(weeks=17))
    empty = sold(a_client(), sessions=0)
    frozen = sold(a_client(), starts_on=today - timedelta(days=7), instalment_days=(28,))
    with write() as session:
        session.add(ClockChange(enrolment_id=frozen.id, kind="medical", start=today, until=None, asked_on=today,
                                why="Surgery", at=utcnow(), by_id=Cast().coach.id))  # fmt: skip
    for package, kind in ((later, "not started"), (over, "over"), (empty, "none left"), (frozen, "frozen")):
        before = left(package)
        with pytest.raises(Refused) as refused:
            a_session(package, despite="Come what may")
        assert refused.value.hindrance.kind == kind
        assert left(package) == before


def test_sessions_stop_when_an_instalment_is_late_until_it_is_paid_or_somebody_says_why() -> None:
    client = a_client()
    package = sold(client, starts_on=studio_today() - timedelta(days=7))
    with pytest.raises(Refused) as refused:
        a_session(package)
    assert refused.value.hindrance.passable
    with pytest.raises(Refused):
        a_session(package, despite="She is nice", by=Cast().front_desk)
    passed = a_session(package, despite="Pays on Friday")
    assert ledger_of(package.id)[-1].why.endswith("Late, but: Pays on Friday")
    undo(passed, "Was on the phone only", by=Cast().coach)
    with write():
        take(client, 72200, Method.cash, on=studio_today(), currency="GBP", by=Cast().coach)
    a_session(package)
    assert left(package) == 23


def test_a_second_session_of_a_day_is_asked_about() -> None:
    package = sold(a_client())
    a_session(package)
    with pytest.raises(Refused, match="second session"):
        a_session(package, key="another tablet")
    a_session(package, despite="Morning and evening")
    assert left(package) == 22


def test_a_session_of_tomorrow_is_not_noted() -> None:
    with pytest.raises(Refused, match="on its day"):
        a_session(sold(a_client()), days_ago=-1)


def test_without_a_package_the_session_is_on_record_and_nothing_is_used() -> None:
    client = a_client()
    noted = check_in(client, None, Held(utcnow()), coach=Cast().coach, by=Cast().coach)
    assert noted.enrolment_id is None
    undo(noted, "Was a visit", by=Cast().coach)
    assert noted.undone_at is not None


def test_a_slip_in_the_outcome_is_corrected_in_one_write() -> None:
    package = sold(a_client(), sessions=1)
    noted = a_session(package)
    right = correct(noted, package, Held(noted.starts_at, Outcome.late_cancel, 5), coach=Cast().coach, by=Cast().coach)
    assert right.courtesy
    assert noted.undone_at is not None
    assert left(package) == 1


def test_a_session_on_top_that_is_used_keeps_its_reason() -> None:
    package = sold(a_client(), sessions=0)
    cancelled = a_session(package, outcome=Outcome.studio_cancel)
    a_session(package)
    with pytest.raises(NoneLeft, match="used already"):
        undo(cancelled, "Was not us", by=Cast().coach)
    assert cancelled.undone_at is None


def test_a_made_up_studio_goes_with_its_ledgers_and_the_next_ones_are_guarded() -> None:
    a_session(sold(a_client()))
    thrown_away()


def thrown_away() -> None:
    """The demo is cleared, and the guards stand again."""
    with write():
        the_house().demo = True
    demo.clear()
    assert db.session.query(Credit).count() == 0
    move_in()
    row = ledger_of(sold(a_client()).id)[0]
    with pytest.raises(DatabaseError, match="append-only"), write():
        row.amount = 99


def test_of_many_who_take_the_last_session_at_once_one_gets_it(app: Flask) -> None:
    assert many_at_once(app) == ["noted", "refused", "refused", "refused"]


def many_at_once(app: Flask) -> list[str]:
    """Four tablets check a client in on the last session, for four days, so that only the credit tells."""
    package = sold(a_client(), sessions=1, starts_on=studio_today() - timedelta(days=6))
    package_id, client_id = package.id, package.client_id
    db.session.remove()

    with ThreadPoolExecutor(4) as tablets:
        said = sorted(tablets.map(lambda days: _tap(app, package_id, client_id, days), range(4)))
    assert balance_of(package_id).left == 0
    assert db.session.query(Session).filter_by(enrolment_id=package_id).count() == 1
    return said


def test_two_servers_on_one_file_use_the_last_session_once(app: Flask) -> None:
    package = sold(a_client(), sessions=1, starts_on=studio_today() - timedelta(days=6))
    package_id, client_id = package.id, package.client_id
    db.session.remove()
    servers = [os.fork() or _serve(app, package_id, client_id, days) for days in range(2)]
    ends = sorted(os.waitstatus_to_exitcode(os.waitpid(server, 0)[1]) for server in servers)
    assert ends == [0, REFUSED]
    assert left(db.session.get_one(Enrolment, package_id)) == 0


def _serve(app: Flask, package_id: int, client_id: int, days: int) -> NoReturn:
    """A process of its own, which ends with what it was told."""
    end = 1
    try:
        dispose_after_fork()
        end = 0 if _tap(app, package_id, client_id, days) == "noted" else REFUSED
    finally:
        os._exit(end)


def _tap(app: Flask, package_id: int, client_id: int, days: int) -> str:
    with app.app_context():
        client, package = db.session.get_one(Client, client_id), db.session.get_one(Enrolment, package_id)
        coach = Cast().coach
        try:
            check_in(client, package, Held(utcnow() - timedelta(days=days)), coach=coach, by=coach)
        except (Refused, NoneLeft):
            return "refused"
        finally:
            db.session.remove()
    return "noted"
