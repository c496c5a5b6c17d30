"""What comes by fax, phone or slip: typed in at the desk by the same form, with the scan, and the slip itself."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
import zxingcpp
from flask import Flask

from studio.models.events import Event
from studio.models.referrals import files_of
from studio.operations import therapists
from tests.browse import Browser
from tests.people import Cast
from tests.referrals import PRIYA, a_letter, a_referral_with_a_file, a_scan, a_ticket, taken_in

Browse = Callable[..., Browser]
SLIP = {"name": "Marek Dąbrowski", "reason": "Right Achilles", "far": "everything"}


def test_a_slip_is_typed_in_by_its_code_with_its_scan(app: Flask, browse: Browse, people: Cast) -> None:
    priya = therapists.create({**PRIYA, "phone": "", "profession": "Physical therapist"}, by=people.owner)
    desk = browse(people.front_desk)
    page = desk.get("referral_entries.new", code=priya.short_code.lower())
    assert "Priya Raghunathan, Harbour Street Physiotherapy" in page.get_text()
    scan = {"files": [(BytesIO(a_scan()), "fax.jpg")], "ticket": a_ticket(app, seconds=0), "link": priya.link}
    desk.post("referral_entries.create", SLIP | scan)
    (referral,) = taken_in()
    assert (referral.via.value, referral.therapist_id, referral.entered_by_id) == (
        "paper",
        priya.id,
        people.front_desk.id,
    )
    assert [row.file_name for row in files_of(referral.id)] == ["fax.jpg"]


def test_the_desk_is_told_of_a_red_flag_and_of_what_is_missing(app: Flask, browse: Browse, people: Cast) -> None:
    desk = browse(people.front_desk)
    page = desk.post("referral_entries.create", {"ticket": a_ticket(app), "name": "Ada"}, expect=422)
    assert {a["href"] for a in page.select(".error-summary a")} == {"#sender", "#far"}
    desk.post(
        "referral_entries.create",
        SLIP | {"ticket": a_ticket(app), "sender": "Dr Lund", "reason": "Coughing blood since Monday"},
    )
    assert "Call 112 now" in desk.follow().get_text()
    assert taken_in()[0].urgent


def test_an_unknown_code_says_so_and_leaves_the_form(browse: Browse, people: Cast) -> None:
    page = browse(people.coach).get("referral_entries.new", code="NOBODY")
    assert "No slip has this code" in page.get_text()
    assert page.select_one("#sender") is not None


def test_the_code_on_a_slip_opens_their_own_form(
    app: Flask, browse: Browse, people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = replace(app.config["SETTINGS"], public_url="https://studio.example")
    monkeypatch.setitem(app.config, "SETTINGS", settings)
    priya = therapists.create({**PRIYA, "phone": "", "profession": ""}, by=people.owner)
    desk = browse(people.front_desk)
    desk.get("referral_slips.show", therapist_id=priya.id)
    assert desk.last is not None
    file = pypdfium2.PdfDocument(desk.last.data)
    try:
        read = {one.text for one in zxingcpp.read_barcodes(file[0].render(scale=2, grayscale=True).to_pil())}
    finally:
        file.close()
    assert read == {f"https://studio.example/refer/{priya.link}"}


def test_a_file_is_for_coaches_to_save_and_its_opening_is_noted(app: Flask, browse: Browse, people: Cast) -> None:
    referral, file = a_referral_with_a_file()
    where = {"referral_id": referral.id, "file_id": file.id}
    browse(people.front_desk).get("referral_files.show", expect=403, **where)
    coach = browse(people.coach)
    coach.get("referral_files.show", **where)
    assert coach.last is not None
    assert coach.last.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in coach.last.headers["Content-Security-Policy"]
    assert coach.last.headers["X-Content-Type-Options"] == "nosniff"
    from studio.extensions import db

    assert db.session.query(Event).filter_by(kind="referral_file.opened", user_id=people.coach.id).count() == 1
    other, _ = a_referral_with_a_file()
    assert other.id == referral.id  # the same words within a day are the same referral
    coach.get("referral_files.show", expect=404, referral_id=referral.id + 1, file_id=file.id)


def test_a_pdf_is_kept_as_it_came(app: Flask, browse: Browse, people: Cast) -> None:
    desk, letter = browse(people.front_desk), a_letter()
    sent = {"files": [(BytesIO(letter), "letter.pdf")], "ticket": a_ticket(app), "sender": "Dr Lund"}
    desk.post("referral_entries.create", SLIP | sent)
    (referral,) = taken_in()
    coach = browse(people.coach)
    coach.get("referral_files.show", referral_id=referral.id, file_id=files_of(referral.id)[0].id)
    assert coach.last is not None
    assert coach.last.data == letter
