"""What a tap can state, and what the answers mean to the engine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.ces.catalogue import catalogue
from studio.ces.score import overhead_squat_score
from studio.models.fields import (
    FieldError,
    Stated,
    allowed,
    check,
    fields_of,
    is_finding,
    judged,
    pains_of,
    result_of,
    views_after,
)

from ..examples import examples

CAT = catalogue()
PROTOCOLS = tuple(CAT.protocols)
OHSA = CAT.protocols["ohsa"]
ROWS = list(judged(OHSA, "standard", CAT))
VIEWS = [view.view for view in OHSA.views]


# Everything that can stand for a field: each value, stated from each view that shows the row or from all of them.
SAYABLE = [
    (field, Stated(value, views))
    for row in ROWS
    for field in fields_of(row)
    for value in sorted(allowed("ohsa", "standard")[field])
    for views in {row.views, *((view,) for view in row.views)}
]
ANSWERS = st.lists(st.sampled_from(SAYABLE), max_size=24).map(dict)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_every_protocol_has_a_field_for_each_of_its_rows(protocol: str) -> None:
    fields = allowed(protocol, "standard")
    for compensation in judged(CAT.protocols[protocol], "standard", CAT):
        for field in fields_of(compensation):
            assert {"", "0", "nt"} < set(fields[field])
    assert all(len(field) <= 60 and max(map(len, values)) <= 20 for field, values in fields.items())


@pytest.mark.parametrize(
    ("field", "value", "view", "why"),
    [
        ("f:heel_rises:mid", "1", "lateral", "no such row"),
        ("f:knee_valgus:left", "3", "anterior", "cannot say that"),
        ("f:low_back_arches:left", "1", "lateral", "no such row"),
        ("f:low_back_arches:mid", "1", "anterior", "cannot be seen"),
        ("f:asymmetric_shift:mid", "1", "posterior", "cannot say that"),
        ("pain:heel_rises", "low_back.left.4", "lateral", "cannot say that"),
        ("pain:heel_rises", "knee.left.11", "lateral", "cannot say that"),
        ("depth", "deep", "lateral", "cannot say that"),
        ("f:heel_rises:left", "1", "above", "cannot be seen"),
    ],
)
def test_nonsense_is_named(field: str, value: str, view: str, why: str) -> None:
    with pytest.raises(FieldError, match=why):
        check("ohsa", "standard", field, value, view)


def test_a_modified_form_has_no_rows_it_cannot_show() -> None:
    assert "f:heel_rises:left" in allowed("ohsa", "hands_on_hips")
    assert "f:heel_rises:left" not in allowed("ohsa", "heels_elevated")


@given(ANSWERS)
@examples(200)
def test_every_finding_reaches_the_engine_on_its_own_side(answers: dict[str, Stated]) -> None:
    result = result_of("ohsa", "standard", answers)
    told = {
        (finding.compensation.partition(".")[2], finding.side or "mid", finding.severity) for finding in result.findings
    }
    expected = set()
    for field, stated in answers.items():
        if is_finding(stated.value):
            _, code, side = field.split(":")
            expected.add((code, stated.value[:-1] or side, int(stated.value[-1])))
    assert told == expected


@given(ANSWERS)
@examples(200)
def test_mirrored_answers_give_the_mirrored_result(answers: dict[str, Stated]) -> None:
    swap = {"left": "right", "right": "left"}

    def mirror(field: str, stated: Stated) -> tuple[str, Stated]:
        head, _, side = field.rpartition(":")
        value = next((swap[word] + stated.value[-1] for word in swap if stated.value.startswith(word)), stated.value)
        return f"{head}:{swap.get(side, side)}", Stated(value, stated.views)

    there = result_of("ohsa", "standard", answers)
    here = result_of("ohsa", "standard", dict(mirror(*one) for one in answers.items()))
    assert {(one.compensation, swap.get(one.side or "", one.side), one.severity) for one in there.findings} == {
        (one.compensation, one.side, one.severity) for one in here.findings
    }
    assert there.views == here.views
    assert overhead_squat_score(there, CAT).ohsa == overhead_squat_score(here, CAT).ohsa


@given(ANSWERS)
@examples(200)
def test_silence_is_never_clean(answers: dict[str, Stated]) -> None:
    """An axis counts only where everything it looks at was judged: saying less never makes more of it."""
    before = overhead_squat_score(result_of("ohsa", "standard", answers), CAT)
    for field in answers:
        less = {name: stated for name, stated in answers.items() if name != field}
        after = overhead_squat_score(result_of("ohsa", "standard", less), CAT)
        assert sum(axis.share for axis in after.axes) <= sum(axis.share for axis in before.axes)


def test_all_views_clean_is_a_hundred() -> None:
    answers = {field: Stated("0", row.views) for row in ROWS for field in fields_of(row)}
    score = overhead_squat_score(result_of("ohsa", "standard", answers), CAT)
    assert (score.ohsa, score.coverage) == (100.0, 1.0)


def test_clean_from_behind_does_not_judge_the_front() -> None:
    answers = {field: Stated("0", row.views) for row in ROWS for field in fields_of(row)}
    answers |= {f"f:foot_flattens:{side}": Stated("0", ("posterior",)) for side in ("left", "right")}
    score = overhead_squat_score(result_of("ohsa", "standard", answers), CAT)
    assert score.coverage == 0.9
    assert "foot_arch" not in score.tested_axes


def test_a_view_that_was_not_tested_takes_its_axes_out() -> None:
    answers = {field: Stated("0", row.views) for row in ROWS for field in fields_of(row)}
    score = overhead_squat_score(result_of("ohsa", "standard", answers | {"v:lateral": Stated("nt")}), CAT)
    assert score.coverage == 0.5
    assert score.withheld == "coverage"


def test_pain_stops_the_test_and_keeps_the_place() -> None:
    answers = {
        "pain:heel_rises": Stated("knee.left.4"),
        "pain:knee_valgus": Stated("knee.left.x"),
        "pain:low_back_arches": Stated("low_back.mid.x"),
        "pain:arms_fall_forward": Stated(""),
    }
    assert {(one.region, one.side, one.intensity, one.when) for one in pains_of(answers)} == {
        ("knee", "left", 4, "during_test"),
        ("low_back", None, None, "during_test"),
    }
    assert result_of("ohsa", "standard", answers).stopped_for_pain
    assert overhead_squat_score(result_of("ohsa", "standard", answers), CAT).withheld == "pain"


@given(st.sampled_from(["", "0", "1", "2", "nt"]), st.sampled_from(["", "0", "1", "2", "nt"]), st.permutations(VIEWS))
def test_stating_twice_is_stating_once(first: str, then: str, views: list[str]) -> None:
    start = Stated(first, () if first in ("", "nt") else (views[0],))
    once = Stated(then, views_after(start, then, views[1]))
    assert Stated(then, views_after(once, then, views[1])) == once


def test_a_finding_keeps_the_views_it_was_seen_in() -> None:
    assert views_after(Stated("1", ("lateral",)), "2", "posterior") == ("lateral", "posterior")
    assert views_after(Stated("1", ("lateral",)), "0", "posterior") == ("posterior",)
    assert views_after(Stated("0", ("lateral",)), "0", "posterior") == ("lateral", "posterior")
