"""What was measured, on the findings report that the client takes home."""

from datetime import date
from typing import Any

import pytest

from studio.models.sheets_findings import findings_sheet
from studio.models.studios import Studio, the_studio
from studio.operations import assessments

from ..builders import a_client, an_assessment, rest_is_clean, taps
from ..documents.reading import pages
from ..people import Cast


def report(*said: str, **client: Any) -> Any:
    """The sheet of a squat with these measures."""
    squat = an_assessment(a_client(**client))
    taps(squat, *said, station="measures", view="measures")
    rest_is_clean(squat)
    version = assessments.complete(squat, by=Cast().coach, taps=0, zone="UTC")
    return findings_sheet(version, house())


def house() -> Studio:
    found = the_studio()
    assert found is not None
    return found


@pytest.fixture(autouse=True)
def studio(people: Cast) -> None:
    """A studio with its people."""


def test_the_client_reads_values_and_our_mark_where_one_was_missed() -> None:
    sheet = report("m:shoulder_flexion_deg:left:1=150", "m:shoulder_flexion_deg:right:1=170")
    assert sheet.measured == ("how far the arm lifts: left 150° (our mark is 160° or more), right 170°",)
    assert sheet.measured_advice == ""


def test_a_measure_that_asks_for_a_check_says_so_without_a_verdict() -> None:
    sheet = report("m:tug_s:mid:1=12.4", birth_date=date(1950, 1, 1), sex="female")
    assert sheet.measured == ("stand up, walk and sit down: 12.4 s (our mark is less than 12 s)",)
    assert sheet.measured_advice == "Some of this is worth a check with a health professional before you train."
    assert "risk" not in " ".join(sheet.measured)


def test_what_lies_beyond_our_marks_comes_first_and_the_list_stays_short() -> None:
    degrees = {"hip_ir_deg": 40, "hip_er_deg": 40, "hip_flexion_deg": 120, "hip_extension_deg": 15}
    degrees |= {"cervical_rotation_deg": 70, "thoracic_rotation_deg": 40, "ely_knee_flexion_deg": 100}
    sheet = report(*(f"m:{measure}:left:1={value}" for measure, value in degrees.items()))
    assert sheet.measured[0] == "how far the heel comes to the seat: left 100° (our mark is 120° or more)"
    assert len(sheet.measured) == 7
    assert sheet.measured[-1] == "and 1 more"


def test_arms_that_were_used_count_as_no_stand() -> None:
    sheet = report("m:chair_stand_30s:mid:1=12", "m:chair_stand_30s:mid:arms=yes")
    assert sheet.measured == ("standing up from a chair in 30 seconds: 0 stands",)


def test_pain_in_a_measure_is_told_as_pain_in_the_test() -> None:
    sheet = report("m:hip_ir_deg:left:1=20", "pain:hip_ir_deg=hip.left.4")
    assert sheet.measured == ()
    assert sheet.pain_stop is not None
    assert (sheet.pain_stop.area, sheet.pain_stop.test) == ("your left hip", "the test")


def test_the_paper_stays_one_page_with_everything_measured(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    said = [f"m:knee_to_wall_cm:{side}:{n}=5" for side in ("left", "right") for n in (1, 2, 3)]
    said += [f"m:{one}:{side}:1=20" for one in ("hip_ir_deg", "hip_er_deg") for side in ("left", "right")]
    said += [
        "m:tug_s:mid:1=14",
        "m:five_times_sts_s:mid:1=20",
        "m:gait_speed_mps:mid:1=0.7",
        "m:stay_independent:mid:1=9",
    ]
    taps(squat, *said, station="measures", view="measures")
    taps(squat, "f:heel_rises:left=2", "f:heel_rises:right=1", "f:excessive_forward_lean:mid=2")
    rest_is_clean(squat)
    assessments.complete(squat, by=people.coach, taps=0, zone="UTC")
    coach.get("findings_reports.show", assessment_id=squat.id, number=1)
    assert len(pages(coach.last.data)) == 1
    assert "We measured" in " ".join(pages(coach.last.data)[0].split())
