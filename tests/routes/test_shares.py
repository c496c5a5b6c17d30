"""Whom a client lets us tell: put down with a scan, seen on the consent page, taken back."""

from collections.abc import Callable
from io import BytesIO

import pytest

from studio.extensions import db
from studio.models.shares import share_with, shares_of
from studio.models.studios import studio_today
from studio.models.therapists import load_therapist

from ..browse import Browser
from ..builders import a_client, a_consent
from ..letters import a_share, priya
from ..limits import a_pdf
from ..people import Cast

DAY = {"on-day": "1", "on-month": "11", "on-year": "2026"}


@pytest.fixture
def desk(browse: Callable[..., Browser], people: Cast) -> Browser:
    return browse(people.front_desk)


def test_somebody_of_the_directory_is_put_down_with_the_signed_paper(desk: Browser) -> None:
    client, therapist = a_client(), priya()
    a_consent(client, "share_pt")
    desk.get("shares.new", client_id=client.id)
    said: dict[str, object] = {"therapist": str(therapist.id), "how": "signed", **DAY}
    said["file"] = (BytesIO(a_pdf()), "signed.pdf")
    desk.post("shares.create", said, client_id=client.id)
    page = desk.follow()
    assert "may be told" in page.select_one("#shares").text
    (share,) = shares_of(client.id)
    assert share_with(client.id, therapist.id, studio_today()) is share
    assert share.attachment_id


def test_a_new_name_goes_into_the_directory(desk: Browser) -> None:
    client = a_client()
    said = {"therapist": "", "name": "Hanna Brandt", "clinic": "Mill Road", "email": "", "how": "told", **DAY}
    desk.post("shares.create", said, client_id=client.id)
    (share,) = shares_of(client.id)
    them = load_therapist(share.therapist_id)
    assert them
    assert them.words == "Hanna Brandt, Mill Road"
    page = desk.get("consents.index", client_id=client.id)
    assert "consent to sharing missing" in page.select_one("#shares").text
    assert share_with(client.id, them.id, studio_today()) is None, "the consent to sharing as such is missing"


def test_what_is_missing_is_said_and_what_was_typed_stays(desk: Browser) -> None:
    client = a_client()
    page = desk.post("shares.create", {"clinic": "Mill Road"}, client_id=client.id, expect=422)
    assert "Choose somebody from the list, or enter their name" in page.text
    assert "Choose how they said so" in page.text
    assert page.find("input", {"name": "clinic"})["value"] == "Mill Road"


def test_one_is_taken_back_and_that_can_be_undone(desk: Browser) -> None:
    client, therapist = a_client(), priya()
    a_consent(client, "share_pt")
    share = a_share(client, therapist)
    desk.get("share_withdrawals.new", client_id=client.id, share_id=share.id)
    desk.post("share_withdrawals.create", {"how": ""}, client_id=client.id, share_id=share.id, expect=422)
    desk.post("share_withdrawals.create", {"how": "On the phone"}, client_id=client.id, share_id=share.id)
    assert "taken back" in desk.get("consents.index", client_id=client.id).select_one("#shares").text
    db.session.expire_all()
    assert share_with(client.id, therapist.id, studio_today()) is None
    desk.post("share_withdrawals.delete", client_id=client.id, share_id=share.id)
    assert share_with(client.id, therapist.id, studio_today())
