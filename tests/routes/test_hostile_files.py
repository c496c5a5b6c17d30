"""Files that somebody sends to do harm: refused with a sentence, or kept so that they do nothing."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask
from PIL import Image

from studio.models.referrals import files_of
from studio.operations.referrals import files
from tests.browse import Browser
from tests.people import Cast
from tests.referrals import a_letter, a_scan, send, taken_in

Browse = Callable[..., Browser]
PAYLOAD = b"<script>alert(document.cookie)</script>"


def zipped(content: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("letter.pdf", content)
    return out.getvalue()


def vast_picture() -> bytes:
    """A PNG of a few kilobytes that says it is 30,000 pixels wide and high."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(90_000))) + chunk(b"IEND", b"")
    )


def bomb_in_a_pdf() -> bytes:
    """A PDF whose objects lie in a stream that unpacks to hundreds of megabytes."""
    packed = zlib.compress(b"1 0 " + b" " * 300_000_000, 9)
    body = b"%PDF-1.5\n"
    at = len(body)
    stream = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>" % len(packed)
    body += b"5 0 obj" + stream + b"stream\n" + packed + b"\nendstream endobj\n"
    table = len(body)
    # Object 1, the root, is the first of stream 5; object 5 lies at `at`; 6 is this table.
    rows = b"".join(
        (
            bytes((0, 0, 0, 0, 0)), bytes((2, 0, 0, 5, 0)), bytes(5), bytes(5), bytes(5),
            bytes((1,)) + at.to_bytes(3, "big") + b"\x00", bytes((1,)) + table.to_bytes(3, "big") + b"\x00",
        )
    )  # fmt: skip
    head = b"<</Type/XRef/Size 7/W[1 3 1]/Root 1 0 R/Length %d>>" % len(rows)
    return body + b"6 0 obj" + head + b"stream\n" + rows + b"\nendstream endobj\nstartxref\n%d\n%%%%EOF" % table


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("bomb.zip", lambda: zipped(bytes(20_000_000)), "Choose a PDF, or a picture"),
        ("letter.pdf", zipped(b"x"), "Choose a PDF, or a picture"),
        ("letter.pdf", b"MZ\x90\x00 this program cannot be run", "Choose a PDF, or a picture"),
        ("page.jpg", b"<html>" + PAYLOAD, "Choose a PDF, or a picture"),
        ("photo.heic", b"\x00\x00\x00\x18ftypheic" + bytes(50), "HEIC"),
        ("vast.png", vast_picture(), "too large"),
        ("bomb.pdf", bomb_in_a_pdf, "cannot be read"),
    ],
    ids=["zip", "renamed zip", "program", "page", "heic", "vast picture", "bomb in a pdf"],
)
def test_it_is_refused_with_a_sentence_and_the_form_keeps_everything(
    app: Flask, name: str, content: bytes | Callable[[], bytes], sentence: str
) -> None:
    sent = content if isinstance(content, bytes) else content()  # a bomb is made by who needs it, not by every worker
    answer = send(app, files=[(name, sent), ("good.jpg", a_scan())])
    assert answer.status_code == 422
    assert sentence in answer.text
    assert name in answer.text
    assert "good.jpg" in answer.text
    assert "Marek" in answer.text
    assert taken_in() == []


def test_what_is_two_things_at_once_is_one_of_them_afterwards(app: Flask, browse: Browse, people: Cast) -> None:
    tail = zipped(PAYLOAD) + PAYLOAD
    send(app, files=[("photo.jpg.html", a_scan() + tail), ("letter.pdf.php", a_letter() + tail)])
    (referral,) = taken_in()
    picture, letter = files_of(referral.id)
    assert (picture.file_name, letter.file_name) == ("photo.jpg.jpg", "letter.pdf.pdf")
    coach = browse(people.coach)
    for row in (picture, letter):
        coach.get("referral_files.show", referral_id=referral.id, file_id=row.id)
        assert coach.last is not None
        assert coach.last.mimetype == row.media_type.value
        assert coach.last.headers["Content-Disposition"].startswith("attachment")
        assert coach.last.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in coach.last.headers["Content-Security-Policy"]
    coach.get("referral_files.show", referral_id=referral.id, file_id=picture.id)
    assert coach.last is not None
    assert b"script" not in coach.last.data
    Image.open(BytesIO(coach.last.data)).verify()


@pytest.mark.parametrize("name", ["../../../etc/passwd.pdf", "..\\..\\windows\\win.pdf", "a\x00b.pdf", "/", "<b>.pdf"])
def test_a_path_in_a_name_leads_nowhere(app: Flask, name: str) -> None:
    assert send(app, files=[(name, a_letter())]).status_code == 303
    (file,) = files_of(taken_in()[0].id)
    assert not set("/\\<>\0") & set(file.file_name)
    stored = [path for path in app.config["SETTINGS"].data.rglob("*") if path.name == file.stored]
    assert stored[0].parent.parent.name == "uploads"


def test_too_many_and_too_much_are_said(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    many = [(f"{number}.jpg", a_scan(f"#{number}{number}0000")) for number in range(6)]
    assert "Send at most 5 files" in send(app, files=many).text
    monkeypatch.setattr(files, "MOST_BYTES", 2000)
    answer = send(app, files=[(f"{number}.pdf", a_letter() + bytes(900)) for number in range(2)])
    assert answer.status_code == 422
    assert "too large together" in answer.text
    assert "Marek" in answer.text
