"""The JSON of `studio analyse`: taken whole, or refused with the place of the first thing wrong."""

import json
from typing import Any

import pytest

from studio.ces.case import Case, Finding, Measure, Pain, Tag
from studio.ces.interchange import CaseError, read_case, read_text

from .cases import VIEWS
from .contract import CONTRACT, answer, squat_with


def test_the_contracts_own_example_is_taken_whole() -> None:
    case = read_text(json.dumps(CONTRACT))
    assert case.client.tags == (Tag("osteoporosis"), Tag("recent_surgery_local", "knee", "left"))
    assert case.pain == (Pain("knee", "left", 4, "during_test"),)
    assert case.assessments[0].findings == (Finding("ohsa.knee_valgus", "left"),)
    assert case.measures[1] == Measure("four_stage_balance", (10.0, 10.0, 8.0))
    assert case.readiness is not None
    assert case.readiness.blood_pressure == (128, 82)


def test_every_key_may_be_left_out() -> None:
    assert read_case({}) == Case()
    assert read_case({"client": {}, "plan": {}, "pain": [], "measures": []}) == Case()
    given = read_case(squat_with({"compensation": "ohsa.head_forward"})).assessments[0]
    assert given.findings == (Finding("ohsa.head_forward", None, 1),)
    assert (given.variant, given.views) == ("standard", VIEWS)


def test_key_questions_stand_beside_the_points_or_alone() -> None:
    asked = {"measure": "stay_independent", "key_question": True}
    assert read_case({"measures": [asked]}).measures == (Measure("stay_independent", (), key_question=True),)
    both = read_case({"measures": [asked | {"value": 2}]}).measures
    assert both == (Measure("stay_independent", (2.0,), key_question=True),)


def test_null_is_the_same_as_left_out() -> None:
    assert read_case({"client": None, "readiness": None, "pain": None, "plan": {"week": None}}) == Case()


def test_a_finding_on_both_sides_and_one_on_each_are_the_same_answer() -> None:
    both = squat_with({"compensation": "ohsa.knee_valgus", "side": "both"})
    each = squat_with(
        {"compensation": "ohsa.knee_valgus", "side": "right"}, {"compensation": "ohsa.knee_valgus", "side": "left"}
    )
    assert answer(both) == answer(each)


def test_the_same_finding_twice_counts_once() -> None:
    knee = {"compensation": "ohsa.knee_valgus", "side": "left"}
    assert answer(squat_with(knee, knee)) == answer(squat_with(knee))


REFUSED: list[tuple[Any, str]] = [
    ([], "expected an object"),
    ({"clients": {}}, "clients: unknown key"),
    ({"client": {"name": "x"}}, "client.name: unknown key"),
    ({"client": {"age": "47"}}, "client.age: expected a number from 0 to 120"),
    ({"client": {"age": 200}}, "client.age: 200 is out of range"),
    ({"client": {"age": True}}, "client.age: expected a number"),
    ({"client": {"sex": "f"}}, "client.sex: expected one of female, male"),
    ({"client": {"equipment": ["mat", "sofa"]}}, "client.equipment[1]: unknown item 'sofa'"),
    ({"client": {"equipment": "mat"}}, "client.equipment: expected a list"),
    ({"client": {"tags": ["brave"]}}, "client.tags[0]: unknown tag 'brave'"),
    ({"client": {"tags": [{"tag": "osteoporosis", "where": 1}]}}, "client.tags[0].where: unknown key"),
    (
        {"client": {"tags": [{"tag": "fracture_unhealed", "region": "leg"}]}},
        "client.tags[0].region: unknown region 'leg'",
    ),
    ({"client": {"floor_transfer": "no"}}, "client.floor_transfer: expected true or false"),
    ({"client": {"goal": "jump"}}, "client.goal: unknown goal 'jump'"),
    ({"client": {"clearance": "maybe"}}, "client.clearance: expected one of full, restricted, not_now, none"),
    ({"readiness": {"answers": {"screen_11": True}}}, "readiness.answers.screen_11: unknown question"),
    ({"readiness": {"answers": {"screen_1": "no"}}}, "readiness.answers.screen_1: expected true or false"),
    (
        {"readiness": {"answers": {"intake.sitting_hours": 25}}},
        "readiness.answers.intake.sitting_hours: 25 is out of range",
    ),
    (
        {"readiness": {"answers": {"intake.overhead_activity": 3}}},
        "readiness.answers.intake.overhead_activity: expected true or false",
    ),
    ({"readiness": {"answers": {"intake.under_care": "yes"}}}, "expected one of none, under_care, cleared"),
    ({"readiness": {"red_flags": ["rf_bad"]}}, "readiness.red_flags[0]: unknown red flag 'rf_bad'"),
    ({"readiness": {"blood_pressure": [128]}}, "readiness.blood_pressure: expected two numbers"),
    ({"readiness": {"blood_pressure": [80, 120]}}, "readiness.blood_pressure: the first number"),
    ({"pain": [{"side": "left"}]}, "pain[0].region: is missing"),
    ({"pain": [{"region": "knee", "side": "middle"}]}, "pain[0].side: expected one of left, right, both"),
    ({"pain": [{"region": "knee", "intensity": 11}]}, "pain[0].intensity: 11 is out of range"),
    (
        {"pain": [{"region": "knee", "when": "now"}]},
        "pain[0].when: expected one of during_test, at_rest, history, after_session",
    ),
    ({"assessments": [{}]}, "assessments[0].protocol: is missing"),
    ({"assessments": [{"protocol": "squat"}]}, "assessments[0].protocol: unknown protocol 'squat'"),
    ({"assessments": [{"protocol": "ohsa", "variant": "fast"}]}, "assessments[0].variant: expected one of standard"),
    (
        {"assessments": [{"protocol": "sls", "views": ["lateral"]}]},
        "assessments[0].views[0]: unknown view of sls 'lateral'",
    ),
    (squat_with({"side": "left"}), "assessments[0].findings[0].compensation: is missing"),
    (
        squat_with({"compensation": "ohsa.knee"}),
        "assessments[0].findings[0].compensation: unknown compensation 'ohsa.knee'",
    ),
    (
        squat_with({"compensation": "sls.hip_drop", "side": "left"}),
        "assessments[0].findings[0].compensation: sls.hip_drop is not part of ohsa",
    ),
    (
        squat_with({"compensation": "ohsa.knee_valgus"}),
        "assessments[0].findings[0].side: ohsa.knee_valgus: say left, right or both",
    ),
    (
        squat_with({"compensation": "ohsa.head_forward", "side": "left"}),
        "assessments[0].findings[0].side: ohsa.head_forward: leave the side out",
    ),
    (
        squat_with({"compensation": "ohsa.asymmetric_shift", "side": "both"}),
        "assessments[0].findings[0].side: ohsa.asymmetric_shift: say left or right",
    ),
    (
        squat_with({"compensation": "ohsa.knee_valgus", "side": "L"}),
        "assessments[0].findings[0].side: expected one of left, right, both",
    ),
    (
        squat_with({"compensation": "ohsa.knee_valgus", "side": "left", "severity": 3}),
        "assessments[0].findings[0].severity: 3 is out of range",
    ),
    (
        squat_with({"compensation": "ohsa.knee_valgus", "side": "left", "severity": 1.5}),
        "assessments[0].findings[0].severity: expected a whole number",
    ),
    (
        squat_with({"compensation": "ohsa.knee_valgus", "side": "left", "views": []}),
        "assessments[0].findings[0].views: unknown key",
    ),
    ({"measures": [{"measure": "tug", "value": 9}]}, "measures[0].measure: unknown measure 'tug'"),
    (
        {"measures": [{"measure": "tug_s", "value": 9, "key_question": True}]},
        "measures[0].key_question: tug_s has no key questions",
    ),
    ({"measures": [{"measure": "stay_independent"}]}, "measures[0].value: expected a number"),
    ({"measures": [{"measure": "tug_s"}]}, "measures[0].value: expected a number"),
    ({"measures": [{"measure": "tug_s", "value": 1}]}, "measures[0].value: 1 is out of range, expected 2 to 180"),
    ({"measures": [{"measure": "tug_s", "value": 9, "side": "left"}]}, "measures[0].side: tug_s has no side"),
    ({"measures": [{"measure": "hip_ir_deg", "value": 30}]}, "measures[0].side: expected one of left, right"),
    ({"measures": [{"measure": "four_stage_balance", "value": [10, 11]}]}, "measures[0].value[1]: 11 is out of range"),
    (
        {"measures": [{"measure": "four_stage_balance", "value": []}]},
        "measures[0].value: expected a list of 1 to 4 numbers",
    ),
    (
        {"measures": [{"measure": "tug_s", "value": 9}, {"measure": "tug_s", "value": 8}]},
        "measures[1].measure: tug_s stands there twice",
    ),
    ({"plan": {"weeks": 14}}, "plan.weeks: expected one of 12, 16"),
    ({"plan": {"week": 0}}, "plan.week: 0 is out of range"),
    ({"plan": {"setting": "gym"}}, "plan.setting: expected one of home, studio"),
]


@pytest.mark.parametrize(("obj", "says"), REFUSED, ids=[says[:60] for _, says in REFUSED])
def test_what_cannot_be_taken_is_refused_at_its_place(obj: Any, says: str) -> None:
    with pytest.raises(CaseError) as error:
        read_case(obj)
    assert str(error.value).startswith(says) or says in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "not JSON: line 1 column 1"),
        ('{"client": ', "not JSON: line 1"),
        ('{"client": {"age": NaN}}', "not JSON: NaN is no number"),
        ('{"plan": {"week": 1, "week": 2}}', "week: this key stands there twice"),
        ("[" * 100_000, "nested too deeply"),
        ('{"plan": {"week": ' + "9" * 5000 + "}}", "not JSON: Exceeds the limit"),
        ('{"plan": {"week": ' + "9" * 500 + "}}", "plan.week: 9{20}… is out of range"),
        ('{"plan": {"week": 1e999}}', "plan.week: inf is out of range"),
        ('{"pla\\ud800\\nn": 1}', "unknown key"),
    ],
    ids=["nothing", "half", "no number", "double key", "too deep", "endless", "long", "infinite", "half a letter"],
)
def test_text_that_is_no_case_is_refused(text: str, says: str) -> None:
    with pytest.raises(CaseError, match=says) as error:
        read_text(text)
    assert len(str(error.value).encode().splitlines()) == 1
