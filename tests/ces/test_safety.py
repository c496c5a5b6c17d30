"""When to stop and send on."""

from dataclasses import replace

import pytest

from studio.ces.case import Answer, Case, Client, Measure, Pain, Readiness, Tag
from studio.ces.catalogue import catalogue
from studio.ces.readiness import judge
from studio.ces.safety import ReferOut, refer_out

from .cases import squat

ALL_NO = tuple(Answer(f"screen_{number}", False) for number in range(1, 11))


def judged(**more: object) -> ReferOut:
    return refer_out(Case(**more), catalogue())  # type: ignore[arg-type]


def state(*answers: Answer, pressure: tuple[int, int] | None = None, agreed: bool = False) -> str:
    given = {answer.item: answer for answer in (*ALL_NO, *answers)}
    return judge(Readiness(tuple(given.values()), (), pressure), agreed, catalogue()).state


def test_a_well_client_is_sent_nowhere() -> None:
    safety = judged(readiness=Readiness(ALL_NO, (), (118, 76)))
    assert (safety.required, safety.level, safety.reasons, safety.start.state) == (False, None, (), "cleared")


def test_readiness_not_done_is_said_and_sends_nobody_away() -> None:
    safety = judged()
    assert not safety.required
    assert [one.text for one in safety.reasons] == ["Readiness questions: not done."]


@pytest.mark.parametrize(
    ("pain", "level", "blocked"),
    [
        ((Pain("knee", "left", 1, "during_test"),), "LOCAL_STOP", ("knee",)),
        ((Pain("knee", "left", 4, "during_test"),), "LOCAL_STOP", ("knee",)),
        ((Pain("knee", "left", 5, "during_test"),), "PROMPT", ("knee",)),
        ((Pain("knee", "left", 2, "during_test"), Pain("knee", "right", 2, "during_test")), "PROMPT", ("knee",)),
        ((Pain("low_back", None, 2, "at_rest"),), "PROMPT", ("low_back",)),
        ((Pain("knee", "left", None, "after_session"),), "PROMPT", ("knee",)),
        ((Pain("knee", "left", 8, "history"),), None, ()),
        ((Pain("knee", "left", 0, "during_test"),), None, ()),
        ((Pain("knee", "left", None, "during_test"),), "LOCAL_STOP", ("knee",)),
    ],
    ids=[
        "1 in a test",
        "4 in a test",
        "5 in a test",
        "second time",
        "at rest",
        "after sessions",
        "history",
        "none felt",
        "not rated",
    ],
)
def test_pain_blocks_and_refers_by_its_rule(
    pain: tuple[Pain, ...], level: str | None, blocked: tuple[str, ...]
) -> None:
    safety = judged(pain=pain)
    assert (safety.level, safety.blocked_regions, safety.required) == (level, blocked, level is not None)


def test_pain_that_was_not_rated_gets_no_number() -> None:
    (first, *_) = judged(pain=(Pain("knee", "left", None, "during_test"),)).reasons
    assert first.text.startswith("Discomfort in the left knee during a test (not rated):")


def test_the_most_urgent_reason_comes_first_and_gives_the_level() -> None:
    safety = judged(
        pain=(Pain("knee", "left", 2, "at_rest"),), readiness=Readiness(red_flags=("rf_stress_fx", "rf_chest_now"))
    )
    assert safety.level == "EMERGENCY"
    assert [one.level for one in safety.reasons] == ["EMERGENCY", "PROMPT", "PROMPT", None]


def test_a_test_stopped_for_pain_nobody_described_asks_where() -> None:
    safety = judged(assessments=(squat(stopped_for_pain=True),))
    assert (safety.level, safety.blocked_regions) == ("LOCAL_STOP", ())
    assert "region not stated" in safety.reasons[0].text


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        (Measure("tug_s", (13.0,)), "Timed Up and Go: 13 s (cut-off: 12 s or more)"),
        (Measure("chair_stand_30s", (9.0,)), "30-Second Chair Stand: 9 stands (cut-off: below 10 stands)"),
        (
            Measure("four_stage_balance", (10.0, 10.0, 3.0)),
            "4-Stage Balance Test: stage 3, 3 s (cut-off: below 10 s)",
        ),
        (
            Measure("stay_independent", (), key_question=True),
            "STEADI Stay Independent checklist: yes to a key question",
        ),
    ],
)
def test_a_clinician_reads_what_was_measured_beside_the_cut_off(measure: Measure, told: str) -> None:
    (reason,) = judged(
        client=Client(age=79, sex="female"), measures=(measure,), readiness=Readiness(ALL_NO, (), None)
    ).reasons
    assert reason.level == "PROMPT"
    assert reason.for_clinician == told
    assert reason.text.endswith("Suggest a check with a health professional.")


def test_a_local_tag_without_a_region_asks_for_a_referral() -> None:
    safety = judged(client=Client(tags=(Tag("recent_surgery_local"),)))
    assert (safety.level, safety.required, safety.blocked_regions) == ("PROMPT", True, ())
    assert "region not stated" in safety.reasons[0].text


def test_a_global_tag_sends_nobody_away() -> None:
    assert not judged(client=Client(tags=(Tag("osteoporosis"),))).required


def test_clearance_not_now_is_said() -> None:
    assert any("not now" in one.text for one in judged(client=Client(clearance="not_now")).reasons)


@pytest.mark.parametrize(
    ("pressure", "expected"),
    [
        ((118, 76), "cleared"),
        ((129, 79), "cleared"),
        ((130, 70), "cleared_with_advice"),
        ((120, 80), "cleared_with_advice"),
        ((160, 80), "needs_clearance"),
        ((140, 100), "needs_clearance"),
        ((180, 90), "delayed"),
        ((150, 110), "delayed"),
    ],
)
def test_blood_pressure_by_its_table(pressure: tuple[int, int], expected: str) -> None:
    assert state(pressure=pressure) == expected


def test_raised_pressure_sets_the_tag_its_row_names() -> None:
    start = judge(Readiness(ALL_NO, (), (135, 85)), False, catalogue())
    assert start.tags == (Tag("hypertension"),)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("screen_1", "needs_clearance"),
        ("screen_2", "needs_clearance"),
        ("screen_3", "needs_clearance"),
        ("screen_4", "needs_clearance"),
        ("screen_5", "cleared_with_advice"),
        ("screen_6", "cleared_with_advice"),
        ("screen_7", "needs_clearance"),
        ("screen_8", "needs_clearance"),
        ("screen_9", "cleared_with_advice"),
        ("screen_10", "cleared_with_advice"),
    ],
)
def test_a_plain_yes_counts_until_its_details_are_asked(question: str, expected: str) -> None:
    assert state(Answer(question, True)) == expected


def test_the_worst_answer_decides() -> None:
    assert state(Answer("screen_5", True), Answer("screen_8", True)) == "needs_clearance"
    assert state(Answer("screen_8", True), pressure=(185, 100)) == "delayed"


def test_a_missing_answer_means_not_done() -> None:
    assert judge(Readiness(ALL_NO[:-1]), False, catalogue()).state == "not_done"
    partly = Readiness((*ALL_NO[:7], Answer("screen_8", True)))
    assert judge(partly, False, catalogue()).state == "needs_clearance"


def test_being_active_without_symptoms_settles_a_known_heart_condition_only() -> None:
    active = Answer("screen_activity", True)
    assert state(Answer("screen_1", True), active) == "cleared_with_advice"
    assert state(Answer("screen_1", True), Answer("screen_activity", False)) == "needs_clearance"
    assert state(Answer("screen_1", True), Answer("screen_3", True), active) == "needs_clearance"
    assert state(Answer("screen_4", True), active) == "needs_clearance"


def test_written_agreement_settles_an_answer_but_not_todays_blood_pressure() -> None:
    assert state(Answer("screen_8", True), agreed=True) == "cleared_with_advice"
    assert state(pressure=(165, 95), agreed=True) == "needs_clearance"


def test_a_yes_with_a_level_refers() -> None:
    safety = judged(readiness=Readiness((*ALL_NO[:2], Answer("screen_3", True), *ALL_NO[3:])))
    assert (safety.level, safety.reasons[0].origin) == ("PROMPT", "readiness")


def test_every_red_flag_has_its_level() -> None:
    for flag in catalogue().safety.red_flags.values():
        assert judged(readiness=replace(Readiness(), red_flags=(flag.id,))).level == flag.level
