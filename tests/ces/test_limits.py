"""Written limits as hard filters: what each kind takes out, what it asks to mind, what a list lets in."""

import json
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given

from studio.ces.case import Case, Client, Pain, Tag
from studio.ces.catalogue import catalogue
from studio.ces.exercises import Exercise
from studio.ces.interchange import CaseError, read_case
from studio.ces.interchange.limits import limit_json
from studio.ces.library import why_not
from studio.ces.limit_words import sentence
from studio.ces.limits import Limit
from studio.ces.programme import select
from studio.ces.safety import refer_out
from studio.ces.selection.context import prepare
from studio.ces.selection.filters import cautions

from ..examples import examples
from .cases import case, seen
from .strategies import LIMITS, cases

CAT = catalogue()
ALL = tuple(CAT.exercises.values())
WEIGHTS = {"dumbbell", "kettlebell", "cable", "long_band", "loop_band", "mini_band"}


def limited(*limits: Limit, cleared: frozenset[str] = frozenset()) -> Case:
    """A case in the studio's last block, so that neither kit nor difficulty stands in the way."""
    client = Client(limits=limits, cleared=cleared)
    return case(seen("knee_valgus", "left"), client=client, setting="studio", week=12)


def out(limit: Limit) -> set[str]:
    """The drills this limit alone takes out."""
    free = limited()
    taken = limited(limit)
    return {one.id for one in ALL if set(why_not(taken, one.id, CAT)) - set(why_not(free, one.id, CAT))}


def minded(limit: Limit) -> set[str]:
    """The drills whose lines say that they must keep within this limit."""
    context = prepare(limited(limit), CAT)
    return {one.id for one in ALL if any(not caution.tag for caution in cautions(one, context))}


def ids(kept: object) -> set[str]:
    return {one.id for one in ALL if kept(one)}  # type: ignore[operator]


def rests(drill: Exercise) -> bool:
    """Can the other side of this drill go on?"""
    return drill.dose.per_side and drill.position in ("supine", "seated", "side-lying")


@pytest.mark.parametrize("code", ["NWB", "TTWB", "PWB", "50WB"])
@pytest.mark.parametrize("side", ["left", "right"])
def test_a_leg_that_may_not_carry_its_weight_gets_no_drill_on_it(code: str, side: str) -> None:
    carried = ids(lambda one: one.position in ("standing", "half-kneeling", "kneeling", "quadruped"))
    assert len(carried) == 82 + 5 + 3 + 7
    assert out(Limit("weight_bearing", side=side, code=code)) == carried  # type: ignore[arg-type]


def test_weight_as_comfort_allows_takes_nothing_out_and_asks_for_both_legs_first() -> None:
    limit = Limit("weight_bearing", side="left", code="WBAT")
    assert out(limit) == set()
    context = prepare(limited(limit), CAT)
    (note,) = [one.note for one in cautions(CAT.exercises["int_sit_to_stand"], context) if not one.tag]
    assert note == "Weight on the left leg: as comfort allows (WBAT). Two-leg version first."


def test_full_weight_is_no_limit() -> None:
    limit = Limit("weight_bearing", side="both", code="FWB")
    assert out(limit) == minded(limit) == set()


def test_a_leg_without_weight_asks_for_the_written_exercise_list() -> None:
    limit = Limit("weight_bearing", side="left", code="PWB", ceiling=30)
    (asked,) = [one for one in refer_out(limited(limit), CAT).reasons if one.origin == "limit"]
    assert "part of the weight (PWB, 30%)" in asked.text
    assert "written exercise list" in asked.text
    listed = limited(limit, cleared=frozenset({"int_sit_to_stand"}))
    assert not [one for one in refer_out(listed, CAT).reasons if one.origin == "limit"]
    assert why_not(listed, "int_sit_to_stand", CAT) == ()


def test_no_kneeling_means_every_position_with_a_knee_on_the_floor() -> None:
    assert out(Limit("position", code="kneeling")) == ids(
        lambda one: one.position in ("kneeling", "half-kneeling", "quadruped")
    )


@pytest.mark.parametrize(("code", "position"), [("supine", "supine"), ("prone", "prone"), ("standing", "standing")])
def test_a_position_takes_out_the_drills_done_in_it(code: str, position: str) -> None:
    assert out(Limit("position", code=code)) == ids(lambda one: one.position == position)


def test_a_ceiling_of_movement_takes_out_the_stretches_of_that_side_and_is_minded_by_the_rest() -> None:
    limit = Limit("range", "knee", "left", "flexion", 90)
    knee = ids(lambda one: "knee" in one.loads)
    stretches = ids(lambda one: one.phase == "lengthen" and "knee" in one.loads and not rests(one))
    assert stretches
    assert out(limit) == stretches
    assert minded(limit) == knee
    one_sided = next(one for one in ALL if one.phase == "lengthen" and "knee" in one.loads and rests(one))
    assert why_not(limited(replace(limit, side="both")), one_sided.id, CAT) != ()


def test_no_load_takes_out_whatever_adds_one_and_a_ceiling_is_minded() -> None:
    weighted = ids(lambda one: WEIGHTS & set(one.equipment))
    assert out(Limit("load", ceiling=0)) == weighted
    assert out(Limit("load", ceiling=5)) == set()
    assert minded(Limit("load", ceiling=5)) == weighted


def test_an_arm_with_a_ceiling_does_not_carry_body_weight() -> None:
    carried = ids(lambda one: "shoulder" in one.loads and "wrist_pain" in (*one.avoid, *one.caution) and not rests(one))
    assert carried
    assert out(Limit("load", "shoulder", "left", ceiling=2)) == carried


@pytest.mark.parametrize(
    ("code", "tag"),
    [
        ("hip_bend_cross_turn_in", "thr_posterior"),
        ("hip_back_turn_out", "thr_anterior"),
        ("shoulder_out_turned_out", "shoulder_instability"),
        ("back_bend_lift_twist", "spinal_fusion"),
    ],
)
def test_a_forbidden_combination_takes_out_what_its_precaution_takes_out(code: str, tag: str) -> None:
    region = CAT.limit_rules.combinations[code].region
    avoided = ids(lambda one: tag in one.avoid)
    assert avoided
    assert out(Limit("combination", region, "both", code)) == avoided


def test_one_exercise_can_be_ruled_out_and_no_list_lets_it_in() -> None:
    limit = Limit("exercise", code="act_clam")
    assert out(limit) == {"act_clam"}
    assert why_not(limited(limit, cleared=frozenset({"act_clam"})), "act_clam", CAT) != ()


def test_a_region_that_rests_gets_no_drill_that_loads_it() -> None:
    assert out(Limit("rest", "shoulder", "both")) == ids(lambda one: "shoulder" in one.loads)
    kept = ids(lambda one: "shoulder" in one.loads and rests(one))
    assert kept
    assert not out(Limit("rest", "shoulder", "left")) & kept


def test_a_tag_read_strictly_takes_out_what_it_cautions_too() -> None:
    tag = "achilles_or_plantar_pain"
    assert out(Limit("strict_tag", code=tag)) == ids(lambda one: tag in (*one.avoid, *one.caution))


def test_an_exercise_cleared_by_name_passes_tags_but_not_pain() -> None:
    drill = next(one for one in ALL if "osteoporosis" in one.avoid and one.loads)
    client = Client(tags=(Tag("osteoporosis"),), cleared=frozenset({drill.id}))
    cleared = case(seen("knee_valgus", "left"), client=client, setting="studio", week=12)
    assert why_not(cleared, drill.id, CAT) == ()
    hurt = replace(cleared, pain=(Pain(drill.loads[0], None, 3, "at_rest"),))
    assert why_not(hurt, drill.id, CAT) != ()


def test_the_reason_names_the_limit_who_said_so_and_until_when() -> None:
    limit = Limit("position", code="kneeling", by="Dr Adeyemi", until=date(2027, 2, 3))
    assert sentence(limit, CAT) == "No kneeling (Dr Adeyemi, until 3 Feb 2027)."
    chosen = select(limited(replace(limit, code="standing")), CAT)
    assert "No standing (Dr Adeyemi, until 3 Feb 2027)." in {one.reason for one in chosen.excluded}


def test_a_symptom_the_therapist_listed_stops_the_test_and_sends_nobody_away() -> None:
    listed = limited(Limit("symptom", "knee", "left", ceiling=3, by="Ana Ruiz, PT"))
    within = replace(listed, pain=(Pain("knee", "left", 3, "during_test"),))
    safety = refer_out(within, CAT)
    assert (safety.required, safety.blocked_regions) == (False, ())
    assert any("Ana Ruiz, PT" in one.text for one in safety.reasons)
    for other in (
        Pain("knee", "left", 4, "during_test"),
        Pain("knee", "right", 2, "during_test"),
        Pain("knee", "left", None, "during_test"),
        Pain("knee", "left", 2, "at_rest"),
        Pain("hip", "left", 2, "during_test"),
    ):
        assert refer_out(replace(listed, pain=(other,)), CAT).required, other


@examples(60)
@given(cases)
def test_no_programme_ever_holds_what_a_written_limit_takes_out(one: Case) -> None:
    for line, limit in product(select(one, CAT).lines, one.client.limits):
        drill = CAT.exercises[line.exercise]
        if limit.kind == "exercise":
            assert drill.id != limit.code
        if drill.id in one.client.cleared:
            continue
        if limit.kind == "position":
            assert drill.position not in CAT.limit_rules.postures[limit.code].positions
        if limit.kind == "weight_bearing" and limit.code not in ("WBAT", "FWB"):
            assert drill.position not in ("standing", "half-kneeling", "kneeling", "quadruped")
        if limit.kind in ("rest", "range") and limit.region in drill.loads:
            rested = limit.side != "both" and line.side not in (limit.side, "both") and rests(drill)
            assert (limit.kind == "range" and drill.phase != "lengthen") or rested
        if limit.kind == "load" and not limit.ceiling and limit.region is None:
            assert not WEIGHTS & set(drill.equipment)


@pytest.mark.parametrize("limit", LIMITS[::5], ids=str)
def test_every_limit_is_written_and_read_back_the_same(limit: Limit) -> None:
    whole = replace(limit, by="Dr Adeyemi", until=date(2027, 2, 3))
    given_back = read_case(json.loads(json.dumps({"client": {"limits": [limit_json(whole)]}}))).client.limits
    assert given_back == (whole,)


@pytest.mark.parametrize(
    ("limit", "place"),
    [
        ({}, "client.limits[0].kind: expected one of"),
        ({"kind": "position", "code": "flying"}, "client.limits[0].code: unknown code 'flying'"),
        ({"kind": "range", "code": "flexion", "ceiling": 90}, "client.limits[0].region: is missing"),
        ({"kind": "range", "region": "knee", "code": "flexion"}, "client.limits[0].ceiling: expected a number"),
        ({"kind": "rest", "region": "knee", "ceiling": 3}, "client.limits[0].ceiling: rest has no ceiling"),
        ({"kind": "rest", "region": "knee", "code": "x"}, "client.limits[0].code: rest has no code"),
        ({"kind": "words", "words": "slowly", "until": "soon"}, "client.limits[0].until: expected a day"),
    ],
)
def test_a_limit_that_makes_no_sense_is_refused_with_its_place(limit: object, place: str) -> None:
    with pytest.raises(CaseError, match=place.replace("[", r"\[").replace("]", r"\]")):
        read_case({"client": {"limits": [limit]}})
