"""From findings to muscles: strengths by hand, sides, groups, conflicts."""

import pytest

from studio.ces.catalogue import catalogue
from studio.ces.reasoning import Claim, Reasoning, reason
from studio.ces.sides import Side

from .cases import result, seen, squat


def reasoning(*findings: object, **more: object) -> Reasoning:
    return reason([squat(*findings, **more)], catalogue())  # type: ignore[arg-type]


def claim(claims: tuple[Claim, ...], muscle: str, side: Side) -> Claim:
    return next(one for one in claims if (one.muscle, one.side) == (muscle, side))


def test_nothing_seen_claims_nothing() -> None:
    assert reasoning() == Reasoning((), (), ())


def test_a_strength_is_severity_times_how_well_the_sources_agree() -> None:
    found = reasoning(seen("knee_valgus", "left", 2))
    assert claim(found.overactive, "tensor_fasciae_latae", "left").strength == 2.0  # agreed: 2 x 1.0
    assert claim(found.overactive, "gastrocnemius_lateral", "left").strength == 1.4  # single: 2 x 0.7


def test_a_muscle_listed_by_reasoning_alone_counts_little() -> None:
    found = reasoning(seen("foot_flattens", "left"))
    assert claim(found.underactive, "foot_intrinsics", "left").strength == 0.4


def test_findings_add_up_and_each_is_named() -> None:
    found = reasoning(seen("knee_valgus", "right"), seen("feet_turn_out", "right"))
    lateral = claim(found.overactive, "gastrocnemius_lateral", "right")
    assert lateral.strength == 1.7  # 0.7 (knee, CES 1 alone) + 1.0 (feet, three books)
    assert [(one.compensation, one.agreement) for one in lateral.because] == [
        ("ohsa.feet_turn_out", "agreed"),
        ("ohsa.knee_valgus", "single"),
    ]


def test_single_leg_findings_count_more_and_posture_and_gait_less() -> None:
    def adductor(compensation: str) -> float:
        found = reason([result(seen(compensation, "left"))], catalogue())
        return claim(found.overactive, "adductor_longus", "left").strength

    assert adductor("sls.hip_drop") == 1.05  # 0.7 x 1.5
    assert adductor("static.knee_valgus") == 0.5  # 1.0 x 0.5


def test_equal_sides_are_one_row_and_unequal_ones_two() -> None:
    assert claim(reasoning(seen("knee_valgus", "both")).overactive, "gracilis", "both").strength == 1.0
    uneven = reasoning(seen("knee_valgus", "left"), seen("knee_valgus", "right", 2)).overactive
    assert claim(uneven, "gracilis", "left").strength == 1.0
    assert claim(uneven, "gracilis", "right").strength == 2.0


def test_a_midline_finding_reaches_both_sides() -> None:
    assert claim(reasoning(seen("excessive_forward_lean")).overactive, "soleus", "both").because[0].side is None


def test_a_shift_names_one_side_for_some_muscles_and_the_other_for_the_rest() -> None:
    found = reasoning(seen("asymmetric_shift", "left"))
    assert claim(found.overactive, "tensor_fasciae_latae", "left")
    assert claim(found.overactive, "piriformis", "right")
    assert claim(found.underactive, "gluteus_medius", "left")


def test_the_high_and_the_low_side_are_told_apart() -> None:
    found = reason([result(seen("static.pelvis_uneven", "right"))], catalogue())
    assert claim(found.overactive, "quadratus_lumborum", "right")
    assert claim(found.overactive, "tensor_fasciae_latae", "left")


def test_heads_of_a_muscle_stay_apart() -> None:
    found = reasoning(seen("feet_turn_out", "both"))
    assert {one.muscle for one in found.overactive if "gastrocnemius" in one.muscle} == {"gastrocnemius_lateral"}
    assert {one.muscle for one in found.underactive if "gastrocnemius" in one.muscle} == {"gastrocnemius_medial"}


def test_groups_are_spelt_out_and_the_reason_keeps_the_entry_as_listed() -> None:
    pectineus = claim(reasoning(seen("knee_valgus", "left")).overactive, "pectineus", "left")
    assert pectineus.because[0].muscle == "adductor_complex"


def test_a_muscle_reached_twice_by_one_finding_counts_once() -> None:
    # Knee dominance lists the quadriceps and the hip flexors; the rectus femoris belongs to both.
    rectus = claim(reasoning(seen("knee_dominance")).overactive, "rectus_femoris", "both")
    assert rectus.strength == 0.4


def test_the_higher_severity_counts_when_a_finding_was_recorded_twice() -> None:
    twice = reasoning(seen("knee_valgus", "left"), seen("knee_valgus", "left", 2))
    assert twice == reasoning(seen("knee_valgus", "left", 2))


def test_near_equal_claims_both_ways_leave_the_muscle_out() -> None:
    # Inner calf: forward lean says overactive (1.0), feet turned out say underactive (1.0).
    found = reasoning(seen("feet_turn_out", "both"), seen("excessive_forward_lean"))
    conflict = next(one for one in found.conflicts if one.muscle == "gastrocnemius_medial")
    assert (conflict.side, conflict.resolution, conflict.stands) == ("both", "left_out", None)
    assert not found.usable("gastrocnemius_medial", "overactive", "left")
    assert claim(found.overactive, "gastrocnemius_medial", "both")
    assert claim(found.underactive, "gastrocnemius_medial", "both")


def test_a_claim_with_more_than_twice_the_weight_stands() -> None:
    # Inner calf on the right: overactive 1.0 (lean); underactive 2.4 = 1.0 (feet) + 2 x 0.7 (knee).
    found = reasoning(seen("feet_turn_out", "right"), seen("excessive_forward_lean"), seen("knee_valgus", "right", 2))
    conflict = next(one for one in found.conflicts if (one.muscle, one.side) == ("gastrocnemius_medial", "right"))
    assert (conflict.resolution, conflict.stands) == ("stronger_stands", "underactive")
    assert found.usable("gastrocnemius_medial", "underactive", "right")
    assert not found.usable("gastrocnemius_medial", "overactive", "right")


def test_exactly_half_is_still_too_close_to_call() -> None:
    # Gracilis on the right: overactive 2.0 (knee marked), underactive 1.0 (feet).
    found = reasoning(seen("feet_turn_out", "right"), seen("knee_valgus", "right", 2))
    assert next(one for one in found.conflicts if one.muscle == "gracilis").resolution == "left_out"


def test_rows_come_by_strength_then_name_then_side() -> None:
    found = reasoning(seen("knee_valgus", "left"), seen("knee_valgus", "right", 2), seen("heel_rises", "left"))
    rows = [(-one.strength, one.muscle, one.side) for one in found.overactive]
    assert rows == sorted(rows)


def test_a_modified_squat_adds_nothing_to_the_standard_one() -> None:
    standard, raised = (
        squat(seen("knee_valgus", "left")),
        squat(seen("knee_valgus", "both", 2), variant="heels_elevated"),
    )
    assert reason([standard, raised], catalogue()) == reason([standard], catalogue())
    assert reason([raised], catalogue()).overactive


@pytest.mark.parametrize("role", ["overactive", "underactive"])
def test_every_compensation_of_every_test_leads_to_muscles(role: str) -> None:
    cat = catalogue()
    for one in cat.compensations.values():
        sides: tuple[Side | None, ...] = ("left", "right") if one.has_sides else (None,)
        for side in sides:
            found = reason([result(seen(one.id, side))], cat)
            assert bool(getattr(found, role)) == bool(getattr(one, role)), one.id
