"""The refer-out letter sent to a therapist: the same consent, the same paper, and no emergency by mail."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from studio.extensions import db
from studio.models.database import write
from studio.models.letters import Letter
from studio.models.mails import Mail
from studio.models.papers import Paper

from ..browse import Browser
from ..builders import a_consent, a_refer_out
from ..documents import reading
from ..letters import a_share, priya
from ..people import Cast


@pytest.fixture
def coach(browse: Callable[..., Browser], people: Cast) -> Browser:
    return browse(people.coach)


def test_it_goes_as_it_was_printed_and_only_with_consent(coach: Browser) -> None:
    row, therapist = a_refer_out(), priya()
    coach.get("refer_outs.show", refer_out_id=row.id)
    coach.post("refer_out_sendings.create", {"therapist": str(therapist.id)}, refer_out_id=row.id)
    page = coach.follow()
    assert "It cannot be sent yet" in page.text
    letter = db.session.scalars(select(Letter)).one()
    coach.post("letter_sendings.create", {"how": "pdf"}, letter_id=letter.id, expect=409)
    a_consent(row.client, "share_pt")
    a_share(row.client, therapist)
    coach.post("letter_sendings.create", {"how": "pdf"}, letter_id=letter.id)
    mail = db.session.scalars(select(Mail)).one()
    (paper,) = (db.session.get_one(Paper, one) for one in mail.attachments)
    sent = coach.http.get(f"/letters/{letter.id}/letter.pdf").data
    assert sent == coach.http.get(f"/refer-outs/{row.id}/versions/{row.revision}.pdf").data
    assert paper.letter_id == letter.id
    assert "They are not a diagnosis" in reading.text(sent)
    coach.post("letter_releases.delete", letter_id=letter.id, expect=409)


def test_an_emergency_is_printed(coach: Browser) -> None:
    row, therapist = a_refer_out(), priya()
    with write():
        row.level = "EMERGENCY"
    assert "does not wait for a mail" in coach.get("refer_outs.show", refer_out_id=row.id).select_one("#send").text
    coach.post("refer_out_sendings.create", {"therapist": str(therapist.id)}, refer_out_id=row.id)
    assert db.session.scalars(select(Letter)).all() == []


def test_nobody_chosen_is_said(coach: Browser) -> None:
    row = a_refer_out()
    coach.post("refer_out_sendings.create", {"therapist": "nobody"}, refer_out_id=row.id)
    assert "Choose who it goes to" in coach.follow().text
