"""Everything as one file: all that is there, no secret of anybody, a page that leads to it, for a week."""

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import select

from studio.extensions import Base, db
from studio.models.database import write
from studio.models.events import Event
from studio.models.jobs import Job
from studio.models.papers import Paper
from studio.models.take_away import LEFT_OUT, SECRET, TABLES
from studio.operations import erasures, papers
from studio.operations.daily import keep_house
from studio.operations.take_away import packing, shelf
from studio.operations.work import work_next

from ..browse import Browser
from ..builders import a_client, a_complete_assessment, a_consent
from ..limits import a_clearance, a_letter
from ..mails import a_mail
from ..moments import days_ago
from ..people import PASSWORD, Cast
from ..pictures import a_photo
from ..programmes import KIT, a_draft, issue
from ..tablets import a_tablet
from ..take_away import made_now

Browse = Callable[..., Browser]
LOOKS_SECRET = re.compile(r"(hash|token|secret|password|pin|key|url|submission)$")
HARMLESS = {"enrolments.key", "invoices.key", "payments.key", "sessions.key", "taps.key", "credits.key", "entries.key"}
HARMLESS |= {"sign_ins.by_pin", "users.must_change_password", "waiting_files.submission", "buckets.key"}


def test_every_table_goes_along_or_is_left_out_with_a_reason(app: Flask) -> None:
    named = [name for group in TABLES.values() for name in group]
    assert len(named) == len({*named})
    unnamed = Base.metadata.tables.keys() ^ ({*named} | LEFT_OUT.keys())
    assert not unnamed, f"Say in studio/models/take_away.py what these are, or why they stay: {unnamed}"


def test_no_column_that_may_be_a_secret_goes_along_unseen(app: Flask) -> None:
    columns = {str(column) for table in Base.metadata.tables.values() for column in table.columns}
    assert columns >= SECRET.keys()
    seen = {name for name in columns if LOOKS_SECRET.search(name)} - SECRET.keys() - HARMLESS
    assert not seen, f"Secrets stay: name them in SECRET, or say in this test that they are none: {seen}"


def test_all_that_is_there_is_in_it_and_a_page_leads_to_it(app: Flask, people: Cast) -> None:
    client = a_client("Zoë Papadopoulou", equipment=KIT, note="=1+1")
    a_consent(client, "photos")
    issued = issue(a_draft(client))
    a_clearance(client, file=a_letter())
    a_photo(client, issued.on_sheet[0].exercise)
    a_tablet()
    a_mail(client, text="See https://studio.example/l/a-private-key")
    lost = a_client("Lost Paper", equipment=KIT)
    a_complete_assessment(lost)
    issue(a_draft(lost))
    gone = db.session.scalars(select(Paper).where(Paper.client_id == lost.id)).one()
    papers._place(gone.sha256).unlink()

    job, archive = made_now()
    names = archive.namelist()
    assert archive.testzip() is None
    page = BeautifulSoup(archive.read("index.html"), "html.parser")
    assert not page.select("script, img, link")
    links = {str(a["href"]): a.get_text() for a in page.select("a")}
    mine = next(link for link, name in links.items() if name == "Zoë Papadopoulou")
    folder = f"clients/Zoë-Papadopoulou_{client.id}"
    assert mine == f"clients/Zo%C3%AB-Papadopoulou_{client.id}/index.html"
    own = BeautifulSoup(archive.read(f"{folder}/index.html"), "html.parser")
    for kind, start in (("papers", b"%PDF-"), ("photos", b"\xff\xd8"), ("files", b"%PDF-")):
        (name,) = [one for one in names if one.startswith(f"{folder}/{kind}/")]
        assert archive.read(name).startswith(start)
        assert name.removeprefix(f"{folder}/") in [str(a["href"]) for a in own.select("a")]
    sheet = db.session.scalars(select(Paper).where(Paper.client_id == client.id)).one()
    assert archive.read(f"{folder}/papers/{sheet.file_name.removesuffix('.pdf')}_{sheet.id}.pdf") == papers.read(sheet)
    assert "lost on the disk" in archive.read(f"clients/Lost-Paper_{lost.id}/index.html").decode()
    assert "Not there" in page.get_text()
    assert job.result["lost"]
    assert (job.result["clients"], job.result["papers"], job.result["photos"]) == (2, 1, 1)

    for group in TABLES.values():
        for table in group:
            head, *rows = csv.reader(io.StringIO(archive.read(f"tables/{table}.csv").decode("utf-8-sig")))
            assert not {f"{table}.{name}" for name in head} & SECRET.keys()
            assert all(len(row) == len(head) for row in rows)
    head, *rows = csv.reader(io.StringIO(archive.read("tables/clients.csv").decode("utf-8-sig")))
    zoe = dict(zip(head, rows[0], strict=True))
    assert (zoe["name"], zoe["note"], json.loads(zoe["equipment"])) == ("Zoë Papadopoulou", "'=1+1", list(KIT))
    every = b"".join(archive.read(name) for name in names)
    for secret in (people.owner.password_hash, "a-private-key", PASSWORD):
        assert secret.encode() not in every


def test_an_owner_asks_for_it_sees_how_far_it_is_and_fetches_it(browse: Browse, people: Cast) -> None:
    a_client()
    browser = browse(people.owner)
    browser.get("take_away.index", words="Put it together")
    browser.post("take_away.create")
    page = browser.follow()
    assert page.select_one("#everything [hx-trigger='every 1s']")
    browser.post("take_away.create")  # a second wish is the same one
    assert db.session.query(Job).count() == 1
    assert work_next()
    page = browser.get("take_away.index", words="Download")
    assert not page.select("[hx-trigger='every 1s']")
    answer = browser.http.get(str(page.find("a", string=re.compile("Download"))["href"]))  # type: ignore[index]
    assert (answer.status_code, answer.mimetype) == (200, "application/zip")
    assert answer.data.startswith(b"PK")
    assert "no-store" in answer.headers["Cache-Control"]
    kinds = [one.kind for one in db.session.query(Event).filter(Event.kind.like("take_away.%")).order_by(Event.id)]
    assert kinds == ["take_away.asked", "take_away.made", "take_away.fetched"]
    browse(people.coach).get("take_away.index", expect=403)


def test_it_goes_after_a_week_and_when_somebody_is_erased(app: Flask, people: Cast) -> None:
    client = a_client()
    first, second = made_now()[0], made_now()[0]
    with write():
        first.ended_at = days_ago(8)
    keep_house(date(2026, 1, 1))
    assert (shelf.file_of(first), shelf.file_of(second) is None) == (None, False)
    waiting = shelf.ask(by=people.owner).id
    erasures.erase(client, "Asked for it", by=people.owner)
    assert not list(shelf.folder().iterdir())
    assert not db.session.get_one(Job, waiting).open


def test_a_full_disk_is_told_and_leaves_nothing_behind(
    browse: Browse, people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.ask(by=people.owner)
    monkeypatch.setattr(packing, "SPARE", 10**18)
    assert work_next()
    browse(people.owner).get("take_away.index", words="GB are needed on the disk")
    assert not list(shelf.folder().iterdir())


def test_what_changes_while_it_is_made_is_as_it_was_when_it_began(
    app: Flask, people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_client("Anna Berg")
    whole = packing.Packer.tables

    def meanwhile(packer: packing.Packer) -> None:
        a_client("Bo Lind")
        whole(packer)

    monkeypatch.setattr(packing.Packer, "tables", meanwhile)
    job, archive = made_now()
    assert b"Bo Lind" not in archive.read("tables/clients.csv")
    assert job.result["clients"] == 1
