"""The JSON of `studio analyse`: the answer."""

import json

from studio.ces.analysis import analyse
from studio.ces.catalogue import catalogue
from studio.ces.interchange import dumps, read_case

from .contract import CONTRACT, answer, squat_with


def test_the_answer_has_the_shape_of_the_contract() -> None:
    found = answer(CONTRACT)
    assert list(found) == [
        "version",
        "overactive",
        "underactive",
        "conflicts",
        "presentations",
        "chains",
        "score",
        "screening",
        "refer_out",
        "programme",
    ]
    assert found["version"] == {"app": "1.2.3", "catalogue": catalogue().version}
    assert set(found["overactive"][0]) == {"muscle", "side", "strength", "because"}
    assert set(found["overactive"][0]["because"][0]) == {"compensation", "listed_in", "agreement"}
    assert set(found["score"]) == {"ohsa", "coverage", "withheld"}
    assert set(found["refer_out"]) == {"required", "level", "blocked_regions", "reasons"}
    assert list(found["programme"]) == [
        "inhibit",
        "lengthen",
        "activate",
        "integrate",
        "minutes",
        "parked",
        "excluded",
        "gaps",
    ]
    line = found["programme"]["inhibit"][0]
    assert set(line) == {"exercise", "targets", "side", "dose", "seconds", "because", "cautions", "show_first"}
    assert set(found["programme"]["excluded"][0]) == {"exercise", "tag", "reason"}


def test_conflicts_stand_in_the_answer_with_both_reasons() -> None:
    found = answer(
        squat_with(
            {"compensation": "ohsa.feet_turn_out", "side": "both"}, {"compensation": "ohsa.excessive_forward_lean"}
        )
    )
    conflict = next(one for one in found["conflicts"] if one["muscle"] == "gastrocnemius_medial")
    assert conflict["side"] == "both"
    assert conflict["overactive_because"][0]["compensation"] == "ohsa.excessive_forward_lean"
    assert conflict["underactive_because"][0]["compensation"] == "ohsa.feet_turn_out"
    assert conflict["resolution"] == "left_out"


def test_a_finding_on_both_sides_is_one_reason() -> None:
    found = answer(squat_with({"compensation": "ohsa.knee_valgus", "side": "both"}))
    assert all(len(one["because"]) == 1 for one in found["overactive"])


def test_pain_in_a_test_withholds_the_score_even_when_no_test_says_it_stopped() -> None:
    assert answer(CONTRACT)["score"] == {"ohsa": None, "coverage": None, "withheld": "pain"}


def test_pain_in_another_test_leaves_the_squat_its_score() -> None:
    other = {"protocol": "sls", "stopped_for_pain": True}
    found = answer({**CONTRACT, "assessments": [*CONTRACT["assessments"], other]})
    assert found["score"]["ohsa"] == 97.5


def test_no_squat_is_not_tested() -> None:
    assert answer({})["score"] == {"ohsa": None, "coverage": 0.0, "withheld": "not_tested"}


def test_not_now_gives_an_empty_programme_and_says_why() -> None:
    found = answer({**CONTRACT, "client": {"clearance": "not_now"}, "pain": []})
    programme = found["programme"]
    assert [programme[phase] for phase in ("inhibit", "lengthen", "activate", "integrate")] == [[], [], [], []]
    assert programme["minutes"] == 0
    assert "asked the client to wait" in programme["gaps"][0]["reason"]
    assert any("not now" in reason for reason in found["refer_out"]["reasons"])


def test_readiness_left_out_is_reported_and_blocks_nothing() -> None:
    found = answer({"assessments": CONTRACT["assessments"]})
    assert found["refer_out"] == {
        "required": False,
        "level": None,
        "blocked_regions": [],
        "reasons": ["Readiness questions: not done."],
    }
    assert found["programme"]["inhibit"]


def test_a_tag_that_excludes_is_named_beside_the_drill() -> None:
    found = answer({**CONTRACT, "pain": [], "plan": {"week": 4}})
    assert "recent_surgery_local" in {one["tag"] for one in found["programme"]["excluded"]}


def test_the_same_input_gives_the_same_bytes() -> None:
    first, second = (dumps(analyse(read_case(CONTRACT), catalogue(), "1")) for _ in range(2))
    assert first == second
    assert json.loads(first)
