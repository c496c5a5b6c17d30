"""The steps of the selection algorithm, one behaviour a test."""

from dataclasses import replace

import pytest

from studio.ces.case import Answer, Case, Client, History, Pain, Plan, Readiness, Tag
from studio.ces.catalogue import catalogue
from studio.ces.dose import SETUP_S
from studio.ces.exercises import PHASES
from studio.ces.programme import Programme, select

from .cases import case, drills, programme, result, seen, squat

KNEE = seen("knee_valgus", "left")
MAT = Client(equipment=frozenset({"mat", "foam_roller", "massage_ball", "mini_band"}))


def reasons(chosen: Programme) -> set[str]:
    return {one.reason for one in chosen.empty_phases}


# --- 1 gate


@pytest.mark.parametrize(
    "shut",
    [
        Case(client=Client(clearance="not_now")),
        Case(readiness=Readiness(red_flags=("rf_chest_now",))),
        Case(readiness=Readiness(red_flags=("rf_dvt",))),
        Case(readiness=Readiness((Answer("screen_8", True),))),
        Case(readiness=Readiness(blood_pressure=(185, 90))),
        Case(readiness=Readiness(blood_pressure=(150, 105))),
    ],
    ids=["not now", "emergency", "same day", "supervision only", "pressure to wait for", "pressure to clear"],
)
def test_nothing_is_selected_while_the_gate_is_shut_and_every_phase_says_why(shut: Case) -> None:
    chosen = select(replace(shut, assessments=(squat(KNEE),)), catalogue())
    assert (chosen.lines, chosen.parked, chosen.minutes) == ((), (), 0.0)
    assert len(chosen.empty_phases) == len(PHASES)
    assert all(one.startswith("No programme now") for one in reasons(chosen))


@pytest.mark.parametrize(
    "still_open",
    [
        Case(),
        Case(client=Client(clearance="restricted")),
        Case(readiness=Readiness(red_flags=("rf_stress_fx",))),
        Case(readiness=Readiness((Answer("screen_8", True),)), client=Client(clearance="full")),
        Case(readiness=Readiness(blood_pressure=(128, 82))),
    ],
    ids=["not done", "restricted", "prompt", "agreed in writing", "pressure known"],
)
def test_what_does_not_shut_the_gate(still_open: Case) -> None:
    assert select(replace(still_open, assessments=(squat(KNEE),)), catalogue()).lines


def test_a_local_tag_without_a_region_takes_nothing_away() -> None:
    with_tag = programme(KNEE, client=Client(tags=(Tag("recent_surgery_local"),)))
    assert drills(with_tag) == drills(programme(KNEE))


# --- 2 priority


def chosen_findings(one: Case) -> list[str]:
    return [priority.compensation for priority in select(one, catalogue()).priorities]


def test_at_most_two_findings_lead_and_the_marked_one_first() -> None:
    found = chosen_findings(case(seen("feet_turn_out", "both"), KNEE, seen("arms_fall_forward", "both", 2)))
    assert found == ["ohsa.arms_fall_forward", "ohsa.feet_turn_out"]


def test_what_goes_with_the_goal_comes_before_what_is_worse() -> None:
    one = case(KNEE, seen("arms_fall_forward", "both", 2), client=Client(goal="squat"))
    assert chosen_findings(one)[0] == "ohsa.knee_valgus"


def test_where_the_therapist_points_comes_first_of_all() -> None:
    one = case(KNEE, seen("excessive_forward_lean", None, 2), seen("head_forward"), client=Client(goal="squat"))
    one = replace(one, history=History(referral_regions=("neck_head",)))
    assert chosen_findings(one)[0] == "ohsa.head_forward"


def test_equal_findings_are_taken_from_the_floor_up() -> None:
    found = chosen_findings(case(seen("head_forward"), KNEE, seen("heel_rises", "left")))
    assert found == ["ohsa.heel_rises", "ohsa.knee_valgus"]


def test_gait_waits_for_the_other_tests() -> None:
    one = Case(assessments=(result(seen("gait.knee_valgus", "left")), result(seen("sls.knee_valgus", "left"))))
    assert chosen_findings(one)[0] == "sls.knee_valgus"


def test_posture_decides_only_when_nothing_was_seen_in_movement() -> None:
    posture = result(seen("static.pes_planus", "both", 2))
    assert chosen_findings(Case(assessments=(posture,))) == ["static.pes_planus"]
    assert chosen_findings(Case(assessments=(posture, squat(KNEE)))) == ["ohsa.knee_valgus"]


def test_left_and_right_of_one_compensation_are_one_finding_with_the_higher_severity() -> None:
    chosen = programme(KNEE, seen("knee_valgus", "right", 2))
    assert [(one.side, one.severity) for one in chosen.priorities] == [("both", 2)]


# --- 3 to 6 units, ranks, picks, glutes


def test_a_muscle_named_by_both_findings_ranks_first() -> None:
    # The short biceps stands third under "knee in" and third under "feet out"; only it and TFL, outer calf are in both.
    chosen = programme(KNEE, seen("feet_turn_out", "left"), client=MAT)
    assert chosen.of("inhibit")[0].targets == ("biceps_femoris_short",)


def test_a_conflict_takes_the_muscle_out_and_is_noted() -> None:
    chosen = programme(KNEE, seen("feet_turn_out", "left"))
    targets = {one for line in chosen.lines for one in line.targets} | {
        one for row in chosen.parked for one in row.targets
    }
    assert "gracilis" not in targets
    assert any(note.startswith("Inner thigh strap: left out") for note in chosen.notes)


def test_a_group_stays_while_one_of_its_members_does() -> None:
    # The gracilis is left out on the left, the other adductors are not: the group is still loosened.
    chosen = programme(seen("knee_valgus", "left", 2), seen("feet_turn_out", "left"))
    assert "adductor_complex" in {one for row in chosen.parked for one in row.targets}


def test_the_glutes_get_the_second_activate_place_when_the_legs_ask_for_them() -> None:
    # Forward lean lists tibialis anterior before the glutes, and so does nobody else here.
    chosen = programme(seen("excessive_forward_lean", None, 2), client=MAT, week=4)
    ranked = [line.targets for line in sorted(chosen.of("activate"), key=lambda line: line.rank)]
    assert ranked == [("tibialis_anterior",), ("gluteus_maximus",)]


def test_a_rung_already_reached_stands_in_the_drills_place() -> None:
    reached = History(rungs=(("act_clam", "act_standing_abduction"),))
    one = replace(case(KNEE), history=reached)
    assert "act_standing_abduction" in drills(select(one, catalogue()))
    too_hard = replace(one, history=History(rungs=(("act_clam", "act_band_side_walk"),)))
    assert "act_clam" in drills(select(too_hard, catalogue()))


def test_a_drill_for_a_neighbour_muscle_is_known_as_one() -> None:
    drills_of = catalogue().drills
    assert {exact for _, exact in drills_of("vastus_intermedius", "lengthen")} == {False}
    # The inner hamstrings have drills of their own, and then those of the whole group.
    exactness = [exact for _, exact in drills_of("medial_hamstrings", "activate")]
    assert exactness[0]
    assert not exactness[-1]


# --- 7 filters


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


# --- 8 integrate


def test_the_goal_decides_between_drills_that_pass() -> None:
    stepping = programme(KNEE, client=Client(goal="step"))
    assert stepping.of("integrate")[0].exercise == "int_step_up_low"


def test_the_studio_takes_up_to_two_movements_for_a_finding_and_home_one() -> None:
    assert len(programme(KNEE, setting="studio").of("integrate")) == 2
    assert len(programme(KNEE).of("integrate")) == 1


# --- 9 and 10 sides, merging


def test_one_sided_findings_loosen_one_side_and_switch_on_both_beginning_there() -> None:
    chosen = programme(seen("knee_valgus", "right"))
    assert {line.side for line in chosen.of("inhibit")} == {"right"}
    assert [(line.side, line.first) for line in chosen.of("activate")] == [("both", "right")]


def test_an_entry_for_the_opposite_side_is_worked_there() -> None:
    chosen = programme(seen("asymmetric_shift", "left"), week=4, setting="studio")
    roles = {line.targets[0]: line.side for line in chosen.of("inhibit")}
    assert roles["adductor_complex"] == "left"
    parked = {target: one.side for one in chosen.parked if one.phase == "inhibit" for target in one.targets}
    assert parked["piriformis"] == "right"


def test_a_drill_for_two_units_is_one_line_and_frees_the_place() -> None:
    chosen = programme(seen("heel_rises", "both"), client=MAT)
    assert chosen.of("inhibit")[0].targets == ("soleus", "gastrocnemius")
    exercises = [line.exercise for line in chosen.lines] + [one.exercise for one in chosen.parked]
    assert len(exercises) == len(set(exercises))


# --- 11 and 12 room


@pytest.mark.parametrize(
    ("client", "plan", "history", "lines"),
    [
        (Client(), {}, History(), 4),
        (Client(), {"week": 4}, History(), 5),
        (Client(), {"week": 4, "max_exercises": 2}, History(), 2),
        (Client(age=65), {"week": 4}, History(), 4),
        (Client(), {"week": 4}, History(home_adherence_pct=49), 3),
        (Client(), {"week": 20}, History(), 3),
    ],
    ids=["learn", "build", "asked for two", "from 65", "low adherence", "maintenance"],
)
def test_a_home_sheet_holds_no_more_than_its_limits(
    client: Client, plan: dict[str, int], history: History, lines: int
) -> None:
    one = replace(case(KNEE, seen("feet_turn_out", "both"), client=client, **plan), history=history)
    chosen = select(one, catalogue())
    assert len(chosen.lines) == chosen.max_lines == lines


def test_a_stretch_gives_up_its_second_hold_before_it_is_parked() -> None:
    # Clam 188 and roll 80 leave 72 s of 5:40; two holds would need 90, one needs 55.
    chosen = programme(KNEE, max_minutes=340 / 60)
    stretch = chosen.of("lengthen")[0]
    assert (stretch.dose.sets, stretch.seconds) == (1, 35)


def test_the_walk_goes_on_after_a_line_that_does_not_fit() -> None:
    # 3 minutes: the clam (188 s) does not fit, roll (80 s) and stretch (90 s) do.
    chosen = programme(KNEE, max_minutes=3)
    assert drills(chosen) == ["inh_adductor_roll", "len_adductor_standing"]
    assert ("act_clam", "It would go over 3 minutes.") in [(one.exercise, one.reason) for one in chosen.parked]
    assert {one.phase: one.reason for one in chosen.empty_phases}["activate"].startswith("No room")


def test_minutes_count_every_line_with_its_set_up() -> None:
    chosen = programme(KNEE)
    assert chosen.minutes == round(sum(line.seconds + SETUP_S for line in chosen.lines) / 60, 1)


def test_the_studio_cuts_second_sets_before_drills() -> None:
    one = (seen("knee_valgus", "both", 2), seen("feet_turn_out", "both", 2))
    full = programme(*one, setting="studio", week=4)
    tighter = programme(*one, setting="studio", week=4, session_minutes=45)
    assert full.minutes <= 30
    assert tighter.minutes <= 22.5
    assert sum(line.dose.sets for line in tighter.lines) < sum(line.dose.sets for line in full.lines)
    shortest = programme(*one, setting="studio", week=4, session_minutes=20)
    assert len(shortest.of("activate")) >= 1
    assert all(line.dose.sets == 1 for line in shortest.lines)


def test_in_maintenance_the_main_lifts_do_the_integrating() -> None:
    chosen = programme(KNEE, setting="studio", week=14)
    assert chosen.of("integrate") == ()
    assert "integrate" in {one.phase for one in chosen.empty_phases}


def test_the_sixteen_week_plan_has_blocks_of_its_own() -> None:
    assert catalogue().block(16, 3).name == "Learn"
    assert catalogue().block(12, 3).name == "Build"
    assert catalogue().block(12, 99).name == "Maintenance"


# --- 13 and 14 account, order


def test_a_phase_without_a_listed_muscle_says_so() -> None:
    # Balance on one leg lists nothing overactive.
    chosen = select(Case(assessments=(result(seen("sls.loss_of_balance", "left")),)), catalogue())
    assert {one.phase: one.reason for one in chosen.empty_phases}["lengthen"] == (
        "The findings list no muscle for this phase."
    )


def test_a_muscle_the_library_cannot_press_is_a_gap_with_the_reason() -> None:
    chosen = programme(seen("low_back_arches"))
    gaps = {(one.phase, one.target): one.reason for one in chosen.gaps}
    assert "the low back is excluded" in gaps["inhibit", "erector_spinae"]


def test_the_sheet_goes_from_lying_to_standing_inside_a_phase() -> None:
    chosen = programme(seen("knee_valgus", "both", 2), seen("feet_turn_out", "both"), setting="studio")
    cat = catalogue()
    for phase in PHASES:
        stages = [cat.positions[cat.exercises[line.exercise].position].stage for line in chosen.of(phase)]
        assert stages == sorted(stages)


def test_a_line_already_shown_need_not_be_shown_again() -> None:
    one = replace(case(KNEE), history=History(shown=frozenset({"act_clam"})))
    shown = {line.exercise: line.show_first for line in select(one, catalogue()).lines}
    assert not shown["act_clam"]
    assert shown["inh_adductor_roll"]


def test_every_line_names_the_finding_and_the_source_behind_it() -> None:
    for line in programme(KNEE, seen("feet_turn_out", "both"), week=4).lines:
        assert line.because
        assert all(one.compensation in ("ohsa.knee_valgus", "ohsa.feet_turn_out") for one in line.because)
        assert all(one.listed_in for one in line.because)


def test_plan_defaults_are_those_of_the_contract() -> None:
    assert (Plan().weeks, Plan().week, Plan().sessions_per_week) == (12, 1, 1)
    assert (Plan().max_exercises, Plan().max_minutes, Plan().setting) == (6, 15, "home")
