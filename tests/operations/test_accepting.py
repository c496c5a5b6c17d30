"""Accepting a referral: whose record it becomes, what is in force at once, and taking it back."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from studio.extensions import db
from studio.models.attachments import Attachment
from studio.models.clients import Client
from studio.models.consents import standing_of
from studio.models.database import write
from studio.models.gates import may_start
from studio.models.precautions import Precaution, Source, precautions_of
from studio.models.referral_limits import row_of
from studio.models.referral_match import matches
from studio.models.referrals import Referral, ReferralFile
from studio.models.shares import shares_of
from studio.models.standing import standing
from studio.models.studios import studio_today
from studio.operations import clients, uploads
from studio.operations.merges import merge
from studio.operations.referrals.accept import InUse, Settled, accept, take_back

from ..builders import a_client, a_complete_assessment, a_referral
from ..limits import a_letter
from ..people import Cast

WORDS = "No running before the review. Stop if the knee swells."


def with_limits(**values: object) -> Referral:
    until = studio_today() + timedelta(weeks=6)
    rows = [
        row_of("position:kneeling", region="knee", side="left", until=until),
        row_of("range:flexion", region="knee", side="left", ceiling=90, until=until),
    ]
    return a_referral(limits=rows, story={"reason": "ACL", "must_not": WORDS}, **values)


def a_file(referral: Referral) -> ReferralFile:
    """A letter that came with it."""
    letter = a_letter("letter.pdf")
    stored, digest = uploads.store(letter.content)
    with write() as session:
        row = ReferralFile(
            referral_id=referral.id, file_name=letter.name, media_type=letter.media_type, stored=stored,
            sha256=digest, size=len(letter.content), created_at=referral.received_at,
        )  # fmt: skip
        session.add(row)
    return row


def test_a_new_client_has_the_contact_and_the_language_of_the_referral(app: Flask) -> None:
    referral = a_referral("Ana Ruiz", person={"email": "ana@example.com", "language": "es"})
    client = accept(referral, None, set(), by=Cast().coach)
    assert (client.name, client.email, client.language) == ("Ana Ruiz", "ana@example.com", "es")
    assert client.phone == referral.person["phone"]
    assert client.coach_id == Cast().coach.id
    assert referral.client_id == client.id


def test_limits_are_in_force_at_once(app: Flask) -> None:
    client = accept(with_limits(), None, set(), by=Cast().front_desk)
    in_force = standing(client.id, studio_today()).in_force
    assert {(one.said_as, one.in_writing) for one in in_force} == {(Source.therapist, True)}
    limits = [limit for one in in_force for limit in one.engine_limits]
    assert {(one.kind, one.region, one.side) for one in limits if one.kind != "words"} == {
        ("position", "knee", "left"),
        ("range", "knee", "left"),
    }
    assert [one.words for one in limits if one.kind == "words"] == [WORDS]
    assert all(one.until for one in in_force if not one.words)


def test_a_referral_replaces_neither_readiness_nor_consent_nor_the_consent_to_share(app: Flask) -> None:
    client = accept(with_limits(), None, set(), by=Cast().coach)
    assert may_start(client, studio_today()).gate.verdict != "open"
    assert standing_of(client.id).state == "none"
    assert shares_of(client.id) == []


def test_the_record_of_somebody_known_keeps_what_it_says(app: Flask) -> None:
    known = a_client("Nora Lindgren", phone="+442079461999", email="")
    referral = a_referral("Nora Lindgren", person={"email": "nora@example.com"})
    (match,) = matches(referral)
    assert match.client.id == known.id
    assert {(one.column, one.ours) for one in match.differences} == {("phone", "+442079461999"), ("email", "")}
    accept(referral, known.id, {"email"}, by=Cast().coach)
    assert (known.phone, known.email) == ("+442079461999", "nora@example.com")


def test_the_same_year_of_birth_and_a_similar_name_are_enough_to_ask(app: Flask) -> None:
    known = a_client("Nora Lindgren-Berg", phone="", birth_date=studio_today().replace(year=1980, day=1))
    a_client("Ola Haug", phone="", birth_date=studio_today().replace(year=1980, day=1))
    found = matches(a_referral("Nora Lindgren", person={"birth_year": 1980}))
    assert [(one.client.id, one.because) for one in found] == [(known.id, ("same birth year, similar name",))]


def test_files_go_on_record_once(app: Flask) -> None:
    referral = a_referral()
    file = a_file(referral)
    client = accept(referral, None, set(), by=Cast().coach)
    (kept,) = db.session.scalars(select(Attachment).where(Attachment.client_id == client.id))
    assert (kept.stored, kept.file_name) == (file.stored, "letter.pdf")
    take_back(referral, by=Cast().coach)
    assert kept.removed_at is not None
    other = a_client()
    accept(referral, other.id, set(), by=Cast().coach)
    assert (kept.client_id, kept.removed_at) == (other.id, None)


def test_taking_it_back_leaves_everything_as_it_was(app: Flask) -> None:
    known = a_client("Nora Lindgren", phone="+442079461999")
    clients.archive(known, by=Cast().coach)
    referral = with_limits()
    accept(referral, known.id, {"phone"}, by=Cast().coach)
    assert known.archived_at is None
    take_back(referral, by=Cast().coach)
    assert (known.phone, known.archived_at is not None) == ("+442079461999", True)
    assert standing(known.id, studio_today()).in_force == []
    assert all(one.ended_reason for one in precautions_of(known.id))
    assert (referral.client_id, referral.accepted_at) == (None, None)


def test_a_new_record_that_was_worked_with_is_not_taken_back(app: Flask) -> None:
    referral = a_referral()
    client = accept(referral, None, set(), by=Cast().coach)
    a_complete_assessment(client)
    with pytest.raises(InUse, match="assessments"):
        take_back(referral, by=Cast().coach)
    assert referral.client_id == client.id


def test_one_that_was_assessed_is_not_taken_back(app: Flask) -> None:
    known = a_client()
    referral = a_referral()
    accept(referral, known.id, set(), by=Cast().coach)
    a_complete_assessment(known)
    with pytest.raises(InUse):
        take_back(referral, by=Cast().coach)


def test_a_record_that_was_merged_away_stands_for_the_one_that_is_left(app: Flask) -> None:
    kept = a_client("Nora Berg", phone="+442079461999")
    gone = a_client("Nora Lindgren")
    merge(kept, gone, set(), by=Cast().coach)
    referral = a_referral("Nora Lindgren")
    assert [one.client.id for one in matches(referral)] == [kept.id]
    accept(referral, gone.id, set(), by=Cast().coach)
    assert (referral.client_id, gone.archived_at is not None) == (kept.id, True)


def test_a_new_record_that_was_merged_is_not_archived_by_taking_back(app: Flask) -> None:
    kept, referral = a_client(), a_referral()
    made = accept(referral, None, set(), by=Cast().coach)
    merge(kept, made, set(), by=Cast().coach)
    with pytest.raises(InUse, match="merges"):
        take_back(referral, by=Cast().coach)
    assert (referral.client_id, kept.archived_at) == (kept.id, None)


def test_two_people_accept_it_once(app: Flask) -> None:
    referral = with_limits()
    accept(referral, None, set(), by=Cast().coach)
    with pytest.raises(Settled):
        accept(referral, None, set(), by=Cast().front_desk)
    assert db.session.scalar(select(func.count(Client.id))) == 1
    assert db.session.scalar(select(func.count(Precaution.id))) == 3
