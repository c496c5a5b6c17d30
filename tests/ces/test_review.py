"""What a re-screen suggests: every pair of outcome and adherence, by the programming reference's decision matrix."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.ces.catalogue import catalogue
from studio.ces.review import Screened, propose

from ..examples import examples

CAT = catalogue()
KNEE = "ohsa.knee_valgus"
GRADES = st.tuples(st.integers(0, 2), st.integers(0, 2))
SCREENED = st.builds(
    Screened,
    compensation=st.just(KNEE),
    before=GRADES,
    now=st.none() | GRADES,
    same_rater=st.booleans(),
    measured=st.booleans(),
    technique_clean=st.booleans(),
    goal_reached=st.booleans(),
    stop=st.none() | st.sampled_from(["red_flag", "test_pain", "after_sessions", "pain"]),
    tried=st.frozensets(st.sampled_from(["change_strategy", "hold"])),
    last=st.booleans(),
)
OUTCOMES = {
    "resolved": Screened(KNEE, (2, 2), (0, 0)),
    "improved": Screened(KNEE, (2, 2), (1, 1)),
    "improved, technique not clean": Screened(KNEE, (2, 2), (1, 1), technique_clean=False),
    "unchanged": Screened(KNEE, (2, 2), (2, 2)),
    "worse": Screened(KNEE, (1, 1), (2, 2)),
    "worse with pain": Screened(KNEE, (1, 1), (2, 2), stop="pain"),
    "stopped for pain": Screened(KNEE, (1, 1), None, stop="test_pain"),
    "not testable": Screened(KNEE, (1, 1), None),
}
MATRIX = [
    ("resolved", "R2", "R2", "R2"),
    ("improved", "R1", "R1", "R1b"),
    ("improved, technique not clean", "R1c", "R1c", "R1c"),
    ("unchanged", "R3", "R4", "R5"),
    ("worse", "R6", "R6", "R5"),
    ("worse with pain", "R7", "R7", "R7"),
    ("stopped for pain", "R0", "R0", "R0"),
    ("not testable", "again", "again", "again"),
]
THEN = {
    "R0": "stop_refer",
    "R1": "progress",
    "R1b": "progress_studio",
    "R1c": "hold",
    "R2": "maintain",
    "R3": "change_strategy",
    "R4": "hold",
    "R5": "hold_simplify",
    "R6": "regress",
    "R6b": "refer_back",
    "R7": "stop_refer",
    "R8": "refer_back",
    "R9": "bias",
    "again": "test_again",
}


@pytest.mark.parametrize(("outcome", "high", "partial", "low"), MATRIX)
@pytest.mark.parametrize(("pct", "band"), [(80, 1), (100, 1), (79.9, 2), (50, 2), (49.9, 3), (0, 3)])
def test_every_outcome_with_every_adherence_lands_on_its_rule(outcome, high, partial, low, pct, band):
    rule = (outcome, high, partial, low)[band]
    found = propose(OUTCOMES[outcome], pct, CAT)
    assert (found.rule, found.then) == (rule, THEN[rule])
    assert found.reasons


def test_every_rule_of_the_reference_is_there():
    assert {rule.id: rule.then for rule in CAT.decisions.rules.values()} == THEN


@pytest.mark.parametrize(
    ("tried", "last", "rule"),
    [((), False, "R3"), (("change_strategy",), False, "R3"), ((), True, "R3"), (("change_strategy",), True, "R8")],
)
def test_no_change_at_the_end_after_another_strategy_refers_back(tried, last, rule):
    one = replace(OUTCOMES["unchanged"], tried=frozenset(tried), last=last)
    assert propose(one, 90, CAT).rule == rule


@pytest.mark.parametrize(
    ("pct", "tried", "rule"),
    [(90, ("regress",), "R6b"), (60, ("regress",), "R6b"), (90, ("hold",), "R6"), (40, ("regress",), "R5")],
)
def test_worse_again_after_a_rung_down_refers(pct, tried, rule):
    assert propose(replace(OUTCOMES["worse"], tried=frozenset(tried)), pct, CAT).rule == rule


def test_mild_on_two_screens_with_the_goal_reached_is_maintained():
    one = Screened(KNEE, (1, 1), (1, 1), goal_reached=True)
    assert propose(one, 90, CAT).rule == "R2"
    assert propose(replace(one, goal_reached=False), 90, CAT).rule == "R3"
    assert propose(replace(one, before=(2, 1)), 90, CAT).rule == "R1"


def test_one_grade_of_another_rater_is_not_counted():
    better, worse = Screened(KNEE, (2, 2), (1, 1), same_rater=False), Screened(KNEE, (1, 1), (2, 2), same_rater=False)
    assert propose(better, 90, CAT).outcome == propose(worse, 90, CAT).outcome == "unchanged"
    assert "not counted" in " ".join(propose(better, 90, CAT).reasons)
    assert propose(replace(better, now=(0, 0)), 90, CAT).rule == "R2"


def test_a_measure_beyond_its_error_counts_as_improved():
    assert propose(replace(OUTCOMES["unchanged"], measured=True), 60, CAT).rule == "R1"


def test_better_on_one_side_alone_is_improved():
    assert propose(Screened(KNEE, (1, 2), (1, 1)), 90, CAT).outcome == "improved"


def test_better_here_and_worse_there_is_the_same():
    assert propose(Screened(KNEE, (2, 0), (0, 2)), 90, CAT).outcome == "unchanged"


def test_pain_of_the_area_stops_only_what_is_worse():
    assert propose(Screened(KNEE, (2, 2), (1, 1), stop="pain"), 90, CAT).rule == "R1"


@pytest.mark.parametrize(
    ("before", "now", "bias"),
    [((2, 1), (2, 1), "left"), ((1, 2), (0, 1), "right"), ((2, 1), (1, 1), None), ((2, 1), (1, 2), None)],
)
def test_a_side_that_lags_twice_gets_one_more_set(before, now, bias):
    assert propose(Screened(KNEE, before, now), 90, CAT).bias == bias


@given(SCREENED, st.floats(0, 100))
@examples(300)
def test_stop_comes_first_and_left_and_right_are_alike(one, pct):
    found = propose(one, pct, CAT)
    if one.stop in ("red_flag", "test_pain"):
        assert found.rule == "R0"
    mirror = replace(one, before=one.before[::-1], now=one.now and one.now[::-1])
    other = propose(mirror, pct, CAT)
    assert (other.rule, other.outcome) == (found.rule, found.outcome)
    assert {found.bias, other.bias} in ({None}, {"left", "right"})


@given(SCREENED, st.floats(0, 100))
@examples(300)
def test_what_was_not_tested_is_never_better(one, pct):
    found = propose(replace(one, now=None, stop=None), pct, CAT)
    assert found.rule == "again"
