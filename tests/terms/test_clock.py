"""The clock of an enrolment: weeks, grace, freezes and extensions."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from studio.terms.clock import Pause, clock, overlaps
from studio.terms.terms import Terms

TERMS = Terms("package", "12 weeks", 216600, "USD", sessions=24, weeks=12, screens=(6, 12))
START = date(2026, 9, 7)
DAY = timedelta(days=1)


def on(day: int) -> date:
    return START + day * DAY


def test_weeks_are_counted_from_the_start() -> None:
    assert [clock(TERMS, START, (), on(day)).week for day in (-1, 0, 6, 7, 83, 84)] == [0, 1, 1, 2, 12, 12]


def test_sessions_are_good_until_the_grace_is_over() -> None:
    last_week, grace, late = (clock(TERMS, START, (), on(day)) for day in (83, 84, 112))
    assert last_week.ends_on == on(83)
    assert last_week.last_on == on(111)
    assert (last_week.in_grace, grace.in_grace, grace.over, late.over) == (False, True, False, True)


def test_a_freeze_stops_the_week_and_moves_every_day_after_it() -> None:
    freeze = Pause("freeze", on(14), on(27))
    inside, after = (clock(TERMS, START, (freeze,), on(day)) for day in (20, 28))
    assert inside.frozen
    assert inside.frozen_until == on(27)
    assert (inside.week, after.week) == (2, 3)
    assert (after.frozen, after.frozen_days) == (False, 14)
    assert after.last_on == on(111 + 14)
    assert after.rescreen_on == on(35 + 14)


def test_a_medical_freeze_without_an_end_goes_on_until_somebody_ends_it() -> None:
    freeze = Pause("medical", on(7), None)
    seen = clock(TERMS, START, (freeze,), on(60))
    assert seen.frozen
    assert seen.frozen_until is None
    assert seen.frozen_days == 54
    assert not clock(TERMS, START, (freeze,), on(400)).over


def test_an_extension_moves_the_last_day_and_no_week() -> None:
    longer = clock(TERMS, START, (Pause("extension", on(100), on(113)),), on(100))
    plain = clock(TERMS, START, (), on(100))
    assert longer.last_on - plain.last_on == 14 * DAY
    assert longer.ends_on == plain.ends_on
    assert longer.week == plain.week


def test_a_screen_that_was_done_is_due_no_more() -> None:
    assert clock(TERMS, START, (), on(40)).rescreen_week == 6
    assert clock(TERMS, START, (), on(40), screened=(6,)).rescreen_week == 12
    assert clock(replace(TERMS, screens=()), START, (), on(40)).rescreen_on is None


def test_two_freezes_must_not_share_a_day() -> None:
    first = Pause("freeze", on(7), on(20))
    assert overlaps(Pause("medical", on(20), None), [first])
    assert not overlaps(Pause("medical", on(21), None), [first])


@given(st.integers(0, 80), st.integers(1, 60), st.integers(0, 200))
def test_a_freeze_never_makes_a_week_go_back(begins: int, length: int, day: int) -> None:
    pauses = (Pause("freeze", on(begins), on(begins + length - 1)),)
    assert clock(TERMS, START, pauses, on(day)).week <= clock(TERMS, START, pauses, on(day + 1)).week
    assert clock(TERMS, START, pauses, on(day)).last_on <= clock(TERMS, START, (), on(day)).last_on + length * DAY
