"""The square code on a home sheet opens a page for whoever holds the sheet: our contact, and nobody's name."""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from flask import Flask
from sqlalchemy import func, select

from studio import clock
from studio.extensions import db
from studio.models.events import Event
from studio.models.papers import home_sheet_of
from studio.models.programmes import ProgrammeVersion
from studio.models.sheet_codes import SheetCode
from studio.operations import papers, programmes

from ..browse import Browser
from ..builders import a_client
from ..moments import days_ago
from ..people import Cast
from ..programmes import KIT, a_draft, issue

Browse = Callable[..., Browser]
HOST = "HTTPS://STUDIO.EXAMPLE"
LETTERS = str.maketrans("0123456789", "ABCDEFGHIJ")


@pytest.fixture
def reachable(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """The app in a house that has a public address."""
    monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], public_url="https://studio.example"))
    return app


def scanned(version: ProgrammeVersion) -> list[str]:
    """The address on the stored paper of a version."""
    paper = home_sheet_of(version.id)
    assert paper is not None
    file = pypdfium2.PdfDocument(papers.read(paper))
    try:
        return [one.text for one in zxingcpp.read_barcodes(file[0].render(scale=1.6, grayscale=True).to_pil())]
    finally:
        file.close()


def path(version: ProgrammeVersion) -> str:
    (address,) = scanned(version)
    assert address.startswith(HOST)
    return address.removeprefix(HOST)


def test_the_printed_code_opens_our_contact_and_tells_nothing_about_anybody(reachable: Flask, browse: Browse) -> None:
    version = issue(a_draft(a_client("Oluwaseun Adébáyò-Whitcombe", equipment=KIT)), message="Well done so far.")
    answer = browse().http.get(path(version))
    assert answer.status_code == 200
    for known in ("Northside Movement Studio", "020 7946 0142", "hello@northside.example", "12 Mill Street"):
        assert known in answer.text
    for secret in ("Oluwaseun", "Adébáyò", "Dana", "Well done", "Calf", "knee"):
        assert secret not in answer.text
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    assert "<script" not in answer.text


def test_only_the_hash_of_a_code_is_kept(reachable: Flask) -> None:
    version = issue(a_draft())
    code = path(version).removeprefix("/")
    assert len(code) == 32, "five bits a letter: 160 bits"
    kept = db.session.scalar(select(SheetCode.code_hash))
    assert kept == hashlib.sha256(code.encode()).hexdigest()
    assert code not in str(version.sheet)
    assert code not in "".join(str(one) for one in db.session.scalars(select(Event.summary)))


def test_a_new_version_has_a_new_code_and_ends_the_old_one(reachable: Flask, browse: Browse) -> None:
    first = issue(a_draft())
    second = issue(programmes.create(first.programme.client, by=Cast().coach))
    old, new = path(first), path(second)
    assert old != new
    assert browse().http.get(old).status_code == 404
    assert browse().http.get(new).status_code == 200
    other = issue(a_draft(a_client("Somebody Else", equipment=KIT)))
    assert browse().http.get(new).status_code == 200, "somebody else's new sheet ends nothing"
    assert browse().http.get(path(other)).status_code == 200


def test_a_code_that_has_ended_and_one_that_never_was_get_the_same_answer(reachable: Flask, browse: Browse) -> None:
    with clock.pretend(days_ago(200)):
        old = path(issue(a_draft()))
    ended, unknown = browse().http.get(old), browse().http.get("/" + "A" * 32)
    assert ended.status_code == unknown.status_code == 404
    assert ended.text == unknown.text
    assert ended.headers["Referrer-Policy"] == unknown.headers["Referrer-Policy"] == "no-referrer"
    assert "020 7946 0142" in ended.text, "whoever holds an old sheet can still reach us"


def test_a_look_changes_nothing(reachable: Flask, browse: Browse) -> None:
    address = path(issue(a_draft()))
    before = (db.session.scalar(select(func.count()).select_from(Event)), db.session.scalar(select(SheetCode.ends_at)))
    browse().http.get(address)
    db.session.expire_all()
    after = (db.session.scalar(select(func.count()).select_from(Event)), db.session.scalar(select(SheetCode.ends_at)))
    assert after == before


def test_guessing_codes_is_slowed_down(reachable: Flask, browse: Browse) -> None:
    stranger = browse().http
    codes = [stranger.get("/" + f"{n:032}".translate(LETTERS)).status_code for n in range(61)]
    assert codes[:60] == [404] * 60
    assert codes[60] == 429
    answer = stranger.get("/" + "B" * 32)
    assert int(answer.headers["Retry-After"]) > 0


def test_a_log_does_not_hold_the_code(
    reachable: Flask, browse: Browse, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(reachable.config, "PROPAGATE_EXCEPTIONS", False)
    monkeypatch.setattr("studio.routes.sheet_codes.studio_card", None)  # a fault of ours
    with caplog.at_level(logging.ERROR):
        assert browse().http.get("/SECRET" + "A" * 26).status_code == 500
    assert "GET /…" in caplog.text
    assert "SECRET" not in "".join(caplog.messages)


def test_without_a_public_address_over_tls_no_code_is_printed(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    assert scanned(issue(a_draft())) == []
    open_to_all = replace(app.config["SETTINGS"], public_url="http://192.0.2.20:8000")
    monkeypatch.setitem(app.config, "SETTINGS", open_to_all)
    assert scanned(issue(a_draft(a_client("Somebody Else", equipment=KIT)))) == []
    assert db.session.scalar(select(func.count()).select_from(SheetCode)) == 0


def test_the_settings_say_whether_sheets_carry_a_code(
    app: Flask, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = browse(Cast().owner).get("settings.edit").get_text(" ", strip=True)
    assert "No square code is printed on home sheets" in without
    assert "PLUMBLINE_PUBLIC_URL" in without
    monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], public_url="https://studio.example"))
    having = browse(Cast().owner).get("settings.edit").get_text(" ", strip=True)
    assert "Home sheets carry a square code that opens studio.example" in having
