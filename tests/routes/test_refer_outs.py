"""Refer-out letters: drafted by what was answered or felt, worded, printed, answered."""

from collections.abc import Callable

import pytest
from flask import Flask

from studio.clock import today
from studio.extensions import db
from studio.models.clearances import clearances_of
from studio.models.clients import Client
from studio.models.gates import may_start
from studio.models.refer_outs import ReferOut, refer_outs_of
from studio.operations import assessments

from ..browse import Browser
from ..builders import a_client, a_complete_assessment, a_refer_out, an_assessment, taps, well
from ..documents import reading
from ..people import Cast

REPLY = {
    "reply": "full",
    "by": "Dr Adeyemi",
    "role": "physician",
    "on-day": "1",
    "on-month": "11",
    "on-year": "2026",
    "until-day": "1",
    "until-month": "11",
    "until-year": "2099",
}


@pytest.fixture
def coach(browse: Callable[..., Browser], people: Cast) -> Browser:
    return browse(people.coach)


def shut(client: Client) -> bool:
    return may_start(client, today("Europe/London")).gate.shut


def letter(row: ReferOut) -> str:
    db.session.expire_all()
    return row.answer.value


def test_a_ticked_red_flag_blocks_and_stands_on_the_clients_page_and_on_today(coach: Browser) -> None:
    row = a_refer_out(a_client("Ada Flagged"))
    assert shut(row.client)
    assert "Referred out" in coach.get("clients.show", client_id=row.client_id).select_one("#before").text
    assert "Ada Flagged" in coach.get("today.show").select_one(".referred").text
    page = coach.get("refer_outs.show", refer_out_id=row.id)
    assert "Somebody must look within 1–2 weeks" in page.text
    assert "written clearance before starting" in page.text


def test_what_is_known_is_in_the_letter_before_anybody_types(coach: Browser) -> None:
    client = a_client(ready=False)
    pain = {"about": "screen_10", "region": "knee", "side": "left", "said": ["now"], "intensity": 4, "since": "May"}
    answers = {f"screen_{number}": number in (5, 10) for number in range(1, 11)} | {"screen_5.thinner": True}
    well(client, answers=answers, areas=[pain], words="Worse on stairs", pressure={"readings": [[138, 86]]})
    coach.post(
        "readiness_checks.update", {"flags": "rf_night", "systolic": "138", "diastolic": "86"}, client_id=client.id
    )
    (row,) = refer_outs_of(client.id)
    assert row.words["reported"] == "Worse on stairs; left knee hurts now, 4 of 10, since May"
    assert row.words["known"] == "blood thinner"
    assert row.words["measurements"] == "Blood pressure 138/86 at rest"
    assert row.regions == ["knee"]
    assert row.words["not_done"].startswith("No test and no exercise of the area named")
    whole = a_refer_out(a_client("Ada Flagged"))
    assert whole.regions == []
    assert whole.words["not_done"] == "No test and no exercise, until we hear from you."


def test_a_clinician_reads_the_blood_pressure_and_not_what_the_coach_does_about_it(coach: Browser) -> None:
    client = a_client()
    coach.post("readiness_checks.update", {"systolic": "168", "diastolic": "102"}, client_id=client.id)
    (row,) = refer_outs_of(client.id)
    assert row.reasons[0]["text"].endswith("light walking talk only")
    printed = reading.text(coach.http.get(f"/refer-outs/{row.id}/versions/{row.revision}.pdf").data)
    assert "Blood pressure 168/102" in printed
    assert "walking talk" not in printed


def test_the_letter_is_worded_printed_and_a_reprint_is_the_same(coach: Browser) -> None:
    row = a_refer_out()
    words = {"recipient": "Alex Rivera, PT", "observed": "Overhead squat", "accepted": "yes", "seen": str(row.revision)}
    coach.post("refer_outs.update", words, refer_out_id=row.id)
    db.session.expire_all()
    first = coach.http.get(f"/refer-outs/{row.id}/versions/{row.revision}.pdf")
    assert first.mimetype == "application/pdf"
    assert "refer-out" in first.headers["Content-Disposition"]
    told = reading.text(first.data)
    assert "To Alex Rivera, PT" in told
    assert "The client has accepted it." in told
    assert "(rf_stress_fx)" in told
    assert coach.http.get(f"/refer-outs/{row.id}/versions/{row.revision}.pdf").data == first.data
    coach.get("refer_out_letters.show", refer_out_id=row.id, number=row.revision + 1, expect=404)


def test_the_page_says_what_the_letter_still_lacks(coach: Browser) -> None:
    row = a_refer_out()
    lacks = coach.get("refer_outs.show", refer_out_id=row.id).select_one(".letter-page__missing").text
    assert "who it goes to, an emergency contact, the client’s own words, what you saw" in lacks
    words = {"recipient": "Alex Rivera, PT", "contact": "Sam", "reported": "It burns", "observed": "A limp"}
    coach.post("refer_outs.update", words | {"accepted": "no", "seen": str(row.revision)}, refer_out_id=row.id)
    db.session.expire_all()
    assert not coach.get("refer_outs.show", refer_out_id=row.id).select(".letter-page__missing")


def test_what_paper_cannot_print_is_said_before_the_letter_is_printed(coach: Browser) -> None:
    row = a_refer_out()
    coach.post("refer_outs.update", {"reported": "它疼", "seen": str(row.revision)}, refer_out_id=row.id)
    db.session.expire_all()
    page = coach.get("refer_outs.show", refer_out_id=row.id).get_text(" ", strip=True)
    assert "On paper: “它疼” has characters our paper cannot print (它疼). They appear as □." in page


def test_an_emergency_asks_for_its_incident_record_which_stays_on_file(coach: Browser) -> None:
    row = a_refer_out()
    assert not coach.get("refer_outs.show", refer_out_id=row.id).select("[name=incident], [name=phoned]")
    coach.post("readiness_checks.update", {"flags": "rf_chest_now"}, client_id=row.client_id)
    today = coach.get("today.show").select_one(".referred").get_text(" ", strip=True)
    assert "incident record to write phone them the next working day" in today
    words = {"incident": "14:05 rang 999, stayed, AED to hand", "phoned": "", "seen": str(row.revision)}
    coach.post("refer_outs.update", words, refer_out_id=row.id)
    db.session.expire_all()
    page = coach.get("refer_outs.show", refer_out_id=row.id)
    assert "rang 999" in page.select_one("textarea[name=incident]").text
    printed = coach.http.get(f"/refer-outs/{row.id}/versions/{row.revision}.pdf")
    assert "rang 999" not in reading.text(printed.data)
    assert "incident record" not in coach.get("today.show").select_one(".referred").text


def test_two_who_word_a_letter_at_once_do_not_lose_a_word(coach: Browser) -> None:
    row = a_refer_out()
    seen = str(row.revision)
    coach.post("refer_outs.update", {"observed": "One", "seen": seen}, refer_out_id=row.id)
    page = coach.post("refer_outs.update", {"observed": "Two", "seen": seen}, expect=409, refer_out_id=row.id)
    assert page.select_one("textarea[name=observed]").text.strip() == "Two"
    assert "changed this letter meanwhile" in page.text


def test_a_clinicians_answer_opens_the_gate_and_is_put_on_file(app: Flask, coach: Browser) -> None:
    row = a_refer_out()
    coach.post("refer_out_replies.create", REPLY, refer_out_id=row.id)
    assert letter(row) == "full"
    assert not shut(row.client)
    (word,) = clearances_of(row.client_id)
    assert (word.level.value, word.said_by) == ("full", "Dr Adeyemi")
    assert not coach.get("today.show").select(".referred")
    coach.post("refer_out_replies.delete", refer_out_id=row.id)
    assert letter(row) == "none"
    assert shut(row.client)


def test_not_yet_keeps_the_gate_shut(coach: Browser) -> None:
    row = a_refer_out()
    coach.post("refer_out_replies.create", REPLY | {"reply": "not yet"}, refer_out_id=row.id)
    assert shut(row.client)
    assert coach.get("today.show").select(".referred")


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"reply": ""}, "Choose what they wrote"),
        ({"by": ""}, "Enter who wrote it"),
        ({"role": ""}, "Choose who that is"),
        ({"until-year": ""}, "Enter day, month and year in figures, as in 12 3 1984"),
        ({"until-day": "", "until-month": "", "until-year": ""}, "Enter the day until which it holds"),
        ({"until-year": "2020"}, "Enter an end after the day it was written"),
        ({"on-year": "2098"}, "in the past"),
    ],
)
def test_an_answer_that_cannot_be_is_asked_again(coach: Browser, typed: dict[str, str], problem: str) -> None:
    row = a_refer_out()
    page = coach.post("refer_out_replies.create", REPLY | typed, expect=422, refer_out_id=row.id)
    assert problem in page.select_one(".error-summary").text
    assert letter(row) == "none"


def test_pain_in_a_test_drafts_the_letter_and_leaves_the_gate_open(app: Flask) -> None:
    client = a_client()
    squat = an_assessment(client)
    taps(squat, "pain:knee_valgus=knee.left.6")
    assessments.complete(squat, by=Cast().coach, taps=0, zone="Europe/London")
    (row,) = refer_outs_of(client.id)
    assert (row.level, row.regions, row.from_readiness) == ("PROMPT", ["knee"], False)
    assert row.words["observed"] == "Overhead squat stopped: left knee, 6 of 10"
    assert not shut(client)


def test_a_clean_assessment_drafts_nothing(app: Flask) -> None:
    client = a_client()
    a_complete_assessment(client)
    assert refer_outs_of(client.id) == []


def test_the_same_answers_taken_down_again_do_not_write_a_second_letter(coach: Browser) -> None:
    row = a_refer_out()
    coach.post("readiness_checks.update", {"flags": "rf_stress_fx"}, client_id=row.client_id)
    assert len(refer_outs_of(row.client_id)) == 1
    coach.post("readiness_checks.update", {"flags": ["rf_stress_fx", "rf_chest_now"]}, client_id=row.client_id)
    (same,) = refer_outs_of(row.client_id)
    assert (same.level, len(same.reasons)) == ("EMERGENCY", 2)
