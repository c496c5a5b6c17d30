"""The readiness questions with their details: every case of the reference, its state, level, tags and blocks."""

import pytest

from studio.ces.case import Area, Case, Client, Tag
from studio.ces.gate import gate

from .filled import CAT, filled, levels, start, tags


@pytest.mark.parametrize(
    ("said", "state", "level"),
    [
        (["screen_1.heart"], "needs_clearance", None),
        (["screen_1.heart", "screen_activity"], "cleared_with_advice", None),
        (["screen_1.vessels", "screen_activity"], "cleared_with_advice", None),
        (["screen_1.stroke", "screen_activity"], "cleared_with_advice", None),
        (["screen_1.clot"], "needs_clearance", None),
        (["screen_1.heart", "screen_activity", "screen_3"], "needs_clearance", "PROMPT"),
        (["screen_1.pressure"], "cleared_with_advice", None),
        (["screen_1.pressure", "screen_1.heart"], "needs_clearance", None),
        (["screen_2.chest", "screen_2.now"], "needs_clearance", "EMERGENCY"),
        (["screen_2.breath", "screen_2.now"], "needs_clearance", "SAME_DAY"),
        (["screen_2.fainting", "screen_2.now"], "needs_clearance", "SAME_DAY"),
        (["screen_2.heartbeat", "screen_2.now"], "needs_clearance", "SAME_DAY"),
        (["screen_2.swelling", "screen_2.now"], "needs_clearance", "SAME_DAY"),
        (["screen_2.chest", "screen_2.settled"], "needs_clearance", "SAME_DAY"),
        (["screen_2.chest"], "needs_clearance", "SAME_DAY"),
        (["screen_3"], "needs_clearance", "PROMPT"),
        (["screen_4.diabetes"], "needs_clearance", None),
        (["screen_4.diabetes", "screen_activity"], "cleared_with_advice", None),
        (["screen_4.kidney", "screen_activity"], "cleared_with_advice", None),
        (["screen_4.kidney", "screen_activity", "screen_2.breath", "screen_2.settled"], "needs_clearance", "SAME_DAY"),
        (["screen_4.cancer", "screen_4.cancer_now"], "needs_clearance", None),
        (["screen_4.cancer", "screen_4.cancer_recent"], "needs_clearance", None),
        (["screen_4.cancer", "screen_4.cancer_past"], "cleared_with_advice", None),
        (["screen_4.cancer"], "needs_clearance", None),
        (["screen_4.lung", "screen_4.changed"], "needs_clearance", None),
        (["screen_4.nerve", "screen_4.changed"], "needs_clearance", None),
        (["screen_4.lung", "screen_4.steady"], "cleared_with_advice", None),
        (["screen_4.nerve"], "needs_clearance", None),
        (["screen_4.other"], "cleared_with_advice", None),
        (["screen_5.other"], "cleared_with_advice", None),
        (["screen_5.diabetes"], "needs_clearance", None),
        (["screen_5.diabetes", "screen_activity"], "cleared_with_advice", None),
        (["screen_5.heart"], "needs_clearance", None),
        (["screen_7.pregnant"], "needs_clearance", None),
        (["screen_7.possibly"], "needs_clearance", None),
        (["screen_7.after_birth"], "needs_clearance", None),
        (["screen_8.supervision"], "needs_clearance", None),
        (["screen_8.limits", "screen_8.written"], "cleared_with_advice", None),
        (["screen_8.limits", "screen_8.spoken"], "cleared_with_advice", None),
        (["screen_8.limits"], "needs_clearance", None),
        (["screen_9.one_fall"], "cleared_with_advice", None),
        (["screen_9.unsteady"], "cleared_with_advice", None),
        (["screen_9.falls"], "cleared_with_advice", "PROMPT"),
        (["screen_9.one_fall", "screen_9.injury"], "cleared_with_advice", "PROMPT"),
        (["screen_10.now"], "cleared_with_advice", "PROMPT"),
        (["screen_10.settled"], "cleared", None),
    ],
)
def test_every_case_of_a_yes_has_its_state_and_its_level(said: list[str], state: str, level: str | None) -> None:
    found = start(*said)
    assert found.state == state
    assert levels(found) - {None} == ({level} if level else set())


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (["screen_1.pressure"], {"hypertension"}),
        (["screen_1.stroke"], {"carotid_or_stroke_risk"}),
        (["screen_1.clot"], {"dvt_history"}),
        (["screen_1.heart"], set()),
        (["screen_2.fainting", "screen_2.settled"], {"dizziness_vertigo"}),
        (["screen_4.diabetes", "screen_4.feet"], {"peripheral_neuropathy"}),
        (["screen_4.cancer", "screen_4.cancer_now"], {"cancer_active_or_bone_mets"}),
        (["screen_4.osteoporosis"], {"osteoporosis"}),
        (["screen_5.thinner"], {"anticoagulants"}),
        (["screen_5.pressure"], {"hypertension"}),
        (["screen_5.steroid"], {"osteoporosis"}),
        (["screen_7"], {"pregnancy", "postpartum_early"}),
        (["screen_7.pregnant"], {"pregnancy"}),
        (["screen_7.pregnant", "screen_7.late"], {"pregnancy", "pregnancy_after_first_trimester"}),
        (["screen_7.after_birth"], {"postpartum_early"}),
        (["screen_9"], {"balance_impairment"}),
        (["screen_9.unsteady"], {"balance_impairment"}),
        (["screen_9.one_fall", "screen_9.dizzy"], {"balance_impairment", "dizziness_vertigo"}),
    ],
)
def test_an_answer_sets_its_precautions(said: list[str], expected: set[str]) -> None:
    assert tags(start(*said)) == expected


def area(about: str, *said: str, side: str | None = "left") -> Area:
    return Area(about, "knee", side, frozenset(said))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "level", "blocked", "local"),
    [
        (area("screen_6", "operation"), "PROMPT", ("knee",), {Tag("recent_surgery_local", "knee", "left")}),
        (area("screen_6", "operation", "limits"), None, (), set()),
        (area("screen_6", "fracture"), "PROMPT", ("knee",), set()),
        (area("screen_6", "fracture", "unhealed"), "PROMPT", ("knee",), {Tag("fracture_unhealed", "knee", "left")}),
        (area("screen_6", "fracture", "limits", "unhealed"), None, (), {Tag("fracture_unhealed", "knee", "left")}),
        (area("screen_6", "dislocation"), "PROMPT", ("knee",), set()),
        (area("screen_6", "injury"), "PROMPT", ("knee",), set()),
        (area("screen_6", "metalwork"), None, (), set()),
        (area("screen_10", "now"), "PROMPT", ("knee",), set()),
        (area("screen_10", "settled"), None, (), set()),
    ],
)
def test_an_area_is_blocked_until_written_limits_are_on_file(
    one: Area, level: str | None, blocked: tuple[str, ...], local: set[Tag]
) -> None:
    found = start(one.about, areas=(one,))
    assert levels(found) - {None} == ({level} if level else set())
    assert gate(Case(readiness=filled(one.about, areas=(one,))), CAT).blocked_regions == blocked
    assert set(found.tags) == local


def test_each_area_is_judged_by_itself() -> None:
    areas = (area("screen_6", "metalwork"), Area("screen_6", "shoulder", "right", frozenset({"operation"})))
    assert gate(Case(readiness=filled("screen_6", areas=areas)), CAT).blocked_regions == ("shoulder",)


def test_spoken_limits_block_the_regions_named_until_they_are_written() -> None:
    spoken = filled("screen_8.limits", "screen_8.spoken", areas=(area("screen_8"),))
    written = filled("screen_8.limits", "screen_8.written", areas=(area("screen_8"),))
    assert gate(Case(readiness=spoken), CAT).blocked_regions == ("knee",)
    assert gate(Case(readiness=written), CAT).blocked_regions == ()


@pytest.mark.parametrize("question", ["screen_1.heart", "screen_7.pregnant", "screen_8.supervision", "screen_4.lung"])
def test_a_written_agreement_turns_needs_clearance_into_advice(question: str) -> None:
    assert start(question, agreed=True).state == "cleared_with_advice"


def test_a_clinicians_answer_settles_a_symptom_that_an_older_agreement_does_not() -> None:
    settled = filled("screen_2.chest", "screen_2.settled")
    assert gate(Case(Client(clearance="full"), settled), CAT).shut
    looked_at = filled("screen_2.chest", "screen_2.settled", looked_at=True)
    assert not gate(Case(readiness=looked_at), CAT).shut


def test_nothing_settles_an_emergency_but_asking_again() -> None:
    now = filled("screen_2.chest", "screen_2.now", looked_at=True)
    assert gate(Case(Client(clearance="full"), now), CAT).level == "EMERGENCY"
    flagged = filled(red_flags=("rf_stroke",), looked_at=True)
    assert gate(Case(readiness=flagged), CAT).shut


@pytest.mark.parametrize(
    ("said", "advice_has"),
    [
        (["screen_1.heart", "screen_activity"], "Light to moderate effort only."),
        (["screen_6.metalwork"], "Ask for limits that still stand."),
        (["screen_9.unsteady"], "no single-leg squat, no eyes-closed tests"),
    ],
)
def test_advice_comes_with_the_start(said: list[str], advice_has: str) -> None:
    assert any(advice_has in line for line in start(*said).advice)
