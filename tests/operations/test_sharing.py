"""Where a letter may go: only to whom the client named, only while it holds, each time written down."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from studio.extensions import db
from studio.models.consents import consents_of, grants_of
from studio.models.database import write
from studio.models.events import Event
from studio.models.mails import State as MailState
from studio.models.private_links import What
from studio.models.shares import share_with
from studio.models.studios import studio_today
from studio.operations import consents, outbox, private_links, shares
from studio.operations.letters import releasing, sending

from ..letters import a_released_letter, priya, the_house
from ..people import Cast


def test_a_letter_goes_only_where_the_consent_names_its_reader(app: Flask) -> None:
    letter = a_released_letter()
    assert letter.client
    assert letter.therapist
    share = shares.shares_of(letter.client.id)[0]
    shares.withdraw(share, letter.client, "Said so on the phone", by=Cast().coach)
    for go in (lambda: sending.send(letter, "pdf", studio=the_house(), by=Cast().coach),
               lambda: sending.hand(letter, "fax", studio=the_house(), by=Cast().coach)):  # fmt: skip
        with pytest.raises(sending.NotCovered):
            go()
    sending.hand(letter, "given", studio=the_house(), by=Cast().coach)
    assert letter.stage == "gone"
    told = db.session.scalars(select(Event).where(Event.kind == "letter.disclosed")).one()
    assert (told.summary, told.particulars["how"]) == ("Assessed letter to the client", "given")


def test_a_consent_for_one_therapist_is_none_for_another_and_ends_on_its_day(app: Flask) -> None:
    letter = a_released_letter()
    assert letter.client
    assert letter.therapist
    other = priya(name="Somebody Else", email="else@harbour.example")
    with write():
        letter.therapist_id, letter.therapist = other.id, other
    with pytest.raises(sending.NotCovered):
        sending.send(letter, "pdf", studio=the_house(), by=Cast().coach)
    shares.give(
        letter.client,
        other,
        shares.Said(on=studio_today() - timedelta(9), how=shares.How.told, until=studio_today() - timedelta(1)),
        by=Cast().coach,
    )
    with pytest.raises(sending.NotCovered):
        sending.send(letter, "pdf", studio=the_house(), by=Cast().coach)


def test_each_disclosure_is_an_event_with_who_got_what(app: Flask) -> None:
    letter = a_released_letter()
    sending.send(letter, "pdf", studio=the_house(), by=Cast().coach)
    told = db.session.scalars(select(Event).where(Event.kind == "letter.disclosed")).one()
    assert told.summary == "Assessed letter to Priya Raghunathan, Harbour Street Physiotherapy"
    assert told.client_id == letter.client_id
    assert told.particulars == {"how": "mail_pdf", "therapist": letter.therapist_id, "revision": 1}
    with pytest.raises(releasing.Closed):
        sending.send(letter, "pdf", studio=the_house(), by=Cast().coach)


def test_a_mail_taken_back_in_time_leaves_the_letter_released(app: Flask) -> None:
    letter = a_released_letter()
    sending.send(letter, "pdf", studio=the_house(), by=Cast().coach)
    assert letter.stage == "gone"
    sending.call_back(letter, by=Cast().coach)
    assert (letter.stage, letter.mail and letter.mail.state) == ("released", MailState.cancelled)
    sending.send(letter, "pdf", studio=the_house(), by=Cast().coach)
    outbox.cancel(letter.mail, by=Cast().coach)  # type: ignore[arg-type]
    assert letter.stage == "released", "the same from the page of the outbox"


@pytest.mark.parametrize("whole", [False, True])
def test_a_share_taken_back_stops_a_held_mail_and_the_next_letter(app: Flask, whole: bool) -> None:
    letter = a_released_letter()
    client = letter.client
    assert client
    sending.send(letter, "pdf", studio=the_house(), by=Cast().coach)
    key = private_links.open_letter(letter)
    db.session.commit()
    if whole:
        grant = next(one for one in grants_of(consents_of(client.id)[0].id) if one.purpose == "share_pt")
        consents.withdraw(grant, client, "Said so on the phone", by=Cast().coach)
    else:
        shares.withdraw(shares.shares_of(client.id)[0], client, "Said so on the phone", by=Cast().coach)
    mail = letter.mail
    assert mail
    assert (mail.state, mail.text, letter.stage) == (MailState.cancelled, "", "released")
    assert private_links.answering(key, What.letter, asked_from="192.0.2.1") is None
    with pytest.raises(sending.NotCovered):
        sending.send(letter, "pdf", studio=the_house(), by=Cast().coach)
    if whole:
        consents.restore(grant, client, by=Cast().coach)
        assert share_with(client.id, letter.therapist_id or 0, studio_today()), "it was noted by mistake"
