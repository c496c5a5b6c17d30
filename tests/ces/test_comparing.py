"""Rows side by side: what changed between dates, and what nobody can say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.ces.case import TestResult
from studio.ces.catalogue import catalogue
from studio.ces.comparing import Call, Occasion, RowChange, Why, compare_rows
from tests.examples import examples

from .cases import VIEWS, mirrored, seen, squat
from .strategies import cases, results

HERE, ELSEWHERE = 1, 2
occasions = st.builds(
    Occasion,
    results=st.lists(results(), max_size=3, unique_by=lambda one: one.protocol).map(tuple),
    rater=st.sampled_from([HERE, ELSEWHERE]),
)


def compared(*dates: TestResult | Occasion) -> dict[tuple[str, str | None], RowChange]:
    given_ = [one if isinstance(one, Occasion) else Occasion((one,), rater=HERE) for one in dates]
    return {(row.compensation.partition(".")[2], row.side): row for row in compare_rows(given_, catalogue())}


def call(*dates: TestResult | Occasion, row: str = "knee_valgus", side: str | None = "left") -> Call:
    return compared(*dates)[row, side].overall


def knee(severity: int, **more: object) -> TestResult:
    return squat(*([seen("knee_valgus", "left", severity)] if severity else []), **more)


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        (2, 0, Call("resolved", clear=True)),
        (1, 0, Call("resolved")),
        (2, 1, Call("improved")),
        (1, 1, Call("same")),
        (2, 2, Call("same")),
        (0, 0, Call("clean")),
        (0, 1, Call("new")),
        (0, 2, Call("new", clear=True)),
        (1, 2, Call("worse")),
    ],
)
def test_one_grade_is_probable_and_two_are_clear_when_the_same_person_rated(then: int, now: int, said: Call) -> None:
    assert call(knee(then), knee(now)) == said


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        (2, 0, Call("resolved")),
        (1, 0, Call("too_small", why="rater")),
        (2, 1, Call("too_small", why="rater")),
        (0, 1, Call("too_small", why="rater")),
        (1, 2, Call("too_small", why="rater")),
        (0, 2, Call("new")),
        (1, 1, Call("same")),
    ],
)
def test_a_single_grade_seen_by_another_rater_is_not_counted(then: int, now: int, said: Call) -> None:
    assert call(Occasion((knee(then),), rater=HERE), Occasion((knee(now),), rater=ELSEWHERE)) == said


@pytest.mark.parametrize(
    ("now", "why"),
    [
        (knee(0, depth="partial", shoes="off"), "depth"),
        (knee(0, shoes="off"), "depth"),
        (knee(0, depth="full", shoes="on"), "shoes"),
        (knee(0, depth="full", shoes="off", views=("lateral",)), "not_tested"),
        (knee(0, depth="full", shoes="off", untested=frozenset({("ohsa.knee_valgus", "left")})), "not_tested"),
        (knee(0, depth="full", shoes="off", stopped_for_pain=True), "pain"),
        (knee(1, depth="full", shoes="off", stopped_for_pain=True), "pain"),
        (TestResult("ohsa", "heels_elevated", VIEWS, depth="full", shoes="off"), "variant"),
        (TestResult("static", views=VIEWS), "not_tested"),
    ],
)
def test_what_was_not_done_alike_is_not_compared(now: TestResult, why: Why) -> None:
    then = knee(2, depth="full", shoes="off")
    assert call(then, now) == Call("not_comparable", why=why)


def test_only_the_side_that_was_skipped_is_left_out() -> None:
    then = squat(seen("knee_valgus", "both"))
    rows = compared(then, squat(untested=frozenset({("ohsa.knee_valgus", "right")})))
    assert rows["knee_valgus", "left"].overall == Call("resolved")
    assert rows["knee_valgus", "right"].overall == Call("not_comparable", why="not_tested")


def test_the_same_change_in_two_tests_is_clear() -> None:
    one_leg = TestResult("sls", views=("anterior", "lateral", "posterior"))
    then = Occasion((knee(1), TestResult("sls", findings=(seen("sls.knee_valgus", "left"),), views=VIEWS)))
    rows = {
        (row.compensation, row.side): row.overall
        for row in compare_rows([then, Occasion((knee(0), one_leg))], catalogue())
    }
    assert rows["ohsa.knee_valgus", "left"] == rows["sls.knee_valgus", "left"] == Call("resolved", clear=True)
    worse = Occasion((knee(2), one_leg))
    rows = {(row.compensation, row.side): row.overall for row in compare_rows([then, worse], catalogue())}
    assert rows["ohsa.knee_valgus", "left"] == Call("worse")
    assert rows["sls.knee_valgus", "left"] == Call("resolved")


def test_a_shift_that_changes_direction_is_one_gone_and_one_new() -> None:
    rows = compared(squat(seen("asymmetric_shift", "left", 2)), squat(seen("asymmetric_shift", "right", 2)))
    assert rows["asymmetric_shift", "left"].overall.verdict == "resolved"
    assert rows["asymmetric_shift", "right"].overall.verdict == "new"


def test_three_dates_are_called_step_by_step_and_from_first_to_last() -> None:
    row = compared(knee(2), knee(1), knee(1))["knee_valgus", "left"]
    assert [cell.severity for cell in row.cells] == [2, 1, 1]
    assert row.steps == (Call("improved"), Call("same"))
    assert row.overall == Call("improved")


def test_a_gap_in_the_middle_does_not_stop_the_ends_from_being_compared() -> None:
    row = compared(knee(2), knee(0, views=("lateral",)), knee(0))["knee_valgus", "left"]
    assert [one.why for one in row.steps] == ["not_tested", "not_tested"]
    assert row.overall == Call("resolved", clear=True)


def test_a_modified_form_is_compared_with_the_same_form_only() -> None:
    def dates(*forms: str) -> Occasion:
        return Occasion(tuple(TestResult("ohsa", form, VIEWS, (seen("heel_rises", "left"),)) for form in forms))

    def forms(*given_: Occasion) -> set[str]:
        return {row.variant for row in compare_rows(given_, catalogue())}

    assert forms(dates("standard", "heels_elevated"), dates("standard")) == {"standard"}
    assert forms(dates("standard", "heels_elevated"), dates("standard", "heels_elevated")) == {
        "standard",
        "heels_elevated",
    }
    assert forms(dates("heels_elevated"), dates()) == {"heels_elevated"}


@given(occasions, occasions)
@examples(120)
def test_backwards_in_time_better_is_worse_and_nothing_else_changes(one: Occasion, other: Occasion) -> None:
    turned = {"resolved": "new", "new": "resolved", "improved": "worse", "worse": "improved"}
    there, back = compare_rows([one, other], catalogue()), compare_rows([other, one], catalogue())
    assert [row.cells for row in there] == [row.cells[::-1] for row in back]
    for row, again in zip(there, back, strict=True):
        assert again.overall.verdict == turned.get(row.overall.verdict, row.overall.verdict)
        assert again.overall.clear == row.overall.clear


@given(occasions, occasions)
@examples(120)
def test_untested_never_counts_as_clean_better_or_worse(one: Occasion, other: Occasion) -> None:
    for row in compare_rows([one, other], catalogue()):
        if any(cell.severity is None for cell in row.cells):
            assert row.overall.verdict == "not_comparable"
            assert row.overall.why
        assert row.steps == (row.overall,)


@given(occasions, occasions)
@examples(80)
def test_the_order_in_which_tests_were_done_does_not_matter(one: Occasion, other: Occasion) -> None:
    shuffled = Occasion(one.results[::-1], rater=one.rater)
    assert compare_rows([one, other], catalogue()) == compare_rows([shuffled, other], catalogue())


@given(cases, cases)
@examples(60)
def test_in_a_mirror_the_sides_change_places_and_nothing_else(one: object, other: object) -> None:
    def rows(*given_: object) -> dict[tuple[str, str | None], object]:
        dates = [Occasion(case.assessments) for case in given_]  # type: ignore[attr-defined]
        return {(row.compensation, row.side): (row.cells, row.overall) for row in compare_rows(dates, catalogue())}

    swap = {"left": "right", "right": "left", None: None}
    plain = rows(one, other)
    mirror = rows(mirrored(one), mirrored(other))  # type: ignore[arg-type]
    assert mirror == {(row, swap[side]): said for (row, side), said in plain.items()}


@given(occasions)
@examples(60)
def test_an_assessment_compared_with_itself_has_not_changed(one: Occasion) -> None:
    assert {row.overall.verdict for row in compare_rows([one, one], catalogue())} <= {"same", "clean", "not_comparable"}
