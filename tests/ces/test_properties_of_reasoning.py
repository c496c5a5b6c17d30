"""What holds for every set of findings: order, repetition, mirror, score."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from studio.ces.case import Case, TestResult
from studio.ces.catalogue import catalogue
from studio.ces.programme import select
from studio.ces.reasoning import Claim, reason
from studio.ces.score import AxisValue, clean_share, overhead_squat_score
from studio.ces.sides import Side

from ..examples import examples
from .cases import MIRROR, VIEWS, mirrored
from .strategies import cases, results, squats

CAT = catalogue()
BOTH: Side = "both"
quick = examples(25)


# --- recording


@quick
@given(st.lists(results(), max_size=3), st.randoms(use_true_random=False))
def test_the_order_of_recording_does_not_matter(tests: list[TestResult], random: object) -> None:
    shuffled = [replace(test, findings=tuple(random.sample(test.findings, len(test.findings)))) for test in tests]  # type: ignore[attr-defined]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert reason(shuffled, CAT) == reason(tests, CAT)
    one = Case(assessments=tuple(tests))
    assert select(replace(one, assessments=tuple(shuffled)), CAT) == select(one, CAT)


@quick
@given(st.lists(results(), max_size=3))
def test_recording_a_finding_again_changes_nothing(tests: list[TestResult]) -> None:
    twice = [replace(test, findings=test.findings * 2) for test in tests]
    assert reason(twice, CAT) == reason(tests, CAT)
    assert reason(tests * 2, CAT) == reason(tests, CAT)


@quick
@given(st.lists(results(), max_size=3))
def test_a_finding_on_both_sides_is_the_same_as_one_on_each(tests: list[TestResult]) -> None:
    apart = [
        replace(
            test,
            findings=tuple(
                replace(finding, side=side)
                for finding in test.findings
                for side in (("left", "right") if finding.side == "both" else (finding.side,))
            ),
        )
        for test in tests
    ]
    assert reason(apart, CAT) == reason(tests, CAT)


# --- mirror


def in_mirror(claims: tuple[Claim, ...]) -> set[tuple[str, str | None, float]]:
    return {(one.muscle, MIRROR[one.side], one.strength) for one in claims}


def as_is(claims: tuple[Claim, ...]) -> set[tuple[str, str | None, float]]:
    return {(one.muscle, one.side, one.strength) for one in claims}


@quick
@given(cases)
def test_reasoning_is_the_same_in_a_mirror(one: Case) -> None:
    here, there = reason(one.assessments, CAT), reason(mirrored(one).assessments, CAT)
    assert in_mirror(here.overactive) == as_is(there.overactive)
    assert in_mirror(here.underactive) == as_is(there.underactive)
    assert {(row.muscle, MIRROR[row.side], row.resolution, row.stands) for row in here.conflicts} == {
        (row.muscle, row.side, row.resolution, row.stands) for row in there.conflicts
    }


@quick
@given(squats)
def test_the_score_is_the_same_in_a_mirror(test: TestResult) -> None:
    here = overhead_squat_score(test, CAT)
    there = overhead_squat_score(mirrored(Case(assessments=(test,))).assessments[0], CAT)
    assert (here.ohsa, here.coverage, here.withheld, here.asymmetries) == (
        there.ohsa,
        there.coverage,
        there.withheld,
        there.asymmetries,
    )


@quick
@given(cases)
def test_a_programme_is_the_same_in_a_mirror(one: Case) -> None:
    here, there = select(one, CAT), select(mirrored(one), CAT)
    assert [(line.exercise, line.targets, MIRROR[line.side], MIRROR[line.first], line.dose) for line in here.lines] == [
        (line.exercise, line.targets, line.side, line.first, line.dose) for line in there.lines
    ]
    assert [(row.exercise, MIRROR[row.side], row.rank) for row in here.parked] == [
        (row.exercise, row.side, row.rank) for row in there.parked
    ]


# --- score


@quick
@given(squats)
def test_the_score_ignores_what_was_not_tested(test: TestResult) -> None:
    """Darken one axis of a squat: the score is then the share of the others, whatever was to be seen on it."""
    whole = replace(test, views=VIEWS, untested=frozenset(), stopped_for_pain=False)
    for axis in CAT.axes.values():
        rest = tuple(one for one in whole.findings if one.compensation not in axis.findings)
        dark = frozenset((one, BOTH) for one in axis.findings)
        score = overhead_squat_score(replace(whole, findings=rest, untested=dark), CAT)
        others = [one for one in overhead_squat_score(whole, CAT).axes if one.axis != axis.id]
        assert axis.id not in score.tested_axes
        assert score.coverage == 0.9
        assert score.ohsa == clean_share(others)


@quick
@given(squats)
def test_one_more_finding_never_raises_the_score_of_a_whole_squat(test: TestResult) -> None:
    whole = replace(test, views=VIEWS, untested=frozenset(), stopped_for_pain=False)
    fewer = overhead_squat_score(replace(whole, findings=whole.findings[:-1]), CAT)
    more = overhead_squat_score(whole, CAT)
    assert (more.ohsa or 0) <= (fewer.ohsa or 0)
    assert more.coverage == fewer.coverage == 1.0


def clean(axis: AxisValue) -> bool:
    return not any(axis.values)


@quick
@given(squats)
def test_a_hundred_means_nothing_was_seen_on_any_axis(test: TestResult) -> None:
    score = overhead_squat_score(test, CAT)
    if score.ohsa is not None:
        assert (score.ohsa == 100) == all(clean(axis) for axis in score.axes)
