"""The values shared by page and paper: wording of dates and safety, and that nobody can change them."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from studio.sheets import StudioCard, day, day_and_month, long_day, stop_rule, weekday_names
from studio.sheets.safety import pain_sentence

DAY = date(2026, 11, 3)


def test_dates_are_worded_in_one_way() -> None:
    assert day(DAY) == "Tue 3 Nov 2026"
    assert long_day(DAY) == "Tuesday 3 November 2026"
    assert day_and_month(DAY) == "3 Nov"
    assert weekday_names((6, 2, 4)) == "Wed Fri Sun"


def test_a_sheet_cannot_be_changed_once_built() -> None:
    with pytest.raises(FrozenInstanceError):
        StudioCard(name="Northside").name = "Southside"  # type: ignore[misc]


def test_the_stop_rule_goes_from_mild_to_urgent_and_names_both_numbers() -> None:
    first, second, third = map(str, stop_rule("555-0142", "112"))
    assert first.startswith("Stop and call 555-0142 if it feels sharp, spreading or numb")
    assert second == "New calf swelling: call your doctor today."
    assert third == "Chest discomfort, hard to breathe, faint: call 112 now."


def test_the_pain_sentence_ends_whole_with_or_without_other_areas() -> None:
    assert pain_sentence("your knee", "the squat").endswith("by a licensed clinician.")
    assert pain_sentence("your knee", "the squat", "your ankles").endswith("; we can work on your ankles meanwhile.")
