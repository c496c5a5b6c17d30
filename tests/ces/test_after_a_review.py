"""What a coach decided after a re-screen, as it changes the next programme (programming reference, decision_table)."""

from dataclasses import replace

from studio.ces.case import Client, History
from studio.ces.catalogue import catalogue
from studio.ces.dose import in_words, line_seconds, seconds, trained
from studio.ces.programme import select

from .cases import case, seen

CAT = catalogue()
KIT = frozenset(CAT.equipment)
KNEE = "ohsa.knee_valgus"
FINDINGS = [seen("knee_valgus", "both"), seen("heel_rises", "both")]


def programme(*findings, **history):
    one = case(*findings, client=Client(equipment=KIT), setting="studio", week=2)
    return select(replace(one, history=History(**history)), CAT)


def test_a_better_finding_loses_one_loosening_and_one_stretching_drill():
    before, after = programme(FINDINGS[0]), programme(FINDINGS[0], better=frozenset({KNEE}))
    places = {
        phase: [
            len(chosen.of(phase)) + sum(1 for one in chosen.parked if one.phase == phase) for chosen in (before, after)
        ]
        for phase in ("inhibit", "lengthen", "activate", "integrate")
    }
    assert places["inhibit"][1] == places["inhibit"][0] - 1
    assert places["lengthen"][1] == places["lengthen"][0] - 1
    assert places["activate"][1] == places["activate"][0]
    assert places["integrate"][1] == places["integrate"][0]
    assert sum("not needed now" in note for note in after.notes) == 2


def test_a_drill_that_serves_another_finding_too_stays():
    before, after = programme(*FINDINGS), programme(*FINDINGS, better=frozenset({KNEE}))
    shared = {
        line.exercise
        for line in before.lines
        if {"ohsa.knee_valgus", "ohsa.heel_rises"} <= {one.compensation for one in line.because}
    }
    kept = {line.exercise for line in after.lines} | {one.exercise for one in after.parked}
    assert shared <= kept


def test_a_settled_finding_gives_its_place_to_the_next():
    three = [seen("heel_rises", "left", 2), seen("knee_valgus", "left"), seen("low_back_arches")]
    assert [one.compensation for one in programme(*three).priorities] == ["ohsa.heel_rises", KNEE]
    after = programme(*three, settled=frozenset({"ohsa.heel_rises"}))
    assert [one.compensation for one in after.priorities] == [KNEE, "ohsa.low_back_arches"]


def test_a_settled_finding_is_kept_at_the_dose_of_maintenance():
    alone = [seen("heel_rises", "left", 2)]
    before, after = programme(*alone), programme(*alone, settled=frozenset({"ohsa.heel_rises"}))
    assert max(line.dose.sets for line in before.lines if line.phase != "integrate") > 1
    for line in after.lines:
        if line.because and {one.compensation for one in line.because} == {"ohsa.heel_rises"}:
            assert line.dose.sets == 1
    assert any("kept at the dose of maintenance" in note for note in after.notes)
    mixed = programme(*FINDINGS, settled=frozenset({"ohsa.heel_rises"}))
    others = [line for line in mixed.lines if KNEE in {one.compensation for one in line.because}]
    assert max(line.dose.sets for line in others) > 1, "what another finding needs keeps its dose"


def test_a_lagging_side_gets_one_more_set_where_the_muscles_are_switched_on():
    lines = programme(FINDINGS[0], lagging=((KNEE, "left"),)).lines
    with_more = [line for line in lines if line.extra]
    assert with_more
    for line in with_more:
        assert (line.phase, line.extra) == ("activate", "left")
        assert line.seconds == line_seconds(line.dose, line.side, "left")
        assert line.seconds > seconds(line.dose, trained(line.side))
        words = in_words(line.dose, CAT.exercises[line.exercise], line.side, line.first, line.extra)
        assert "one more set, left" in words
    assert not any(line.extra for line in lines if line.phase != "activate")
