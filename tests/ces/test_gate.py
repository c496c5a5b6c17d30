"""Blood pressure, red flags and yellow flags, how long answers hold, and the gate that all of it makes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.ces.case import Area, Case, Client, Readiness
from studio.ces.follow_ups import to_ask
from studio.ces.gate import gate
from studio.ces.pressure import counting
from studio.ces.readiness import judge
from studio.ces.validity import expired, last_day
from studio.ces.wording import forbidden
from studio.ces.yellow import advice, first_drills

from ..examples import examples
from .filled import CAT, NUMBERS, filled, levels, start


@pytest.mark.parametrize(
    ("pressure", "symptoms", "state", "level"),
    [
        ((179, 99), False, "needs_clearance", "PROMPT"),
        ((180, 70), False, "delayed", "SAME_DAY"),
        ((130, 110), False, "delayed", "SAME_DAY"),
        ((180, 70), True, "delayed", "EMERGENCY"),
        ((160, 70), True, "needs_clearance", "SAME_DAY"),
        ((159, 99), False, "cleared_with_advice", None),
        ((130, 70), True, "needs_clearance", "SAME_DAY"),  # nobody is cleared whom somebody must see today
        ((129, 79), False, "cleared", None),
        ((129, 79), True, "needs_clearance", "SAME_DAY"),
    ],
)
def test_symptoms_raise_the_level_of_the_blood_pressure(
    pressure: tuple[int, int], symptoms: bool, state: str, level: str | None
) -> None:
    found = start(blood_pressure=pressure, symptoms=symptoms)
    assert found.state == state
    assert levels(found) - {None} == ({level} if level else set())
    assert not symptoms or not any("proceed" in one.text or one.advice for one in found.judgements)


@pytest.mark.parametrize(
    ("readings", "counts"),
    [
        ([(185, 95), (150, 88)], (150, 88)),
        ([(150, 88), (185, 95)], (150, 88)),
        ([(150, 100), (155, 88)], (155, 88)),
        ([(128, 78), (124, 79)], (124, 79)),
        ([(140, 85)], (140, 85)),
        ([], None),
    ],
)
def test_of_two_readings_the_lower_counts(readings: list[tuple[int, int]], counts: tuple[int, int] | None) -> None:
    assert counting(readings, CAT) == counts


def asked(*yes: str, regions: tuple[str, ...] = ()) -> set[str]:
    return {flag.id for flag in to_ask(filled(*yes), CAT, regions)}


@pytest.mark.parametrize(
    ("question", "flags"),
    [
        ("screen_1", {"rf_chest_now", "rf_chest_recent", "rf_breathless"}),
        ("screen_2", {"rf_chest_now", "rf_chest_recent", "rf_breathless", "rf_dvt", "rf_pe"}),
        ("screen_3", {"rf_claudication", "rf_dvt"}),
        ("screen_4", {"rf_diabetes_foot", "rf_cancer", "rf_night", "rf_breathless"}),
        ("screen_5", set()),
        ("screen_5.steroid", {"rf_vertebral_fx"}),
        ("screen_5.diabetes", {"rf_hypo"}),
        ("screen_6", {"rf_postop", "rf_trauma", "rf_dvt"}),
        ("screen_7", {"rf_pregnancy", "rf_dvt"}),
        ("screen_8", {"rf_postop"}),
        ("screen_9", {"rf_trauma", "rf_head", "rf_stroke", "rf_myelopathy"}),
        ("screen_10", {"rf_night", "rf_cancer", "rf_infection", "rf_septic_joint", "rf_inflammatory"}),
    ],
)
def test_a_yes_asks_for_its_red_flags(question: str, flags: set[str]) -> None:
    assert asked(question) == flags


@pytest.mark.parametrize(
    ("region", "flags"),
    [
        ("low_back", {"rf_ces", "rf_neuro_leg", "rf_vertebral_fx"}),
        ("neck_head", {"rf_cervical_vascular", "rf_radicular_arm", "rf_myelopathy"}),
        ("knee", {"rf_dvt", "rf_stress_fx", "rf_ottawa_ankle", "rf_ottawa_knee", "rf_knee_locked", "rf_achilles"}),
        ("shoulder", {"rf_shoulder_acute", "rf_gca_pmr"}),
    ],
)
def test_where_it_hurts_asks_for_the_flags_of_the_region(region: str, flags: set[str]) -> None:
    assert asked(regions=(region,)) == flags


LEVELS = {
    "EMERGENCY": "rf_chest_now rf_pe rf_aaa rf_ces rf_cervical_vascular rf_stroke rf_hypo",
    "SAME_DAY": "rf_chest_recent rf_breathless rf_dvt rf_neuro_leg rf_myelopathy rf_trauma rf_ottawa_ankle "
    "rf_ottawa_knee rf_vertebral_fx rf_infection rf_septic_joint rf_gca_pmr rf_shoulder_acute rf_knee_locked "
    "rf_achilles rf_postop rf_pregnancy rf_bp rf_diabetes_foot rf_head",
    "PROMPT": "rf_claudication rf_stress_fx rf_cancer rf_night rf_inflammatory rf_radicular_arm rf_not_improving "
    "rf_safeguarding",
    "LOCAL_STOP": "rf_pain_provoked",
}


def test_every_red_flag_stands_at_its_level() -> None:
    assert {flag.id: flag.level for flag in CAT.safety.red_flags.values()} == {
        flag: level for level, flags in LEVELS.items() for flag in flags.split()
    }


@pytest.mark.parametrize(
    "flag", [one for level, flags in LEVELS.items() if level != "LOCAL_STOP" for one in flags.split()]
)
def test_every_red_flag_shuts_the_gate_until_somebody_looked(flag: str) -> None:
    shut = gate(Case(readiness=filled(red_flags=(flag,))), CAT)
    assert (shut.verdict, shut.level) == ("shut", CAT.safety.red_flags[flag].level)
    looked_at = gate(Case(readiness=filled(red_flags=(flag,), looked_at=True)), CAT)
    assert looked_at.shut == (shut.level == "EMERGENCY")


def test_a_red_flag_stops_the_region_it_was_named_for() -> None:
    flagged = filled(red_flags=("rf_stress_fx",), areas=(Area("rf_stress_fx", "lower_leg", "left"),))
    assert gate(Case(readiness=flagged), CAT).blocked_regions == ("lower_leg",)


@pytest.mark.parametrize(
    ("case", "verdict"),
    [
        (Case(), "ask"),
        (Case(readiness=Readiness()), "ask"),
        (Case(readiness=filled(expired=True)), "ask"),
        (Case(readiness=filled()), "open"),
        (Case(readiness=filled("screen_5.other")), "open"),
        (Case(readiness=filled("screen_8.supervision")), "shut"),
        (Case(readiness=filled("screen_8.supervision", expired=True)), "shut"),
        (Case(readiness=filled(blood_pressure=(182, 90))), "shut"),
        (Case(Client(clearance="not_now"), filled()), "shut"),
    ],
)
def test_the_gate_is_open_asks_for_a_name_and_reason_or_is_shut(case: Case, verdict: str) -> None:
    assert gate(case, CAT).verdict == verdict


def test_answers_hold_for_twelve_months_and_not_a_day_more() -> None:
    assert last_day(date(2025, 11, 22), CAT) == date(2026, 11, 22)
    assert not expired(date(2025, 11, 22), date(2026, 11, 22), CAT)
    assert expired(date(2025, 11, 22), date(2026, 11, 23), CAT)
    assert last_day(date(2024, 2, 29), CAT) == date(2025, 2, 28)


def test_yellow_flags_change_the_words_and_the_dose_and_never_the_gate() -> None:
    assert advice((), True, CAT) == ()
    assert len(advice(("yf_work",), True, CAT)) == 1
    assert len(advice(("yf_work", "yf_family"), False, CAT)) == 1
    assert any("physical therapist" in line for line in advice(("yf_work", "yf_family"), True, CAT))
    assert any("mental-health" in line for line in advice(("yf_mood",), False, CAT))
    assert (first_drills(("yf_work",), 6, CAT), first_drills((), 6, CAT), first_drills(("yf_work",), 1, CAT)) == (
        2,
        6,
        1,
    )
    everything = filled(yellow_flags=tuple(CAT.safety.yellow.flags))
    assert (len(CAT.safety.yellow.flags), gate(Case(readiness=everything), CAT).verdict) == (9, "open")


def test_what_a_client_reads_of_the_questions_is_in_plain_words() -> None:
    texts = [CAT.safety.activity.text, *(flag.plain for flag in CAT.safety.red_flags.values())]
    for question in CAT.safety.questions.values():
        texts += [question.text, *(group.ask for group in question.groups)]
        texts += [choice.text for choice in question.choices.values()]
    assert {text: found for text in texts if (found := forbidden(text))} == {}


ITEMS = sorted(
    {f"screen_{number}" for number in NUMBERS}
    | {f"{one.id}.{choice}" for one in CAT.safety.questions.values() for choice in one.choices}
)


@examples(60)
@given(st.sets(st.sampled_from(ITEMS), max_size=6), st.sampled_from(sorted(CAT.safety.red_flags)))
def test_a_red_flag_more_never_opens_the_gate(said: set[str], flag: str) -> None:
    order = ("open", "ask", "shut")
    before = gate(Case(readiness=filled(*sorted(said))), CAT)
    after = gate(Case(readiness=filled(*sorted(said), red_flags=(flag,))), CAT)
    assert order.index(after.verdict) >= order.index(before.verdict)


@examples(60)
@given(st.lists(st.sampled_from(ITEMS), max_size=6, unique=True))
def test_the_order_of_the_answers_changes_nothing(said: list[str]) -> None:
    one, other = filled(*said), filled(*reversed(said))
    assert judge(one, False, CAT) == judge(other, False, CAT)
