"""Letters that leave by a real mail server, over the weeks of a referral."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from flask import Flask

from studio.clock import utcnow
from studio.models.clients import Client
from studio.models.letters import Letter, LetterKind
from studio.models.referrals import Via
from studio.models.shares import shares_of
from studio.models.therapists import Therapist
from studio.operations import outbox, shares
from studio.operations.letters import releasing, sending
from studio.operations.referrals.accept import accept
from studio.operations.referrals.receive import Asked, receive

from ..builders import a_client, a_complete_assessment
from ..documents import reading
from ..letters import letter_of, priya, shared, the_house, week
from ..mailbox import Mailbox
from ..people import Cast

SENDER = {"name": "Priya Raghunathan", "clinic": "Harbour Street Physiotherapy", "email": "priya@harbour.example"}


def sent(client: Client, kind: LetterKind, how: str) -> Letter:
    """Read, released and queued by the coach."""
    letter = letter_of(client, kind)
    releasing.read(letter, by=Cast().coach)
    releasing.release(letter, studio=the_house(), by=Cast().coach)
    sending.send(letter, how, studio=the_house(), by=Cast().coach)
    return letter


def delivered() -> None:
    """The three minutes are over, and the sender has looked."""
    with time_machine.travel(utcnow() + timedelta(minutes=4), tick=False):
        outbox.send_due(utcnow())


def referred_by_form(therapist: Therapist) -> Client:
    """She filled in her own form, and the desk accepted it."""
    client = a_client("Nora Lindgren")
    asked = Asked(
        via=Via.link,
        link=therapist.link,
        sender=SENDER,
        person={"name": "Nora Lindgren"},
        story={"reason": "Left knee"},
    )
    accept(receive(asked, "A2" * 16), client.id, set(), by=Cast().front_desk)
    return client


def test_a_therapist_hears_back_after_each_screen_until_the_client_takes_it_back(
    app: Flask, box: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], public_url="https://studio.example"))
    with week(0):
        therapist = priya()
        client = referred_by_form(therapist)
        shared(client, therapist)
        delivered()
    with week(1):
        a_complete_assessment(client, "f:knee_valgus:left=2")
        sent(client, LetterKind.assessed, "pdf")
        delivered()
    with week(7):
        a_complete_assessment(client, "f:knee_valgus:left=1")
        sent(client, LetterKind.week_6, "link")
        delivered()
    with week(13):
        a_complete_assessment(client)
        sent(client, LetterKind.week_12, "pdf")
        shares.withdraw(shares_of(client.id)[0], client, "Said so at the desk", by=Cast().front_desk)
        delivered()
    hers = [mail for mail in box.mails if mail["to"].addresses[0].addr_spec == "priya@harbour.example"]
    receipt, first, middle = hers
    for mail in hers:
        told = f"{mail['subject']} {mail.get_body(('plain',)).get_content()}"  # type: ignore[union-attr]
        assert not {word for word in ("nora", "lindgren", "knee", "squat") if word in told.casefold()}
    assert "/referral/" in receipt.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    (paper,) = first.iter_attachments()
    assert "Knee moves inward left 2" in reading.text(paper.get_payload(decode=True))
    assert "https://studio.example/letter/" in middle.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert letter_of(client, LetterKind.week_12).stage == "released", "the third screen told nobody"
