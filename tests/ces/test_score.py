"""The overhead-squat score: the worked examples of the reference, and what it must never do."""

import pytest

from studio.ces.case import Finding, TestResult
from studio.ces.catalogue import catalogue
from studio.ces.change import compare
from studio.ces.score import Score, overhead_squat_score

from .cases import ARMS, seen, squat

TYPICAL = (
    seen("feet_turn_out", "both"),
    seen("knee_valgus", "left"),
    seen("knee_valgus", "right", 2),
    seen("excessive_forward_lean"),
    seen("arms_fall_forward", "both"),
)
ALL_MARKED = (
    seen("feet_turn_out", "both", 2),
    seen("foot_flattens", "both", 2),
    seen("heel_rises", "both", 2),
    seen("knee_valgus", "both", 2),
    seen("excessive_forward_lean", None, 2),
    seen("low_back_arches", None, 2),
    seen("asymmetric_shift", "left", 2),
    seen("arms_fall_forward", "both", 2),
    seen("shoulders_elevate", "both", 2),
    seen("head_forward", None, 2),
)
LEGS_ONLY = TYPICAL[:-1]


def score(*findings: Finding, **more: object) -> Score:
    return overhead_squat_score(squat(*findings, **more), catalogue())


@pytest.mark.parametrize(
    ("example", "points", "coverage"),
    [
        (squat(), 100.0, 1.0),
        (squat(*ALL_MARKED), 0.0, 1.0),
        (squat(seen("knee_valgus", "right")), 97.5, 1.0),
        (squat(seen("knee_valgus", "both")), 95.0, 1.0),
        (squat(seen("knee_valgus", "right", 2)), 95.0, 1.0),
        (squat(*TYPICAL), 77.5, 1.0),
        (squat(*LEGS_ONLY, untested=ARMS), 78.1, 0.8),
        # One mild fault on one side of nine whole axes' worth: 100 x (1 - 0.25 / 9) = 97.2.
        (
            squat(
                seen("knee_valgus", "right"),
                untested=frozenset({("ohsa.heel_rises", "left"), ("ohsa.arms_fall_forward", "right")}),
            ),
            97.2,
            0.9,
        ),
        (squat(views=("anterior",)), None, 0.4),
        (squat(seen("knee_valgus", "right"), stopped_for_pain=True), None, None),
    ],
    ids=[
        "clean",
        "everything marked",
        "one mild fault, one side",
        "same fault both sides",
        "same fault, one side, marked",
        "typical baseline",
        "arms not testable",
        "one side of two axes not seen",
        "front view only",
        "pain at rep 3",
    ],
)
def test_the_worked_examples_of_the_reference_come_out(
    example: TestResult, points: float | None, coverage: float | None
) -> None:
    found = overhead_squat_score(example, catalogue())
    assert (found.ohsa, found.coverage) == (points, coverage)


def test_week_six_without_arms_is_compared_on_the_axes_of_both_dates() -> None:
    # 8 shared axes: 78.1 before; after, one axis' worth of 0.75 in 8 is lost: 90.6.
    after = score(seen("knee_valgus", "both"), seen("feet_turn_out", "left"), untested=ARMS)
    change = compare(score(*TYPICAL), after, same_rater=True)
    assert (change.before, change.after, change.coverage, change.change) == (78.1, 90.6, 0.8, 12.5)
    assert change.words == "likely change"


def test_another_rater_needs_a_bigger_change() -> None:
    before, after = score(*TYPICAL), score(seen("knee_valgus", "both", 2))
    assert compare(before, after, same_rater=True).band == "likely_change"
    assert compare(before, after, same_rater=False).band == "no_clear_change"


@pytest.mark.parametrize(
    ("lost", "same", "other"),
    [
        (9.9, "no_clear_change", "no_clear_change"),
        (10, "likely_change", "no_clear_change"),
        (15, "clear_change", "likely_change"),
        (18, "clear_change", "clear_change"),
    ],
)
def test_the_bands_begin_where_the_reference_says(lost: float, same: str, other: str) -> None:
    from studio.ces.change import _band

    rules = catalogue().score_rules
    assert _band(lost, rules.same_rater) == same
    assert _band(lost, rules.different_rater) == other


def test_a_shallower_squat_gives_both_scores_and_no_change() -> None:
    change = compare(score(*TYPICAL, depth="full"), score(depth="partial"), same_rater=True)
    assert (change.before, change.after, change.change, change.withheld) == (77.5, 100.0, None, "depth")


def test_pain_is_no_bad_score_and_no_change() -> None:
    change = compare(score(*TYPICAL), score(stopped_for_pain=True), same_rater=True)
    assert (change.change, change.withheld) == (None, "pain")


def test_too_little_in_common_gives_no_change() -> None:
    front, side = squat(views=("anterior", "posterior")), squat(views=("lateral", "posterior"))
    change = compare(overhead_squat_score(front, catalogue()), overhead_squat_score(side, catalogue()), same_rater=True)
    assert (change.change, change.withheld) == (None, "coverage")


def test_views_decide_how_much_was_tested() -> None:
    assert score(views=("anterior",)).withheld == "coverage"
    assert score(views=("anterior", "lateral")).coverage == 0.9
    assert score(views=()).withheld == "not_tested"


def test_a_finding_from_another_view_makes_its_axis_tested() -> None:
    plain = score(views=("anterior", "posterior"))
    with_heels = score(seen("heel_rises", "left"), views=("anterior", "posterior"))
    assert "heel_contact" not in plain.tested_axes
    assert "heel_contact" in with_heels.tested_axes


def test_a_modified_squat_is_never_scored() -> None:
    assert score(seen("knee_valgus", "left"), variant="heels_elevated").withheld == "not_tested"
    assert overhead_squat_score(None, catalogue()).coverage == 0


def test_untested_is_never_counted_as_clean() -> None:
    row = frozenset({("ohsa.low_back_arches", "both")})
    assert "lumbopelvic" not in score(untested=row).tested_axes
    # The axis looks at two things: a finding in one of them is a finding, whatever was skipped.
    assert score(seen("low_back_rounds"), untested=row).ohsa == 95.0


def test_findings_without_an_axis_cost_nothing() -> None:
    assert score(seen("knee_dominance"), seen("elbows_flex", "both")).ohsa == 100.0


def test_a_part_is_shown_only_when_it_was_seen_whole() -> None:
    parts = dict(score(*TYPICAL, untested=frozenset({("ohsa.heel_rises", "left")})).subscores)
    assert "foot_ankle" not in parts
    assert parts["knee"] == 25.0


def test_the_number_of_differing_sides_stands_beside_the_score() -> None:
    assert score(seen("knee_valgus", "right", 2)).asymmetries == 1
    assert score(seen("knee_valgus", "both")).asymmetries == 0


def test_half_a_point_is_shown_rounded_up() -> None:
    assert score(seen("knee_valgus", "right")).shown == 98
    assert score(*TYPICAL).shown == 78


def test_other_footwear_shows_both_scores_and_no_change() -> None:
    barefoot, shod = score(*TYPICAL, shoes="off"), score(*LEGS_ONLY, shoes="on")
    change = compare(barefoot, shod, same_rater=True)
    assert (change.before, change.after, change.change, change.withheld) == (77.5, 82.5, None, "shoes")
