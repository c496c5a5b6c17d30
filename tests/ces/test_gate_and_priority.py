"""Steps 1 to 6: may we start, on which findings, through which muscles."""

from dataclasses import replace

import pytest

from studio.ces.case import Answer, Case, Client, History, Readiness, Tag
from studio.ces.catalogue import catalogue
from studio.ces.exercises import PHASES
from studio.ces.programme import Programme, select

from .cases import case, drills, programme, result, seen, squat

KNEE = seen("knee_valgus", "left")
MAT = Client(equipment=frozenset({"mat", "foam_roller", "massage_ball", "mini_band"}))


def reasons(chosen: Programme) -> set[str]:
    return {one.reason for one in chosen.empty_phases}


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
