"""Chains through the body: lit by what was seen, cut by what was clear."""

from typing import Any

from studio.ces.case import Answer, Case, Client, Measure, Readiness, TestResult
from studio.ces.catalogue import catalogue
from studio.ces.chains import spans
from studio.ces.evidence import gather
from studio.ces.seen_chains import seen_chains
from studio.ces.wording import forbidden

from .cases import seen, squat

HEEL, KNEE = seen("heel_rises", "left"), seen("knee_valgus", "left")


def chains(*tests: TestResult, measures: tuple[Measure, ...] = (), **answers: Any) -> dict[str, list[tuple[str, str]]]:
    given = tuple(Answer(f"intake.{key}", value) for key, value in answers.items())
    case = Case(client=Client(age=40, sex="female"), assessments=tests, measures=measures, readiness=Readiness(given))
    return {one.chain: list(one.edges) for one in seen_chains(gather(case, catalogue()), catalogue())}


def test_one_thing_alone_is_no_chain() -> None:
    assert chains(squat(seen("knee_valgus", "left"))) == {}


def test_ankle_and_knee_on_one_side_are_the_first_link() -> None:
    assert chains(squat(HEEL, KNEE))["ch_seed"] == [("limited_ankle_dorsiflexion", "knee_valgus")]


def test_ankle_and_knee_on_different_sides_are_none() -> None:
    assert "ch_seed" not in chains(squat(HEEL, seen("knee_valgus", "right")))


def test_a_chain_is_drawn_to_the_last_thing_felt() -> None:
    drawn = chains(squat(HEEL, KNEE), low_back_discomfort=True)["ch_seed"]
    assert drawn[0] == ("limited_ankle_dorsiflexion", "knee_valgus")
    assert drawn[-1][1] == "low_back_discomfort"


def test_something_clear_in_between_cuts_the_chain() -> None:
    # The arch is unknown as long as only the squat's side view was seen; seen clear, it lies between ankle and knee.
    measured = (Measure("knee_to_wall_cm", (5.0,), "left"),)
    unknown = chains(squat(KNEE), measures=measured)
    assert "ch_ankle_pronation_knee" in unknown
    feet = [Measure(one, (0.0,), "left") for one in ("navicular_drop_mm", "fpi6")]
    everything = [
        TestResult(one, views=tuple(view.view for view in catalogue().protocols[one].views))
        for one in ("static", "sls", "gait")
    ]
    clear = chains(squat(KNEE), *everything, measures=(*measured, *feet))
    assert "ch_ankle_pronation_knee" not in clear


def test_a_midline_finding_belongs_to_both_sides() -> None:
    assert "ch_lean" in chains(squat(HEEL, seen("excessive_forward_lean")))


def test_one_stiff_ankle_needs_a_difference_between_the_sides() -> None:
    shift = squat(seen("asymmetric_shift", "right"))
    uneven = (Measure("knee_to_wall_cm", (6.0,), "left"), Measure("knee_to_wall_cm", (8.0,), "right"))
    even = (Measure("knee_to_wall_cm", (6.0,), "left"), Measure("knee_to_wall_cm", (7.9,), "right"))
    assert "ch_shift" in chains(shift, measures=uneven)
    assert "ch_shift" not in chains(shift, measures=even)


def test_weight_goes_away_from_the_stiffer_ankle() -> None:
    left_is_stiff = (Measure("knee_to_wall_cm", (6.0,), "left"), Measure("knee_to_wall_cm", (8.0,), "right"))
    for direction, drawn in (("right", True), ("left", False)):
        shift = squat(seen("asymmetric_shift", direction))
        assert ("ch_shift" in chains(shift, measures=left_is_stiff)) is drawn


def test_chains_follow_each_other_edge_by_edge() -> None:
    for link in catalogue().links.chains.values():
        for one, following in zip(link.edges, link.edges[1:], strict=False):
            assert one.effect == following.cause


def test_what_clients_may_read_keeps_to_the_wording_rules() -> None:
    assert [one.client_text for one in catalogue().links.edges.values() if forbidden(one.client_text)] == []


def test_stretches_begin_and_end_with_something_on() -> None:
    on, off, unknown = (True, True), (False, True), (None, True)
    assert spans([unknown, on, unknown, on, unknown]) == [(1, 3)]
    assert spans([on, off, on]) == []
    assert spans([on, on, off, on, on]) == [(0, 1), (3, 4)]
    assert spans([on, (True, False)]) == []  # a symptom is not a second mechanical thing
