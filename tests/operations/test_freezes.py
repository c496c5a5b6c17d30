"""Freezes, extensions, sessions given and taken, and what expires: each with its way back."""

from datetime import date, datetime, timedelta

import pytest

from studio.clock import pretend, utcnow
from studio.extensions import db
from studio.models.books.lateness import late_days, parts_of
from studio.models.database import write
from studio.models.sales.credits import balance_of, ledger_of
from studio.models.sales.enrolment_line import line_of
from studio.models.sales.enrolments import Enrolment, State
from studio.models.sales.going import Going, expiring, going
from studio.models.studios import studio_today
from studio.operations.daily import keep_house
from studio.operations.sales import freezes, giving
from studio.operations.sales.freezes import Asked, NotInTheTerms

from ..builders import a_client
from ..people import Cast
from ..sales import a_session, sold

pytestmark = pytest.mark.usefixtures("app")
WEEK = timedelta(weeks=1)


def later(days: int) -> date:
    return studio_today() + timedelta(days=days)


def asked(first: int, last: int | None, kind: str = "freeze", **values: object) -> Asked:
    until = None if last is None else later(last)
    given = {"asked_on": studio_today(), "why": "Holiday"} | values
    return Asked(kind, later(first), until, **given)  # type: ignore[arg-type]


def stands(package: Enrolment) -> Going:
    db.session.expire_all()
    return going([package], studio_today())[0]


def in_days(days: int) -> datetime:
    return utcnow() + timedelta(days=days)


def test_a_freeze_moves_the_last_day_and_taking_it_back_moves_it_again() -> None:
    package = sold(a_client())
    last = stands(package).clock.last_on
    change = freezes.freeze(package, asked(7, 20), by=Cast().front_desk)
    assert stands(package).clock.last_on == last + 2 * WEEK
    for _ in range(2):
        freezes.undo(change, "Stays after all", by=Cast().front_desk)
    assert stands(package).clock.last_on == last
    assert [row.amount for row in ledger_of(package.id)] == [24, 0, 0]


def test_who_asks_for_more_than_the_terms_say_hears_what_and_an_owner_may_go_beyond() -> None:
    package = sold(a_client())
    freezes.freeze(package, asked(7, 20), by=Cast().coach)
    wish = asked(30, 60, asked_on=later(28), beyond="Moves house")
    for person in (Cast().coach, Cast().front_desk):
        with pytest.raises(NotInTheTerms) as stopped:
            freezes.freeze(package, wish, by=person)
        assert len(stopped.value.against) == 3
    assert "beyond the terms: Moves house" in freezes.freeze(package, wish, by=Cast().owner).why
    with pytest.raises(NotInTheTerms, match="shares a day"):
        freezes.freeze(package, asked(60, 70, beyond="Twice"), by=Cast().owner)


def test_no_freeze_lies_over_a_session_that_was_held() -> None:
    package = sold(a_client(), starts_on=later(-5))
    a_session(package)
    with pytest.raises(NotInTheTerms, match="the day after it"):
        freezes.freeze(package, asked(-1, 5, beyond="Please"), by=Cast().owner)


def test_a_medical_freeze_wants_a_note_and_payments_wait_until_they_are_back() -> None:
    package = sold(a_client(), starts_on=later(0), instalment_days=(0, 28, 56))
    before = [part.due_on for part in parts_of([package.id])]
    with pytest.raises(NotInTheTerms, match="medical note"):
        freezes.freeze(package, asked(7, None, "medical"), by=Cast().coach)
    change = freezes.freeze(package, asked(7, None, "medical", note_seen=True), by=Cast().coach)
    assert change.why == "Medical, note seen"
    with pretend(in_days(40)):
        keep_house(studio_today())
        assert late_days([package.id], studio_today()) == {package.id: 40}  # the first part only
        assert stands(package).clock.frozen
        assert freezes.back(change, by=Cast().coach) == 33
        assert [part.due_on for part in parts_of([package.id])] == [before[0], *(d + timedelta(33) for d in before[1:])]
        assert stands(package).clock.frozen_days == 33
        assert "re-screen first" in line_of(package, studio_today()).words
        freezes.on_again(change, None, by=Cast().coach)
        assert stands(package).endless
        freezes.undo(change, "The wrong person", by=Cast().coach)
        assert [part.due_on for part in parts_of([package.id])] == before


def test_back_on_the_first_day_leaves_no_day_frozen() -> None:
    package = sold(a_client(), starts_on=later(-7))
    change = freezes.freeze(package, asked(0, None, "medical", note_seen=True), by=Cast().coach)
    assert freezes.back(change, by=Cast().coach) == 0
    assert not stands(package).clock.frozen
    with pytest.raises(freezes.AlreadyBack):
        freezes.back(change, by=Cast().coach)


def test_what_was_not_used_expires_once_and_an_owner_may_give_it_back_with_time_to_use_it() -> None:
    package = sold(a_client(), starts_on=later(0), instalment_days=(200,))
    a_session(package)
    with pretend(in_days(16 * 7 - 1)):
        keep_house(studio_today())
        assert balance_of(package.id).left == 23
    with pretend(in_days(16 * 7)):
        for _ in range(2):
            keep_house(studio_today())
        assert balance_of(package.id).expired == 23
        assert ledger_of(package.id)[-1].by_id is None
        with write():
            package.state = State.completed
        giving.give_back(package, later(13), "Was ill and did not call", by=Cast().owner)
        assert (balance_of(package.id).left, stands(package).days_to_go) == (23, 13)
        a_session(package)


def test_packages_that_run_out_are_told_ahead_but_not_those_that_stand_still() -> None:
    first, ill = (sold(a_client(), starts_on=later(-14 * 7 - 2)) for _ in range(2))
    sold(a_client())
    freezes.freeze(ill, asked(0, None, "medical", note_seen=True), by=Cast().coach)
    assert [one.enrolment.id for one in expiring(studio_today(), 14)] == [first.id]
    assert expiring(studio_today(), 7) == []


def test_a_session_on_top_is_given_once_and_taken_back() -> None:
    package = sold(a_client())
    for _ in range(2):
        row = giving.give(package, 1, "For the wait", key="one form", by=Cast().coach)
    assert balance_of(package.id).left == 25
    giving.undo(row, "Too kind", by=Cast().coach)
    assert balance_of(package.id).left == 24
    off = giving.give(package, -2, "Given twice before", key=None, by=Cast().owner)
    giving.undo(off, "No", by=Cast().owner)
    assert (balance_of(package.id).left, balance_of(package.id).granted) == (24, 24)
    with pytest.raises(giving.Settled):
        giving.undo(ledger_of(package.id)[0], "The sale", by=Cast().owner)
    with pytest.raises(giving.credits.NoneLeft):
        giving.give(package, -30, "All", key=None, by=Cast().owner)


def test_more_time_comes_with_a_reason_and_goes_again() -> None:
    package = sold(a_client())
    last = stands(package).clock.last_on
    for _ in range(2):
        change = giving.extend(package, 14, "Studio was closed", by=Cast().coach, key="one form")
    assert stands(package).clock.last_on == last + 2 * WEEK
    freezes.undo(change, "Was open", by=Cast().coach)
    assert stands(package).clock.last_on == last
