"""Agreement of two ratings: figures worked by hand, and what must hold for all."""

from dataclasses import replace
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.ces.agreement import Error, Pair, agreement, by_checkpoint, by_compensation, judged, kappa, score_error
from studio.ces.case import TestResult
from studio.ces.catalogue import catalogue
from studio.ces.comparing import Occasion
from tests.examples import examples

from .cases import seen, squat
from .strategies import results

judgements = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=40)
ratings = st.lists(results(), max_size=3, unique_by=lambda one: one.protocol).map(tuple)


def pair(first: TestResult, second: TestResult, *, client: int = 1, same: bool = True) -> Pair:
    return Pair(Occasion((first,), rater=1), Occasion((second,), rater=1 if same else 2), client)


def knees(left: int) -> TestResult:
    return squat(*([seen("knee_valgus", "left", left)] if left else []))


def test_kappa_as_worked_by_hand() -> None:
    """Ten judgements, seven alike.

    First: 5 x 0, 3 x 1, 2 x 2; second: 5 x 0, 4 x 1, 1 x 2. Disagreements: 0-1 once, 1-0 once, 2-1 once: sum 3.
    Expected by chance: (0,1) 5x4 + (1,0) 3x5 + (1,2) 3x1 + (2,1) 2x4 + 2 x ((0,2) 5x1 + (2,0) 2x5) = 46 + 30 = 76,
    over 10: 7.6. Kappa = 1 - 3 / 7.6 = 0.6053.
    """
    given_ = [(0, 0)] * 4 + [(0, 1), (1, 0)] + [(1, 1)] * 2 + [(2, 1), (2, 2)]
    found = agreement(given_, pairs=10)
    assert (found.percent, found.kappa, found.seen) == (70.0, 0.6053, 6)


def test_two_by_two_kappa_is_the_usual_one() -> None:
    """The textbook's 50 applications: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: kappa 0.4."""
    assert kappa([(1, 1)] * 20 + [(1, 0)] * 5 + [(0, 1)] * 10 + [(0, 0)] * 15) == 0.4


def test_disagreeing_by_two_grades_weighs_twice() -> None:
    near = kappa([(0, 0)] * 5 + [(2, 2)] * 5 + [(0, 1)])
    far = kappa([(0, 0)] * 5 + [(2, 2)] * 5 + [(0, 2)])
    assert near is not None
    assert far is not None
    assert far < near


@pytest.mark.parametrize("always", [0, 1, 2])
def test_kappa_is_undefined_when_nobody_ever_saw_anything_else(always: int) -> None:
    found = agreement([(always, always)] * 30, pairs=30)
    assert (found.percent, found.kappa) == (100.0, None)


def test_without_judgements_there_are_no_figures() -> None:
    assert (agreement([], 0).percent, agreement([], 0).kappa) == (None, None)


def test_few_pairs_are_called_few() -> None:
    assert not agreement([(0, 1)] * 40, pairs=9).enough
    assert agreement([(0, 1)] * 40, pairs=10).enough


@given(judgements)
@examples(200)
def test_kappa_is_at_most_one_and_the_order_of_the_raters_does_not_matter(given_: list[tuple[int, int]]) -> None:
    found = kappa(given_)
    assert found is None or found <= 1
    assert kappa([(second, first) for first, second in given_]) == found


@given(st.lists(st.integers(0, 2), min_size=1, max_size=40))
@examples(100)
def test_identical_ratings_agree_wholly(given_: list[int]) -> None:
    found = agreement([(one, one) for one in given_], pairs=len(given_))
    assert found.percent == 100
    assert found.kappa == (1 if len(set(given_)) > 1 else None)


@given(judgements)
@examples(100)
def test_naming_the_grades_backwards_changes_nothing(given_: list[tuple[int, int]]) -> None:
    assert kappa([(2 - first, 2 - second) for first, second in given_]) == kappa(given_)


def test_what_only_one_rating_judged_is_left_out() -> None:
    unseen = squat(untested=frozenset({("ohsa.knee_valgus", "left")}))
    found = by_compensation(judged([pair(knees(1), unseen)], catalogue()), catalogue())
    assert found["ohsa.knee_valgus"].judgements == 1


def test_sides_count_apart_and_pairs_once() -> None:
    pairs = [pair(knees(1), knees(0)), pair(knees(0), knees(0))]
    found = by_compensation(judged(pairs, catalogue()), catalogue())["ohsa.knee_valgus"]
    assert (found.pairs, found.judgements, found.percent) == (2, 4, 75.0)


@given(st.lists(st.tuples(ratings, ratings), max_size=3))
@examples(60)
def test_checkpoints_hold_all_that_their_rows_hold(given_: list[tuple[tuple[TestResult, ...], ...]]) -> None:
    pairs = [Pair(Occasion(one), Occasion(other)) for one, other in given_]
    found = judged(pairs, catalogue())
    rows, parts = by_compensation(found, catalogue()), by_checkpoint(found, catalogue())
    assert sum(one.judgements for one in rows.values()) == sum(one.judgements for one in parts.values())


def test_the_error_of_the_score_as_worked_by_hand() -> None:
    """Left knee marked costs 5 points, mild 2.5.

    Differences second minus first: +5, -2.5, 0, +2.5. Mean 1.25; squares about it 14.0625 + 14.0625 + 1.5625 + 1.5625
    = 31.25; SD = sqrt(31.25 / 3) = 3.2275. SEM 2.2822, MDC90 5.3092, MDC95 6.3259: likely from 6, clear from 7.
    """
    pairs = [pair(knees(a), knees(b), client=n) for n, (a, b) in enumerate([(2, 0), (0, 1), (1, 1), (2, 1)])]
    error = score_error(pairs, catalogue())
    assert error is not None
    assert (error.clients, error.pairs, error.bias) == (4, 4, 1.25)
    assert error.sd == pytest.approx(sqrt(31.25 / 3))
    assert (round(error.sem, 4), round(error.mdc90, 4), round(error.mdc95, 4)) == (2.2822, 5.3092, 6.3259)
    assert error.bands == (6, 7)
    assert not error.enough


def test_a_squat_that_was_not_rated_whole_says_nothing_about_the_score() -> None:
    part = squat(views=("anterior", "lateral"))
    assert score_error([pair(knees(0), part), pair(knees(0), knees(1))], catalogue()) is None


def test_what_was_rated_live_says_nothing_about_the_error_of_the_score_but_counts_in_the_agreement() -> None:
    filmed = [pair(knees(0), knees(1), client=1), pair(knees(0), knees(0), client=2)]
    live = replace(pair(knees(2), knees(0), client=3), filmed=False)
    assert score_error([*filmed, live], catalogue()) == score_error(filmed, catalogue())
    found = by_compensation(judged([*filmed, live], catalogue()), catalogue())["ohsa.knee_valgus"]
    assert found.pairs == 3


@pytest.mark.parametrize(("clients", "enough"), [(19, False), (20, True)])
def test_twenty_different_clients_are_needed(clients: int, enough: bool) -> None:
    pairs = [pair(knees(0), knees(n % 3), client=n % clients) for n in range(40)]
    error = score_error(pairs, catalogue())
    assert error is not None
    assert (error.pairs, error.enough) == (40, enough)


@given(st.floats(0, 60, allow_nan=False))
@examples(100)
def test_likely_always_lies_below_clear(sd: float) -> None:
    likely, clear = Error(20, 20, 0, sd).bands
    assert 1 <= likely < clear
    assert likely >= Error(20, 20, 0, sd).mdc90 - 1e-6
