"""From the page to paper: issuing answers the sheet, a reprint the very same bytes."""

import re
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from studio.ces.catalogue import catalogue
from studio.config import Settings
from studio.extensions import db
from studio.forms.base import tidy_line, tidy_text
from studio.models.events import Event
from studio.models.papers import Paper, home_sheet_of
from studio.models.studios import studio_today
from studio.operations import clients, programmes

from ..browse import Browser
from ..builders import a_client
from ..documents.reading import pages, text, title
from ..examples import examples
from ..people import Cast
from ..programmes import KIT, a_draft, issue, whole, words

Browse = Callable[..., Browser]


def sent(browser: Browser) -> bytes:
    assert browser.last is not None
    assert browser.last.mimetype == "application/pdf"
    return browser.last.data


def test_issue_and_print_answers_the_sheet_in_the_same_tab(browse: Browse, people: Cast) -> None:
    draft = a_draft(a_client("Siobhán Ní Dhomhnaill", equipment=KIT))
    coach = browse(people.coach)
    form = whole(draft) | {"message": "Roll before you stretch.", "home_days": "5", "size": "12"}
    coach.post("issues.create", form, programme_id=draft.programme_id)
    coach.follow()
    assert coach.last is not None
    header = coach.last.headers["Content-Disposition"]
    day = f"{studio_today():%Y-%m-%d}"
    assert header.startswith(f'inline; filename="{day}_home-programme_S-Dhomhnaill_v1.pdf"; ')
    assert unquote(header.split("filename*=UTF-8''")[1]) == f"{day}_home-programme_S-Dhomhnaill_v1.pdf"
    pdf = sent(coach)
    words_on_it = text(pdf)
    for expected in (
        "Siobhán’s home sheet",
        "Roll before you stretch.",
        "5 a week",
        "Coach Dana Whitfield",
        "020 7946 0142",
        "Calf roll on the floor",
        "so your heels can stay down",
        "Feel it:",
        "Not this:",
        "Too hard?",
        "Week 1 of 12",
    ):
        assert expected in words_on_it
    assert "version 1" in title(pdf)
    assert len(pages(pdf)) == 2


def test_a_reprint_sends_the_stored_bytes_and_is_noted(browse: Browse, people: Cast) -> None:
    version = issue(a_draft())
    desk, where = browse(people.front_desk), {"programme_id": version.programme_id, "number": 1}
    desk.get("home_sheets.show", **where)
    first = sent(desk)
    clients.change(
        version.programme.client, {"name": "Somebody Else"}, seen=version.programme.client.revision, by=people.coach
    )
    desk.get("home_sheets.show", **where)
    assert sent(desk) == first
    printed = select(func.count()).select_from(Event).where(Event.kind == "paper.printed")
    assert db.session.scalar(printed) == 2
    browse().get("home_sheets.show", expect=302, **where)
    desk.get("home_sheets.show", programme_id=version.programme_id, number=2, expect=404)


def test_a_double_tap_issues_one_version(browse: Browse, people: Cast) -> None:
    draft = a_draft()
    coach = browse(people.coach)
    form = whole(draft)
    for _ in range(2):
        coach.post("issues.create", form, programme_id=draft.programme_id)
        assert coach.last is not None
        assert coach.last.location == f"/programmes/{draft.programme_id}/versions/1.pdf"
    assert db.session.scalar(select(func.count()).select_from(Paper)) == 1


def test_a_colleague_who_issues_the_same_draft_late_is_told(browse: Browse, people: Cast) -> None:
    draft = a_draft()
    form = whole(draft)
    browse(people.coach).post("issues.create", form, programme_id=draft.programme_id)
    other = browse(people.other_coach)
    other.post("issues.create", form, expect=409, programme_id=draft.programme_id)


def test_an_empty_sheet_stays_a_draft_and_says_what_to_do(browse: Browse, people: Cast) -> None:
    draft = programmes.create(a_client(), by=people.coach)
    page = browse(people.coach).post("issues.create", whole(draft), expect=422, programme_id=draft.programme_id)
    assert "Put at least one exercise on the sheet first" in words(page)


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_a_lost_file_is_said_clearly_and_never_a_blank(app: Flask, browse: Browse, people: Cast, harm: str) -> None:
    version = issue(a_draft())
    paper = home_sheet_of(version.id)
    assert paper is not None
    kept: Settings = app.config["SETTINGS"]
    file = kept.data / "papers" / paper.sha256[:2] / f"{paper.sha256}.pdf"
    if harm == "gone":
        file.unlink()
    else:
        file.write_bytes(b"%PDF-1.4 something else")
    page = browse(people.coach).get("home_sheets.show", programme_id=version.programme_id, number=1, expect=500)
    assert "This sheet cannot be printed again" in words(page)
    assert paper.file_name in words(page)


def test_the_longest_sheet_is_printed_whole(browse: Browse, people: Cast) -> None:
    name = "Maximiliana Alexandrovna Konstantinopoulou-Featherstonehaugh de la Vega y Montenegro von Hohenberg"
    draft = a_draft(a_client(name, equipment=KIT))
    for exercise in ("len_calf_wall_straight", "act_glute_bridge"):
        programmes.add(draft, exercise, reason="", seen=draft.revision, by=people.coach)
    version = issue(draft, message="m" * 300, size=18)
    coach = browse(people.coach)
    coach.get("home_sheets.show", programme_id=version.programme_id, number=1)
    on_paper = text(sent(coach))
    for row in version.on_sheet:
        assert catalogue().exercises[row.exercise].name in on_paper
    assert "m" * 300 in re.sub(r"\s", "", on_paper)
    assert "Maximiliana" in on_paper


@examples(12)
@given(
    message=st.text(max_size=300) | st.text("<b>&{}%/\\\"'ab ", max_size=300) | st.just("W" * 300),
    name=st.text(max_size=100),
)
def test_whatever_is_typed_becomes_a_sheet(app: Flask, browse: Browse, message: str, name: str) -> None:
    """Markup, other scripts, emoji, one endless word: always a PDF, and what it can print can be read back."""
    coach = browse(Cast().coach)
    client = a_client(tidy_line(f"Ada {name}"), equipment=KIT)
    draft = programmes.create(client, by=Cast().coach)
    programmes.add(draft, "act_glute_bridge", reason="", seen=draft.revision, by=Cast().coach)
    coach.post("issues.create", whole(draft) | {"message": message}, programme_id=draft.programme_id)
    coach.follow()
    on_paper = re.sub(r"\s", "", text(sent(coach)))
    for typed in re.findall(r"[A-Za-z0-9<>&%]+", tidy_text(message)):
        assert typed in on_paper
    assert "Ada" in on_paper
