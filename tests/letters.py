"""A referral with its letters, for tests: a therapist who sent Nora, and the weeks with her."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import time_machine

from studio.models.clients import Client
from studio.models.letters import Letter, LetterKind, letters_of
from studio.models.referrals import Referral
from studio.models.shares import How, Share
from studio.models.studios import Studio, the_studio
from studio.models.therapists import Therapist
from studio.operations import shares, therapists
from studio.operations.letters import releasing

from .builders import a_client, a_complete_assessment, a_consent, a_referral
from .people import Cast

BEGAN = datetime(2026, 9, 1, 10, tzinfo=UTC)  # a Tuesday
PRIYA = {
    "name": "Priya Raghunathan",
    "profession": "PT",
    "clinic": "Harbour Street Physiotherapy",
    "email": "priya@harbour.example",
    "fax": "+442079460151",
}


@contextmanager
def week(number: int, *, day: int = 0) -> Iterator[None]:
    """The world so many weeks after the beginning."""
    with time_machine.travel(BEGAN + timedelta(weeks=number, days=day), tick=False):
        yield


def the_house() -> Studio:
    studio = the_studio()
    assert studio is not None
    return studio


def priya(**values: object) -> Therapist:
    return therapists.create(PRIYA | values, by=Cast().owner)


def referred(therapist: Therapist | None = None, client: Client | None = None) -> Referral:
    """A client whose referral by Priya was accepted."""
    client = client or a_client("Nora Lindgren")
    therapist = therapist or priya()
    return a_referral(client=client, client_id=client.id, therapist=therapist, therapist_id=therapist.id)


def shared(client: Client, therapist: Therapist, *, until: date | None = None) -> Share:
    """What it takes to tell a therapist: the consent to share as such, and this name."""
    a_consent(client, "share_pt")
    return a_share(client, therapist, until=until)


def a_share(client: Client, therapist: Therapist, *, until: date | None = None) -> Share:
    """The client named this therapist."""
    said = shares.Said(on=datetime.now(UTC).date(), how=How.signed, until=until)
    return shares.give(client, therapist, said, by=Cast().coach)


def letter_of(client: Client, kind: LetterKind) -> Letter:
    return next(one for one in letters_of(client.id) if one.kind is kind)


def a_draft_letter() -> Letter:
    """The letter that the first screen of a referred client asks for; the consent to share stands."""
    referral = referred()
    assert referral.client is not None
    assert referral.therapist is not None
    shared(referral.client, referral.therapist)
    a_complete_assessment(referral.client, "f:knee_valgus:left=2", "f:heel_rises:right=1")
    return letter_of(referral.client, LetterKind.assessed)


def a_released_letter() -> Letter:
    letter = a_draft_letter()
    releasing.read(letter, by=Cast().coach)
    releasing.release(letter, studio=the_house(), by=Cast().coach)
    return letter
