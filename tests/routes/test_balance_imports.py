"""What clients bring along from another program: sessions left and money owed, in the ledgers, once."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask

from studio.extensions import db
from studio.models.books.balances import owed_by
from studio.models.books.invoices import Invoice
from studio.models.books.ledger import Entry, EntryKind
from studio.models.books.revenue import deferred, earned
from studio.models.clients import Client
from studio.models.imports import Import, ImportLine
from studio.models.sales.enrolment_line import line_of
from studio.models.sales.enrolments import Enrolment
from studio.models.studios import studio_today
from studio.operations import merges
from studio.operations.imports import files
from studio.operations.imports.balance_files import BALANCES
from studio.operations.imports.client_files import CLIENTS
from studio.operations.sales.bringing import Package, terms_of
from studio.operations.work import work_next
from studio.terms.clock import DAY, Pause, clock

from ..browse import Browser
from ..offers import TWICE, an_offer
from ..people import Cast

Browse = Callable[..., Browser]
PEOPLE = "Client number,Name,E-mail\n1001,Ruta Kalnina,ruta@pier.example\n1002,Bo Lind,bo@pier.example\n"
HEAD = "Client number,Client,Package,Sessions left,Sessions bought,Starts on,Ends on,Money owed\n"


@pytest.fixture
def book(app: Flask) -> None:
    row = files.stage(CLIENTS, PEOPLE.encode(), "clients.csv", by=Cast().owner)
    files.take_in(row, by=Cast().owner)


def sent(lines: str) -> Import:
    return files.stage(BALANCES, (HEAD + lines).encode(), "balances.csv", by=Cast().owner)


def taken_in(lines: str) -> dict[str, int]:
    row = sent(lines)
    files.take_in(row, by=Cast().owner)
    return row.counts


def lines_of_ours() -> str:
    today = studio_today()
    begun, ends = today - timedelta(weeks=5), today + timedelta(weeks=9)
    return (
        f'1001,Ruta Kalnina,"12 WEEKS, twice a week",15,24,{begun},{ends},120.50\n'
        f"1002,Bo Lind,Yoga ten,4,10,{begun},{today + timedelta(days=10)},\n"
        "1002,Bo Lind,,,,,,-40\n"
    )


@pytest.mark.usefixtures("book")
def test_what_was_left_elsewhere_goes_on_here_and_the_second_time_changes_nothing(people: Cast) -> None:
    an_offer(TWICE)
    today, ours = studio_today(), lines_of_ours()
    assert taken_in(ours) == {"new": 3}
    ruta, bo = db.session.query(Client).order_by(Client.id)
    package, yoga = db.session.query(Enrolment).order_by(Enrolment.id)
    assert (package.brought, package.terms.name, package.terms.grace_weeks) == (True, TWICE.name, 2)
    line = line_of(package, today)
    assert (line.left, line.used, line.clock.last_on) == (15, 0, today + timedelta(weeks=9))
    assert line_of(yoga, today).clock.last_on == today + timedelta(days=10)
    assert (owed_by(ruta.id), owed_by(bo.id)) == (12050, -4000)
    assert {one.kind for one in db.session.query(Entry)} == {EntryKind.opening}
    assert db.session.query(Invoice).count() == 0
    assert sum(one.earned for one in earned(today - timedelta(days=90), today, "GBP")) == 0
    assert sum(one.amount for one in deferred(today, "GBP")) == 0

    assert taken_in(ours) == {"same": 3}
    assert db.session.query(Enrolment).count() == 2


@pytest.mark.usefixtures("book")
def test_it_is_the_same_after_sessions_were_used_and_records_were_merged(people: Cast) -> None:
    ours = lines_of_ours()
    assert taken_in(ours) == {"new": 3}
    ruta, bo = db.session.query(Client).order_by(Client.id)
    merges.merge(ruta, bo, set(), by=people.owner)
    assert owed_by(ruta.id) == 8050
    assert taken_in(ours) == {"same": 3}
    assert taken_in(ours.replace("-40", "-50")) == {"same": 2, "wrong": 1}
    assert owed_by(ruta.id) == 8050


@pytest.mark.usefixtures("book")
def test_a_line_that_cannot_be_says_what_to_do(browse: Browse, people: Cast) -> None:
    today = studio_today()
    lines = (
        f"1001,Ruta Kalnina,Yoga ten,4,10,{today},,\n"
        f"1001,Ruta Kalnina,Yoga ten,40,10,{today},{today},\n"
        f"1001,Ruta Kalnina,Yoga ten,,10,{today},{today},\n"
        f"1001,Ruta Kalnina,Yoga ten,4,10,{today},{today - DAY},\n"
        f"1001,Ruta Kalnina,Yoga ten,4,10,{today - 9 * DAY},{today - DAY},\n"
        "1001,Ruta Kalnina,,,,,,\n"
        "1001,Ruta Kalnina,,,,,,a lot\n"
        "1009,Nobody Here,,,,,,5\n"
        "1002,Bo Lind,,,,,,5\n"
        "1002,Bo Lind,,,,,,6\n"
    )
    row = sent(lines)
    page = browse(people.owner).get("imports.show", import_id=row.id).get_text(" ", strip=True)
    for words in (
        "Enter its last day, for this package is not on the price list",
        "Enter at most as many as were bought",
        "Fill in Sessions left too, or leave the package out",
        "Enter a day after the start",
        "Its last day is over",
        "Fill in a package, or money owed",
        "Money owed: Enter an amount in figures",
        "Nobody in the book is certainly this client",
        "Line 10 is the same package of the same client",
    ):
        assert words in page, words
    files.take_in(row, by=people.owner)
    assert row.counts == {"new": 1, "wrong": 9}
    assert db.session.query(ImportLine).count() == 9


def test_balances_are_the_owners(browse: Browse, people: Cast) -> None:
    browse(people.coach).get("imports.new", what="balances", expect=404)
    browse(people.owner).get("imports.new", what="balances", words="Sessions left")


@pytest.mark.parametrize("days", [7, 20, 60, 84, 85, 100, 112, 113, 150])
@pytest.mark.parametrize("base", [None, TWICE])
def test_the_clock_ends_on_the_day_it_ended_elsewhere(days: int, base: object) -> None:
    start = date(2026, 3, 2)
    last = start + (days - 1) * DAY
    terms, more = terms_of(Package("Ten", 10, 4, start, last), "GBP", base)  # type: ignore[arg-type]
    until = clock(terms, start, [], start).last_on
    pauses = [Pause("extension", until + DAY, until + more * DAY)] if more else []
    assert clock(terms, start, pauses, start).last_on == last


@pytest.mark.usefixtures("book")
def test_many_lines_go_through_the_worker(people: Cast) -> None:
    row = files.stage(
        CLIENTS, ("Client number,Name\n" + "".join(f"{n},Person {n:04}\n" for n in range(300))).encode(), "c.csv",
        by=people.owner,
    )  # fmt: skip
    work_next()
    files.take_in(row, by=people.owner)
    work_next()
    ends = studio_today() + timedelta(days=90)
    row = sent("".join(f"{n},Person {n:04},Ten,4,10,2026-01-01,{ends},{n}.00\n" for n in range(300)))
    work_next()
    db.session.rollback()
    files.take_in(row, by=people.owner)
    work_next()
    db.session.rollback()
    assert row.counts == {"new": 300}
