"""Measures side by side: each against its own smallest change that is more than measuring error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.ces.case import Measure
from studio.ces.catalogue import catalogue
from studio.ces.comparing import Occasion
from studio.ces.comparing_measures import MeasureCall, compare_measures
from tests.examples import examples

CAT = catalogue()

# Smallest change for the same rater and for another one: measures of the reference, mdc; for knee to wall what the
# programme asks for (periodisation.measurable_change); 5 degrees for other ranges of motion.
SMALLEST = {
    "knee_to_wall_cm": (2.0, 2.0),
    "knee_to_wall_deg": (5.0, 5.0),
    "hip_ir_deg": (5.4, 5.4),
    "hip_er_deg": (5.4, 5.4),
    "fppa_deg": (11.0, 11.0),
    "shoulder_flexion_deg": (8.0, 8.0),
    "shoulder_ir_deg": (4.0, None),
    "shoulder_er_deg": (5.0, 9.0),
    "thoracic_rotation_deg": (6.3, 6.3),
    "sls_eo_s": (24.0, 24.0),
    "chair_stand_30s": (2.0, 2.0),
    "five_times_sts_s": (2.5, 2.5),
    "ankle_df_nwb_deg": (5.0, 5.0),
    "mtp1_extension_deg": (5.0, 5.0),
    "hip_flexion_deg": (5.0, 5.0),
    "hip_extension_deg": (5.0, 5.0),
    "modified_thomas_thigh_deg": (5.0, 5.0),
    "modified_thomas_knee_deg": (5.0, 5.0),
    "ake_deficit_deg": (5.0, 5.0),
    "ely_knee_flexion_deg": (5.0, 5.0),
    "shoulder_trom_deg": (5.0, 5.0),
    "cervical_rotation_deg": (5.0, 5.0),
}
LOWER = {"fppa_deg", "five_times_sts_s", "modified_thomas_thigh_deg", "ake_deficit_deg"}
CONTEXT = {"shoulder_ir_deg", "shoulder_er_deg", "shoulder_trom_deg"}
NOBODY_KNOWS = {
    "navicular_drop_mm",
    "fpi6",
    "thoracic_kyphosis_deg",
    "craniovertebral_angle_deg",
    "hq_ratio",
    "sls_ec_s",
    "tug_s",
    "four_stage_balance",
    "gait_speed_mps",
    "stay_independent",
    "pain_nprs",
}


def side_of(measure: str) -> str | None:
    return "left" if CAT.measures[measure].sided else None


def called(measure: str, then: float, now: float, *, same_rater: bool = True) -> MeasureCall:
    dates = [
        Occasion((), (Measure(measure, (value,), side_of(measure)),), rater)  # type: ignore[arg-type]
        for value, rater in ((then, 1), (now, 1 if same_rater else 2))
    ]
    (change,) = compare_measures(dates, CAT)
    return change.overall


def test_every_measure_has_a_smallest_change_or_is_known_to_have_none() -> None:
    assert {*SMALLEST, *NOBODY_KNOWS} == {*CAT.measures}


@pytest.mark.parametrize("measure", SMALLEST)
def test_a_change_counts_from_the_smallest_one_and_not_below(measure: str) -> None:
    kind, (least, _) = CAT.measures[measure], SMALLEST[measure]
    better, worse = ("changed", "changed") if measure in CONTEXT else ("better", "worse")
    if measure in LOWER:
        better, worse = worse, better
    start = kind.low + least
    assert called(measure, start, start + least).verdict == better
    assert called(measure, start, start - least).verdict == worse
    assert called(measure, start, start + least - 0.1).verdict == "too_small"
    assert called(measure, start, start - least + 0.1).verdict == "too_small"
    assert called(measure, start, start).verdict == "same"


@pytest.mark.parametrize("measure", SMALLEST)
def test_another_rater_never_makes_a_change_easier_to_believe(measure: str) -> None:
    start, (_, least) = CAT.measures[measure].low, SMALLEST[measure]
    if least is None:
        assert called(measure, start, start + 40, same_rater=False) == MeasureCall("not_comparable", 40, why="rater")
        return
    assert called(measure, start, start + least - 0.1, same_rater=False).verdict == "too_small"
    assert called(measure, start, start + least, same_rater=False).least == least


@pytest.mark.parametrize("measure", sorted(NOBODY_KNOWS - {"four_stage_balance"}))
def test_without_a_known_smallest_change_the_difference_is_shown_and_not_judged(measure: str) -> None:
    kind = CAT.measures[measure]
    call = called(measure, kind.low, kind.high)
    assert (call.verdict, call.least) == ("unknown", None)
    assert call.change == pytest.approx(kind.high - kind.low)


def test_arch_drop_is_compared_by_the_same_rater_only() -> None:
    assert called("navicular_drop_mm", 6, 12, same_rater=False) == MeasureCall("not_comparable", 6.0, why="rater")


def test_a_stand_with_arms_and_one_without_are_not_compared() -> None:
    dates = [
        Occasion((), (Measure("chair_stand_30s", (value,), None, used_arms=arms),))
        for value, arms in ((9, True), (14, None))
    ]
    (change,) = compare_measures(dates, CAT)
    assert change.overall == MeasureCall("not_comparable", why="arms")


@pytest.mark.parametrize(
    ("then", "now", "why"), [("active", "passive", "way"), ("", "passive", "way"), ("active", "active", None)]
)
def test_an_angle_taken_another_way_is_not_compared(then: str, now: str, why: str | None) -> None:
    """Record which: active or passive (assessment reference, hip rotation and shoulder flexion)."""
    occasions = [
        Occasion((), (Measure("hip_ir_deg", (value,), "left", way=way),)) for value, way in ((25, then), (35, now))
    ]
    change = compare_measures(occasions, catalogue())[0]
    assert (change.overall.verdict, change.overall.why) == ("not_comparable" if why else "better", why)


def test_stages_are_shown_and_not_subtracted() -> None:
    stages = [((10.0, 10.0, 8.0)), ((10.0, 10.0, 10.0, 3.0))]
    (change,) = compare_measures([Occasion((), (Measure("four_stage_balance", one),)) for one in stages], CAT)
    assert change.overall == MeasureCall("unknown", why="stages")


def test_what_was_measured_once_is_shown_with_a_gap_beside_it() -> None:
    measured = Measure("knee_to_wall_cm", (8,), "left")
    (change,) = compare_measures([Occasion(()), Occasion((), (measured,)), Occasion(())], CAT)
    assert change.values == (None, measured, None)
    assert change.overall == MeasureCall("not_comparable", why="not_measured")


@given(st.sampled_from(sorted(CAT.measures)), st.integers(0, 100), st.integers(0, 100), st.booleans())
@examples(200)
def test_there_and_back_say_the_opposite_of_each_other(measure: str, one: int, other: int, same_rater: bool) -> None:
    kind = CAT.measures[measure]
    values = [kind.low + (kind.high - kind.low) * part / 100 for part in (one, other)]
    there, back = called(measure, *values, same_rater=same_rater), called(measure, *values[::-1], same_rater=same_rater)
    turned = {"better": "worse", "worse": "better"}
    assert back.verdict == turned.get(there.verdict, there.verdict)
    assert (there.change is None) == (back.change is None)
    assert -(there.change or 0) == (back.change or 0)


@given(st.sampled_from(sorted(SMALLEST)), st.integers(0, 400))
@examples(200)
def test_a_larger_change_is_never_called_smaller(measure: str, tenths: int) -> None:
    start = CAT.measures[measure].low
    small, large = (called(measure, start, start + step / 10).verdict for step in (tenths, tenths + 1))
    order = ("same", "too_small", "better", "worse", "changed")
    assert min(order.index(large), 2) >= min(order.index(small), 2)
