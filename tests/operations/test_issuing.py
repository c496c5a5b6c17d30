"""Issuing: the sheet and its bytes are kept as they were handed over, once."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from studio import clock
from studio.config import Settings
from studio.extensions import db
from studio.models.events import Event
from studio.models.papers import Paper, home_sheet_of
from studio.models.programmes import ProgrammeVersion
from studio.models.studios import studio_today, the_studio
from studio.operations import papers, programmes
from studio.operations.programmes import Details
from studio.sheets import HomeSheet
from studio.sheets.stored import unpack

from ..builders import a_client
from ..documents.reading import text
from ..moments import days_ago
from ..people import Cast
from ..programmes import KIT, a_draft, issue, line


def sheet_of(version: ProgrammeVersion) -> HomeSheet:
    return unpack(HomeSheet, version.sheet or {})


def paper_of(version: ProgrammeVersion) -> Paper:
    paper = home_sheet_of(version.id)
    assert paper is not None
    return paper


def test_an_issued_version_keeps_its_sheet_and_its_bytes(app: Flask) -> None:
    version = issue(a_draft(a_client("Oluwaseun Adébáyò-Whitcombe", equipment=KIT)), message="Well done so far.")
    sheet, paper = sheet_of(version), paper_of(version)
    assert version.issued_by is not None
    assert version.issued_by.name == "Dana Whitfield"
    assert version.programme.started_on == studio_today()
    assert paper.file_name == f"{studio_today():%Y-%m-%d}_home-programme_O-Adébáyò-Whitcombe_v1.pdf"
    settings: Settings = app.config["SETTINGS"]
    stored = settings.data / "papers" / paper.sha256[:2] / f"{paper.sha256}.pdf"
    assert stored.read_bytes() == papers.read(paper)
    assert stored.stat().st_size == paper.size
    words = text(papers.read(paper))
    for expected in ("Oluwaseun’s home sheet", "Well done so far.", "Version 1", "Stop and call", *sheet.you_need):
        assert expected in words
    for number, printed in enumerate(sheet.lines, start=1):
        assert printed.number == number
        assert printed.name in words
        assert printed.why.startswith("so "), "every line says what it is for"


def test_the_sheet_takes_the_size_that_fits_the_client_or_the_lines(app: Flask) -> None:
    assert sheet_of(issue(a_draft(), size=None)).size == 14
    assert sheet_of(issue(a_draft(a_client(equipment=KIT, sheet_size=18)), size=None)).size == 18


def test_the_size_that_was_asked_for_is_the_clients_from_then_on(app: Flask) -> None:
    client, coach = a_client(equipment=KIT), Cast().coach
    assert sheet_of(issue(a_draft(client), size=18)).size == client.sheet_size == 18
    assert sheet_of(issue(programmes.create(client, by=coach), size=None)).size == 18
    assert sheet_of(issue(programmes.create(client, by=coach), size="fit")).size == 14
    assert client.sheet_size is None


def test_a_draft_is_issued_once(app: Flask) -> None:
    draft, coach, studio = a_draft(), Cast().coach, the_studio()
    assert studio is not None
    seen, details = draft.revision, Details(4, None, "")
    programmes.issue(draft, details, size=None, studio=studio, seen=seen, by=coach)
    with pytest.raises(programmes.Stale):
        programmes.issue(draft, details, size=None, studio=studio, seen=seen, by=coach)
    assert db.session.scalar(select(func.count()).select_from(Paper)) == 1
    issued = select(func.count()).select_from(Event).where(Event.kind == "programme.issued")
    assert db.session.scalar(issued) == 1


def test_what_a_colleague_changed_since_the_page_was_shown_is_not_issued_unseen(app: Flask) -> None:
    draft, studio = a_draft(), the_studio()
    assert studio is not None
    seen = draft.revision
    programmes.park(draft.on_sheet[0], seen=seen, by=Cast().other_coach)
    with pytest.raises(programmes.Stale):
        programmes.issue(draft, Details(4, None, ""), size=None, studio=studio, seen=seen, by=Cast().coach)
    assert draft.is_draft
    assert db.session.scalar(select(func.count()).select_from(Paper)) == 0


def test_an_empty_sheet_is_not_issued(app: Flask) -> None:
    draft = programmes.create(a_client(), by=Cast().coach)
    with pytest.raises(programmes.Refused, match="at least one exercise"):
        issue(draft)


def test_the_next_sheet_tells_what_changed(app: Flask) -> None:
    coach = Cast().coach
    first = issue(a_draft())
    draft = programmes.create(first.programme.client, by=coach)
    harder = line(draft, "inh_calf_roll")
    longer = harder.value.dose.__class__(**{**vars_of(harder.value.dose), "duration_s": 90})
    programmes.change_dose(harder, longer, harder.value.side, seen=draft.revision, by=coach)
    programmes.remove(line(draft, "len_soleus_wall_bent"), seen=draft.revision, by=coach)
    new = programmes.add(draft, "act_glute_bridge", reason="", seen=draft.revision, by=coach)
    number = draft.number_of(new)
    sheet = sheet_of(issue(draft))
    assert sheet.changes is not None
    assert sheet.changes.since_version == 1
    assert sheet.changes.new == (number,)
    assert sheet.changes.progressed == (1,)
    assert sheet.changes.stopped == ("Bent-knee wall calf stretch",)
    assert sheet.lines[0].flag_note == "was 60 seconds"


def vars_of(dose: object) -> dict[str, object]:
    return {name: getattr(dose, name) for name in dose.__slots__}  # type: ignore[attr-defined]


def test_after_the_plan_no_week_is_printed(app: Flask) -> None:
    with clock.pretend(days_ago(140)):
        first = issue(a_draft())
    assert sheet_of(first).week == 1
    assert sheet_of(issue(programmes.create(first.programme.client, by=Cast().coach))).week is None


def test_the_same_lines_again_are_no_change(app: Flask) -> None:
    first = issue(a_draft())
    assert sheet_of(issue(programmes.create(first.programme.client, by=Cast().coach))).changes is None


def test_a_missing_thing_is_told_with_what_stands_in_for_it(app: Flask) -> None:
    sheet = sheet_of(issue(a_draft(a_client(equipment=[]))))
    assert "foam roller or water bottle" in sheet.you_need
    roll = next(one for one in sheet.lines if one.exercise == "inh_calf_roll")
    assert roll.use_instead.startswith("Use a full, closed plastic bottle")


def test_pain_is_a_limit_on_the_sheet(app: Flask) -> None:
    draft = a_draft(a_client(equipment=KIT), "f:arms_fall_forward:left=2", "pain:heel_rises=knee.right.5")
    sheet = sheet_of(issue(draft))
    assert sheet.limits == ("Your right knee rests until a clinician has looked at it",)


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_a_stored_file_that_is_not_as_issued_is_not_passed_off_as_it(app: Flask, harm: str) -> None:
    paper = paper_of(issue(a_draft()))
    settings: Settings = app.config["SETTINGS"]
    stored = settings.data / "papers" / paper.sha256[:2] / f"{paper.sha256}.pdf"
    if harm == "gone":
        stored.unlink()
    else:
        stored.write_bytes(stored.read_bytes()[:-1])
    with pytest.raises(papers.PaperLost):
        papers.read(paper)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("John Smith", "J-Smith"),
        ("Cher", "Cher"),
        ("Siobhán Ní Dhomhnaill", "S-Dhomhnaill"),
        ("Fatima-Zahra Benjelloun El Idrissi", "F-Idrissi"),
        ("田中 由紀", "田中-由紀"),
        ("../../etc/passwd", "etcpasswd"),
        ("?? !!", "client"),
    ],
)
def test_a_file_is_named_after_the_client(name: str, short: str) -> None:
    assert papers.short_name(name) == short
