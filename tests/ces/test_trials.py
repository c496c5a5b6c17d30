"""From what was taken to what counts: best and mean, stages, sums, inches."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.ces.case import Measure
from studio.ces.catalogue import catalogue
from studio.ces.trials import counts, held, sums
from studio.ces.units import to_cm, to_inches
from tests.examples import examples

KINDS = catalogue().measures


def test_the_best_of_three_is_the_farthest_and_the_longest() -> None:
    assert counts(KINDS["knee_to_wall_cm"], [9.0, 9.5, 8.0]) == 9.5
    assert counts(KINDS["sls_eo_s"], [12.3]) == 12.3


def test_the_mean_of_three_is_not_rounded_past_a_cut_off() -> None:
    assert counts(KINDS["thoracic_rotation_deg"], [34.0, 35.0, 35.0]) == 34.67
    assert counts(KINDS["thoracic_rotation_deg"], [34.0, 36.0]) == 35.0


@given(st.lists(st.integers(0, 90).map(float), min_size=1, max_size=3))
@examples(100)
def test_what_counts_lies_among_the_trials_and_their_order_does_not_matter(trials: list[float]) -> None:
    for measure in ("knee_to_wall_cm", "thoracic_rotation_deg", "sls_eo_s"):
        value = counts(KINDS[measure], trials)
        assert min(trials) <= value <= max(trials)
        assert value == counts(KINDS[measure], trials[::-1])


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        ({1: 10, 2: 10, 3: 8.2, 4: 10}, (10, 10, 8.2)),
        ({1: 10, 2: 10, 3: 10, 4: 3}, (10, 10, 10, 3)),
        ({1: 10, 3: 10}, (10,)),
        ({2: 10}, ()),
        ({1: 4}, (4,)),
    ],
)
def test_stages_end_with_the_first_that_was_not_held(stages: dict[int, float], expected: tuple[float, ...]) -> None:
    assert held(KINDS["four_stage_balance"], stages) == expected


def test_the_whole_arc_is_the_sum_of_both_turns_on_its_side() -> None:
    taken = [
        Measure("shoulder_ir_deg", (60.0,), "left"),
        Measure("shoulder_er_deg", (90.0,), "left"),
        Measure("shoulder_ir_deg", (70.0,), "right"),
    ]
    assert sums(KINDS.values(), taken) == (Measure("shoulder_trom_deg", (150.0,), "left"),)


def test_a_sum_nobody_can_have_is_left_out() -> None:
    taken = [Measure("shoulder_ir_deg", (130.0,), "left"), Measure("shoulder_er_deg", (150.0,), "left")]
    assert sums(KINDS.values(), taken) == ()


@given(st.decimals(0, 100, places=2))
@examples(300)
def test_inches_come_back_as_they_were_typed(inches: Decimal) -> None:
    assert to_inches(to_cm(inches)) == inches


@given(st.decimals(0, 250, places=2))
@examples(300)
def test_showing_a_length_in_inches_again_and_again_does_not_drift(cm: Decimal) -> None:
    shown = to_inches(cm)
    for _ in range(5):
        assert to_inches(to_cm(shown)) == shown


def test_a_length_in_inches() -> None:
    assert to_inches(Decimal("9.5")) == Decimal("3.74")
    assert to_cm(Decimal("3.74")) == Decimal("9.5")
    assert to_cm(Decimal("2")) == Decimal("5.08")
