"""Consent: what holds after it was signed, taken back, signed again, and worded anew."""

from datetime import date, timedelta

import pytest
import time_machine
from flask import Flask

from studio import texts
from studio.ces.wording import forbidden
from studio.clock import utcnow
from studio.extensions import db
from studio.models.clients import Client
from studio.models.consents import Consent, Grant, grants_of, is_minor, standing_of
from studio.models.events import Event
from studio.models.studios import Studio, the_studio
from studio.models.texts import current, in_parts, load_text
from studio.operations import consents
from studio.operations.texts import change
from studio.sheets.consent import Stroke

from ..builders import NEEDED, SIGNATURE, a_client, a_consent
from ..people import Cast


def house() -> Studio:
    found = the_studio()
    assert found is not None
    return found


def take_back(client: Client, consent: Consent, purpose: str) -> Grant:
    grant = next(one for one in grants_of(consent.id) if one.purpose == purpose)
    consents.withdraw(grant, client, "At the desk", by=Cast().front_desk)
    return grant


def test_before_anything_is_signed_nothing_is_agreed_to(app: Flask) -> None:
    standing = standing_of(a_client().id)
    assert (standing.state, standing.granted, standing.number) == ("none", frozenset(), 0)


def test_only_what_was_ticked_is_agreed_to(app: Flask) -> None:
    client = a_client()
    a_consent(client, "photos", "messages")
    standing = standing_of(client.id)
    assert standing.state == "given"
    assert standing.granted == {"take_part", "health_record", "photos", "messages"}
    assert standing.words == "Photos and video for the programme, messages"


def test_one_purpose_taken_back_leaves_the_others(app: Flask) -> None:
    client = a_client()
    grant = take_back(client, a_consent(client, "photos", "touch"), "photos")
    assert standing_of(client.id).state == "given"
    assert standing_of(client.id).granted == {"take_part", "health_record", "touch"}
    assert (grant.withdrawn_by, grant.withdrawn_how) == (Cast().front_desk, "At the desk")


@pytest.mark.parametrize("purpose", NEEDED)
def test_without_what_coaching_needs_the_consent_is_withdrawn(app: Flask, purpose: str) -> None:
    client = a_client()
    take_back(client, a_consent(client, "touch"), purpose)
    assert standing_of(client.id).state == "withdrawn"


def test_a_withdrawal_noted_by_mistake_is_taken_back_and_both_stay_in_the_trail(app: Flask) -> None:
    client = a_client()
    grant = take_back(client, a_consent(client, "touch"), "touch")
    consents.restore(grant, client, by=Cast().front_desk)
    assert "touch" in standing_of(client.id).granted
    kinds = [event.kind for event in db.session.query(Event).order_by(Event.id)]
    assert kinds[-3:] == ["consent.given", "consent.withdrawn", "consent.withdrawal-undone"]


def test_signing_again_replaces_what_was_agreed_to_before(app: Flask) -> None:
    client = a_client()
    with time_machine.travel(utcnow(), tick=False) as now:
        first = a_consent(client, "photos")
        now.shift(timedelta(days=30))
        signing = consents.Signing(1, {*NEEDED, "touch"}, client.name, False, (Stroke(points=(0, 0, 300, 90)),))
        consents.give(client, signing, studio=house(), by=Cast().coach)
    assert standing_of(client.id).granted == {*NEEDED, "touch"}
    assert all(one.withdrawn_at for one in grants_of(first.id))


def test_the_same_signature_sent_twice_is_one_consent(app: Flask) -> None:
    client = a_client()
    assert a_consent(client).id == a_consent(client).id
    assert db.session.query(Consent).count() == 1


def test_what_was_signed_keeps_its_words_when_the_text_changes(app: Flask) -> None:
    client = a_client()
    consent = a_consent(client)
    said = consent.sheet["parts"]
    newer = change("consent", "A new title", "## Only this\nIs left.", by=Cast().owner)
    assert newer.number == 2
    db.session.refresh(consent)
    assert consent.sheet["parts"] == said
    assert consent.text.number == 1
    assert standing_of(client.id).number == 1


def test_a_text_that_changed_while_it_was_read_is_not_signed(app: Flask) -> None:
    client = a_client()
    change("consent", "A new title", "Words", by=Cast().owner)
    signing = consents.Signing(1, set(NEEDED), client.name, False, SIGNATURE)
    with pytest.raises(consents.TextChanged):
        consents.give(client, signing, studio=house(), by=Cast().coach)
    assert standing_of(client.id).state == "none"


def test_the_shipped_text_is_a_version_once_it_is_used_and_the_same_words_make_none(app: Flask) -> None:
    assert load_text("consent", 1) is None
    a_consent(a_client())
    first = load_text("consent", 1)
    assert first is not None
    assert (first.body, first.created_by) == (texts.shipped("consent").body, None)
    assert change("consent", first.title, first.body, by=Cast().owner).number == 1


def test_the_trail_names_the_purposes_but_no_health_words(app: Flask) -> None:
    client = a_client()
    a_consent(client, "touch")
    event = db.session.query(Event).filter_by(kind="consent.given").one()
    assert event.particulars == {"purposes": ["health_record", "take_part", "touch"]}
    assert event.client_id == client.id


def test_somebody_under_eighteen_needs_a_guardian_to_the_day(app: Flask) -> None:
    young = a_client(birth_date=date(2008, 11, 23))
    assert is_minor(young, date(2026, 11, 22))
    assert not is_minor(young, date(2026, 11, 23))
    assert not is_minor(a_client(), date(2026, 11, 22))


@pytest.mark.parametrize("kind", texts.KINDS)
def test_the_shipped_texts_name_the_studio_and_keep_to_the_words_for_clients(app: Flask, kind: str) -> None:
    wording = current(kind)
    everything = " ".join(
        [
            wording.title,
            *(words for part in in_parts(wording.body, house()) for words in (part.title, *part.paragraphs)),
        ]
    )
    assert "Northside Movement Studio" in everything
    assert "{" not in everything
    assert not forbidden(everything, "client")


def test_what_can_be_ticked_keeps_to_the_words_for_clients(app: Flask) -> None:
    for one in texts.purposes():
        assert not forbidden(f"{one.words}. {one.note} {one.short}", "client"), one.id


def test_a_text_falls_into_titles_and_paragraphs_however_it_is_typed() -> None:
    found = texts.sections("Before all.\r\n\r\n## One\r\nfirst\r\nline\r\n\r\n\r\nsecond\r\n##no title\n## Two")
    assert [(part.title, part.paragraphs) for part in found] == [
        ("", ("Before all.",)),
        ("One", ("first line", "second ##no title")),
        ("Two", ()),
    ]
