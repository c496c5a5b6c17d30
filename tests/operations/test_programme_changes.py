"""Changing a draft: small writes, each against the page the coach saw, each with its way back."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select

from studio.ces.catalogue import catalogue
from studio.extensions import db
from studio.models.events import Event
from studio.models.programmes import ProgrammeVersion
from studio.operations import programmes

from ..builders import a_client
from ..people import Cast
from ..programmes import KIT, a_draft, issue, line, names

# A drill the library keeps for the studio.
FOR_THE_STUDIO = "len_calf_contract_relax"


def kinds() -> list[str]:
    return list(db.session.scalars(select(Event.kind).where(Event.kind.like("programme.%")).order_by(Event.id)))


def test_a_removed_line_comes_back_with_its_dose(app: Flask) -> None:
    draft, coach = a_draft(), Cast().coach
    row = line(draft, "inh_calf_roll")
    dose = replace(row.value.dose, duration_s=90)
    programmes.change_dose(row, dose, "both", seen=draft.revision, by=coach)
    before = names(draft)
    programmes.remove(row, seen=draft.revision, by=coach)
    assert row.exercise not in names(draft)
    programmes.restore(row, seen=draft.revision, by=coach)
    assert names(draft) == before
    assert line(draft, "inh_calf_roll").value.dose.duration_s == 90
    assert kinds()[-3:] == ["programme.dose-changed", "programme.line-removed", "programme.line-restored"]


def test_a_swap_keeps_place_side_and_reasons_and_can_be_taken_back(app: Flask) -> None:
    draft, coach = a_draft(), Cast().coach
    old = line(draft, "len_soleus_wall_bent")
    before = names(draft)
    new = programmes.swap(old, "len_calf_wall_straight", reason="", seen=draft.revision, by=coach)
    assert names(draft) == ["len_calf_wall_straight" if one == old.exercise else one for one in before]
    assert new.value.because == old.value.because
    assert new.value.side == old.value.side
    assert new.origin == "coach"
    programmes.take_back(new, seen=draft.revision, by=coach)
    assert names(draft) == before


def test_an_added_exercise_says_which_finding_it_serves(app: Flask) -> None:
    draft = a_draft()
    row = programmes.add(draft, "len_calf_wall_straight", reason="", seen=draft.revision, by=Cast().coach)
    assert {one.compensation for one in row.value.because} == {"ohsa.heel_rises"}
    assert row.exercise in names(draft)


def test_an_added_movement_works_on_the_whole_pattern_of_what_was_seen(app: Flask) -> None:
    draft = a_draft()
    row = programmes.add(draft, "int_step_up_low", reason="", seen=draft.revision, by=Cast().coach)
    assert {one.compensation for one in row.value.because} == {"ohsa.heel_rises"}


def test_an_exercise_for_something_that_was_not_seen_stands_without_a_reason(app: Flask) -> None:
    draft = a_draft()
    row = programmes.add(draft, "act_pushup_plus_wall", reason="", seen=draft.revision, by=Cast().coach)
    assert row.value.because == ()


def test_a_seventh_line_parks_another_and_undo_brings_it_back(app: Flask) -> None:
    draft, coach = a_draft(), Cast().coach
    for exercise in ("len_calf_wall_straight", "act_glute_bridge"):
        programmes.add(draft, exercise, reason="", seen=draft.revision, by=coach)
    before = names(draft)
    assert len(before) == programmes.MOST_LINES
    seventh = programmes.add(draft, "int_sit_to_stand", reason="", seen=draft.revision, by=coach)
    assert len(draft.on_sheet) == programmes.MOST_LINES
    parked = next(row for row in draft.waiting if row.id == seventh.replaces_id)
    assert parked.phase == "integrate"
    programmes.take_back(seventh, seen=draft.revision, by=coach)
    assert names(draft) == before


def test_a_full_sheet_asks_to_park_before_a_line_is_brought_back(app: Flask) -> None:
    draft, coach = a_draft(), Cast().coach
    for exercise in ("act_pushup_plus_wall", "int_step_up_low"):
        programmes.add(draft, exercise, reason="", seen=draft.revision, by=coach)
    with pytest.raises(programmes.Refused, match="Park one first"):
        programmes.bring_back(draft.waiting[0], reason="", seen=draft.revision, by=coach)


def test_parking_and_bringing_back(app: Flask) -> None:
    draft, coach = a_draft(), Cast().coach
    row = draft.on_sheet[0]
    programmes.park(row, seen=draft.revision, by=coach)
    assert row in draft.waiting
    programmes.bring_back(row, reason="", seen=draft.revision, by=coach)
    assert row in draft.on_sheet


def test_lines_move_inside_their_phase_only(app: Flask) -> None:
    draft, coach = a_draft(), Cast().coach
    added = programmes.add(draft, "len_calf_wall_straight", reason="", seen=draft.revision, by=coach)
    assert draft.number_of(added) == 3
    programmes.move(added, -1, seen=draft.revision, by=coach)
    assert draft.number_of(added) == 2
    programmes.move(added, -1, seen=draft.revision, by=coach)
    assert draft.number_of(added) == 2, "the end of the phase is the end of the way"
    programmes.move(added, 1, seen=draft.revision, by=coach)
    assert draft.number_of(added) == 3


def test_a_line_moves_several_places_at_once_and_the_others_keep_their_order(app: Flask) -> None:
    draft, coach = a_draft(), Cast().coach
    for exercise in ("len_calf_wall_straight", "len_adductor_rock_back"):
        programmes.add(draft, exercise, reason="", seen=draft.revision, by=coach)
    first, second, third = [row for row in draft.on_sheet if row.phase == "lengthen"]
    programmes.move(third, -2, seen=draft.revision, by=coach)
    assert [row for row in draft.on_sheet if row.phase == "lengthen"] == [third, first, second]
    programmes.move(third, 99, seen=draft.revision, by=coach)
    assert [row for row in draft.on_sheet if row.phase == "lengthen"] == [first, second, third]
    assert draft.on_sheet[0].phase == "inhibit"


def test_a_dose_out_of_its_range_is_refused_with_the_range(app: Flask) -> None:
    draft = a_draft()
    row = line(draft, "inh_calf_roll")
    with pytest.raises(ValueError, match="from 30 to 120"):
        programmes.change_dose(
            row, replace(row.value.dose, duration_s=500), "both", seen=draft.revision, by=Cast().coach
        )
    assert row.value.dose.duration_s == 60


def test_one_side_takes_half_the_time(app: Flask) -> None:
    draft = a_draft()
    row = line(draft, "inh_calf_roll")
    both = row.seconds
    programmes.change_dose(row, row.value.dose, "left", seen=draft.revision, by=Cast().coach)
    assert row.seconds * 2 == both


def test_an_excluded_exercise_needs_a_reason_which_stays_with_the_name(app: Flask) -> None:
    draft, coach = a_draft(), Cast().coach
    with pytest.raises(programmes.NeedsReason) as asked:
        programmes.add(draft, FOR_THE_STUDIO, reason="", seen=draft.revision, by=coach)
    assert any("studio" in why for why in asked.value.against)
    assert FOR_THE_STUDIO not in names(draft)
    row = programmes.add(draft, FOR_THE_STUDIO, reason="His wife is a coach", seen=draft.revision, by=coach)
    assert row.override == "His wife is a coach"
    assert row.override_by is not None
    assert row.override_by.name == "Dana Whitfield"
    event = db.session.scalars(select(Event).where(Event.kind == "programme.line-added")).one()
    assert event.particulars == {"exercise": FOR_THE_STUDIO, "override": True}
    assert "wife" not in event.summary


def test_an_exercise_stands_on_a_sheet_once(app: Flask) -> None:
    draft, coach = a_draft(), Cast().coach
    for attempt in (
        lambda: programmes.add(draft, "inh_calf_roll", reason="", seen=draft.revision, by=coach),
        lambda: programmes.swap(draft.on_sheet[1], "inh_calf_roll", reason="", seen=draft.revision, by=coach),
    ):
        with pytest.raises(programmes.Refused, match="on the sheet already"):
            attempt()


def test_a_parked_exercise_taken_from_the_library_waits_no_longer(app: Flask) -> None:
    draft, coach = a_draft(), Cast().coach
    parked = draft.waiting[0].exercise
    row = programmes.add(draft, parked, reason="", seen=draft.revision, by=coach)
    assert parked not in [one.exercise for one in draft.waiting]
    programmes.take_back(row, seen=draft.revision, by=coach)
    assert parked in [one.exercise for one in draft.waiting]


def test_what_was_removed_is_not_changed_any_more(app: Flask) -> None:
    draft, coach = a_draft(), Cast().coach
    row = draft.on_sheet[0]
    programmes.remove(row, seen=draft.revision, by=coach)
    with pytest.raises(programmes.Refused, match="not on the draft"):
        programmes.move(row, 1, seen=draft.revision, by=coach)
    with pytest.raises(programmes.Refused, match="Bring the line back"):
        programmes.move(draft.waiting[0], 1, seen=draft.revision, by=coach)


CHANGES: dict[str, Callable[[ProgrammeVersion, int], object]] = {
    "add": lambda v, seen: programmes.add(v, "len_calf_wall_straight", reason="", seen=seen, by=Cast().coach),
    "swap": lambda v, seen: programmes.swap(
        v.on_sheet[1], "len_calf_wall_straight", reason="", seen=seen, by=Cast().coach
    ),
    "remove": lambda v, seen: programmes.remove(v.on_sheet[0], seen=seen, by=Cast().coach),
    "restore": lambda v, seen: programmes.restore(v.on_sheet[0], seen=seen, by=Cast().coach),
    "take back": lambda v, seen: programmes.take_back(v.on_sheet[0], seen=seen, by=Cast().coach),
    "move": lambda v, seen: programmes.move(v.on_sheet[0], 1, seen=seen, by=Cast().coach),
    "park": lambda v, seen: programmes.park(v.on_sheet[0], seen=seen, by=Cast().coach),
    "bring back": lambda v, seen: programmes.bring_back(v.waiting[0], reason="", seen=seen, by=Cast().coach),
    "dose": lambda v, seen: programmes.change_dose(
        v.on_sheet[0], catalogue().exercises[v.on_sheet[0].exercise].dose, "left", seen=seen, by=Cast().coach
    ),
    "details": lambda v, seen: programmes.change_details(
        v, programmes.Details(2, None, "changed"), seen=seen, by=Cast().coach
    ),
    "start again": lambda v, seen: programmes.start_again(v, v.assessment_version, seen=seen, by=Cast().coach),  # type: ignore[arg-type]
    "go back": lambda v, seen: programmes.go_back(v, seen=seen, by=Cast().coach),
}


def everything(version: ProgrammeVersion) -> list[object]:
    rows = [(r.id, r.position, r.parked, r.removed, r.exercise, r.seconds, r.line) for r in version.lines]
    return [rows, version.revision, version.home_days, version.next_date, version.message, version.sheet, version.notes]


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_from_an_old_page_is_refused(app: Flask, name: str) -> None:
    draft = a_draft()
    seen = draft.revision
    programmes.park(draft.on_sheet[-1], seen=seen, by=Cast().other_coach)
    before = everything(draft)
    with pytest.raises(programmes.Stale, match="in the meantime"):
        CHANGES[name](draft, seen)
    db.session.expire_all()
    assert everything(draft) == before


@pytest.mark.parametrize("name", CHANGES)
def test_an_issued_version_never_changes(app: Flask, name: str) -> None:
    version = issue(a_draft(a_client(equipment=KIT)))
    before = everything(version)
    with pytest.raises(programmes.Stale, match="never changes"):
        CHANGES[name](version, version.revision)
    db.session.expire_all()
    assert everything(version) == before
