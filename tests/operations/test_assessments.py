"""An assessment from its start to its frozen versions, and what may still happen to it."""

import pytest
from flask import Flask
from sqlalchemy import select

from studio.ces.analysis import analyse
from studio.ces.catalogue import catalogue
from studio.ces.interchange import read_case, write_analysis
from studio.extensions import db
from studio.models.assessments import Assessment, AssessmentVersion, State
from studio.models.events import Event
from studio.models.recorded import results_in
from studio.operations.assessment_changes import amend, move, void
from studio.operations.assessments import NotOpen, Stale, TapsMissing, complete, start, write_note
from studio.version import VERSION

from ..builders import a_client, a_complete_assessment, an_assessment, rest_is_clean, taps, well
from ..people import Cast

ZONE = "Europe/London"
FOUND = ("f:heel_rises:left=1", "f:heel_rises:right=2")


def kinds(client_id: int) -> list[str]:
    found = select(Event.kind).where(Event.client_id == client_id, Event.kind.startswith("assessment."))
    return list(db.session.scalars(found.order_by(Event.id)))


def test_starting_twice_goes_on_with_the_open_one(app: Flask, people: Cast) -> None:
    client = a_client()
    first = start(client, by=people.coach)
    assert start(client, by=people.other_coach).id == first.id
    assert kinds(client.id) == ["assessment.started"]


def test_completing_freezes_findings_case_and_analysis(app: Flask, people: Cast) -> None:
    version = a_complete_assessment(a_client(), *FOUND)
    assert (version.number, version.assessment.state) == (1, State.complete)
    assert version.catalogue == catalogue().version
    assert version.analysis["score"]["ohsa"] == 92.5
    assert {one["muscle"] for one in version.analysis["overactive"]} >= {"soleus"}
    case = read_case(version.case)
    assert {(one.side, one.severity) for one in case.assessments[0].findings} == {("left", 1), ("right", 2)}


def test_the_frozen_case_gives_the_same_answer_through_analyse(app: Flask, people: Cast) -> None:
    client = a_client(ready=False)
    well(client, flags={"rf_stress_fx": True})
    squat = an_assessment(client)
    taps(
        squat, *FOUND, "depth=partial", "v:posterior=nt", "f:arms_fall_forward:left=nt", "pain:knee_valgus=knee.left.2"
    )
    rest_is_clean(squat)
    version = complete(squat, by=people.coach, taps=0, zone=ZONE)
    assert version.analysis["refer_out"]["level"] == "PROMPT"
    assert write_analysis(analyse(read_case(version.case), catalogue(), VERSION)) == version.analysis


def test_pain_in_a_region_for_the_second_time_is_asked_about_sooner(app: Flask, people: Cast) -> None:
    client = a_client()
    first = a_complete_assessment(client, "pain:knee_valgus=knee.left.2")
    assert first.analysis["refer_out"]["level"] == "LOCAL_STOP"
    again = a_complete_assessment(client, "pain:knee_valgus=knee.right.1")
    assert again.analysis["refer_out"]["level"] == "PROMPT"


def test_what_was_not_tested_is_kept_and_never_scored_as_clean(app: Flask, people: Cast) -> None:
    squat = an_assessment()
    taps(squat, "v:posterior=nt", "f:arms_fall_forward:left=nt", "f:arms_fall_forward:right=nt")
    rest_is_clean(squat)
    version = complete(squat, by=people.coach, taps=0, zone=ZONE)
    (result,) = results_in(version.recorded)
    assert ("ohsa.arms_fall_forward", "left") in result.untested
    assert version.analysis["score"]["coverage"] == 0.8


def test_pain_withholds_the_score_and_blocks_the_region(app: Flask, people: Cast) -> None:
    squat = an_assessment()
    taps(squat, *FOUND, "pain:low_back_arches=low_back.mid.4")
    version = complete(squat, by=people.coach, taps=0, zone=ZONE)
    assert version.stopped_for_pain
    assert version.analysis["score"] == {"ohsa": None, "coverage": None, "withheld": "pain"}
    assert version.analysis["refer_out"]["blocked_regions"] == ["low_back"]


def test_completing_waits_for_every_tap(app: Flask, people: Cast) -> None:
    squat = an_assessment()
    taps(squat, *FOUND)
    with pytest.raises(TapsMissing):
        complete(squat, by=people.coach, taps=3, zone=ZONE)
    assert squat.state == State.open
    assert complete(squat, by=people.coach, taps=2, zone=ZONE).number == 1


def test_completing_twice_makes_one_version(app: Flask, people: Cast) -> None:
    version = a_complete_assessment()
    assert complete(version.assessment, by=people.coach, taps=0, zone=ZONE).id == version.id


def test_an_amendment_keeps_the_original_and_makes_the_next_version(app: Flask, people: Cast) -> None:
    version = a_complete_assessment(a_client(), *FOUND)
    squat = version.assessment
    amend(squat, "The right heel was mild", by=people.other_coach)
    assert squat.state == State.amending
    newest = taps(squat, "f:heel_rises:right=1", by=people.other_coach, seen=10**6)
    assert newest.conflicts == []
    second = complete(squat, by=people.other_coach, taps=1, zone=ZONE)
    assert (second.number, second.reason, second.user.name) == (2, "The right heel was mild", "Jonas Keller")
    first = db.session.get_one(AssessmentVersion, version.id)
    assert results_in(first.recorded)[0].findings != results_in(second.recorded)[0].findings
    assert (squat.state, squat.reason) == (State.complete, "")
    assert kinds(squat.client_id)[-2:] == ["assessment.amendment-started", "assessment.amended"]


def test_only_a_complete_assessment_is_amended(app: Flask, people: Cast) -> None:
    squat = an_assessment()
    with pytest.raises(NotOpen):
        amend(squat, "Too early", by=people.coach)


def test_a_voided_assessment_is_final(app: Flask, people: Cast) -> None:
    squat = a_complete_assessment().assessment
    void(squat, "Recorded twice", by=people.coach)
    void(squat, "Again", by=people.coach)
    assert (squat.state, squat.reason) == (State.voided, "Recorded twice")
    with pytest.raises(NotOpen):
        amend(squat, "Second thoughts", by=people.coach)
    with pytest.raises(NotOpen):
        complete(squat, by=people.coach, taps=0, zone=ZONE)


def test_a_moved_assessment_stands_in_both_trails(app: Flask, people: Cast) -> None:
    wrong, right = a_client(), a_client()
    squat = a_complete_assessment(wrong).assessment
    move(squat, right, "Wrong name tapped", by=people.coach)
    assert db.session.get_one(Assessment, squat.id).client_id == right.id
    assert kinds(wrong.id)[-1] == "assessment.moved-away"
    assert kinds(right.id) == ["assessment.moved-here"]
    with_reason = select(Event.summary).where(Event.kind.startswith("assessment.moved"))
    assert all("Wrong name tapped" in summary for summary in db.session.scalars(with_reason))


def test_two_notes_never_overwrite_each_other_unseen(app: Flask, people: Cast) -> None:
    squat = an_assessment()
    assert write_note(squat, "Hips feel stiff", seen=0, by=people.coach) == 1
    with pytest.raises(Stale) as stale:
        write_note(squat, "Knees feel stiff", seen=0, by=people.other_coach)
    assert (stale.value.theirs, stale.value.revision) == ("Hips feel stiff", 1)
    assert write_note(squat, "Both feel stiff", seen=1, by=people.other_coach) == 2


def test_a_note_whose_answer_was_lost_does_not_conflict_with_itself(app: Flask, people: Cast) -> None:
    squat = an_assessment()
    write_note(squat, "Hips", seen=0, by=people.coach)
    assert write_note(squat, "Hips feel stiff", seen=0, by=people.coach, sent_before=["Hips"]) == 2


def test_no_event_tells_what_was_seen(app: Flask, people: Cast) -> None:
    squat = a_complete_assessment(a_client(), *FOUND, "f:knee_valgus:left=2").assessment
    amend(squat, "The knee was fine", by=people.coach)
    for event in db.session.scalars(select(Event).where(Event.client_id == squat.client_id)):
        assert "heel" not in f"{event.summary} {event.particulars}".lower()
        assert "knee" not in f"{event.summary} {event.particulars}".lower()
