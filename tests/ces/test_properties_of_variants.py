"""What holds for every modified form: it orders the work and no more, in any order of recording, in the mirror."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from studio.ces.analysis import analyse
from studio.ces.case import Case, TestResult
from studio.ces.catalogue import catalogue
from studio.ces.evidence import gather
from studio.ces.interchange.write import dumps
from studio.ces.programme import Programme, select
from studio.ces.reasoning import reason
from studio.ces.score import overhead_squat_score
from studio.ces.steering import steer

from ..examples import examples
from .cases import MIRROR, mirrored, squat
from .strategies import FINDINGS, ROWS, cases

CAT = catalogue()
OHSA = CAT.protocols["ohsa"]
forms = st.builds(
    TestResult,
    protocol=st.just("ohsa"),
    variant=st.sampled_from([one.id for one in OHSA.variants]),
    views=st.just(("anterior", "lateral", "posterior")),
    findings=st.lists(st.sampled_from(FINDINGS["ohsa"]), max_size=3).map(tuple),
    untested=st.frozensets(st.sampled_from(ROWS["ohsa"]), max_size=2),
)
standards = st.lists(st.sampled_from(FINDINGS["ohsa"]), max_size=4).map(lambda found: squat(*found))
quick = examples(60)


def drawers(chosen: Programme) -> set[tuple[str, str]]:
    return {(one.phase, one.exercise) for one in (*chosen.lines, *chosen.parked)}


@quick
@given(cases, standards, st.lists(forms, max_size=3))
def test_forms_order_the_work_and_never_add_or_remove_any(
    case: Case, found: TestResult, done: list[TestResult]
) -> None:
    without = replace(case, assessments=(*case.assessments, found))
    with_forms = replace(without, assessments=(*without.assessments, *done))
    assert drawers(select(with_forms, CAT)) == drawers(select(without, CAT))
    assert select(with_forms, CAT).excluded == select(without, CAT).excluded


@quick
@given(standards, st.lists(forms, max_size=3))
def test_forms_change_no_muscle_and_no_score(found: TestResult, done: list[TestResult]) -> None:
    both = Case(assessments=(found, *done))
    assert reason(both.assessments, CAT) == reason([found], CAT)
    assert analyse(both, CAT, "1").score == overhead_squat_score(found, CAT)


@quick
@given(standards, st.lists(forms, max_size=3), st.randoms(use_true_random=False))
def test_forms_may_be_recorded_in_any_order(found: TestResult, done: list[TestResult], random: object) -> None:
    shuffled = [found, *done]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert dumps(analyse(Case(assessments=tuple(shuffled)), CAT, "1")) == dumps(
        analyse(Case(assessments=(found, *done)), CAT, "1")
    )


@quick
@given(standards, st.lists(forms, max_size=3))
def test_a_mirror_swaps_the_sides_of_what_a_form_changed(found: TestResult, done: list[TestResult]) -> None:
    case = Case(assessments=(found, *done))
    here = {replace(one, side=MIRROR[one.side]) for one in steer(gather(case, CAT)).changes}
    assert here == set(steer(gather(mirrored(case), CAT)).changes)
