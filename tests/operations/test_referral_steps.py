"""How far a referral has come, how long it may stay there, and taking a step back."""

from datetime import UTC, date, datetime, timedelta

import time_machine
from flask import Flask

from studio.models.referral_clocks import due_on
from studio.models.referrals import State, first_contact, steps_of
from studio.operations.referrals import steps

from ..builders import a_client, a_complete_assessment, a_referral
from ..people import Cast
from ..programmes import KIT, a_draft, issue

FRIDAY = datetime(2026, 11, 20, 15, tzinfo=UTC)


def test_the_clock_leaves_out_the_weekend(app: Flask) -> None:
    with time_machine.travel(FRIDAY, tick=False):
        referral = a_referral()
    assert referral.due_on == date(2026, 11, 23)
    with time_machine.travel(FRIDAY + timedelta(hours=1), tick=False):
        steps.move(referral, State.contacted, by=Cast().coach)
    assert referral.due_on == date(2026, 11, 25)


def test_an_urgent_one_is_due_the_same_day(app: Flask) -> None:
    with time_machine.travel(FRIDAY, tick=False):
        assert a_referral(urgent=True).due_on == FRIDAY.date()
    saturday = date(2026, 11, 21)
    assert due_on("received", saturday, urgent=True) == saturday
    assert due_on("received", saturday, urgent=False) == date(2026, 11, 23), "anybody else waits for Monday"


def test_what_is_over_is_due_on_no_day(app: Flask) -> None:
    referral = a_referral()
    for state in (State.finished, State.declined, State.no_response):
        steps.move(referral, state, by=Cast().coach)
        assert referral.due_on is None


def test_a_step_taken_back_leaves_the_one_before_with_its_own_clock(app: Flask) -> None:
    with time_machine.travel(FRIDAY, tick=False):
        referral = a_referral()
    steps.move(referral, State.contacted, by=Cast().coach)
    assert steps.undo(referral, by=Cast().coach) is State.contacted
    assert (referral.state, referral.since, referral.due_on) == (State.received, FRIDAY, date(2026, 11, 23))
    assert steps.undo(referral, by=Cast().coach) is None, "the first step stays"
    assert first_contact(steps_of(referral.id)) is None


def test_a_try_in_vain_is_counted_and_stops_no_clock(app: Flask) -> None:
    with time_machine.travel(FRIDAY, tick=False):
        referral = a_referral()
    assert [steps.tried(referral, "phone", by=Cast().coach) for _ in range(2)] == [1, 2]
    assert (referral.state, referral.since, referral.due_on) == (State.received, FRIDAY, date(2026, 11, 23))
    assert first_contact(steps_of(referral.id)) is None
    steps.undo(referral, by=Cast().coach)
    assert (referral.since, steps.tries(steps_of(referral.id))) == (FRIDAY, 1)


def test_one_that_was_declined_opens_where_it_was(app: Flask) -> None:
    referral = a_referral()
    steps.move(referral, State.contacted, by=Cast().coach)
    steps.move(referral, State.declined, by=Cast().coach, note="No free hours before March")
    steps.reopen(referral, by=Cast().coach)
    assert referral.state is State.contacted


def test_assessed_and_in_programme_follow_by_themselves(app: Flask) -> None:
    client = a_client("Nora Lindgren", equipment=KIT)
    referral = a_referral("Nora Lindgren", client_id=client.id)
    declined = a_referral("Nora Lindgren", client_id=client.id)
    steps.move(declined, State.declined, by=Cast().coach, note="sent twice")
    version = a_complete_assessment(client)
    assert referral.state is State.assessed
    issue(a_draft(client))
    assert referral.state is State.in_programme
    assert referral.since >= version.at
    a_complete_assessment(client)
    assert referral.state is State.in_programme, "a re-screen does not take it back"
    assert declined.state is State.declined
