"""Letters over the weeks of a referral: drafted by themselves, read, released, sent, and stopped."""

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from studio.extensions import db
from studio.models.assessments import Assessment
from studio.models.letters import Letter, LetterKind, letters_of
from studio.models.mails import Mail
from studio.models.mails import State as MailState
from studio.models.papers import letter_paper
from studio.models.referrals import State
from studio.operations import assessment_changes, assessments, papers
from studio.operations.letters import drafting, releasing, sending
from studio.sheets.letter import LetterSheet

from ..builders import a_client, a_complete_assessment, taps
from ..documents import reading
from ..letters import a_draft_letter, letter_of, priya, referred, shared, the_house, week
from ..people import Cast


def now(letter: Letter) -> LetterSheet:
    return releasing.sheet_now(letter, the_house(), by=Cast().coach)


def out(letter: Letter) -> Letter:
    """Read, released and queued as a mail."""
    releasing.read(letter, by=Cast().coach)
    releasing.release(letter, studio=the_house(), by=Cast().coach)
    sending.send(letter, "pdf", studio=the_house(), by=Cast().coach)
    return letter


def test_three_letters_are_drafted_over_twelve_weeks_each_within_five_working_days(app: Flask) -> None:
    with week(0):
        referral = referred()
        client, therapist = referral.client, referral.therapist
        assert client
        assert therapist
        shared(client, therapist)
    with week(1):
        first = a_complete_assessment(client, "f:knee_valgus:left=2", "f:heel_rises:right=1")
        letter = letter_of(client, LetterKind.assessed)
        assert letter.due_on == date(2026, 9, 15)
        sheet = now(letter)
        assert (sheet.days, sheet.heading) == (("8 Sep",), "First movement screen")
        assert [(row.name, row.side, row.values) for row in sheet.findings] == [
            ("Knee moves inward", "left", ("2",)),
            ("Heel lifts", "right", ("1",)),
        ]
        out(letter)
    with week(7):
        second = a_complete_assessment(client, "f:knee_valgus:left=1", "f:heel_rises:right=1")
        letter = letter_of(client, LetterKind.week_6)
        assert letter.basis == [first.assessment_id, second.assessment_id]
        sheet = now(letter)
        assert sheet.heading == "Movement re-screen at week 6"
        assert [(row.side, row.values, row.change) for row in sheet.findings] == [
            ("left", ("2", "1"), "Likely better"),
            ("right", ("1", "1"), "Same"),
        ]
        out(letter)
    with week(13):
        third = a_complete_assessment(client, "f:heel_rises:right=1", by=Cast().other_coach)
        letter = letter_of(client, LetterKind.week_12)
        assert letter.basis == [first.assessment_id, second.assessment_id, third.assessment_id]
        sheet = now(letter)
        assert sheet.findings[0].values == ("2", "1", "0")
        assert "Dana Whitfield and Jonas Keller rated" in sheet.graded
        assert sheet.consent.startswith("Sent with the client’s consent of 1 Sep 2026 (signed; S-")
        assert referral.state is State.assessed
        out(letter)
        assert referral.state is State.finished
        sending.call_back(letter, by=Cast().coach)
        assert referral.state is State.assessed
        sending.send(letter, "pdf", studio=the_house(), by=Cast().coach)
    mails = db.session.scalars(select(Mail)).all()
    assert [mail.to for mail in mails] == ["priya@harbour.example"] * 4  # one of them was called back
    for mail in mails:
        assert "Nora" not in mail.subject + mail.text
        assert "knee" not in (mail.subject + mail.text).casefold()
    assert len(letters_of(client.id)) == 3


def test_nothing_is_drafted_for_who_came_without_a_referral_or_was_declined(app: Flask) -> None:
    a_complete_assessment(client := a_client())
    assert letters_of(client.id) == []


def test_a_screen_outside_the_windows_asks_for_no_letter(app: Flask) -> None:
    with week(0):
        client = referred().client
        a_complete_assessment(client)
    with week(3):
        a_complete_assessment(client)
    assert client is not None
    assert [one.kind for one in letters_of(client.id)] == [LetterKind.assessed]


def test_a_late_letter_names_the_screen_whose_window_is_open(app: Flask) -> None:
    with week(0):
        client = referred().client
        a_complete_assessment(client)
    assert client is not None
    with week(6):
        assert "Re-screen at week 6," in now(letter_of(client, LetterKind.assessed)).plan


def test_a_draft_follows_an_amendment_and_a_released_letter_begins_anew(app: Flask) -> None:
    letter = a_draft_letter()
    client = letter.client
    assessment = a_last_assessment(letter)
    assessment_changes.amend(assessment, "Looked at the video", by=Cast().coach)
    taps(assessment, "f:knee_valgus:left=1")
    assessments.complete(assessment, by=Cast().coach, taps=0, zone="Europe/London")
    assert (letter.revision, now(letter).findings[0].values) == (1, ("1",))
    releasing.read(letter, by=Cast().coach)
    first = releasing.release(letter, studio=the_house(), by=Cast().coach)
    assessment_changes.amend(assessment, "And again", by=Cast().coach)
    taps(assessment, "f:knee_valgus:left=2")
    assessments.complete(assessment, by=Cast().coach, taps=0, zone="Europe/London")
    assert (letter.revision, letter.stage, letter.read_by) == (2, "draft", [])
    assert now(letter).findings[0].values == ("2",)
    assert "Knee moves inward left 1" in reading.text(papers.read(first)), "what was set stays as it was"
    assert client is not None


def a_last_assessment(letter: Letter) -> Assessment:
    return db.session.get_one(Assessment, letter.basis[-1])


def test_a_mail_that_is_still_held_is_stopped_when_its_screen_changes(app: Flask) -> None:
    letter = out(a_draft_letter())
    mail, assessment = letter.mail, a_last_assessment(letter)
    assert mail
    assessment_changes.amend(assessment, "Looked at the video", by=Cast().coach)
    taps(assessment, "f:knee_valgus:left=1")
    assessments.complete(assessment, by=Cast().coach, taps=0, zone="Europe/London")
    assert (mail.state, letter.stage) == (MailState.cancelled, "draft")
    again = out(letter).mail
    assessment_changes.void(assessment, "The wrong person", by=Cast().coach)
    assert again
    assert (again.state, letter.stage) == (MailState.cancelled, "dropped")


def test_a_screen_taken_out_of_use_takes_its_draft_along(app: Flask) -> None:
    letter = a_draft_letter()
    assessment_changes.void(a_last_assessment(letter), "The wrong person", by=Cast().coach)
    assert (letter.stage, letter.dropped_reason) == ("dropped", drafting.VOIDED)


def test_nobody_releases_what_nobody_has_read(app: Flask) -> None:
    letter = a_draft_letter()
    with pytest.raises(releasing.Unread):
        releasing.release(letter, studio=the_house(), by=Cast().coach)
    releasing.read(letter, by=Cast().coach)
    releasing.reword(
        letter, {"questions": "May she jump?"}, seen=releasing.mark_of(letter), studio=the_house(), by=Cast().coach
    )
    with pytest.raises(releasing.Unread):  # its words are others now
        releasing.release(letter, studio=the_house(), by=Cast().coach)
    releasing.read(letter, by=Cast().other_coach)
    paper = releasing.release(letter, studio=the_house(), by=Cast().coach)
    told = reading.text(papers.read(paper))
    assert "Read by Jonas Keller, released by Dana Whitfield" in told
    assert "One question 1. May she jump?" in told
    assert letter_paper(letter.id, 1) is paper


def test_two_people_do_not_write_over_one_another(app: Flask) -> None:
    letter = a_draft_letter()
    seen = releasing.mark_of(letter)
    releasing.reword(letter, {"note": "One"}, seen=seen, studio=the_house(), by=Cast().coach)
    with pytest.raises(releasing.Stale):
        releasing.reword(letter, {"note": "Two"}, seen=seen, studio=the_house(), by=Cast().other_coach)
    assert letter.words == {"note": "One"}


def test_a_letter_by_hand_for_any_client_and_any_therapist(app: Flask) -> None:
    client, therapist = a_client(), priya()
    a_complete_assessment(client, "f:heel_rises:left=1")
    letter = drafting.draft_now(client, therapist, asks=False, by=Cast().coach)
    assert (letter.kind, len(letter.basis)) == (LetterKind.assessed, 1)
    assert client.name in now(letter).about
    question = drafting.draft_now(client, therapist, asks=True, by=Cast().coach)
    words = {"told": "It clicks", "questions": "May she jump?\nMay she run?", "urgency": "today"}
    releasing.reword(question, words, seen=releasing.mark_of(question), studio=the_house(), by=Cast().coach)
    sheet = now(question)
    assert sheet.questions == ("May she jump?", "May she run?")
    assert ("Told us", "It clicks") in [(one.label, one.words) for one in sheet.facts]
    assert sheet.findings == ()
