"""A file of therapists: looked at before anything changes, whatever a spreadsheet made of it, and never twice."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from bs4 import BeautifulSoup

from studio.extensions import db
from studio.models.imports import Import
from studio.models.outreach import Outreach
from studio.models.therapists import Therapist, Way
from studio.operations import therapists
from studio.operations.imports import files
from studio.operations.imports.therapist_files import THERAPISTS
from studio.operations.work import work_next

from ..browse import Browser
from ..people import Cast
from ..therapists import a_therapist, an_outreach
from .test_statements import listening

Browse = Callable[..., Browser]
FILE = "Name,Clinic,Phone,E-mail,Letters by\nPriya Raghunathan,Harbour Street,020 7946 0150,Priya@Harbour.example,Fax\n"


def send(browser: Browser, content: str | bytes, expect: int = 303) -> BeautifulSoup:
    raw = content.encode() if isinstance(content, str) else content
    file = {"file": (io.BytesIO(raw), "our therapists.csv")}
    return browser.post("imports.create", file, what="therapists", expect=expect)


def looked_at(browser: Browser, content: str | bytes) -> tuple[int, str]:
    """The id of the file as it is waiting, and what its page says."""
    send(browser, content)
    page = browser.follow()
    return db.session.query(Import).order_by(Import.id.desc()).first().id, page.get_text(" ", strip=True)  # type: ignore[union-attr]


def taken_in(browser: Browser, content: str | bytes) -> dict[str, int]:
    import_id, _ = looked_at(browser, content)
    browser.post("imports.update", import_id=import_id)
    return db.session.get_one(Import, import_id).counts


@pytest.mark.parametrize(
    "content",
    [
        FILE,
        "\ufeff" + FILE,
        FILE.replace("\n", "\r\n"),
        FILE.replace(",", ";"),
        "sep=;\r\n" + FILE.replace(",", ";"),
        FILE.replace(",", "\t").encode("utf-16"),
        "\n\n" + FILE + ",,,,\n",
        FILE.replace("Name", " NAME ").replace("E-mail", "email"),
        FILE.replace("020 7946 0150", "442079460150"),
    ],
)
def test_a_file_is_read_however_the_spreadsheet_wrote_it(browse: Browse, people: Cast, content: str | bytes) -> None:
    assert taken_in(browse(people.coach), content) == {"new": 1}
    row = db.session.query(Therapist).one()
    assert (row.name, row.phone, row.email, row.prefers) == (
        "Priya Raghunathan", "+442079460150", "priya@harbour.example", Way.fax,
    )  # fmt: skip
    assert len(row.link) == 8


def test_a_western_file_of_an_older_spreadsheet_keeps_its_letters(browse: Browse, people: Cast) -> None:
    taken_in(browse(people.coach), "Name;Clinic\nZoë Ångström;Klinik Süd\n".encode("cp1252"))
    assert db.session.query(Therapist).one().words == "Zoë Ångström, Klinik Süd"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "This file is empty"),
        (b"PK\x03\x04 a workbook", "choose Save as, CSV UTF-8"),
        (b"Clinic,Phone\nHarbour,1\n", "one of them must be “Name”"),
        (b"Name,Name\nPriya,Priya\n", "Two columns are named"),
        (b'Name\n"Priya\n', "is never closed"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "is not a text"),
        (b"Name\n" + b"Priya\n" * 10001, "at most 10,000 lines"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(browse: Browse, people: Cast, content: bytes, words: str) -> None:
    assert words in send(browse(people.coach), content, expect=422).get_text()
    assert db.session.query(Import).count() == 0


def test_nothing_is_taken_in_before_somebody_says_so(browse: Browse, people: Cast) -> None:
    browser = browse(people.coach)
    import_id, said = looked_at(browser, FILE)
    assert "Take in 1 line" in said
    assert db.session.query(Therapist).count() == 0
    browser.post("imports.delete", import_id=import_id)
    browser.post("imports.update", import_id=import_id)
    assert db.session.query(Therapist).count() == 0


def test_the_same_file_again_makes_nobody_twice(browse: Browse, people: Cast) -> None:
    browser = browse(people.owner)
    assert taken_in(browser, FILE) == {"new": 1}
    assert taken_in(browser, FILE) == {"same": 1}
    assert taken_in(browser, FILE.replace("Harbour Street", "Harbour Quay")) == {"changed": 1}
    assert db.session.query(Therapist).one().clinic == "Harbour Quay"


def test_somebody_taken_in_between_the_look_and_the_yes_is_not_made_twice(browse: Browse, people: Cast) -> None:
    browser = browse(people.coach)
    import_id, _ = looked_at(browser, FILE)
    therapists.create({"name": "Priya Raghunathan", "email": "priya@harbour.example"}, by=people.owner)
    browser.post("imports.update", import_id=import_id)
    browser.post("imports.update", import_id=import_id)
    assert db.session.query(Therapist).count() == 1


def test_a_line_that_is_wrong_says_what_to_do_and_keeps_no_other_out(browse: Browse, people: Cast) -> None:
    browser = browse(people.coach)
    bad = (
        ",Mill,,,\nA,,2.07946E+11,,\nB,,,b@,\nC,,,,carrier pigeon\n"
        "priya raghunathan,HARBOUR street,,,\nD,,12,,\n" + "E" * 130 + ",,,,\n"
    )
    import_id, said = looked_at(browser, FILE + bad)
    for words in (
        "7 lines need a look",
        "Enter the therapist's name",
        "The spreadsheet has shortened this number",
        "name@example.com",
        "E-mail, Fax, Post or Phone call",
        "Line 2 is the same person",
        "Enter a phone number such as",
        "Shorten this to 120",
    ):
        assert words in said, words
    browser.post("imports.update", import_id=import_id)
    assert "Mend them in your file" in browser.follow().get_text(" ", strip=True)
    assert [one.name for one in db.session.query(Therapist)] == ["Priya Raghunathan"]


def test_an_empty_cell_changes_nothing_and_a_name_alone_is_somebody_new(browse: Browse, people: Cast) -> None:
    row = a_therapist(phone="+442079460150")
    counts = taken_in(
        browse(people.coach),
        f"Name,Phone,E-mail,Clinic\nPriya Raghunathan,,{row.email},\nPriya Raghunathan,,,Elsewhere\n",
    )
    assert counts == {"same": 1, "new": 1}
    assert db.session.get_one(Therapist, row.id).phone == "+442079460150"


def test_what_was_written_out_is_read_in_again_as_it_was(browse: Browse, people: Cast) -> None:
    row = a_therapist("=Priya, “Pri” Raghunathan", phone="+442079460150", address="1 Quay\nSpringfield",
                      prefers=Way.phone, note="-2 to 5 pm")  # fmt: skip
    therapists.change(row, {"next_step": "Call", "next_on": date(2027, 1, 7)}, seen=1, by=people.owner)
    an_outreach(row)
    a_therapist("Alex Rivera", email="", clinic="")
    browser = browse(people.owner)
    browser.get("therapist_exports.show")
    assert browser.last is not None
    written = browser.last.get_data()
    assert taken_in(browser, written) == {"same": 2}
    clinic = written.replace(b"Harbour Street Physiotherapy", b"Quay").replace(b"@harbour", b"@quay")
    assert taken_in(browser, clinic) == {"changed": 1, "same": 1}, "found by the code of their link"
    assert db.session.query(Therapist).count() == 2
    assert db.session.query(Outreach).count() == 1


def test_two_thousand_lines_are_taken_in_by_a_handful_of_statements_for_fifty(browse: Browse, people: Cast) -> None:
    rows = "".join(f"Person {n:04},Clinic {n % 7},p{n}@clinic.example\n" for n in range(2000))
    by = people.owner
    row = files.stage(THERAPISTS, b"Name,Clinic,E-mail\n" + rows.encode(), "many.csv", by=by)
    assert work_next()
    files.take_in(row, by=by)
    with listening() as heard:
        assert work_next()
    assert row.counts == {"new": 2000}
    assert len(heard) < 600
    page = browse(people.owner).get("therapists.index", words="Person 1999")
    assert [link.get_text() for link in page.select(".people__words > a")] == ["Person 1999"]
