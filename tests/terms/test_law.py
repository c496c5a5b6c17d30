"""Consumer law: the last day to cancel, and what a sale may come to, at the borders."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.terms.law import Band, Law, cancel_until, checks, cut_into, sentence_for
from studio.terms.law_sets import law_sets
from studio.terms.terms import Terms

CALIFORNIA = law_sets("USD")["US_CA"].law
PACKAGE = Terms("package", "12 weeks", 216600, "USD", sessions=24, weeks=12)
MONDAY = date(2026, 9, 7)


def stopped(total: int = 100_00, terms: Terms = PACKAGE, starts_on: date = MONDAY, law: Law = CALIFORNIA) -> list[str]:
    return [remark.about for remark in checks(terms, total, starts_on, MONDAY, law) if remark.stops]


@pytest.mark.parametrize(
    ("total", "last"),
    [
        (1_499_99, date(2026, 9, 14)),
        (1_500_00, date(2026, 9, 27)),
        (2_000_00, date(2026, 9, 27)),
        (2_000_01, date(2026, 10, 7)),
        (2_500_00, date(2026, 10, 7)),
        (2_500_01, None),
    ],
)
def test_the_dearer_the_longer_it_can_be_cancelled(total: int, last: date | None) -> None:
    assert cancel_until(MONDAY, total, CALIFORNIA) == last
    assert stopped(total) == ([] if last else ["cancel"])


def test_working_days_leave_the_weekend_out() -> None:
    friday, saturday = MONDAY + timedelta(days=4), MONDAY + timedelta(days=5)
    law = Law((Band(None, 3, True),))
    assert cancel_until(friday, 1, law) == cancel_until(saturday, 1, law) == MONDAY + timedelta(days=9)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 60))
def test_working_days_are_never_fewer_than_days(sold_on: date, days: int) -> None:
    working = cancel_until(sold_on, 1, Law((Band(None, days, True),)))
    assert working is not None
    assert working >= sold_on + timedelta(days=days)
    assert working.weekday() < 5


def test_a_limit_is_kept_up_to_its_border() -> None:
    no_bands = replace(CALIFORNIA, bands=())
    assert stopped(4_400_00, law=no_bands) == []
    assert stopped(4_400_01, law=no_bands) == ["total"]
    assert stopped(starts_on=date(2027, 3, 7)) == []
    assert stopped(starts_on=date(2027, 3, 8)) == ["start"]
    years = replace(PACKAGE, weeks=152, grace_weeks=4)  # 1,092 days: the last is 2 September 2029
    assert stopped(terms=years) == []
    assert stopped(terms=replace(years, weeks=153)) == ["term"]


def test_without_a_law_nothing_is_checked_and_nothing_said() -> None:
    none = law_sets("USD")["none"].law
    assert checks(PACKAGE, 9_999_99, MONDAY, MONDAY, none) == ()
    assert sentence_for(none, PACKAGE, 100, MONDAY, MONDAY) == ""


def test_the_sentence_names_the_term_and_the_day() -> None:
    said = sentence_for(CALIFORNIA, PACKAGE, 2_166_00, MONDAY, MONDAY)
    assert "12 weeks and 4 more to use what is left, until 27 December 2026" in said
    assert "until the end of 7 October 2026" in said
    assert CALIFORNIA.sentence_points >= 14
    assert sentence_for(CALIFORNIA, PACKAGE, 3_000_00, MONDAY, MONDAY) == ""


def test_bands_are_put_in_order_with_the_one_for_any_total_last() -> None:
    bands = [Band(None, 45, False), Band(2000, 20, False), Band(1000, 5, True)]
    assert [band.days for band in cut_into(bands)] == [5, 20, 45]
