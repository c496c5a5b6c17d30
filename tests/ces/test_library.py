"""Swap, search and add by hand."""

from dataclasses import replace

import pytest

from studio.ces.case import Client, History, Pain
from studio.ces.catalogue import catalogue
from studio.ces.library import alternatives, line_for, search, why_not

from .cases import case, seen

KNEE = case(seen("knee_valgus", "left"))


def names(found: object) -> list[str]:
    return [one.exercise for one in found]  # type: ignore[attr-defined]


def test_the_same_muscles_drills_come_first_and_those_that_pass_before_the_others() -> None:
    found = alternatives(KNEE, "act_clam", catalogue(), ("gluteus_medius",))
    same = [one for one in found if one.relation == "same_muscle"]
    assert names(same) == ["act_standing_abduction", "act_side_lying_abduction", "act_band_side_walk"]
    assert [one.passes for one in same] == [True, False, False]
    assert same[1].why_not == ("It is too hard for the block Learn.",)


def test_the_drill_itself_is_no_alternative() -> None:
    assert "act_clam" not in names(alternatives(KNEE, "act_clam", catalogue()))


def test_easier_and_harder_rungs_follow() -> None:
    found = alternatives(KNEE, "int_step_up_low", catalogue())
    relations = [one.relation for one in found]
    assert relations == sorted(relations, key=("same_muscle", "easier", "harder").index)
    whole = alternatives(KNEE, "act_tib_ant_band", catalogue())
    assert whole


def test_a_drill_no_list_of_the_muscle_names_still_has_its_ladder() -> None:
    for drill in catalogue().exercises.values():
        if drill.regression or drill.progression:
            found = names(alternatives(KNEE, drill.id, catalogue()))
            assert {drill.regression, drill.progression} - {None} <= set(found)


def test_search_finds_words_of_names_muscles_and_cues() -> None:
    assert {one.id for one in search(catalogue(), "calf roll")} >= {"inh_calf_roll", "inh_calf_stick"}
    assert search(catalogue(), "CLAM")[0].id == "act_clam"
    assert all(one.phase == "activate" for one in search(catalogue(), "side glute", phase="activate"))
    assert search(catalogue(), "quantum") == ()


def test_search_by_muscle_takes_groups_and_puts_the_aim_first() -> None:
    found = [one.id for one in search(catalogue(), muscle="gluteus_medius", phase="activate")]
    assert "act_clam" in found
    aims = ["gluteus_medius" in catalogue().exercises[one].targets for one in found]
    assert aims == sorted(aims, reverse=True)
    group = {one.id for one in search(catalogue(), muscle="gluteals")}
    assert set(found) <= group


def test_search_by_kit_takes_what_is_in_every_home_for_granted() -> None:
    found = search(catalogue(), equipment=frozenset())
    assert found
    cat = catalogue()
    assert all(cat.equipment[item].always for one in found for item in one.equipment)
    assert len(search(cat, equipment=frozenset({"mat"}))) > len(found)


def test_without_words_the_whole_library_is_found() -> None:
    assert len(search(catalogue())) == 198


def test_a_line_added_by_hand_has_the_dose_of_the_place_and_no_reason() -> None:
    line = line_for(KNEE, "act_glute_bridge", "left", catalogue())
    assert (line.side, line.dose.sets, line.seconds, line.because, line.rank) == ("both", 1, 84, (), 0)
    in_studio = replace(KNEE, plan=replace(KNEE.plan, setting="studio", week=4))
    assert line_for(in_studio, "act_glute_bridge", "both", catalogue()).dose.sets == 2


def test_a_line_added_by_hand_keeps_its_side_when_done_side_by_side() -> None:
    assert line_for(KNEE, "act_clam", "left", catalogue()).seconds == 84


def test_what_stands_against_a_drill_is_said_in_sentences() -> None:
    assert why_not(KNEE, "inh_adductor_ball_chair", catalogue()) == ()
    hurt = replace(KNEE, pain=(Pain("hip", None, 3, "at_rest"),), client=Client(floor_transfer=False))
    said = why_not(hurt, "act_clam", catalogue())
    assert said == (
        "It works the hip, which rests until it is cleared in writing.",
        "It means getting down to the floor and up again.",
    )


def test_contract_relax_at_home_waits_for_two_supervised_sessions() -> None:
    # The three of the library also need a coach's hands, so the coach is named first.
    assert "studio, with a coach" in " ".join(why_not(KNEE, "len_calf_contract_relax", catalogue()))


@pytest.mark.parametrize("shown", [True, False])
def test_a_line_added_by_hand_is_to_be_shown_first_unless_it_was(shown: bool) -> None:
    one = replace(KNEE, history=History(shown=frozenset({"act_clam"} if shown else ())))
    assert line_for(one, "act_clam", "both", catalogue()).show_first is not shown
