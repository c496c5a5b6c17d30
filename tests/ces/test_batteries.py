"""Batteries: what a first assessment, a re-screen and an older adult are tested with."""

import pytest

from studio.ces.batteries import fitting
from studio.ces.catalogue import catalogue


def test_a_first_assessment_looks_at_everything_that_is_not_optional_in_the_reference() -> None:
    first = catalogue().batteries["first"]
    assert first.minutes == (75, 90)
    assert first.stations == ("static", "ohsa", "sls", "push", "pull", "gait", "measures")
    assert first.optional == ("ohp", "pushup")


def test_an_older_adult_begins_with_key_questions_and_balance_and_never_squats_on_one_leg() -> None:
    """Assessment reference, safety.older_adult_path."""
    battery = catalogue().batteries["older_adult"]
    assert battery.stations[0] == "measures"
    assert battery.measures == ("stay_independent", "tug_s", "chair_stand_30s", "four_stage_balance")
    assert "sls" not in (*battery.stations, *battery.optional)
    assert "sls_ec_s" not in battery.measures


def test_a_quick_squat_is_the_squat_alone() -> None:
    quick = catalogue().batteries["squat"]
    assert (quick.stations, quick.optional, quick.measures) == (("ohsa",), (), ())


@pytest.mark.parametrize(
    ("age", "fallen", "seen_before", "battery"),
    [
        (64, False, False, "first"),
        (65, False, False, "older_adult"),
        (None, False, False, "first"),
        (30, True, True, "older_adult"),
        (64, False, True, "rescreen"),
    ],
)
def test_the_battery_that_fits_depends_on_age_falls_and_history(
    age: int | None, fallen: bool, seen_before: bool, battery: str
) -> None:
    assert fitting(age, fallen=fallen, seen_before=seen_before) == battery


def test_every_test_is_a_station() -> None:
    assert set(catalogue().stations) == {*catalogue().protocols, "measures"}
