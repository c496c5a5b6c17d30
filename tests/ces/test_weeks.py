"""How long a plan runs. The figures are those of the programming reference, periodisation.choose_16_if_any."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.ces.case import Client, History, Tag
from studio.ces.catalogue import catalogue
from studio.ces.weeks import plan_length

from ..examples import examples
from .cases import case, mirrored, seen
from .strategies import cases

CAT = catalogue()
MILD = [seen("heel_rises", "left")]


def weeks_and_reasons(*findings, client=None, history=None, limits=False, week_6=(), **plan):
    one = case(*findings, client=client, **plan)
    length = plan_length(replace(one, history=history or History()), CAT, limits=limits, week_6=week_6)
    return length.weeks, list(length.reasons)


def test_without_any_reason_a_plan_takes_12_weeks():
    assert weeks_and_reasons(*MILD, client=Client(age=64)) == (12, [])


@pytest.mark.parametrize(("age", "weeks"), [(64, 12), (65, 16), (66, 16), (None, 12)])
def test_from_65_a_plan_takes_16_weeks(age, weeks):
    assert weeks_and_reasons(*MILD, client=Client(age=age))[0] == weeks


def test_written_limits_ask_for_16_weeks():
    expected = (16, ["Referred after surgery, or with written limits"])
    assert weeks_and_reasons(*MILD, limits=True) == expected
    assert weeks_and_reasons(*MILD, client=Client(clearance="restricted")) == expected


@pytest.mark.parametrize("tag", ["tkr", "thr_posterior", "shoulder_surgery", "acl_or_meniscus", "spinal_fusion"])
def test_an_operation_asks_for_16_weeks(tag):
    assert weeks_and_reasons(*MILD, client=Client(tags=(Tag(tag),)))[0] == 16


def test_a_tag_that_is_no_operation_does_not():
    assert weeks_and_reasons(*MILD, client=Client(tags=(Tag("reflux"),)))[0] == 12


def test_findings_in_three_regions_ask_for_16_weeks():
    two = [seen("heel_rises", "left"), seen("knee_valgus", "left")]
    assert weeks_and_reasons(*two) == (12, [])
    assert weeks_and_reasons(*two, seen("low_back_arches")) == (16, ["Findings in 3 body regions"])


def test_a_priority_finding_marked_on_both_sides_asks_for_16_weeks():
    weeks, reasons = weeks_and_reasons(seen("knee_valgus", "both", 2))
    assert weeks == 16
    assert len(reasons) == 1
    assert reasons[0].endswith("is marked on both sides")
    assert weeks_and_reasons(seen("knee_valgus", "left", 2), seen("knee_valgus", "right", 1))[0] == 12


def test_a_midline_finding_is_not_marked_on_both_sides():
    assert weeks_and_reasons(seen("low_back_arches", None, 2)) == (12, [])


def test_marked_findings_in_two_regions_ask_for_16_weeks():
    both = [seen("heel_rises", "left", 2), seen("low_back_arches", None, 2)]
    assert weeks_and_reasons(*both) == (16, ["Marked findings in 2 body regions"])


@pytest.mark.parametrize(("sessions", "adherence", "weeks"), [(1, 49.9, 16), (1, 50, 12), (2, 20, 12), (1, None, 12)])
def test_one_session_a_week_and_little_done_at_home_ask_for_16_weeks(sessions, adherence, weeks):
    history = History(home_adherence_pct=adherence)
    assert weeks_and_reasons(*MILD, history=history, sessions_per_week=sessions)[0] == weeks


@pytest.mark.parametrize(
    ("then", "weeks"),
    [
        ("hold", 16),
        ("hold_simplify", 16),
        ("regress", 16),
        ("progress", 12),
        ("maintain", 12),
        ("change_strategy", 12),
        ("refer_back", 12),
    ],
)
def test_a_hold_or_a_step_back_at_week_6_asks_for_16_weeks(then, weeks):
    assert weeks_and_reasons(*MILD, week_6=[then])[0] == weeks


def test_every_reason_is_told():
    weeks, reasons = weeks_and_reasons(*MILD, client=Client(age=70), limits=True)
    assert (weeks, len(reasons)) == (16, 2)


@given(cases, st.booleans())
@examples(60)
def test_the_length_is_the_same_in_a_mirror(one, limits):
    assert plan_length(one, CAT, limits=limits) == plan_length(mirrored(one), CAT, limits=limits)


@pytest.mark.parametrize(("week", "first", "last"), [(6, 35, 49), (12, 77, 91), (16, 105, 119)])
def test_the_windows_are_those_of_the_reference(week, first, last):
    assert CAT.decisions.rescreens[week] == (first, last)


# weeks, name, share in per cent, minutes of 60, home rows (sessions, exercises, minutes) once and twice a week
BLOCKS_12 = [
    ((1, 2), "Learn", 65, 39, (4, 4, 12), (3, 4, 12)),
    ((3, 6), "Build", 50, 30, (4, 5, 15), (3, 5, 15)),
    ((7, 9), "Load", 35, 21, (3, 4, 12), (2, 4, 12)),
    ((10, 12), "Transfer", 20, 12, (3, 3, 8), (2, 3, 8)),
    ((13, None), "Maintenance", 12, 7, (2, 3, 8), (2, 3, 8)),
]
BLOCKS_16 = [
    ((1, 3), "Learn", 65, 39, (4, 4, 12), (3, 4, 12)),
    ((4, 6), "Build", 50, 30, (4, 5, 15), (3, 5, 15)),
    ((7, 10), "Strengthen", 40, 24, (4, 4, 12), (3, 4, 12)),
    ((11, 12), "Load", 30, 18, (3, 4, 12), (2, 4, 12)),
    ((13, 16), "Transfer", 20, 12, (3, 3, 8), (2, 3, 8)),
    ((17, None), "Maintenance", 12, 7, (2, 3, 8), (2, 3, 8)),
]
# phase: minutes, then the most exercises, in the order inhibit, lengthen, activate, integrate
PHASES_12 = [
    ((10, 10, 10, 9), (3, 3, 3, 2), (2, 2, 1, 1)),
    ((6, 6, 10, 8), (2, 2, 3, 2), (2, 2, 2, 2)),
    ((5, 3, 7, 6), (2, 2, 2, 1), (3, 3, 2, 3)),
    ((2, 2, 4, 4), (1, 1, 2, 1), (3, 3, 3, 3)),
    ((3, 1, 3, 0), (2, 1, 2, 0), (3, 3, 3, 3)),
]
PHASES_16 = [
    ((10, 10, 10, 9), (3, 3, 3, 2), (2, 2, 1, 1)),
    ((6, 6, 10, 8), (2, 2, 3, 2), (2, 2, 2, 2)),
    ((5, 5, 8, 6), (2, 2, 2, 2), (2, 2, 2, 2)),
    ((3, 3, 7, 5), (1, 2, 2, 1), (3, 3, 2, 3)),
    ((2, 2, 4, 4), (1, 1, 2, 1), (3, 3, 3, 3)),
    ((3, 1, 3, 0), (2, 1, 2, 0), (3, 3, 3, 3)),
]


@pytest.mark.parametrize(
    ("plan", "expected", "phases"),
    [
        (plan, expected, phases)
        for plan, blocks, rows in ((12, BLOCKS_12, PHASES_12), (16, BLOCKS_16, PHASES_16))
        for expected, phases in zip(blocks, rows, strict=True)
    ],
    ids=lambda value: value[1] if isinstance(value, tuple) and len(value) == 6 else "",
)
def test_every_block_has_the_figures_of_the_reference(plan, expected, phases):
    (first, last), name, share, minutes, once, twice = expected
    block = CAT.block(plan, first)
    assert (block.name, block.first_week, block.last_week) == (name, first, last)
    assert (block.corrective_share_pct, block.corrective_minutes_of_60) == (share, minutes)
    for row, figures in ((block.home_once_weekly, once), (block.home_twice_weekly, twice)):
        assert (row.sessions, row.exercises, row.minutes) == figures
    assert (block.phase_minutes, block.studio_max, block.difficulty_ceiling) == phases
    assert sum(block.phase_minutes) == minutes
    if last:
        assert CAT.block(plan, last) is block
        assert CAT.block(plan, last + 1) is not block
