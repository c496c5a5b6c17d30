"""The home sheets of many clients in one go: chosen, bound with progress, printed as one pile."""

import fcntl
import os
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from studio.clock import utcnow
from studio.config import Settings
from studio.extensions import db
from studio.models.clients import Client
from studio.models.events import PILED, Event
from studio.models.home_sheets import in_hand
from studio.models.papers import Paper
from studio.operations import clients, home_sheet_runs, piles, print_runs
from studio.operations.print_runs import PrintRun, progress_of

from ..browse import Browser
from ..builders import a_client
from ..documents.reading import opened, pages, title
from ..people import Cast, the_house
from ..programmes import KIT, a_draft, issue

Browse = Callable[..., Browser]


def with_sheet(name: str, **values: object) -> Client:
    """A client with a home sheet in hand."""
    client = a_client(name, equipment=KIT, **values)
    issue(a_draft(client))
    return client


@pytest.fixture
def desk(browse: Browse, people: Cast) -> Browser:
    return browse(people.front_desk)


def a_run(people: Cast) -> PrintRun:
    return home_sheet_runs.begin(in_hand(9), studio=the_house(), both_sides=True, by=people.front_desk)


def asked(browser: Browser, **data: object) -> str:
    """Ask for a pile as the page does; where it can be watched."""
    browser.post("print_runs.create", {"both_sides": "y"} | data)
    assert browser.last is not None
    assert browser.last.location
    return browser.last.location


def test_a_front_desk_prints_the_sheets_of_everybody_as_one_pile(desk: Browser) -> None:
    everybody = [with_sheet("Maria Smith"), with_sheet("Bo Li"), with_sheet("Zoë Papadopoulou")]
    a_client("Nobody Yet")
    page = desk.get("print_runs.new")
    ticked = [one["value"] for one in page.select("input[name=clients][checked]")]
    assert sorted(map(int, ticked)) == sorted(one.id for one in everybody)
    address = asked(desk, clients=ticked)
    assert desk.go(address).select_one("progress")["max"] == "3"
    desk.http.post(f"{address}/pile", data={"csrf_token": desk.token()})
    ready = desk.go(address)
    assert ready.select_one("progress") is None
    assert not ready.select(".progress [hx-trigger]"), "a pile that is done is not asked about any more"
    link = str(ready.select_one(".progress a")["href"])
    sent = desk.http.get(link)
    assert "_home-sheets_3.pdf" in sent.headers["Content-Disposition"]
    assert title(sent.data).startswith("Home sheets")
    with opened(sent.data) as file, file.open_outline() as outline:
        assert [entry.title for entry in outline.root] == ["Bo Li", "Maria Smith", "Zoë Papadopoulou"]
    said = " ".join(pages(sent.data))
    assert all(one.first_name in said for one in everybody)
    printed = select(func.count()).where(Event.kind == PILED, Event.summary.startswith("Home sheet printed"))
    assert db.session.scalar(printed) == 3


def test_the_pile_holds_the_newest_sheet_of_each_as_it_was_issued(desk: Browser, people: Cast) -> None:
    client = with_sheet("Maria Smith")
    issue(a_draft(client))
    (one,) = in_hand(9)
    assert one.number == 2
    run = a_run(people)
    assert piles.bind(run)
    stored = db.session.get_one(Paper, one.paper_id)
    alone = pages(piles.home_sheet_runs.papers.read(stored))
    assert pages(run.at("pdf").read_bytes())[: len(alone)] == alone


def test_the_list_can_be_filtered_by_words_and_by_coach(desk: Browser, people: Cast) -> None:
    with_sheet("Maria Smith", coach_id=people.coach.id)
    with_sheet("Bo Li", coach_id=people.owner.id)

    def listed(**query: object) -> list[str]:
        page = desk.get("print_runs.new", **query)
        return [one.find(string=True, recursive=False) for one in page.select(".pile__people label > span")]

    assert listed() == ["Bo Li", "Maria Smith"]
    assert listed(q="mari") == ["Maria Smith"]
    assert listed(coach=people.owner.id) == ["Bo Li"]
    page = desk.get("print_runs.new", q="mari")
    assert "q=mari" in page.select_one("form.stack")["action"]


def test_archived_clients_have_nothing_to_print(desk: Browser, people: Cast) -> None:
    clients.archive(with_sheet("Maria Smith"), by=people.coach)
    assert "No sheets to print" in desk.get("print_runs.new").text


def test_nobody_ticked_is_said(desk: Browser) -> None:
    with_sheet("Maria Smith")
    page = desk.post("print_runs.create", {"both_sides": "y"}, expect=422)
    assert "Tick at least one client" in page.select_one(".error-summary").text


def test_a_pile_belongs_to_whoever_asked_for_it(browse: Browse, people: Cast) -> None:
    with_sheet("Maria Smith")
    run = a_run(people)
    piles.bind(run)
    for endpoint in ("print_runs.show", "piles.show"):
        browse(people.owner).get(endpoint, run=run.id, expect=404)
        browse(people.front_desk).get(endpoint, run=run.id)
    browse(people.owner).post("piles.create", run=run.id, expect=404)


def test_a_lost_sheet_is_named_and_the_others_are_printed(app: Flask, desk: Browser, people: Cast) -> None:
    with_sheet("Maria Smith")
    with_sheet("Bo Li")
    run = a_run(people)
    lost = db.session.get_one(Paper, run.papers[0])
    settings: Settings = app.config["SETTINGS"]
    (settings.data / "papers" / lost.sha256[:2] / f"{lost.sha256}.pdf").unlink()
    assert piles.bind(run)
    page = desk.get("print_runs.show", run=run.id)
    assert "Left out: Bo Li" in page.text
    assert "Maria" in pages(run.at("pdf").read_bytes())[0]


def test_while_it_is_bound_the_page_says_how_far_and_asks_again(desk: Browser, people: Cast) -> None:
    with_sheet("Maria Smith")
    with_sheet("Bo Li")
    run = a_run(people)
    waiting = desk.get("print_runs.show", run=run.id, fragment=True)
    assert waiting.select_one("form")["hx-trigger"] == "load", "one that waits asks for its pile"
    with print_runs.binding(fcntl.LOCK_EX) as lock:
        lock.file.truncate(0)
        lock.file.write(run.id)
        lock.file.flush()
        run.at("count").write_text("1")
        part = desk.get("print_runs.show", run=run.id, fragment=True)
        assert part.select_one(".progress > span")["hx-trigger"] == "every 1s"
        assert "1 of 2" in part.text
        assert part.select_one("progress")["value"] == "1"
        assert part.form is None, "it is being bound, so nothing asks for it again"
        other = a_run(people)
        assert not piles.bind(other), "one pile at a time"
        assert "Another pile" in desk.get("print_runs.show", run=other.id, fragment=True).text
    assert progress_of(run).state == "waiting", "whoever bound it is gone"
    assert piles.bind(run)
    assert progress_of(run).state == "done"


def test_what_went_wrong_is_said_and_can_be_tried_again(desk: Browser, people: Cast) -> None:
    with_sheet("Maria Smith")
    run = a_run(people)
    run.at("part").mkdir()  # nothing can be written there
    with pytest.raises(IsADirectoryError):
        piles.bind(run)
    page = desk.get("print_runs.show", run=run.id)
    assert "Try again" in page.text
    assert not page.select(".progress [hx-trigger]"), "it is not tried again by itself"
    run.at("part").rmdir()
    desk.post("piles.create", run=run.id)
    assert "Ready." in desk.follow().text


def test_what_is_older_than_a_day_is_swept_away(people: Cast) -> None:
    with_sheet("Maria Smith")
    old, kept = a_run(people), a_run(people)
    for run, age in ((old, timedelta(days=2)), (kept, timedelta(hours=3))):
        piles.bind(run)
        for ending in ("json", "said", "pdf"):
            then = (utcnow() - age).timestamp()
            os.utime(run.at(ending), (then, then))
    a_run(people)
    assert not any(old.at(ending).exists() for ending in ("json", "said", "pdf"))
    assert kept.at("pdf").exists()


def test_a_pile_does_not_push_the_work_of_the_day_off_today(browse: Browse, people: Cast) -> None:
    touched = a_client("Touched Today")
    client = with_sheet("Maria Smith")
    (one,) = in_hand(9)
    coach = browse(people.coach)
    before = [link.text for link in coach.get("today.show").select(".day__past a")]
    home_sheet_runs.begin([one] * 200, studio=the_house(), both_sides=True, by=people.front_desk)
    after = [link.text for link in coach.get("today.show").select(".day__past a")]
    assert before == after
    assert {touched.name, client.name} <= set(after)


def test_a_page_of_many_sheets_asks_the_database_as_often_as_one_of_few(desk: Browser, people: Cast) -> None:
    from .test_statements import MOST, listening

    asked_for = []
    for number in (1, 6):
        for _ in range(number):
            with_sheet("")
        desk.get("print_runs.new")
        with listening() as heard:
            desk.get("print_runs.new")
        asked_for.append(len(heard))
    assert asked_for[0] == asked_for[1] <= MOST
