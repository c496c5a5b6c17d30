"""The pages of letters: read, worded, released and sent, and the private address that opens one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from studio.clock import utcnow
from studio.extensions import db
from studio.models.letters import Letter, letters_of
from studio.models.mails import Mail
from studio.models.private_links import PrivateLink
from studio.models.referrals import Via
from studio.models.shares import shares_of
from studio.operations import private_links, shares
from studio.operations.letters import releasing, sending
from studio.operations.referrals.receive import Asked, receive

from ..browse import Browser
from ..builders import a_client, a_complete_assessment
from ..documents import reading
from ..letters import a_draft_letter, a_released_letter, priya, the_house
from ..people import Cast

Browse = Callable[..., Browser]


@pytest.fixture
def coach(browse: Browse, people: Cast) -> Browser:
    return browse(people.coach)


@pytest.fixture
def public(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """A house that people outside can reach."""
    monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], public_url="https://studio.example"))


def words(page: object) -> str:
    return " ".join(page.get_text(" ", strip=True).split())  # type: ignore[attr-defined]


def test_a_draft_goes_its_way_in_three_steps(coach: Browser) -> None:
    letter = a_draft_letter()
    assert "1 letter waits" in words(coach.get("letters.waiting", fragment=True))
    assert "to be read" in words(coach.get("letters.index").select_one("#waiting"))
    page = coach.get("letters.show", letter_id=letter.id)
    assert "Knee moves inward left 2" in words(page.select_one(".letter-paper"))
    assert not page.find("button", string="Release")
    coach.post("letter_readings.create", letter_id=letter.id)
    coach.post("letter_releases.create", letter_id=letter.id)
    page = coach.get("letters.show", letter_id=letter.id)
    assert "Read and released by Dana Whitfield" in words(page)
    coach.post("letter_sendings.create", {"how": "pdf"}, letter_id=letter.id)
    page = coach.get("letters.show", letter_id=letter.id)
    assert "The mail waits in the outbox for three minutes" in words(page)
    index = coach.get("letters.index")
    assert "No letter waits" in words(index)
    assert "100 % 1 of 1 left within five working days" in words(index)
    coach.post("letter_sendings.delete", letter_id=letter.id)
    assert "Called back" in words(coach.get("letters.show", letter_id=letter.id))


def test_what_is_typed_stands_on_the_letter_and_too_much_is_said_to_be(coach: Browser) -> None:
    letter = a_draft_letter()
    page = coach.get("letters.show", letter_id=letter.id)
    form = {box["name"]: box.get("value", box.text) for box in page.select("#words textarea, #words [name=seen]")}
    form |= {"re": "name", "questions": "May she jump?", "note": "She walks again."}
    coach.post("letters.update", form, letter_id=letter.id)
    paper = words(coach.get("letters.show", letter_id=letter.id).select_one(".letter-paper"))
    assert "One question May she jump?" in paper
    assert "Nora Lindgren" in paper
    assert db.session.get_one(Letter, letter.id).words.keys() == {"re", "questions", "note"}
    page = coach.post("letters.update", form | {"questions": "a\nb\nc\nd"}, letter_id=letter.id, expect=422)
    assert "Ask 3 questions at most" in words(page)
    assert page.find("textarea", {"name": "questions"}).text.strip() == "a\nb\nc\nd"
    page = coach.post("letters.update", form | {"note": "Two"}, letter_id=letter.id, expect=409)
    assert "Somebody changed this letter meanwhile" in words(page)


def test_without_consent_the_page_says_what_is_missing_and_leads_there(coach: Browser) -> None:
    letter = a_released_letter()
    assert letter.client
    shares.withdraw(shares_of(letter.client.id)[0], letter.client, "On the phone", by=Cast().coach)
    page = coach.get("letters.show", letter_id=letter.id)
    assert "It cannot be sent yet" in words(page)
    assert page.find("a", string="Note their consent")
    page = coach.post("letter_sendings.create", {"how": "pdf"}, letter_id=letter.id, expect=409)
    assert "No consent of the client names this reader" in words(page)
    assert not db.session.scalars(select(Mail)).all()
    coach.post("letter_sendings.create", {"how": "given"}, letter_id=letter.id)
    coach.post("letter_sendings.create", {"how": "by pigeon"}, letter_id=letter.id, expect=422)


def test_a_step_that_was_taken_meanwhile_is_not_taken_twice(coach: Browser) -> None:
    letter = a_draft_letter()
    assert "Nobody has read it" in words(coach.post("letter_releases.create", letter_id=letter.id, expect=409))
    coach.post("letter_readings.create", letter_id=letter.id)
    coach.post("letter_releases.create", letter_id=letter.id)
    for late in ("letter_releases.create", "letter_readings.create", "letter_readings.delete"):
        assert "It has gone on meanwhile" in words(coach.post(late, letter_id=letter.id, expect=409))
    coach.post("letter_releases.delete", letter_id=letter.id)
    coach.post("letter_drops.create", {"reason": ""}, letter_id=letter.id, expect=422)
    coach.post("letter_drops.create", {"reason": "Told on the phone"}, letter_id=letter.id)
    assert "Told on the phone" in words(coach.get("letters.show", letter_id=letter.id))
    coach.post("letter_drops.delete", letter_id=letter.id)
    assert db.session.get_one(Letter, letter.id).stage == "draft"


def test_the_paper_is_what_was_released_and_a_new_version_leaves_it(coach: Browser) -> None:
    letter = a_released_letter()
    address = f"/letters/{letter.id}/letter.pdf"
    first = coach.http.get(address).data
    assert "Version 1" in reading.text(first)
    coach.post("letter_revisions.create", letter_id=letter.id)
    assert "A draft: nobody has read it yet." in reading.text(coach.http.get(address).data)
    assert coach.http.get(f"/letters/{letter.id}/versions/1.pdf").data == first
    assert coach.http.get(f"/letters/{letter.id}/versions/9.pdf").status_code == 404


def test_a_private_address_shows_who_sends_what_and_opens_the_letter_by_a_button(
    public: None, browse: Browse, coach: Browser
) -> None:
    letter = a_released_letter()
    sending.send(letter, "link", studio=the_house(), by=Cast().coach)
    mail = db.session.scalars(select(Mail)).one()
    address = next(line for line in mail.text.splitlines() if "/letter/" in line).removeprefix("https://studio.example")
    stranger = browse()
    page = stranger.go(address)
    assert "A letter for Priya Raghunathan" in words(page)
    assert "Nora" not in page.text
    assert stranger.last
    assert stranger.last.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in stranger.last.headers["Cache-Control"]
    assert db.session.scalars(select(PrivateLink)).one().opened == 0
    answer = stranger.http.get(page.select_one("main a[href$='.pdf']")["href"])
    assert "Knee moves inward" in reading.text(answer.data)
    assert "Nora" not in answer.headers["Content-Disposition"]
    assert "opened 1 time" in words(coach.get("letters.show", letter_id=letter.id))


def test_a_wrong_an_ended_and_a_revoked_address_answer_alike(public: None, browse: Browse, coach: Browser) -> None:
    letter = a_released_letter()
    keys = [private_links.open_letter(letter) for _ in range(2)]
    db.session.commit()
    coach.post("letter_link_endings.create", letter_id=letter.id)
    revoked = browse().http.get(f"/letter/{keys[0]}")
    again = private_links.open_letter(letter)
    db.session.commit()
    with time_machine.travel(utcnow() + timedelta(days=91), tick=False):
        ended = browse().http.get(f"/letter/{again}")
        paper = browse().http.get(f"/letter/{again}.pdf")
    wrong = browse().http.get(f"/letter/{'A2' * 16}")
    assert {one.status_code for one in (revoked, ended, wrong, paper)} == {404}
    assert revoked.data == ended.data == wrong.data
    assert b"Nora" not in wrong.data


def test_strangers_and_the_desk_come_to_no_letter(app: Flask, browse: Browse, people: Cast) -> None:
    letter = a_released_letter()
    for address in (f"/letters/{letter.id}", f"/letters/{letter.id}/letter.pdf", "/letters"):
        assert browse().http.get(address).status_code == 302
        assert browse(people.front_desk).http.get(address).status_code == 403


def test_a_letter_is_begun_by_hand_from_the_clients_page(coach: Browser) -> None:
    client, therapist = a_client(), priya()
    a_complete_assessment(client, "f:heel_rises:right=1")
    page = coach.get("client_letters.index", client_id=client.id, fragment=True)
    assert "Nobody may be told yet" in words(page)
    coach.get("client_letters.new", client_id=client.id)
    coach.post("client_letters.create", {"asks": "question"}, client_id=client.id, expect=422)
    told = {"asks": "question", "therapist": str(therapist.id)}
    coach.post("client_letters.create", told, client_id=client.id)
    page = coach.follow()
    assert "How urgent is it?" in words(page)
    assert "Question" in words(coach.get("client_letters.index", client_id=client.id, fragment=True))
    assert len(letters_of(client.id)) == 1


def test_a_receipt_without_an_address_is_printed_and_marked_as_gone(coach: Browser) -> None:
    sender = {"name": "Alex Rivera", "clinic": "Lakeside"}
    receive(Asked(via=Via.web, sender=sender, person={"name": "Nora"}, story={"reason": "Knee"}), "KEY2" * 8)
    letter = db.session.scalars(select(Letter)).one()
    assert "to be printed or faxed" in words(coach.get("letters.index"))
    assert "Your referral has reached us" in words(coach.get("letters.show", letter_id=letter.id))
    told = reading.text(coach.http.get(f"/letters/{letter.id}/letter.pdf").data)
    assert "Alex Rivera" in told
    coach.post("letter_sendings.create", {"how": "fax"}, letter_id=letter.id)
    assert "No letter waits" in words(coach.get("letters.index"))


def test_overdue_letters_come_first_and_are_counted(coach: Browser) -> None:
    with time_machine.travel(utcnow() - timedelta(days=20), tick=False):
        late = a_draft_letter()
    client = a_client("Ada Later")
    assert late.client
    page = coach.get("letters.index")
    assert "overdue since" in words(page.select_one("#waiting li"))
    assert "0 % 0 of 1" in words(page)
    assert "1 overdue" in words(coach.get("letters.waiting", fragment=True))
    releasing.read(late, by=Cast().coach)
    assert client.id
