"""A studio's adjustments of the tables: made, checked like the tables themselves, and gone when taken back."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.ces.adjusting import Adjustment, Link, adjusted, fitting, said
from studio.ces.analysis import analyse
from studio.ces.case import Case
from studio.ces.catalogue import Catalogue, CatalogueError, catalogue
from studio.ces.interchange import write_analysis
from studio.ces.library import alternatives, search, why_not
from studio.ces.programme import select
from studio.ces.protocols import Role
from studio.ces.reasoning import reason

from ..examples import examples
from .cases import case, drills, programme, seen, squat
from .strategies import CAT, cases

KNEE = seen("knee_valgus", "left", 2)
ADDUCTORS = "ohsa.knee_valgus/overactive/adductor_complex/affected"
OWN: dict[str, Any] = {
    "phase": "activate",
    "lists": ["gluteus_medius"],
    "preferred": True,
    "name": "Side step with a band",
    "targets": ["gluteus_medius"],
    "secondary": ["gluteus_maximus"],
    "equipment": ["mini_band"],
    "position": "standing",
    "floor_transfer": False,
    "loads": ["hip", "knee"],
    "cues": ["Band above the knees, feet under the hips.", "Step to the side, knees over the toes."],
    "feel_it_here": "Side of the hip",
    "common_fault": "Letting the knees fall in",
    "dose": {"mode": "isolated_strength", "sets": 1},
    "per_side": True,
    "difficulty": 1,
    "easier": "Without a band.",
    "harder": "A stronger band.",
    "avoid": ["fracture_unhealed"],
    "caution": ["patellofemoral_pain"],
    "home_suitable": True,
    "needs_coach": False,
    "video_friendly": True,
}
ROLES: tuple[Role, Role] = ("overactive", "underactive")
LINKS = [
    Link.of(one.id, role, listing).key
    for one in CAT.compensations.values()
    for role in ROLES
    for listing in one.listings(role)
]


def own(**changes: Any) -> Adjustment:
    return Adjustment("exercise", "own_side_step", {**OWN, **changes})


def tables(*changes: Adjustment) -> Catalogue:
    return adjusted(changes, "1-test")


def why_refused(*changes: Adjustment) -> str:
    with pytest.raises(CatalogueError) as refused:
        tables(*changes)
    return said(refused.value)


def test_a_muscle_link_that_is_off_gives_no_claim_and_no_other_link_changes() -> None:
    off = tables(Adjustment("link_off", ADDUCTORS, {}))
    before, after = (reason([squat(KNEE)], cat) for cat in (catalogue(), off))
    gone = {"adductor_longus", "adductor_brevis", "adductor_magnus", "pectineus", "gracilis"}
    assert {claim.muscle for claim in before.overactive} - {claim.muscle for claim in after.overactive} == gone
    assert [claim for claim in before.overactive if claim.muscle not in gone] == list(after.overactive)
    assert before.underactive == after.underactive


def test_a_note_and_its_source_stand_at_the_link_and_change_no_result() -> None:
    noted = tables(Adjustment("link_note", ADDUCTORS, {"note": "Seen rarely here", "source": "Own log, 2026"}))
    listing = next(one for one in noted.compensations["ohsa.knee_valgus"].overactive if one.note)
    assert (listing.muscle, listing.note, listing.source) == ("adductor_complex", "Seen rarely here", "Own log, 2026")
    assert reason([squat(KNEE)], noted) == reason([squat(KNEE)], catalogue())
    switched = tables(
        Adjustment("link_off", ADDUCTORS, {}), Adjustment("link_note", ADDUCTORS, {"note": "why", "source": ""})
    )
    assert all(one.muscle != "adductor_complex" for one in switched.compensations["ohsa.knee_valgus"].overactive)


def test_a_hidden_exercise_is_neither_chosen_nor_offered_but_still_known() -> None:
    chosen = drills(programme(KNEE))
    hidden = tables(Adjustment("hidden", chosen[0], {}))
    one = case(KNEE)
    assert chosen[0] not in drills(select(one, hidden))
    assert chosen[0] not in {drill.id for drill in search(hidden)}
    assert all(option.exercise != chosen[0] for option in alternatives(one, chosen[1], hidden))
    assert hidden.exercises[chosen[0]].name == catalogue().exercises[chosen[0]].name
    assert why_not(one, chosen[0], hidden)[0] == "It is not in use in this studio."


def test_a_default_dose_changes_within_its_bounds_with_the_time_it_takes() -> None:
    clam = tables(Adjustment("dose", "act_clam", {"reps": 15})).exercises["act_clam"]
    assert (clam.dose.reps, clam.est_seconds, catalogue().exercises["act_clam"].est_seconds) == (15, 210, 168)
    assert clam.bounds == catalogue().exercises["act_clam"].bounds


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"reps": 16}, "Times: enter a number from 10 to 15"),
        ({"reps": "many"}, "Reps: expected a whole number, found 'many'"),
        ({"speed": "fast"}, "Unknown key 'speed'"),
        ({"intensity": "all out"}, "Change only the numbers shown; choose another exercise for another kind of dose"),
    ],
)
def test_a_dose_that_is_not_ours_to_give_is_refused(changes: dict[str, Any], why: str) -> None:
    assert why_refused(Adjustment("dose", "act_clam", changes)) == why


def test_an_own_exercise_is_chosen_found_and_timed_like_any_other() -> None:
    mine = tables(own())
    drill = mine.exercises["own_side_step"]
    assert (drill.phase, drill.own, drill.limb, drill.est_seconds) == ("activate", True, "side", 168)
    kit = replace(case(KNEE).client, equipment=frozenset({"mini_band"}))
    assert "own_side_step" in drills(select(case(KNEE, client=kit), mine))
    assert "own_side_step" not in drills(select(case(KNEE, client=kit), tables(own(preferred=False))))
    assert search(mine, "side step band")[0].id == "own_side_step"


def test_an_own_movement_stands_in_its_list() -> None:
    dose = {"mode": "integrated_dynamic", "sets": 2}
    mine = tables(own(phase="integrate", lists=["knee_thigh"], pattern="squat", dose=dose, equipment=["chair"]))
    assert mine.movements("knee_thigh")[0] == "own_side_step"
    assert "own_side_step" in drills(select(case(KNEE), mine))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"targets": ["gluteus_medium"]}, "Unknown muscle 'gluteus_medium'"),
        ({"cues": ["Step."]}, "2 to 4 cues"),
        ({"loads": ["hip", "wing"]}, "Unknown region 'wing'"),
        ({"difficulty": 4}, "Difficulty must be 1, 2 or 3"),
        ({"easier": None}, "Neither regression nor easier says what to do"),
        ({"regression": "act_clam"}, "Regression act_clam does not lead back; say why in ladder_note"),
        ({"caution": ["fracture_unhealed"]}, "'fracture_unhealed' stands under avoid and under caution"),
        ({"needs_coach": True}, "A drill that needs a coach is not for home"),
        ({"lists": []}, "No option list names it"),
        ({"lists": ["gluteus_maximus_left"]}, "There is no list of exercises for 'gluteus_maximus_left'"),
        ({"lists": ["soleus"]}, "Own_side_step does not work this muscle"),
        ({"colour": "red"}, "Unknown key 'colour'"),
        ({"feel_it_here": "The dysfunction"}, "A client reads this: instead of “dysfunction” say “movement finding”"),
    ],
)
def test_an_own_exercise_is_checked_like_those_that_came(changes: dict[str, Any], why: str) -> None:
    assert why_refused(own(**changes)) == why


def test_an_own_exercise_takes_no_id_of_the_tables() -> None:
    assert why_refused(Adjustment("exercise", "act_clam", OWN)).startswith("The id of an exercise of your own begins")


@pytest.mark.parametrize(
    "change",
    [
        Adjustment("hidden", "act_of_god", {}),
        Adjustment("link_off", "ohsa.knee_valgus/overactive/soleus/affected", {}),
        Adjustment("link_off", "ohsa.nothing/overactive/soleus/affected", {}),
        Adjustment("link_note", "nonsense", {"note": "", "source": ""}),
    ],
)
def test_what_the_tables_do_not_have_cannot_be_changed(change: Adjustment) -> None:
    assert why_refused(change) in ("The tables do not have this", "This names no link")


def test_the_version_says_that_the_tables_were_adjusted() -> None:
    assert tables(Adjustment("hidden", "act_clam", {})).version == f"{catalogue().version}+1-test"
    assert replace(tables(), version=catalogue().version) == catalogue()


def test_an_adjustment_that_does_not_fit_newer_tables_is_named_and_the_others_hold() -> None:
    good, bad = Adjustment("hidden", "act_clam", {}), Adjustment("hidden", "act_of_god", {})
    cat, left_out = fitting([bad, good], "2-test")
    assert cat.exercises["act_clam"].hidden
    assert left_out == ((bad, "The tables do not have this"),)


def test_an_exercise_that_the_tables_lost_is_named_and_never_chosen() -> None:
    gone = catalogue().exercises["act_wing_flap"]
    assert (gone.phase, gone.hidden) == ("activate", True)
    assert "act_wing_flap" not in catalogue().exercises
    assert why_not(case(KNEE), "act_wing_flap", catalogue()) == ("It is not in use in this studio.",)


@given(
    changes=st.lists(
        st.one_of(
            st.sampled_from(LINKS).map(lambda link: Adjustment("link_off", link, {})),
            st.sampled_from(sorted(CAT.exercises)).map(lambda drill: Adjustment("hidden", drill, {})),
        ),
        max_size=30,
        unique_by=lambda one: one.target,
    ),
    given_cases=st.lists(cases, min_size=1, max_size=4),
)
@examples(25)
def test_no_link_that_is_off_and_no_hidden_exercise_ever_comes_through(
    changes: list[Adjustment], given_cases: list[Case]
) -> None:
    cat = tables(*changes)
    assert cat == tables(*reversed(changes))
    off = {one.target for one in changes if one.kind == "link_off"}
    hidden = {one.target for one in changes if one.kind == "hidden"}
    left = {
        (row.id, role, listing.muscle)
        for row in CAT.compensations.values()
        for role in ROLES
        for listing in row.listings(role)
        if Link.of(row.id, role, listing).key not in off
    }
    for one in given_cases:
        chosen, found = select(one, cat), reason(one.assessments, cat)
        assert not hidden & {line.exercise for line in (*chosen.lines, *chosen.parked)}
        for role, claims in zip(ROLES, (found.overactive, found.underactive), strict=True):
            assert {(why.compensation, role, why.muscle) for claim in claims for why in claim.because} <= left


def test_the_answer_of_the_engine_says_which_tables_it_used() -> None:
    mine = tables(Adjustment("hidden", "act_clam", {}))
    assert write_analysis(analyse(case(KNEE), mine, "1"))["version"]["catalogue"].endswith("+1-test")
