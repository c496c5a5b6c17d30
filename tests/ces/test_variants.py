"""Modified forms of the squat: what they say about a finding, and how that orders the plan."""

from dataclasses import replace

import pytest

from studio.ces.analysis import analyse
from studio.ces.case import Case, Finding, TestResult
from studio.ces.catalogue import catalogue
from studio.ces.evidence import gather
from studio.ces.interchange import write_analysis
from studio.ces.programme import Programme, select
from studio.ces.protocols import Outcome
from studio.ces.sides import Side
from studio.ces.steering import Change, Steering, steer

from .cases import seen, squat

CAT = catalogue()
OHSA = CAT.protocols["ohsa"]
HEELS, HANDS, BOTH, ARMS = "heels_elevated", "hands_on_hips", "heels_and_hands", "arms_forward"
# modified_ohsa.rules of the reference: finding, form, outcome, the rule that reads it.
READ: list[tuple[str, str, Outcome, str]] = [
    *((one, HEELS, "resolves", "mr1") for one in ("knee_valgus", "feet_turn_out", "foot_flattens")),
    ("excessive_forward_lean", HEELS, "resolves", "mr1"),
    *((one, HEELS, "improves", "mr2") for one in ("knee_valgus", "feet_turn_out", "foot_flattens")),
    ("excessive_forward_lean", HEELS, "improves", "mr2"),
    *((one, HEELS, "unchanged", "mr3") for one in ("knee_valgus", "feet_turn_out", "excessive_forward_lean")),
    *((one, HEELS, "worsens", "mr3") for one in ("knee_valgus", "feet_turn_out", "excessive_forward_lean")),
    *((one, HANDS, "resolves", "mr4") for one in ("low_back_arches", "excessive_forward_lean")),
    *((one, HANDS, "improves", "mr4") for one in ("low_back_arches", "excessive_forward_lean")),
    ("low_back_arches", HANDS, "unchanged", "mr5"),
    ("low_back_arches", HANDS, "worsens", "mr5"),
    ("knee_valgus", HANDS, "resolves", "mr6"),
    ("knee_valgus", HANDS, "improves", "mr6"),
    *((one, BOTH, "unchanged", "mr7") for one in ("knee_valgus", "low_back_arches", "excessive_forward_lean")),
    ("heel_rises", ARMS, "unchanged", "mr8"),
]
# rule -> what it releases first, activates first, and says to confirm with.
FIRST: dict[str, tuple[list[str], list[str], list[str]]] = {
    "mr1": (["calf_complex"], ["tibialis_anterior"], ["knee_to_wall_cm"]),
    "mr2": (["calf_complex"], ["gluteus_medius", "tibialis_anterior"], ["knee_to_wall_cm", "hip_ir_deg"]),
    "mr3": (
        ["adductor_complex", "tensor_fasciae_latae", "hip_flexor_complex"],
        ["gluteus_medius", "gluteus_maximus"],
        ["modified_thomas_thigh_deg", "hip_ir_deg"],
    ),
    "mr4": (
        ["latissimus_dorsi", "pectorals", "teres_major"],
        ["mid_lower_trapezius", "intrinsic_core"],
        ["shoulder_flexion_deg", "thoracic_rotation_deg"],
    ),
    "mr5": (
        ["hip_flexor_complex", "erector_spinae"],
        ["gluteus_maximus", "intrinsic_core"],
        ["modified_thomas_thigh_deg"],
    ),
    "mr6": ([], ["intrinsic_core", "gluteus_medius"], ["sls_eo_s"]),
    "mr7": (
        ["hip_flexor_complex", "adductor_complex"],
        ["gluteals", "intrinsic_core"],
        ["modified_thomas_thigh_deg", "hip_ir_deg", "hip_er_deg"],
    ),
    "mr8": (["calf_complex"], ["tibialis_anterior"], ["knee_to_wall_cm", "knee_to_wall_deg"]),
}
BEFORE_AFTER: dict[Outcome, tuple[int, int]] = {
    "resolves": (1, 0),
    "improves": (2, 1),
    "unchanged": (1, 1),
    "worsens": (1, 2),
}


def side_of(short: str) -> Side | None:
    return "left" if CAT.compensations[f"ohsa.{short}"].has_sides else None


def form(variant: str, *findings: Finding, **more: object) -> TestResult:
    return replace(squat(*findings), variant=variant, **more)  # type: ignore[arg-type]


def steering(*results: TestResult) -> Steering:
    return steer(gather(Case(assessments=results), CAT))


def changed(short: str, variant: str, outcome: Outcome) -> Change:
    before, after = BEFORE_AFTER[outcome]
    modified = form(variant, *([seen(short, side_of(short), after)] if after else []))
    (one,) = steering(squat(seen(short, side_of(short), before)), modified).changes
    return one


# --- the rules


@pytest.mark.parametrize(("short", "variant", "outcome", "rule"), READ)
def test_a_form_is_read_by_the_rule_of_the_reference(short: str, variant: str, outcome: Outcome, rule: str) -> None:
    assert changed(short, variant, outcome) == Change(f"ohsa.{short}", side_of(short), variant, outcome, rule)


def test_every_other_outcome_is_noted_and_read_by_no_rule() -> None:
    known = {row[:3] for row in READ}
    for variant in OHSA.variants:
        for one in OHSA.compensations:
            short = one.partition(".")[2]
            for outcome in BEFORE_AFTER:
                if one not in variant.not_applicable_to and (short, variant.id, outcome) not in known:
                    assert changed(short, variant.id, outcome).rule == ""


@pytest.mark.parametrize("rule", FIRST)
def test_a_rule_names_the_work_of_the_reference(rule: str) -> None:
    one = CAT.variant_rules[rule]
    assert (list(one.release), list(one.activate), list(one.confirm_with)) == FIRST[rule]
    assert set(CAT.variant_rules) == set(FIRST)


def test_low_back_rounding_and_a_weight_shift_have_no_rule() -> None:
    for rule in CAT.variant_rules.values():
        assert not {"ohsa.low_back_rounds", "ohsa.asymmetric_shift"} & set(rule.findings)


# --- what was not judged is never gone


def test_a_row_not_judged_in_the_form_says_nothing() -> None:
    found = squat(seen("knee_valgus", "left"))
    row = frozenset({("ohsa.knee_valgus", "left")})
    assert steering(found, form(HEELS, untested=row)).changes == ()
    assert steering(found, form(HEELS, views=("lateral",))).changes == ()
    assert steering(found, form(HEELS, views=())).changes == ()
    assert steering(found, form(HEELS, stopped_for_pain=True)).changes == ()
    assert steering(found).changes == ()


def test_a_row_that_the_form_cannot_show_says_nothing() -> None:
    heels = squat(seen("heel_rises", "both", 2), seen("arms_fall_forward", "both", 2))
    assert {one.compensation for one in steering(heels, form(HEELS)).changes} == {"ohsa.arms_fall_forward"}
    assert {one.compensation for one in steering(heels, form(HANDS)).changes} == {"ohsa.heel_rises"}


def test_a_form_alone_compares_with_nothing() -> None:
    assert steering(form(HEELS, seen("knee_valgus", "left"))).changes == ()


def test_the_sides_are_read_apart() -> None:
    one = steering(squat(seen("knee_valgus", "both", 2)), form(HEELS, seen("knee_valgus", "right", 2)))
    assert [(change.side, change.outcome, change.rule) for change in one.changes] == [
        ("left", "resolves", "mr1"),
        ("right", "unchanged", "mr3"),
    ]
    # The left knee speaks for the ankle, the right one for the hip: neither moves.
    assert one.of("calf_complex", "overactive") is None
    assert one.of("gluteus_medius", "underactive") is None


# --- the plan


def drawn_up(*results: TestResult, **plan: object) -> Programme:
    case = Case(assessments=results)
    return select(replace(case, plan=replace(case.plan, **plan)), CAT)  # type: ignore[arg-type]


def first_targets(chosen: Programme, phase: str) -> tuple[str, ...]:
    return next(line.targets for line in chosen.lines if line.phase == phase and line.rank == 1)


KNEE = squat(seen("knee_valgus", "left"))


def test_heels_raised_fixes_it_and_the_calf_goes_before_the_hip() -> None:
    before, after = drawn_up(KNEE), drawn_up(KNEE, form(HEELS))
    assert first_targets(before, "inhibit") == ("adductor_complex",)
    assert first_targets(before, "activate") == ("gluteus_medius",)
    assert first_targets(after, "inhibit") == first_targets(after, "lengthen") == ("gastrocnemius_lateral",)
    assert first_targets(after, "activate") == ("tibialis_anterior",)
    waiting = {target for one in after.parked if one.steer and one.steer.move == "later" for target in one.targets}
    assert waiting == {"adductor_complex", "tensor_fasciae_latae", "gluteus_medius", "gluteus_maximus"}


def test_heels_raised_changes_nothing_and_the_hip_goes_before_the_ankle() -> None:
    chosen = drawn_up(squat(seen("feet_turn_out", "left")), form(HEELS, seen("feet_turn_out", "left")))
    assert first_targets(chosen, "inhibit") == ("tensor_fasciae_latae",)
    assert first_targets(chosen, "activate") == ("gluteus_medius",)


def test_hands_on_hips_take_the_arch_away_and_the_lats_go_first() -> None:
    arch = squat(seen("low_back_arches", None, 2))
    assert first_targets(drawn_up(arch), "inhibit") == ("hip_flexor_complex",)
    assert first_targets(drawn_up(arch, form(HANDS)), "inhibit") == ("latissimus_dorsi",)
    less = drawn_up(arch, form(HANDS, seen("low_back_arches")))
    assert first_targets(less, "inhibit") == ("latissimus_dorsi",)
    # It got less but stayed: the lats go first, and nothing waits.
    assert all(one.steer is None or one.steer.move == "first" for one in (*less.lines, *less.parked))


def test_the_glutes_keep_no_place_when_a_form_speaks_against_the_hip() -> None:
    wide = {"max_exercises": 6, "sessions_per_week": 1, "week": 5}
    after = drawn_up(KNEE, form(HEELS), **wide)
    assert not [line for line in after.of("activate") if {"gluteus_medius", "gluteus_maximus"} & set(line.targets)]


def test_a_line_says_which_form_gave_it_its_place() -> None:
    chosen = drawn_up(KNEE, form(HEELS))
    assert chosen.lines[0].steer is not None
    assert chosen.lines[0].steer.text == (
        "Comes first, because with heels raised “knee moves inward” on the left was gone."
    )
    waiting = next(one for one in chosen.parked if one.targets == ("gluteus_medius",))
    assert waiting.why.endswith("Comes last, because with heels raised “knee moves inward” on the left was gone.")
    written = write_analysis(analyse(Case(assessments=(KNEE, form(HEELS))), CAT, "1"))["programme"]
    assert written["inhibit"][0]["cautions"][-1] == {"tag": None, "note": chosen.lines[0].steer.text}
    assert waiting.why in [one["reason"] for one in written["parked"]]
