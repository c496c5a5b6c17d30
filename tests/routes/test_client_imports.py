"""A file of clients: seen before it does anything, nobody comes in twice, what is wrong is mended and sent again."""

import csv
import io
from collections.abc import Callable
from datetime import date

import pytest

from studio.extensions import db
from studio.models.client_numbers import ClientNumber
from studio.models.clients import Client
from studio.models.database import write
from studio.models.events import Event
from studio.models.imports import Import, ImportLine
from studio.models.jobs import Job, State
from studio.operations import clients, jobs, merges
from studio.operations.daily import keep_house
from studio.operations.imports import files
from studio.operations.imports.client_files import CLIENTS
from studio.operations.work import work_next

from ..browse import Browser
from ..builders import a_client
from ..moments import days_ago
from ..people import Cast
from .test_statements import listening

Browse = Callable[..., Browser]
FILE = """Client number,Name,Phone,E-mail,Birth date,Coach,Equipment at home,Locker,Client since
1001,Ruta Kalnina,07400 123456,Ruta@pier.example,1984-03-12,Dana Whitfield,"Mat, foam roller",7,2019-06-01
1002,Bo Lind,,bo@pier.example,,,,8,
"""


def sent(content: str) -> Import:
    return files.stage(CLIENTS, content.encode(), "clients.csv", by=Cast().owner)


def verdicts(row: Import) -> dict[int, str]:
    return {one.line: one.verdict for one in db.session.query(ImportLine).filter_by(import_id=row.id)}


def taken_in(content: str, *, alike: bool = False) -> dict[str, int]:
    row = sent(content)
    files.take_in(row, alike=alike, by=Cast().owner)
    return row.counts


def test_a_file_is_looked_at_and_taken_in_and_the_second_time_changes_nothing(browse: Browse, people: Cast) -> None:
    browser = browse(people.coach)
    page = browser.get("imports.new", what="clients")
    assert "Client number" in page.get_text()
    browser.post("imports.create", {"file": (io.BytesIO(FILE.encode()), "book.csv")}, what="clients", expect=303)
    said = browser.follow().get_text(" ", strip=True)
    assert "the column Locker is not known here" in said
    assert db.session.query(Client).count() == 0
    (row,) = db.session.query(Import)
    browser.post("imports.update", import_id=row.id)
    assert "2 added, 0 changed, 0 as they were" in browser.follow().get_text(" ", strip=True)
    ruta, bo = db.session.query(Client).order_by(Client.id)
    assert (ruta.name, ruta.phone, ruta.email, ruta.birth_date, ruta.coach_id) == (
        "Ruta Kalnina", "+447400123456", "ruta@pier.example", date(1984, 3, 12), people.coach.id,
    )  # fmt: skip
    assert ruta.equipment == ["foam_roller", "mat"]
    assert f"{ruta.created_at:%Y-%m-%d}" == "2019-06-01"
    assert ruta.colour != bo.colour
    assert browse(people.coach).get("clients.index", q="kalnina").select(".people__words")
    assert taken_in(FILE) == {"same": 2}
    assert db.session.query(ImportLine).count() == 0
    assert db.session.query(Event).filter_by(kind="client.created").count() == 2


def test_the_number_of_the_other_program_finds_a_client_whatever_changed(app: object, people: Cast) -> None:
    taken_in(FILE)
    again = "Number;Full name;Mail\n1001;Ruta Lind;ruta@lind.example\n1002;Bo Lind;bo@pier.example\n"
    row = sent(again)
    assert verdicts(row) == {2: "changed", 3: "same"}
    line = db.session.query(ImportLine).filter_by(line=2).one()
    assert line.changes == [
        ["Name", "Ruta Kalnina", "Ruta Lind"], ["E-mail", "ruta@pier.example", "ruta@lind.example"],
    ]  # fmt: skip
    files.take_in(row, by=people.owner)
    assert row.counts == {"changed": 1, "same": 1}
    assert db.session.query(Client).filter_by(name="Ruta Lind", phone="+447400123456").count() == 1


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("Anna Berg,,anna@berg.example,", "same"),
        ("Berg Anna,+44 7400 111111,,", "same"),
        ("Anna Berg,,,1984-03-12", "same"),
        ("Anna Maria Berg,,anna@berg.example,", "changed"),
        ("Anna Berg,07400 222222,,1984-03-12", "changed"),
        ("Anna Berg,,,", "alike"),
        ("Anna Berg,,anna@berg.example,1999-01-01", "alike"),
        ("Carl Berg,,anna@berg.example,", "alike"),
        ("Ana Berg,,,1984-03-12", "alike"),
        ("Anna Bergstrom,07400 333333,,", "new"),
    ],
)
def test_who_a_line_means_follows_from_more_than_a_name(app: object, line: str, verdict: str) -> None:
    a_client("Anna Berg", phone="+447400111111", email="anna@berg.example", birth_date=date(1984, 3, 12))
    row = sent(f"Name,Phone,E-mail,Birth date\n{line}\n")
    (found,) = db.session.query(ImportLine)
    if verdict == "same" and line.startswith("Berg"):
        assert found.changes == [["Name", "Anna Berg", "Berg Anna"]]
    else:
        assert found.verdict == verdict, found.problems
    assert row.read_at is not None


def test_who_only_looks_like_somebody_comes_in_when_a_person_says_so(browse: Browse, people: Cast) -> None:
    a_client("Anna Berg", phone="+447400111111")
    lines = "Name,Phone\nCarl Berg,07400 111111\nDora Ek,07400 444444\n"
    assert taken_in(lines) == {"new": 1, "alike": 1}
    browser = browse(people.owner)
    row = sent(lines)
    page = browser.get("imports.show", import_id=row.id)
    assert "Looks like Anna Berg: same phone" in page.get_text()
    browser.post("imports.update", {"alike": "y"}, import_id=row.id)
    assert row.counts == {"new": 1, "same": 1}
    assert taken_in(lines) == {"same": 2}


def test_a_line_that_is_wrong_says_so_in_the_words_of_the_form_and_is_mended(browse: Browse, people: Cast) -> None:
    bad = (
        "Name,Phone,E-mail,Birth date,Coach,Sex,Note\n"
        "Good One,07400 123456,,,,,\n"
        "?,12,b@,2999-01-01,Nobody,third,\n"
        ",,,31.02.1999,,,\n"
        "Good One,07400 123456,,,,,\n"
        '"=cmd",,,,,,"-2 to 5 pm"\n'
    )
    browser = browse(people.owner)
    row = sent(bad)
    page = browser.get("imports.show", import_id=row.id).get_text(" ", strip=True)
    for words in (
        "3 lines need a look",
        "Name: Enter the client's name with at least one letter",
        "Phone: Enter a phone number such as",
        "E-mail: Enter an e-mail address such as name@example.com",
        "Birth date: Enter a birth date in the past",
        "Coach: Choose a coach from the list",
        "Sex: Choose one from the list",
        "Name: Enter the client's name",
        "Birth date: Enter a day such as",
        "Line 2 is the same person. Keep one of the two lines",
    ):
        assert words in page, words
    files.take_in(row, by=people.owner)
    assert row.counts == {"new": 2, "wrong": 3}
    browser.get("imports.mend", import_id=row.id)
    assert browser.last is not None
    head, *rows = csv.reader(io.StringIO(browser.last.get_data(as_text=True).lstrip("\ufeff")))
    assert (head[-2:], [one[-2] for one in rows]) == (["Line", "What to do"], ["3", "4", "5"])
    mended = [head, ["Ole Aas", "07400 999999", *rows[0][2:]]]
    mended[1][2:6] = ["", "1990-01-01", "", ""]
    text = io.StringIO()
    csv.writer(text).writerows(mended)
    assert taken_in(text.getvalue()) == {"new": 1}
    assert db.session.query(Client).filter_by(name="=cmd", note="-2 to 5 pm").count() == 1


def test_what_somebody_saved_between_the_look_and_the_yes_is_not_overwritten(app: object, people: Cast) -> None:
    taken_in(FILE)
    row = sent("Client number,Name,Phone\n1001,Ruta Kalnina,07400 777777\n1003,Eva Holm,07400 888888\n")
    ruta = db.session.query(Client).filter_by(name="Ruta Kalnina").one()
    clients.change(ruta, {"phone": "+447400555555"}, seen=ruta.revision, by=people.coach)
    eva = clients.create({"name": "Eva Holm", "phone": "+447400888888"}, by=people.coach)
    files.take_in(row, by=people.owner)
    assert (ruta.phone, row.counts) == ("+447400555555", {"wrong": 2})
    assert db.session.query(ClientNumber).filter_by(client_id=eva.id).count() == 0
    assert "changed in the book since you looked" in db.session.query(ImportLine).first().problems[0]  # type: ignore[union-attr]


def test_a_record_that_was_merged_is_found_by_its_number_in_the_one_that_is_left(app: object, people: Cast) -> None:
    taken_in(FILE)
    ruta, bo = db.session.query(Client).order_by(Client.id)
    merges.merge(ruta, bo, set(), by=people.owner)
    assert taken_in("Client number,Name,Note\n1002,Ruta Kalnina,Came as Bo\n") == {"changed": 1}
    assert (ruta.note, bo.note) == ("Came as Bo", "")


def test_a_front_desk_sends_no_files_and_a_kind_that_is_none_is_not_there(browse: Browse, people: Cast) -> None:
    browse(people.front_desk).get("imports.index", expect=403)
    browse(people.coach).get("imports.new", what="no-such-thing", expect=404)


def test_ten_thousand_lines_go_through_the_worker_in_short_writes(browse: Browse, people: Cast) -> None:
    rows = "".join(f"{n},Person {n:04},p{n}@club.example,{1950 + n % 50}-03-{n % 28 + 1:02}\n" for n in range(2000))
    row = sent(f"Client number,Name,E-mail,Birth date\n{rows}")
    browser = browse(people.owner)
    page = browser.get("imports.show", import_id=row.id)
    assert "Reading the lines: 0 of 2,000" in page.get_text(" ", strip=True)
    assert page.select_one("#file [hx-trigger='every 1s']")
    with listening() as heard:
        assert work_next()
    assert len(heard) < 120
    page = browser.get("imports.show", import_id=row.id, show="new")
    further = browser.go(str(page.select_one("a[rel=next]")["href"]))  # type: ignore[index]
    assert "Person 0100" in further.get_text()
    files.take_in(row, by=people.owner)
    with listening() as heard:
        assert work_next()
    assert len([one for one, _ in heard if not one.startswith("INSERT INTO clients ")]) < 1000
    db.session.rollback()
    assert row.counts == {"new": 2000}


def test_what_was_stopped_on_the_way_goes_on_where_it_was(
    app: object, people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = sent("Client number,Name\n" + "".join(f"{n},Person {n:04}\n" for n in range(300)))
    assert work_next()
    files.take_in(row, by=people.owner)
    monkeypatch.setattr(jobs.Work, "tell", lambda self, done, total, words: (_ for _ in ()).throw(jobs.Stopped))
    assert work_next()
    monkeypatch.undo()
    db.session.rollback()
    assert (row.counts, db.session.query(Job).order_by(Job.id.desc()).first().state) == ({"new": 50}, State.waiting)  # type: ignore[union-attr]
    assert work_next()
    db.session.rollback()
    assert row.counts == {"new": 300}
    assert db.session.query(Client).count() == 300


def test_lines_nobody_came_back_for_are_forgotten(app: object, people: Cast) -> None:
    row = sent(FILE)
    with write():
        row.at = days_ago(31)
    keep_house(date(2026, 1, 1))
    assert db.session.query(ImportLine).count() == 0
    assert row.done_at is not None
