"""What two answers differ in: told muscle by muscle and line by line, and nothing for the same."""

from typing import Any

from hypothesis import given

from studio.ces.adjusting import Adjustment, adjusted
from studio.ces.analysis import analyse
from studio.ces.case import Case
from studio.ces.catalogue import Catalogue, catalogue
from studio.ces.differences import LineChange, MuscleChange, line_changes, muscle_changes
from studio.ces.interchange import write_analysis

from ..examples import examples
from .cases import case, seen
from .strategies import cases


def answer(one: Case, cat: Catalogue | None = None) -> dict[str, Any]:
    return write_analysis(analyse(one, cat or catalogue(), "1"))


def claims(*rows: tuple[str, str, float]) -> dict[str, Any]:
    return {
        "overactive": [{"muscle": muscle, "side": side, "strength": strength} for muscle, side, strength in rows],
        "underactive": [],
    }


def test_a_muscle_comes_goes_and_changes() -> None:
    found = muscle_changes(
        claims(("soleus", "left", 2.0), ("gracilis", "left", 1.0), ("popliteus", "left", 1.0)),
        claims(("soleus", "left", 1.0), ("gracilis", "left", 1.5), ("sartorius", "right", 0.7)),
    )
    assert [(one.muscle, one.side, one.verdict) for one in found] == [
        ("soleus", "left", "weaker"),
        ("gracilis", "left", "stronger"),
        ("popliteus", "left", "gone"),
        ("sartorius", "right", "new"),
    ]


def test_a_row_for_both_sides_is_compared_with_each_side() -> None:
    found = muscle_changes(claims(("soleus", "both", 2.0)), claims(("soleus", "left", 2.0)))
    assert found == (MuscleChange("overactive", "soleus", "right", 2.0, None),)


def test_lines_come_go_and_change_their_dose_or_side() -> None:
    line = {"exercise": "act_clam", "dose": {"reps": 12}, "side": "left"}
    none: dict[str, Any] = {"inhibit": [], "lengthen": [], "activate": [], "integrate": []}
    before = {"programme": none | {"activate": [line], "inhibit": [line | {"exercise": "inh_calf_roll"}]}}
    after = {"programme": none | {"activate": [line | {"dose": {"reps": 15}, "side": "both"}], "lengthen": [line]}}
    assert line_changes(before, after) == (
        LineChange("inhibit", "inh_calf_roll", "gone"),
        LineChange("lengthen", "act_clam", "new"),
        LineChange("activate", "act_clam", "dose"),
        LineChange("activate", "act_clam", "side"),
    )


def test_a_hidden_exercise_goes_out_and_the_next_in_order_comes_in() -> None:
    one = case(seen("knee_valgus", "left", 2))
    before = answer(one)
    first = before["programme"]["activate"][0]["exercise"]
    found = line_changes(before, answer(one, adjusted([Adjustment("hidden", first, {})], "1")))
    assert LineChange("activate", first, "gone") in found
    assert any(change.phase == "activate" and change.verdict == "new" for change in found)


@given(one=cases)
@examples(20)
def test_the_same_answer_differs_in_nothing(one: Case) -> None:
    said = answer(one)
    assert muscle_changes(said, answer(one)) == ()
    assert line_changes(said, answer(one)) == ()
