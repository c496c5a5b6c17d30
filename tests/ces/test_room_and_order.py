"""Steps 9 to 14: sides, one line a drill, what fits, what is left over, the order of the sheet."""

from dataclasses import replace

import pytest

from studio.ces.case import Case, Client, History, Plan
from studio.ces.catalogue import catalogue
from studio.ces.dose import SETUP_S
from studio.ces.exercises import PHASES
from studio.ces.programme import Programme, select

from .cases import case, drills, programme, result, seen

KNEE = seen("knee_valgus", "left")
MAT = Client(equipment=frozenset({"mat", "foam_roller", "massage_ball", "mini_band"}))


def reasons(chosen: Programme) -> set[str]:
    return {one.reason for one in chosen.empty_phases}


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
    why = {one.phase: one.reason for one in chosen.empty_phases}["integrate"]
    assert why == "The block Maintenance has no place for it: the main lifts do this."


def test_the_sixteen_week_plan_has_blocks_of_its_own() -> None:
    assert catalogue().block(16, 3).name == "Learn"
    assert catalogue().block(12, 3).name == "Build"
    assert catalogue().block(12, 99).name == "Maintenance"


def test_a_phase_without_a_listed_muscle_says_so() -> None:
    # Balance on one leg lists nothing overactive.
    chosen = select(Case(assessments=(result(seen("sls.loss_of_balance", "left")),)), catalogue())
    assert {one.phase: one.reason for one in chosen.empty_phases}["lengthen"] == (
        "The findings list no muscle for this phase."
    )


def test_a_phase_whose_muscles_all_point_both_ways_says_so() -> None:
    # The push-up leads; posture claims the surface abdominals, all it lists as overactive, the other way round.
    tests = (result(seen("pushup.low_back_rounds")), result(seen("static.anterior_pelvic_tilt")))
    chosen = select(Case(assessments=tests), catalogue())
    assert {one.phase: one.reason for one in chosen.empty_phases}["inhibit"] == (
        "Every muscle listed for this phase is left out, because the findings point both ways."
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
