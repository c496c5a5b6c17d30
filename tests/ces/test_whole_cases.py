"""Whole programmes worked out by hand from the reference; the sums stand beside them."""

from studio.ces.case import Case, Client, Plan
from studio.ces.catalogue import catalogue
from studio.ces.prescription import Line
from studio.ces.programme import Programme, select

from .cases import case, drills, programme, seen, squat


def row(line: Line) -> tuple[str, tuple[str, ...], str, str | None, int]:
    return line.exercise, line.targets, line.side, line.first, line.seconds


def parked(chosen: Programme) -> list[tuple[str, int]]:
    return [(one.exercise, one.rank) for one in chosen.parked]


def test_one_mild_knee_in_the_first_week_without_any_kit() -> None:
    """Block Learn, once weekly: 4 lines, 12 minutes; difficulty up to 2, activate and integrate 1.

    Overactive in order: adductors, TFL, short biceps, outer thigh (agreed), outer calf (single). Underactive begins
    with gluteus medius. Walk: activate 1 = clam (the side-lying lift is too hard; band and mat are replaced), both
    sides, 12 x 7 x 2 = 168; inhibit 1 = adductor roll (a towel stands in), left, 60; lengthen 1 = standing adductor
    stretch, left, 2 x 35 = 70; integrate 1 = sit to stand, 10 x 7 = 70. 368 + 4 x 20 = 448 s = 7.5 min; the sheet
    is full.
    """
    chosen = programme(seen("knee_valgus", "left"))
    assert [row(line) for line in chosen.lines] == [
        ("inh_adductor_roll", ("adductor_complex",), "left", None, 60),
        ("len_adductor_standing", ("adductor_complex",), "left", None, 70),
        ("act_clam", ("gluteus_medius",), "both", "left", 168),
        ("int_sit_to_stand", ("gluteus_maximus", "vastus_medialis_oblique"), "both", None, 70),
    ]
    assert chosen.minutes == 7.5
    assert ("inh_tfl_wall_ball", 2) in parked(chosen)
    assert ("act_glute_bridge", 2) in parked(chosen)
    assert chosen.gaps == ()
    assert chosen.empty_phases == ()
    assert [one.item for one in chosen.lines[0].substitutes] == ["foam_roller", "mat"]


def test_lifting_heels_at_seventy_with_no_way_to_the_floor() -> None:
    """Block Build, week 4: 5 lines, but 65 and over at most 4; 15 minutes; difficulty up to 2.

    Soleus and gastrocnemius (both single, mean severity 1.5); the floor rolls fall away, the calf stick (heel of the
    hand instead) serves both units: one line, both sides, right first (marked), 2 x 60 = 120. Activate: the band
    drill is on the floor, so toe raises at the wall, one set, 84. Lengthen: bent-knee wall stretch, 2 x 35 x 2 = 140.
    Integrate: heel-to-toe stand, 10 x 7 x 2 = 140. 484 + 80 = 564 s = 9.4 min. Parked: the straight-knee stretch.
    """
    client = Client(age=70, equipment=frozenset({"mat", "foam_roller"}), floor_transfer=False)
    chosen = programme(seen("heel_rises", "left"), seen("heel_rises", "right", 2), client=client, week=4)
    assert [row(line) for line in chosen.lines] == [
        ("inh_calf_stick", ("soleus", "gastrocnemius"), "both", "right", 120),
        ("len_soleus_wall_bent", ("soleus",), "both", "right", 140),
        ("act_tib_ant_wall_raise", ("tibialis_anterior",), "both", None, 84),
        ("int_tandem_stance", ("gluteus_medius", "foot_intrinsics"), "both", "right", 140),
    ]
    assert chosen.minutes == 9.4
    assert chosen.max_lines == 4
    assert parked(chosen) == [("len_calf_wall_straight", 2)]
    assert {one.exercise for one in chosen.excluded if one.filter == "floor"} == {
        "inh_calf_roll",
        "inh_calf_roll_stacked",
        "len_ankle_halfkneel_drive",
        "len_calf_seated_strap",
        "len_calf_contract_relax",
        "act_tib_ant_band",
    }


def test_a_head_that_leads_in_the_first_week() -> None:
    """Midline, so both sides and neither first. Levator (agreed) before SCM (agreed), upper traps, suboccipitals.

    Inhibit: the cane drill (fingers instead of a cane) serves levator and upper traps: 2 x 45 = 90. SCM: only the
    coach's pincer, difficulty 3: a gap. Activate: chin nod 10 x 12 = 120. Lengthen: levator 2 x 35 x 2 = 140.
    Integrate: standing row (a towel instead of the band) 70. 420 + 80 = 500 s = 8.3 min.
    """
    chosen = programme(seen("head_forward"))
    assert [row(line) for line in chosen.lines] == [
        ("inh_levator_cane", ("levator_scapulae", "upper_trapezius"), "both", None, 90),
        ("len_levator_seated", ("levator_scapulae",), "both", None, 140),
        ("act_chin_nod_supine", ("deep_cervical_flexors",), "both", None, 120),
        ("int_standing_row_chin", catalogue().exercises["int_standing_row_chin"].targets, "both", None, 70),
    ]
    assert chosen.minutes == 8.3
    gap = chosen.gaps[0]
    assert (gap.phase, gap.target, gap.filters) == ("inhibit", "sternocleidomastoid", ("difficulty", "home"))
    assert parked(chosen) == [
        ("inh_suboccipital_peanut", 2),
        ("len_scm_seated", 2),
        ("len_upper_trap_seated", 3),
        ("len_suboccipital_nod", 4),
    ]


def test_the_studio_in_week_ten_and_half_an_hour_of_it() -> None:
    """Block Transfer: 12 corrective minutes of 60; places 1, 1, 2, 1; one set each.

    Adductor roll 120, adductor stretch 1 x 35 x 2 = 70, side-lying lift 168, bridge 84, sit to stand 70:
    512 + 100 = 612 s = 10.2 min. In 30 minutes there are 6: activate 2 goes, below that nothing may be cut, and the
    coach is told.
    """
    chosen = programme(seen("knee_valgus", "both", 2), week=10, setting="studio")
    assert [(line.exercise, line.seconds) for line in chosen.lines] == [
        ("inh_adductor_roll", 120),
        ("len_adductor_standing", 70),
        ("act_side_lying_abduction", 168),
        ("act_glute_bridge", 84),
        ("int_sit_to_stand", 70),
    ]
    assert chosen.minutes == 10.2
    half = programme(seen("knee_valgus", "both", 2), week=10, setting="studio", session_minutes=30)
    assert drills(half) == [one for one in drills(chosen) if one != "act_glute_bridge"]
    assert ("act_glute_bridge", 2) in parked(half)
    assert "Over 6 minutes: nothing more can be cut." in half.notes


def test_a_clean_squat_asks_for_nothing() -> None:
    chosen = programme()
    assert chosen.lines == ()
    assert [one.reason for one in chosen.empty_phases] == ["Nothing was seen that asks for a programme."] * 4


def test_the_programme_does_not_depend_on_how_the_tests_were_stored() -> None:
    together = case(seen("knee_valgus", "left"), seen("heel_rises", "both"))
    apart = Case(assessments=(squat(seen("heel_rises", "both")), squat(seen("knee_valgus", "left"))), plan=Plan())
    assert select(together, catalogue()) == select(apart, catalogue())
