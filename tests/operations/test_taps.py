"""Taps arrive exactly once, in order, and never over somebody's newer answer unseen."""

import secrets

import pytest
from flask import Flask
from sqlalchemy import func, select

from studio.clock import utcnow
from studio.extensions import db
from studio.models.assessments import Assessment, Recording, State, Tap
from studio.models.database import write
from studio.models.fields import UNSTATED, Stated, views_after
from studio.models.tap_history import disagreements, taps_of, undo_stack
from studio.operations.tap_log import Locked
from studio.operations.taps import TapIn, record_taps

from ..builders import an_assessment, taps
from ..people import Cast

HEEL_LEFT, HEEL_RIGHT = "f:heel_rises:left", "f:heel_rises:right"


def recording(squat: Assessment) -> Recording:
    found = squat.recordings[0]
    db.session.refresh(found)
    return found


def stated(squat: Assessment) -> dict[str, Stated]:
    return recording(squat).stated


def a_tap(field: str = HEEL_LEFT, value: str = "1", *, key: str = "", seen: int = 0, view: str = "lateral") -> TapIn:
    return TapIn(key or secrets.token_hex(16), "ohsa", field, value, view, seen)


def how_many(squat: Assessment) -> int:
    return db.session.scalar(select(func.count()).where(Tap.recording_id == squat.recordings[0].id)) or 0


def replay(squat: Assessment) -> dict[str, Stated]:
    """What the log says stands."""
    state: dict[str, Stated] = {}
    for tap in taps_of(squat.id):
        if tap.outcome == "applied":
            before = state.get(tap.field, UNSTATED)
            state[tap.field] = Stated(tap.value, views_after(before, tap.value, tap.view))
    return state


def test_a_batch_is_taken_in_its_order(app: Flask, people: Cast) -> None:
    squat = an_assessment()
    batch = [a_tap(value="1"), a_tap(value="2"), a_tap(HEEL_RIGHT, "1")]
    taken = record_taps(squat.id, batch, by=people.coach)
    assert taken.acked == [tap.key for tap in batch]
    assert stated(squat) == {HEEL_LEFT: Stated("2", ("lateral",)), HEEL_RIGHT: Stated("1", ("lateral",))}
    assert taken.state[f"ohsa/{HEEL_LEFT}"].revision < taken.state[f"ohsa/{HEEL_RIGHT}"].revision


def test_the_same_tap_twice_is_one_tap(app: Flask, people: Cast) -> None:
    squat = an_assessment()
    tap = a_tap()
    first = record_taps(squat.id, [tap], by=people.coach)
    taps(squat, f"{HEEL_LEFT}=2")
    again = record_taps(squat.id, [tap], by=people.coach)
    assert first.acked == again.acked == [tap.key]
    assert stated(squat)[HEEL_LEFT].value == "2", "a repeat must not take back what came after it"
    assert how_many(squat) == 2


def test_a_key_with_other_contents_is_refused(app: Flask, people: Cast) -> None:
    squat = an_assessment()
    tap = a_tap()
    record_taps(squat.id, [tap], by=people.coach)
    taken = record_taps(squat.id, [a_tap(HEEL_RIGHT, "2", key=tap.key)], by=people.coach)
    assert (taken.acked, [one.key for one in taken.refused]) == ([], [tap.key])
    assert HEEL_RIGHT not in stated(squat)


def test_a_late_tap_does_not_overwrite_a_newer_answer_of_somebody_else(app: Flask, people: Cast) -> None:
    squat = an_assessment()
    taps(squat, f"{HEEL_LEFT}=2", by=people.other_coach)
    late = a_tap(value="1", seen=0)
    taken = record_taps(squat.id, [late], by=people.coach)
    assert taken.acked == [late.key], "it is kept, so the tablet must not send it again"
    (conflict,) = taken.conflicts
    assert (conflict.value, conflict.kept, conflict.by) == ("1", "2", "Jonas Keller")
    assert stated(squat)[HEEL_LEFT].value == "2"
    (shown,) = disagreements(taps_of(squat.id))
    assert (shown.value, shown.by, shown.kept, shown.kept_by) == ("1", "Dana Whitfield", "2", "Jonas Keller")


def test_a_conflict_whose_answer_was_lost_is_told_again(app: Flask, people: Cast) -> None:
    squat = an_assessment()
    taps(squat, f"{HEEL_LEFT}=2", by=people.other_coach)
    late = a_tap(value="1")
    record_taps(squat.id, [late], by=people.coach)
    assert [one.key for one in record_taps(squat.id, [late], by=people.coach).conflicts] == [late.key]


def test_the_tablet_whose_answer_is_kept_learns_of_a_conflict_too(app: Flask, people: Cast) -> None:
    squat = an_assessment()
    record_taps(squat.id, [a_tap(value="2")], by=people.other_coach, device="floor")
    seen = record_taps(squat.id, [], by=people.other_coach, device="floor").state[f"ohsa/{HEEL_LEFT}"].revision
    record_taps(squat.id, [a_tap(value="1")], by=people.coach, device="desk")
    (told,) = record_taps(squat.id, [], by=people.other_coach, device="floor", since=seen).disputes
    assert (told.station, told.field, told.value, told.by) == ("ohsa", HEEL_LEFT, "1", "Dana Whitfield")
    assert record_taps(squat.id, [], by=people.coach, device="desk", since=seen).disputes == [], "it was told already"
    record_taps(squat.id, [a_tap(value="1", seen=10**9)], by=people.other_coach, device="floor")
    assert record_taps(squat.id, [], by=people.owner, device="third", since=seen).disputes == []


def test_a_conflict_is_settled_by_the_next_word(app: Flask, people: Cast) -> None:
    squat = an_assessment()
    newest = taps(squat, f"{HEEL_LEFT}=2", by=people.other_coach).state[f"ohsa/{HEEL_LEFT}"].revision
    taps(squat, f"{HEEL_LEFT}=1")
    taps(squat, f"{HEEL_LEFT}=1", seen=newest)
    assert disagreements(taps_of(squat.id)) == []
    assert stated(squat)[HEEL_LEFT].value == "1"


def test_saying_what_stands_already_is_no_conflict(app: Flask, people: Cast) -> None:
    squat = an_assessment()
    taps(squat, f"{HEEL_LEFT}=2", by=people.other_coach)
    assert taps(squat, f"{HEEL_LEFT}=2").conflicts == []


def test_ones_own_later_taps_build_on_ones_own(app: Flask, people: Cast) -> None:
    squat = an_assessment()
    taps(squat, f"{HEEL_LEFT}=1")
    assert taps(squat, f"{HEEL_LEFT}=2", seen=0).conflicts == []
    assert stated(squat)[HEEL_LEFT].value == "2"


def test_a_late_tap_does_not_overwrite_what_the_same_coach_said_on_another_tablet(app: Flask, people: Cast) -> None:
    squat = an_assessment()
    recorded = squat.id
    record_taps(recorded, [a_tap(value="2")], by=people.coach, device="desk")
    (conflict,) = record_taps(recorded, [a_tap(value="1", seen=0)], by=people.coach, device="floor").conflicts
    assert (conflict.value, conflict.kept, conflict.by) == ("1", "2", "Dana Whitfield on another tablet")
    (shown,) = disagreements(taps_of(recorded))
    assert (shown.by, shown.kept_by) == ("Dana Whitfield", "Dana Whitfield on another tablet")
    assert stated(squat)[HEEL_LEFT].value == "2"
    assert record_taps(recorded, [a_tap(value="1", seen=0)], by=people.coach, device="desk").conflicts == []
    assert stated(squat)[HEEL_LEFT].value == "1"


def test_the_answer_tells_what_others_changed_since(app: Flask, people: Cast) -> None:
    squat = an_assessment()
    seen = taps(squat, f"{HEEL_LEFT}=1").state[f"ohsa/{HEEL_LEFT}"].revision
    taps(squat, f"{HEEL_RIGHT}=2", by=people.other_coach)
    taken = record_taps(squat.id, [], by=people.coach, since=seen)
    assert {field: one.stated.value for field, one in taken.state.items()} == {f"ohsa/{HEEL_RIGHT}": "2"}


@pytest.mark.parametrize("state", [State.complete, State.voided])
def test_a_locked_assessment_takes_nothing(app: Flask, people: Cast, state: State) -> None:
    squat = an_assessment()
    with write():
        squat.state = state
    with pytest.raises(Locked):
        taps(squat, f"{HEEL_LEFT}=1")
    assert how_many(squat) == 0


def test_the_board_opens_where_it_was_left(app: Flask, people: Cast) -> None:
    squat = an_assessment()
    record_taps(squat.id, [], by=people.coach, station="ohsa", view="posterior")
    assert recording(squat).view == "posterior"


def test_undo_takes_back_whole_changes_and_only_ones_own(app: Flask, people: Cast) -> None:
    squat = an_assessment()
    one = squat.id
    taps(squat, f"{HEEL_LEFT}=1", by=people.other_coach)
    moment = utcnow()
    both = [
        TapIn(secrets.token_hex(16), "ohsa", field, "2", "lateral", 10**9, moment) for field in (HEEL_LEFT, HEEL_RIGHT)
    ]
    record_taps(one, both, by=people.coach)
    (change,) = undo_stack(taps_of(one), people.coach.id)
    assert {(said.field, said.value) for said in change} == {(HEEL_LEFT, "1"), (HEEL_RIGHT, "")}
    back = [
        TapIn(secrets.token_hex(16), "ohsa", said.field, said.value, said.view, 10**9, None, True) for said in change
    ]
    record_taps(one, back, by=people.coach)
    assert undo_stack(taps_of(one), people.coach.id) == []
    assert stated(squat)[HEEL_LEFT].value == "1"
