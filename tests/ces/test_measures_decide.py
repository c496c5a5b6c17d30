"""Measures beside findings: they confirm, and they decide what the findings leave open."""

from studio.ces.case import Case, Client, Measure, Plan
from studio.ces.catalogue import catalogue
from studio.ces.measured import measured
from studio.ces.programme import select
from studio.ces.reasoning import Reasoning, reason

from .cases import result, seen, squat

STIFF_LEFT_ANKLE = Measure("knee_to_wall_cm", (5.0,), "left")
BOTH_WAYS = (seen("feet_turn_out", "both"), seen("excessive_forward_lean"))


def reasoned(*findings: object, measures: tuple[Measure, ...] = ()) -> Reasoning:
    case = Case(client=Client(age=40, sex="female"), measures=measures)
    return reason([squat(*findings)], catalogue(), measured(case, catalogue()))  # type: ignore[arg-type]


def strength(found: Reasoning, muscle: str, side: str) -> float:
    return next(one.strength for one in found.overactive if (one.muscle, one.side) == (muscle, side))


def test_a_confirmed_finding_counts_one_and_a_half_times_on_its_side() -> None:
    found = reasoned(seen("heel_rises", "both"), measures=(STIFF_LEFT_ANKLE,))
    assert strength(found, "soleus", "left") == 1.05  # 0.7 x 1.5
    assert strength(found, "soleus", "right") == 0.7


def test_a_clear_measure_confirms_nothing() -> None:
    free = Measure("knee_to_wall_cm", (12.0,), "left")
    assert reasoned(seen("heel_rises", "both"), measures=(free,)) == reasoned(seen("heel_rises", "both"))


def test_a_single_leg_finding_counts_more_once_not_twice() -> None:
    case = Case(client=Client(age=40), measures=(Measure("hip_ir_deg", (10.0,), "left"),))
    test = result(seen("sls.knee_valgus", "left"))
    plain = reason([test], catalogue())
    assert reason([test], catalogue(), measured(case, catalogue())) == plain


def test_a_midline_finding_is_confirmed_from_either_side() -> None:
    found = reasoned(seen("excessive_forward_lean"), measures=(STIFF_LEFT_ANKLE,))
    assert strength(found, "soleus", "both") == 1.5


def test_a_short_range_decides_for_overactive_and_a_free_one_for_underactive() -> None:
    def inner_calf(value: float) -> tuple[str, str | None]:
        both = tuple(Measure("ankle_df_nwb_deg", (value,), side) for side in ("left", "right"))
        found = reasoned(*BOTH_WAYS, measures=both)
        conflict = next(one for one in found.conflicts if one.muscle == "gastrocnemius_medial")
        return conflict.resolution, conflict.stands

    assert inner_calf(5) == ("measured", "overactive")
    assert inner_calf(15) == ("measured", "underactive")


def test_only_the_measured_side_is_decided() -> None:
    short = Measure("ankle_df_nwb_deg", (5.0,), "left")
    rows = {
        one.side: one.resolution
        for one in reasoned(*BOTH_WAYS, measures=(short,)).conflicts
        if one.muscle == "gastrocnemius_medial"
    }
    # The short ankle also confirms "feet turn out" on the left, so the two sides differ in every way.
    assert rows == {"left": "measured", "right": "left_out"}


def test_measures_that_disagree_decide_nothing() -> None:
    short, free = Measure("ankle_df_nwb_deg", (5.0,), "left"), Measure("knee_to_wall_cm", (12.0,), "left")
    found = reasoned(*BOTH_WAYS, measures=(short, free))
    conflict = next(one for one in found.conflicts if (one.muscle, one.side) == ("gastrocnemius_medial", "left"))
    assert conflict.resolution == "left_out"


def test_the_programme_uses_what_the_measure_decided() -> None:
    client = Client(age=40, equipment=frozenset({"mat", "foam_roller"}))
    case = Case(client=client, assessments=(squat(*BOTH_WAYS),), plan=Plan(setting="studio"))
    decided = Case(
        client=client,
        assessments=case.assessments,
        plan=case.plan,
        measures=tuple(Measure("ankle_df_nwb_deg", (15.0,), side) for side in ("left", "right")),
    )

    def worked(one: Case) -> set[str]:
        chosen = select(one, catalogue())
        lines = {target for line in chosen.of("activate") for target in line.targets}
        return lines | {target for row in chosen.parked if row.phase == "activate" for target in row.targets}

    assert "gastrocnemius_medial" not in worked(case)
    assert "gastrocnemius_medial" in worked(decided)
