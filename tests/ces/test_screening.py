"""What a measure says: cut-offs of the reference, and silence where none is for this person."""

import pytest

from studio.ces.case import Case, Client, Measure
from studio.ces.catalogue import catalogue
from studio.ces.measured import measured
from studio.ces.safety import refer_out
from studio.ces.screening import Verdict, screen
from studio.ces.sides import OneSide


def verdicts(*measures: Measure, age: int | None = 70, sex: str | None = "female") -> list[Verdict]:
    client = Client(age=age, sex=sex)  # type: ignore[arg-type]
    return list(screen(measured(Case(client=client, measures=measures), catalogue())))


def verdict(measure: str, *values: float, side: OneSide | None = None, **who: object) -> str | None:
    return verdicts(Measure(measure, values, side), **who)[0].verdict  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("measure", "values", "expected"),
    [
        ("tug_s", (11.9,), "not_at_risk"),
        ("tug_s", (12.0,), "at_risk"),
        ("chair_stand_30s", (9,), "at_risk"),
        ("chair_stand_30s", (10,), "not_at_risk"),
        ("four_stage_balance", (10, 10, 9.9), "at_risk"),
        ("four_stage_balance", (10, 10, 10, 3), "not_at_risk"),
        ("four_stage_balance", (10, 6), "at_risk"),
        ("four_stage_balance", (10, 10), None),
        ("stay_independent", (3,), "not_at_risk"),
        ("stay_independent", (4,), "at_risk"),
        ("five_times_sts_s", (15,), "at_risk"),
        ("five_times_sts_s", (12.7,), "below_norm"),
        ("five_times_sts_s", (12.6,), "within_norm"),
        ("gait_speed_mps", (0.79,), "below_norm"),
        ("gait_speed_mps", (1.0,), "within_norm"),
    ],
)
def test_the_older_adult_tests_at_seventy(measure: str, values: tuple[float, ...], expected: str | None) -> None:
    assert verdict(measure, *values) == expected


@pytest.mark.parametrize(
    ("age", "sex", "stands", "expected"),
    [
        (60, "male", 13, "at_risk"),
        (60, "female", 13, "not_at_risk"),
        (94, "female", 3, "at_risk"),
        (59, "female", 3, None),
        (95, "female", 3, None),
        (None, "female", 3, None),
        (70, None, 3, None),
    ],
)
def test_the_chair_stand_table_covers_sixty_to_ninety_four_of_known_sex(
    age: int | None, sex: str | None, stands: int, expected: str | None
) -> None:
    assert verdict("chair_stand_30s", stands, age=age, sex=sex) == expected


def test_using_the_arms_counts_as_no_stand_at_all() -> None:
    assert verdicts(Measure("chair_stand_30s", (20,), used_arms=True))[0].verdict == "at_risk"


@pytest.mark.parametrize(
    ("age", "value", "expected"),
    [(59, 7.9, "below_norm"), (59, 8.0, "within_norm"), (60, 6.0, "within_norm"), (60, 5.9, "below_norm")],
)
def test_the_ankle_is_judged_by_age(age: int, value: float, expected: str) -> None:
    assert verdict("knee_to_wall_cm", value, side="left", age=age) == expected


def test_the_hamstrings_are_judged_by_sex() -> None:
    assert verdict("ake_deficit_deg", 35, side="left", sex="male") == "within_norm"
    assert verdict("ake_deficit_deg", 35, side="left", sex="female") == "below_norm"
    assert verdict("ake_deficit_deg", 35, side="left", sex=None) is None


def test_standing_on_one_leg_has_no_cut_off_before_fifty() -> None:
    assert verdict("sls_eo_s", 3, side="left", age=49) is None
    assert verdict("sls_eo_s", 9, side="left", age=55) == "below_norm"
    assert verdict("sls_eo_s", 4, side="left", age=65) == "at_risk"


def test_a_measure_for_context_only_says_nothing() -> None:
    assert verdict("sls_ec_s", 1, side="left") is None


def test_a_side_loss_counts_when_the_whole_arc_has_lost_too() -> None:
    arcs = [Measure("shoulder_trom_deg", (140,), "left"), Measure("shoulder_trom_deg", (150,), "right")]
    turns = [Measure("shoulder_ir_deg", (50,), "left"), Measure("shoulder_ir_deg", (70,), "right")]
    found = {(one.measure, one.side): one.verdict for one in verdicts(*turns, *arcs)}
    assert found["shoulder_ir_deg", "left"] == "below_norm"
    assert found["shoulder_ir_deg", "right"] == "within_norm"
    without_arcs = {one.side: one.verdict for one in verdicts(*turns)}
    assert without_arcs["left"] == "within_norm"


def test_rule_and_source_stand_beside_the_verdict() -> None:
    tug = verdicts(Measure("tug_s", (14.0,)))[0]
    assert (tug.rule, tug.source) == (">= 12 s", "cdc_tug")
    chair = verdicts(Measure("chair_stand_30s", (9,)))[0]
    assert (chair.rule, chair.source) == ("< 10 stands, women 70-74", "cdc_30cst")


def test_a_measure_that_says_refer_is_a_reason_to() -> None:
    at_risk = refer_out(Case(measures=(Measure("tug_s", (14.0,)),)), catalogue())
    assert (at_risk.required, at_risk.level) == (True, "PROMPT")
    stiff = refer_out(Case(client=Client(age=40), measures=(Measure("knee_to_wall_cm", (4,), "left"),)), catalogue())
    assert not stiff.required
