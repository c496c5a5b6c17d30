"""Doses: their time, their words, their bounds."""

from dataclasses import replace

import pytest

from studio.ces.catalogue import catalogue
from studio.ces.dose import briefly, check, in_words, seconds
from studio.ces.sides import Side


@pytest.mark.parametrize(
    ("drill", "sides", "expected"),
    [
        ("inh_calf_roll", 1, 60),  # 1 x 60
        ("inh_calf_roll", 2, 120),
        ("len_calf_wall_straight", 1, 70),  # 2 x (30 + 5)
        ("len_adductor_rock_back", 2, 96),  # 1 x 8 x (2 + 4) x 2
        ("len_calf_contract_relax", 1, 135),  # 1 x 3 x (10 + 30 + 5)
        ("act_chin_nod_supine", 2, 120),  # 1 x 10 x (10 + 2), both sides at once
        ("act_clam", 1, 84),  # 1 x 12 x 7
        ("act_glute_bridge", 2, 198),  # 2 x 12 x 7 + 30
        ("int_sit_to_stand", 2, 185),  # 2 x 10 x 7 + 45
        ("int_suitcase_carry", 2, 120),  # 2 x (20 + 10) x 2
    ],
)
def test_the_time_of_each_kind_of_dose(drill: str, sides: int, expected: int) -> None:
    assert seconds(catalogue().exercises[drill].dose, sides) == expected


@pytest.mark.parametrize(
    ("drill", "side", "words"),
    [
        ("inh_calf_roll", "both", "1 minute, each leg"),
        ("inh_calf_roll", "left", "1 minute, left leg"),
        ("inh_levator_cane", "right", "45 seconds, right side"),
        ("len_calf_wall_straight", "both", "Hold 30 seconds. Do it 2 times, each leg"),
        ("len_tfl_half_kneel", "both", "Hold 30 seconds. Do it 2 times, each side"),
        ("len_adductor_seated_straddle", "both", "Hold 30 seconds. Do it 2 times"),
        ("len_calf_contract_relax", "left", "Push gently 10 seconds, then stretch 30 seconds. Do it 3 times, left leg"),
        ("act_chin_nod_supine", "both", "10 times: hold 10 seconds"),
        ("act_clam", "both", "12 times, each side: up 1, hold 2, down 4 seconds"),
        ("act_glute_bridge", "both", "2 rounds of 12 times: up 1, hold 2, down 4 seconds"),
        ("int_tandem_stance", "both", "10 times, each leg, slowly"),
        ("int_suitcase_carry", "both", "Walk 20 seconds. Do it 2 times, each side"),
    ],
)
def test_a_dose_is_said_in_the_words_of_the_sheet(drill: str, side: Side, words: str) -> None:
    exercise = catalogue().exercises[drill]
    assert in_words(exercise.dose, exercise, side) == words


@pytest.mark.parametrize(
    ("drill", "side", "words"),
    [
        ("inh_calf_roll", "both", "60 s each"),
        ("len_calf_wall_straight", "left", "30 s × 2 left"),
        ("len_adductor_seated_straddle", "both", "30 s × 2"),
        ("len_calf_contract_relax", "left", "3 of 10 + 30 s left"),
        ("act_chin_nod_supine", "both", "10 of 10 s"),
        ("act_glute_bridge", "both", "12 × 2"),
        ("int_tandem_stance", "both", "10 each"),
        ("int_suitcase_carry", "both", "20 s × 2 each"),
    ],
)
def test_a_dose_is_said_in_few_words_on_the_card(drill: str, side: Side, words: str) -> None:
    dose = catalogue().exercises[drill].dose
    assert briefly(dose, side) == words
    assert briefly(dose, "both", "left").endswith(", +1 left")


def test_the_side_to_begin_with_is_said() -> None:
    exercise = catalogue().exercises["act_clam"]
    assert in_words(exercise.dose, exercise, "both", first="left").startswith("12 times, each side, left first")


def test_one_hold_and_two_minutes_read_well() -> None:
    stretch, roll = catalogue().exercises["len_calf_wall_straight"], catalogue().exercises["inh_calf_roll"]
    assert in_words(replace(stretch.dose, sets=1), stretch, "left") == "Hold 30 seconds, left leg"
    assert in_words(replace(roll.dose, duration_s=120), roll, "both") == "2 minutes, each leg"
    assert in_words(replace(roll.dose, duration_s=90), roll, "both") == "90 seconds, each leg"


def test_every_default_dose_is_within_its_own_bounds_and_can_be_said() -> None:
    for exercise in catalogue().exercises.values():
        check(exercise.dose, exercise)
        assert in_words(exercise.dose, exercise, "both")


def test_a_dose_outside_its_bounds_says_what_to_do() -> None:
    exercise = catalogue().exercises["len_calf_wall_straight"]
    with pytest.raises(ValueError, match="Hold, seconds: enter a number from 20 to 60"):
        check(replace(exercise.dose, hold_s=90), exercise)


def test_what_has_no_bounds_is_not_the_coachs_to_change() -> None:
    exercise = catalogue().exercises["len_calf_wall_straight"]
    with pytest.raises(ValueError, match="Change only the numbers shown"):
        check(replace(exercise.dose, rest_s=60), exercise)
    with pytest.raises(ValueError, match="Change only"):
        check(replace(exercise.dose, mode="smr"), exercise)


def test_a_small_area_is_pressed_for_less_long() -> None:
    calf, neck = catalogue().exercises["inh_calf_roll"], catalogue().exercises["inh_levator_cane"]
    most = {bound.field: bound.high for bound in calf.bounds}["duration_s"]
    assert most == 120
    assert {bound.field: bound.high for bound in neck.bounds}["duration_s"] == 45
