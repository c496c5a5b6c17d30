"""Steps 7 and 8: which drills a client may do, and the movements that put it together."""

from dataclasses import replace

from studio.ces.case import Answer, Client, Pain, Readiness, Tag
from studio.ces.catalogue import catalogue
from studio.ces.programme import Programme, select

from .cases import case, drills, programme, seen

KNEE = seen("knee_valgus", "left")
MAT = Client(equipment=frozenset({"mat", "foam_roller", "massage_ball", "mini_band"}))


def reasons(chosen: Programme) -> set[str]:
    return {one.reason for one in chosen.empty_phases}


def test_pain_in_a_region_removes_every_drill_that_loads_it_whichever_side_hurt() -> None:
    hurt = replace(case(KNEE), pain=(Pain("knee", "right", 4, "during_test"),))
    chosen = select(hurt, catalogue())
    assert all("knee" not in catalogue().exercises[one].loads for one in drills(chosen))
    assert {one.region for one in chosen.excluded if one.filter == "region"} == {"knee"}


def test_settled_pain_removes_nothing() -> None:
    settled = replace(case(KNEE), pain=(Pain("knee", "left", 6, "history"),))
    assert drills(select(settled, catalogue())) == drills(programme(KNEE))


def test_a_global_tag_removes_what_avoids_it_and_cautions_the_rest() -> None:
    tags = (Tag("pregnancy_after_first_trimester"), Tag("thr_posterior"))
    chosen = programme(KNEE, client=Client(tags=tags))
    assert ("inh_adductor_roll", "pregnancy_after_first_trimester") in [
        (one.exercise, one.tag) for one in chosen.excluded
    ]
    assert chosen.of("inhibit")[0].exercise == "inh_adductor_ball_chair"
    for line in chosen.lines:
        exercise = catalogue().exercises[line.exercise]
        assert not {tag.tag for tag in tags} & set(exercise.avoid)
        assert {one.tag for one in line.cautions} == {tag.tag for tag in tags} & set(exercise.caution)
    assert any(line.cautions for line in chosen.lines)


def test_local_surgery_leaves_the_other_side_only_to_drills_that_can_rest_one() -> None:
    tag = Tag("recent_surgery_local", "knee", "left")
    chosen = programme(seen("knee_valgus", "both"), client=Client(equipment=frozenset({"mat"}), tags=(tag,)), week=4)
    for line in chosen.lines:
        exercise = catalogue().exercises[line.exercise]
        if "knee" in exercise.loads:
            assert line.side == "right"
            assert exercise.position in ("supine", "seated", "side-lying")


def test_an_open_wound_looks_at_what_is_pressed_not_at_what_is_loaded() -> None:
    tag = Tag("open_wound_or_skin_local", "thigh_groin", "both")
    chosen = programme(KNEE, client=Client(tags=(tag,)))
    assert chosen.of("lengthen")[0].exercise == "len_adductor_standing"
    assert all("thigh_groin" not in catalogue().exercises[one].presses for one in drills(chosen))


def test_missing_kit_is_replaced_in_the_clients_words_or_the_next_drill_is_taken() -> None:
    chosen = programme(KNEE)
    assert chosen.of("inhibit")[0].substitutes[0].how == "Use a large towel rolled firm and tied or taped."
    assert "int_ball_wall_squat" in {one.exercise for one in chosen.excluded if one.filter == "equipment"}


def test_own_kit_needs_no_substitute() -> None:
    assert all(not line.substitutes for line in programme(KNEE, client=MAT).lines)


def test_unsteady_clients_get_something_to_hold_on_to_at_home() -> None:
    lunge = seen("knee_valgus", "left")
    chosen = programme(lunge, client=Client(tags=(Tag("balance_impairment"),), goal="lunge"), week=4)
    for line in chosen.of("integrate"):
        assert {"chair", "wall", "table"} & set(catalogue().exercises[line.exercise].equipment)
    assert "balance" in {one.filter for one in chosen.excluded}


def test_an_answer_that_sets_a_tag_counts_like_the_tag() -> None:
    fallen = replace(case(KNEE, week=4), readiness=Readiness((Answer("screen_9", True),)))
    assert "balance" in {one.filter for one in select(fallen, catalogue()).excluded}


def test_the_block_sets_how_hard_a_drill_may_be() -> None:
    assert drills(programme(KNEE, week=1)) != drills(programme(KNEE, week=4))
    assert "act_clam" in drills(programme(KNEE, week=1))
    assert "act_side_lying_abduction" in drills(programme(KNEE, week=4))


def test_the_goal_decides_between_drills_that_pass() -> None:
    stepping = programme(KNEE, client=Client(goal="step"))
    assert stepping.of("integrate")[0].exercise == "int_step_up_low"


def test_the_studio_takes_up_to_two_movements_for_a_finding_and_home_one() -> None:
    assert len(programme(KNEE, setting="studio").of("integrate")) == 2
    assert len(programme(KNEE).of("integrate")) == 1
