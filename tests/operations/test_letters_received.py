"""What a referral gets back by itself: a receipt without a word about health."""

from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select

from studio.extensions import db
from studio.models.database import write
from studio.models.letters import Letter
from studio.models.mails import Mail
from studio.models.referrals import Kind, Referral
from studio.operations.letters.received import acknowledge
from studio.sheets.letter import LetterSheet
from studio.sheets.stored import unpack

from ..builders import a_referral

KEY = "A2" * 16
SENDER = {"name": "Priya Raghunathan", "profession": "PT", "clinic": "Harbour Street", "email": "priya@harbour.example"}
STORY = {"reason": "anterior cruciate ligament", "condition": "meniscus repair", "must_not": "no deep bend"}


def receipt(**values: object) -> tuple[Letter, Mail | None]:
    with write():
        letter = acknowledge(a_referral(**({"sender": SENDER, "story": STORY} | values)), KEY)  # type: ignore[arg-type]
    assert letter is not None
    return letter, db.session.scalar(select(Mail))


def test_it_goes_by_mail_at_once_and_says_nothing_about_health_or_the_person(app: Flask) -> None:
    letter, mail = receipt()
    assert mail is not None
    assert (mail.to, mail.due_at, letter.stage) == (SENDER["email"], mail.created_at, "gone")
    referral = db.session.scalars(select(Referral)).one()
    sheet = unpack(LetterSheet, letter.sheet or {})
    told = " ".join((mail.subject, mail.text, sheet.about, sheet.lead, *sheet.steps)).casefold()
    assert referral.reference.casefold() in told
    for word in (*STORY.values(), *referral.person_name.split(), str(referral.person.get("email") or "none at all")):
        assert word.casefold() not in told, word


def test_the_mail_has_the_address_of_the_status_page_where_the_house_has_one(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = replace(app.config["SETTINGS"], public_url="https://studio.example")
    monkeypatch.setitem(app.config, "SETTINGS", settings)
    _, mail = receipt()
    assert mail is not None
    assert f"https://studio.example/referral/{KEY}" in mail.text


@pytest.mark.parametrize("email", ["", "not an address", "two@a.example two@b.example"])
def test_without_an_address_it_waits_to_be_printed(app: Flask, email: str) -> None:
    letter, mail = receipt(sender=SENDER | {"email": email})
    assert mail is None
    assert letter.stage == "released"


def test_who_asks_for_themselves_gets_none(app: Flask) -> None:
    with write():
        assert acknowledge(a_referral(kind=Kind.inquiry), KEY) is None
