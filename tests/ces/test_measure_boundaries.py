"""Every cut-off of the reference just below, at and just above it, for each age band's edges and each sex."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from studio.ces.case import Case, Client, Measure
from studio.ces.catalogue import catalogue
from studio.ces.measured import measured
from studio.ces.screening import Verdict, screen

FINE, LOW, RISK, SAFE = "within_norm", "below_norm", "at_risk", "not_at_risk"
Word = str | None


def verdict(measure: str, *values: float, age: int | None = 45, sex: str | None = "female") -> Verdict:
    """What the left side, or the whole body, is told."""
    side = "left" if catalogue().measures[measure].sided else None
    client = Client(age=age, sex=sex)  # type: ignore[arg-type]
    case = Case(client=client, measures=(Measure(measure, values, side),))  # type: ignore[arg-type]
    return screen(measured(case, catalogue()))[0]


def word(measure: str, *values: float, age: int | None = 45, sex: str | None = "female") -> Word:
    return verdict(measure, *values, age=age, sex=sex).verdict


class Edge(NamedTuple):
    """The verdicts just below, at and just above a number."""

    measure: str
    step: float
    number: float
    below: Word
    at: Word
    above: Word


EVERYBODY = [
    Edge("knee_to_wall_deg", 1, 35, LOW, FINE, FINE),
    Edge("ankle_df_nwb_deg", 1, 10, LOW, FINE, FINE),
    Edge("mtp1_extension_deg", 1, 60, LOW, FINE, FINE),
    Edge("navicular_drop_mm", 1, 10, FINE, LOW, LOW),
    Edge("fpi6", 1, 6, FINE, LOW, LOW),
    Edge("hip_ir_deg", 1, 30, LOW, FINE, FINE),
    Edge("hip_er_deg", 1, 30, LOW, FINE, FINE),
    Edge("hip_flexion_deg", 1, 110, LOW, FINE, FINE),
    Edge("hip_extension_deg", 1, 10, LOW, FINE, FINE),
    Edge("modified_thomas_thigh_deg", 1, 0, FINE, FINE, LOW),
    Edge("modified_thomas_knee_deg", 1, 50, LOW, FINE, FINE),
    Edge("ely_knee_flexion_deg", 1, 120, LOW, FINE, FINE),
    Edge("fppa_deg", 0.5, 6, FINE, LOW, LOW),
    Edge("shoulder_flexion_deg", 1, 160, LOW, FINE, FINE),
    Edge("shoulder_ir_deg", 1, 45, LOW, FINE, FINE),
    Edge("shoulder_er_deg", 1, 75, LOW, FINE, FINE),
    Edge("thoracic_rotation_deg", 1, 35, LOW, FINE, FINE),
    Edge("thoracic_kyphosis_deg", 1, 45, FINE, FINE, LOW),
    Edge("craniovertebral_angle_deg", 1, 50, LOW, FINE, FINE),
    Edge("cervical_rotation_deg", 1, 60, LOW, FINE, FINE),
    Edge("hq_ratio", 0.01, 0.6, LOW, FINE, FINE),
    Edge("tug_s", 0.1, 12, SAFE, RISK, RISK),
    Edge("gait_speed_mps", 0.01, 0.8, LOW, LOW, LOW),
    Edge("gait_speed_mps", 0.01, 1.0, LOW, FINE, FINE),
    Edge("stay_independent", 1, 4, SAFE, RISK, RISK),
]
NOBODY = (None, None)


@pytest.mark.parametrize("edge", EVERYBODY, ids=lambda one: f"{one.measure} {one.number:g}")
@pytest.mark.parametrize(("age", "sex"), [(45, "female"), (80, "male"), NOBODY])
def test_a_cut_off_for_everybody(edge: Edge, age: int | None, sex: str | None) -> None:
    values = (round(edge.number - edge.step, 2), edge.number, round(edge.number + edge.step, 2))
    assert tuple(word(edge.measure, one, age=age, sex=sex) for one in values) == (edge.below, edge.at, edge.above)


@pytest.mark.parametrize(
    ("measure", "restricted", "borderline", "step", "age"),
    [
        ("knee_to_wall_cm", 8, 10, 0.1, 18),
        ("knee_to_wall_cm", 8, 10, 0.1, 59),
        ("knee_to_wall_cm", 6, 8, 0.1, 60),
        ("knee_to_wall_cm", 6, 8, 0.1, 90),
        ("knee_to_wall_deg", 35, 38, 1, 45),
        ("modified_thomas_knee_deg", 50, 80, 1, 45),
    ],
)
def test_borderline_lies_between_restricted_and_clear(
    measure: str, restricted: float, borderline: float, step: float, age: int
) -> None:
    def flag(value: float) -> str | None:
        found = verdict(measure, round(value, 2), age=age)
        return found.band.flag if found.band and found.reached else None

    assert [flag(restricted - step), flag(restricted), flag(borderline - step)] == ["restricted", *["borderline"] * 2]
    assert flag(borderline) is None
    assert word(measure, restricted, age=age) == FINE


@pytest.mark.parametrize(("sex", "limit"), [("male", 40), ("female", 30)])
def test_the_hamstrings_have_a_limit_for_each_sex(sex: str, limit: int) -> None:
    assert [word("ake_deficit_deg", limit + one, sex=sex) for one in (-1, 0, 1)] == [FINE, FINE, LOW]
    assert word("ake_deficit_deg", limit, sex=None) is None


CHAIR = {60: (14, 12), 65: (12, 11), 70: (12, 10), 75: (11, 10), 80: (10, 9), 85: (8, 8), 90: (7, 4)}
"""The first of five years of age: men are below average under the first number, women under the second."""


def chairs() -> Iterator[tuple[int, str, int]]:
    for first, limits in CHAIR.items():
        for age in (first, first + 4):
            yield from ((age, sex, limit) for sex, limit in zip(("male", "female"), limits, strict=True))


@pytest.mark.parametrize(("age", "sex", "limit"), list(chairs()))
def test_the_chair_stand_at_both_ends_of_each_age_band(age: int, sex: str, limit: int) -> None:
    found = [word("chair_stand_30s", limit + one, age=age, sex=sex) for one in (-1, 0, 1)]
    assert found == [RISK, SAFE, SAFE]


@pytest.mark.parametrize(("age", "sex"), [(59, "male"), (59, "female"), (95, "male"), (95, "female"), (None, "male")])
@pytest.mark.parametrize("stands", [0, 3, 13, 30])
def test_the_chair_stand_says_nothing_outside_its_table(age: int | None, sex: str, stands: int) -> None:
    assert word("chair_stand_30s", stands, age=age, sex=sex) is None


@pytest.mark.parametrize("age", [60, 94])
def test_the_chair_stand_says_nothing_when_the_sex_is_not_known(age: int) -> None:
    assert word("chair_stand_30s", 3, age=age, sex=None) is None


@pytest.mark.parametrize(
    ("age", "below_five", "five", "below_ten", "ten"),
    [
        (49, None, None, None, None),
        (50, LOW, LOW, LOW, FINE),
        (64, LOW, LOW, LOW, FINE),
        (65, RISK, LOW, LOW, FINE),
        (99, RISK, LOW, LOW, FINE),
        (None, None, None, None, None),
    ],
)
def test_standing_on_one_leg_by_age(age: int | None, below_five: Word, five: Word, below_ten: Word, ten: Word) -> None:
    found = tuple(word("sls_eo_s", seconds, age=age) for seconds in (4.9, 5, 9.9, 10))
    assert found == (below_five, five, below_ten, ten)


@pytest.mark.parametrize(
    ("age", "seconds", "refers"), [(50, 9.9, True), (65, 4.9, True), (65, 9.9, False), (65, 10, False)]
)
def test_standing_on_one_leg_asks_for_a_check_where_the_reference_does(age: int, seconds: float, refers: bool) -> None:
    assert verdict("sls_eo_s", seconds, age=age).refer is refers


@pytest.mark.parametrize(("age", "limit"), [(60, 11.4), (69, 11.4), (70, 12.6), (79, 12.6), (80, 14.8), (89, 14.8)])
def test_five_stands_are_slow_from_just_above_the_limit_of_the_age(age: int, limit: float) -> None:
    found = [word("five_times_sts_s", round(limit + one, 1), age=age) for one in (-0.1, 0, 0.1)]
    assert found == [FINE, FINE, LOW]


@pytest.mark.parametrize("age", [59, 90, None])
def test_five_stands_have_no_limit_of_the_age_before_sixty_and_after_eighty_nine(age: int | None) -> None:
    assert word("five_times_sts_s", 14.9, age=age) is None


@pytest.mark.parametrize("age", [40, 60, 75, 89, 95, None])
def test_five_stands_in_fifteen_seconds_are_a_risk_at_any_age(age: int | None) -> None:
    assert word("five_times_sts_s", 15, age=age) == RISK


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        ((10, 10, 9.9), RISK),
        ((10, 10, 10), SAFE),
        ((10, 10, 10, 0), SAFE),
        ((10, 9.9), RISK),
        ((0,), RISK),
        ((10,), None),
        ((10, 10), None),
    ],
)
def test_the_tandem_stance_decides_and_one_not_reached_says_nothing(stages: tuple[float, ...], expected: Word) -> None:
    assert word("four_stage_balance", *stages, age=70) == expected


@pytest.mark.parametrize("left", [140.0, 145.0, 150.0, 155.0, 160.0])
def test_the_whole_arc_is_judged_by_the_difference_of_the_sides(left: float) -> None:
    arcs = (Measure("shoulder_trom_deg", (left,), "left"), Measure("shoulder_trom_deg", (150.0,), "right"))
    found = screen(measured(Case(measures=arcs), catalogue()))
    assert {one.verdict for one in found} == ({LOW} if abs(left - 150) > 5 else {FINE})


@pytest.mark.parametrize(("loss", "arc", "expected"), [(17, 6, FINE), (18, 5, FINE), (18, 6, LOW)])
def test_a_turn_lost_on_one_side_counts_from_eighteen_degrees_with_six_of_the_arc(
    loss: int, arc: int, expected: Word
) -> None:
    turns = (Measure("shoulder_ir_deg", (70.0 - loss,), "left"), Measure("shoulder_ir_deg", (70.0,), "right"))
    arcs = (Measure("shoulder_trom_deg", (160.0 - arc,), "left"), Measure("shoulder_trom_deg", (160.0,), "right"))
    found = screen(measured(Case(measures=(*turns, *arcs)), catalogue()))
    assert next(one.verdict for one in found if (one.measure, one.side) == ("shoulder_ir_deg", "left")) == expected


@pytest.mark.parametrize(
    ("measure", "limit", "step"),
    [
        ("knee_to_wall_cm", 2.0, 0.1),
        ("knee_to_wall_deg", 5, 1),
        ("navicular_drop_mm", 4, 1),
        ("hip_ir_deg", 10, 1),
        ("hip_extension_deg", 8, 1),
        ("modified_thomas_thigh_deg", 6, 1),
        ("shoulder_ir_deg", 18, 1),
        ("hq_ratio", 0.15, 0.01),
        ("sls_eo_s", 10, 0.1),
    ],
)
def test_a_side_difference_is_noted_from_its_number_on(measure: str, limit: float, step: float) -> None:
    middle = 1.0 if measure == "hq_ratio" else 10.0

    def noted(difference: float) -> bool | None:
        pair = (Measure(measure, (middle,), "left"), Measure(measure, (round(middle - difference, 2),), "right"))
        return measured(Case(measures=pair), catalogue()).asymmetric(measure)

    assert (noted(round(limit - step, 2)), noted(limit), noted(-limit)) == (False, True, True)


@pytest.mark.parametrize("measure", ["sls_ec_s", "pain_nprs"])
def test_what_is_for_context_only_gets_no_verdict(measure: str) -> None:
    assert {word(measure, value) for value in (0, 1, 10)} == {None}


@pytest.mark.parametrize("points", [(), (0,), (3,), (14,)])
def test_a_yes_to_a_key_question_is_a_risk_whatever_the_points(points: tuple[float, ...]) -> None:
    one = Measure("stay_independent", points, key_question=True)
    found = screen(measured(Case(measures=(one,)), catalogue()))[0]
    assert (found.verdict, found.refer, found.source) == (RISK, True, "cdc_stay_independent")


def test_key_questions_alone_all_denied_say_nothing_of_the_points() -> None:
    one = Measure("stay_independent", (), key_question=False)
    assert screen(measured(Case(measures=(one,)), catalogue()))[0].verdict is None
