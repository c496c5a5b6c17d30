"""Referrals as they come in by the public form."""

from io import BytesIO
from typing import Any

from flask import Flask
from PIL import Image
from pypdf import PdfWriter
from werkzeug.test import TestResponse

from studio.clock import utcnow
from studio.models.database import write
from studio.models.referrals import Referral, ReferralFile, Via, files_of
from studio.operations.attachments import check
from studio.operations.referrals import files
from studio.operations.referrals.receive import Asked, receive
from studio.operations.sheet_codes import hashed, make
from studio.web.open_forms import Ticket

from .browse import Apart

PRIYA = {"name": "Priya Raghunathan", "clinic": "Harbour Street Physiotherapy", "email": "priya@harbour.example"}
ANSWERS = {
    "sender": "Priya Raghunathan",
    "sender_contact": "priya@harbour.example",
    "name": "Marek Dąbrowski-Oyelaran",
    "contact": "020 7946 0331",
    "birth_year": "1984",
    "reason": "Right Achilles, end of therapy. Wants to run again.",
    "far": "everything",
    "agreed": "y",
}


def a_letter(pages: int = 1) -> bytes:
    writer, out = PdfWriter(), BytesIO()
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    writer.write(out)
    return out.getvalue()


def a_scan(colour: str = "white") -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 80), colour).save(out, "JPEG")
    return out.getvalue()


def asked(**values: Any) -> Asked:
    """What Priya asks for Marek."""
    person = {"name": "Marek Dąbrowski-Oyelaran", "phone": "+442079460331", "email": "", "birth_year": 1984}
    given = {"via": Via.web, "sender": PRIYA, "person": person, "story": {"reason": "Right Achilles"}, "agreed": True}
    return Asked(**(given | values))


def a_referral_with_a_file(key: str = "") -> tuple[Referral, ReferralFile]:
    key = key or make()
    files.wait(hashed(key), [check(a_scan(), "letter.jpg")])
    referral = receive(asked(), key)
    return referral, files_of(referral.id)[0]


def a_ticket(app: Flask, *, seconds: int = 60) -> str:
    """The signed key of a form that was opened so long ago."""
    with app.test_request_context():
        return Ticket(make(), int(utcnow().timestamp()) - seconds).signed


def send(
    app: Flask, *, ticket: str = "", to: str = "/refer", without: tuple[str, ...] = (), **values: Any
) -> TestResponse:
    """Send the form as a stranger's browser would, without cookies; `files` are pairs of name and content."""
    chosen = values.pop("files", ())
    data: dict[str, Any] = {name: value for name, value in (ANSWERS | values).items() if name not in without}
    data |= {"ticket": ticket or a_ticket(app), "files": [(BytesIO(content), name) for name, content in chosen]}
    return stranger(app).post("/refer", data=data, content_type="multipart/form-data")


def stranger(app: Flask) -> Apart:
    found = app.test_client(use_cookies=False)
    assert isinstance(found, Apart)
    return found


def taken_in() -> list[Referral]:
    """Every referral there is."""
    with write() as session:
        return list(session.query(Referral).order_by(Referral.id))
