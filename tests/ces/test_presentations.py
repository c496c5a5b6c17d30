"""The common patterns: rule by rule, side by side, with what speaks against them."""

from typing import Any

from studio.ces.case import Answer, Case, Client, Measure, Readiness, TestResult
from studio.ces.catalogue import catalogue
from studio.ces.evidence import gather
from studio.ces.presentations import Presentation, presentations

from .cases import result, seen, squat

ARCH = seen("low_back_arches")
TILT = result(seen("static.anterior_pelvic_tilt"))
THOMAS = Measure("modified_thomas_thigh_deg", (5.0,), "left")


def found(*tests: TestResult, measures: tuple[Measure, ...] = (), **answers: Any) -> list[Presentation]:
    given = tuple(Answer(f"intake.{key}", value) for key, value in answers.items())
    case = Case(client=Client(age=40, sex="female"), assessments=tests, measures=measures, readiness=Readiness(given))
    return list(presentations(gather(case, catalogue()), catalogue()))


def grades(*tests: TestResult, **more: Any) -> dict[tuple[str, str | None], str]:
    return {(one.presentation, one.side): one.grade for one in found(*tests, **more)}


def test_nothing_seen_is_no_pattern() -> None:
    assert found(squat()) == []
    assert found() == []


def test_one_core_finding_is_possible() -> None:
    assert grades(squat(ARCH)) == {("lower_crossed", None): "possible"}


def test_a_second_assessment_a_measure_or_two_answers_make_it_probable() -> None:
    key = ("lower_crossed", None)
    assert grades(squat(ARCH), TILT)[key] == "probable"
    assert grades(squat(ARCH), measures=(THOMAS,))[key] == "probable"
    assert grades(squat(ARCH), sitting_hours=8, low_back_discomfort=True)[key] == "probable"
    assert grades(squat(ARCH), sitting_hours=8)[key] == "possible"


def test_strong_needs_two_assessments_and_a_measure() -> None:
    strong = found(squat(ARCH), TILT, measures=(THOMAS,), sitting_hours=8)[0]
    assert strong.grade == "strong"
    assert strong.because == (
        "static.anterior_pelvic_tilt",
        "ohsa.low_back_arches",
        "modified_thomas_thigh_deg",
        "intake.sitting_hours",
    )


def test_what_speaks_against_it_lowers_the_grade_and_is_named() -> None:
    against = found(squat(ARCH, seen("low_back_rounds")), TILT, measures=(THOMAS,))[0]
    assert (against.grade, against.counter) == ("probable", ("ohsa.low_back_rounds",))
    assert grades(squat(ARCH, seen("low_back_rounds"))) == {}


def test_what_nobody_tested_is_neither_for_nor_against_and_is_named() -> None:
    only = found(squat(ARCH))[0]
    assert "static.anterior_pelvic_tilt" in only.missing
    assert "ohsa.excessive_forward_lean" not in only.missing


def test_each_group_of_the_upper_pattern_must_show_something() -> None:
    head, shoulders = seen("head_forward"), seen("shoulders_elevate", "both")
    key = ("upper_crossed", None)
    assert grades(squat(head))[key] == "possible"
    assert grades(squat(head, shoulders))[key] == "possible"  # one assessment only
    assert grades(squat(head), result(seen("static.rounded_shoulders", "both")))[key] == "probable"
    neck = Measure("craniovertebral_angle_deg", (45.0,))
    assert grades(squat(head, shoulders), measures=(neck,))[key] == "strong"  # the measure is a source of its own


def test_foot_and_knee_must_share_the_side() -> None:
    across = grades(squat(seen("foot_flattens", "left"), seen("knee_valgus", "right")))
    assert across == {("pronation_distortion", "left"): "possible"}
    along = grades(squat(seen("foot_flattens", "left"), seen("knee_valgus", "left")))
    assert along[("pronation_distortion", "left")] == "probable"


def test_a_restricted_ankle_is_enough_for_an_objective_item() -> None:
    ankle = Measure("knee_to_wall_cm", (9.0,), "left")  # borderline
    tests = (squat(seen("foot_flattens", "left")), result(seen("sls.knee_valgus", "left")))
    assert grades(*tests, measures=(ankle,))[("pronation_distortion", "left")] == "strong"


def test_the_shoulder_pattern_becomes_probable_only_with_something_measured() -> None:
    shrug, arms = seen("shoulders_elevate", "left"), seen("arms_fall_forward", "left")
    key = ("shoulder_impingement_pattern", "left")
    assert key not in grades(squat(shrug))
    assert grades(squat(shrug, arms))[key] == "possible"
    turn = Measure("shoulder_ir_deg", (40.0,), "left")
    assert grades(squat(shrug), measures=(turn,))[key] == "strong"


def test_the_knee_pattern_begins_with_what_the_client_feels() -> None:
    test = squat(seen("knee_valgus", "left"), seen("heel_rises", "left"))
    assert ("anterior_knee_pain", "left") not in grades(test)
    felt = grades(test, anterior_knee_discomfort="left")
    assert felt[("anterior_knee_pain", "left")] == "probable"
    assert ("anterior_knee_pain", "right") not in felt
    assert ("anterior_knee_pain", "left") in grades(test, anterior_knee_discomfort="both")
    assert ("anterior_knee_pain", "left") not in grades(test, anterior_knee_discomfort="none")


def test_a_heel_lift_that_helps_the_knee_speaks_for_the_ankle() -> None:
    standard = squat(seen("knee_valgus", "left", 2))
    lifted = squat(seen("knee_valgus", "left"), variant="heels_elevated")
    without = grades(standard, anterior_knee_discomfort="left")
    helped = found(standard, lifted, anterior_knee_discomfort="left")
    assert without[("anterior_knee_pain", "left")] == "possible"
    pattern = next(one for one in helped if one.presentation == "anterior_knee_pain")
    assert pattern.grade == "probable"
    assert "heels_elevated: ohsa.knee_valgus" in pattern.because


def test_hands_on_hips_that_settle_the_arch_speak_against_the_lower_pattern() -> None:
    hips = squat(variant="hands_on_hips")
    assert grades(squat(ARCH), hips) == {}
    assert grades(squat(ARCH), hips, TILT)[("lower_crossed", None)] == "probable"


def test_the_best_supported_pattern_comes_first() -> None:
    order = ["possible", "probable", "strong"]
    ranks = [order.index(one.grade) for one in found(squat(ARCH, seen("head_forward")), TILT, measures=(THOMAS,))]
    assert ranks == sorted(ranks, reverse=True)
    assert len(ranks) > 1


def test_a_test_stopped_for_pain_says_nothing_about_what_was_not_seen() -> None:
    stopped = found(squat(ARCH, stopped_for_pain=True))[0]
    assert "ohsa.excessive_forward_lean" in stopped.missing
