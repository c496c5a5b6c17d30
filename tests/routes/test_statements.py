"""A page asks the database few questions, as many of a thousand clients as of ten, and reads no table through."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event, insert, text

from studio.clock import utcnow
from studio.extensions import db
from studio.models.clients import COLOURS, Client, ClientWord
from studio.models.database import write
from studio.models.events import Event

from ..browse import Browser
from ..builders import a_client, an_assessment
from ..conftest import empty, kept
from ..people import Cast
from ..programmes import KIT, a_draft, issue

Book = Callable[[int], AbstractContextManager[Browser]]
MOST = 12
PAGES = ("today.show", "clients.index", "clients.index?q", "client_search.show?q", "clients.new", "clients.show",
         "clients.edit", "client_history.show", "users.index", "account.edit", "links.index",
         "table_exercises.index", "adjustments.index", "referrals.index")  # fmt: skip
# Tables of a few rows, which are read whole and sorted.
FEW_ROWS = {"adjustments", "users", "studios", "alembic_version"}


@contextmanager
def listening() -> Iterator[list[tuple[str, object]]]:
    """The statements that reach the database meanwhile, transaction words apart."""
    heard: list[tuple[str, object]] = []

    def hear(_conn: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA", "EXPLAIN")):
            heard.append((statement, parameters))

    event.listen(db.engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(db.engine, "before_cursor_execute", hear)


def many_clients(number: int) -> None:
    """Fill the book quickly, with a word and an event each."""
    now = utcnow()
    first = (db.session.scalar(text("SELECT max(id) FROM clients")) or 0) + 1
    ids = range(first, first + number)
    with write() as session:
        session.execute(
            insert(Client),
            [
                {"id": i, "name": f"Person {i:05}", "sort_name": f"person {i:05}", "colour": COLOURS[i % 8],
                 "created_at": now, "coach_id": 2, "phone": f"+4474{i:08}", "email": f"p{i}@example.com"}
                for i in ids
            ],
        )  # fmt: skip
        session.execute(
            insert(ClientWord), [{"client_id": i, "word": word} for i in ids for word in ("person", f"{i:05}")]
        )
        session.execute(
            insert(Event),
            [
                {"at": now, "client_id": i, "user_id": 2, "kind": "client.created", "summary": "Record created"}
                for i in ids
            ],
        )


def fetch(browser: Browser, page: str) -> list[tuple[str, object]]:
    endpoint, _, query = page.partition("?")
    values: dict[str, object] = {"q": "per"} if query else {}
    if endpoint in ("clients.show", "clients.edit", "client_history.show"):
        values["client_id"] = KNOWN
    with listening() as heard:
        browser.get(endpoint, **values, fragment=endpoint == "client_search.show")
    return heard


KNOWN = 1  # the first client of both books has something of everything


@pytest.fixture(scope="session")
def books(only_app: Flask, moved_in: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """A database with ten more clients and one with a thousand; they take long to fill."""
    found = {}
    with empty(only_app, moved_in):
        client = a_client("Zoë Papadopoulou", equipment=KIT)
        assert client.id == KNOWN
        issue(a_draft(client))
        an_assessment(client)
        a_draft(a_client())
        for size, more in ((10, 10), (1000, 990)):
            many_clients(more)
            db.session.execute(text("ANALYZE"))
            db.session.remove()
            db.engine.dispose()
            found[size] = kept(only_app, tmp_path_factory)
    return found


@pytest.fixture
def book(only_app: Flask, books: dict[int, Path]) -> Callable[[int], AbstractContextManager[Browser]]:
    """The owner's browser on a book of that size."""

    @contextmanager
    def opened(size: int) -> Iterator[Browser]:
        with empty(only_app, books[size]):
            yield Browser(only_app, Cast().owner)

    return opened


@pytest.mark.parametrize("shown", PAGES)
def test_a_page_asks_the_same_few_questions_of_a_small_and_a_large_book(book: Book, shown: str) -> None:
    asked = {}
    for size in (10, 1000):
        with book(size) as browser:
            fetch(browser, shown)  # the first look at a record is noted; only the first
            asked[size] = [statement for statement, _ in fetch(browser, shown)]
    few, many = asked.values()
    assert len(many) <= MOST, "\n".join(many)
    assert len(many) == len(few)


@pytest.mark.parametrize("shown", PAGES)
def test_no_table_is_read_through_or_sorted(book: Book, shown: str) -> None:
    with book(1000) as browser:
        for statement, parameters in fetch(browser, shown):
            for step in _plan(statement, parameters):
                scanned = re.match(r"SCAN (\w+)", step)
                table = _table(scanned[1], statement) if scanned else ""
                # What is no table is what a part of the statement gave: the few rows it was limited to.
                assert table in FEW_ROWS or table not in db.metadata.tables, f"{step}\n{statement}"
                assert "TEMP B-TREE" not in step or "users" in statement, f"{step}\n{statement}"


def _plan(statement: str, parameters: object) -> list[str]:
    if not statement.lstrip().startswith(("SELECT", "WITH")):
        return []
    with db.engine.connect() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)  # type: ignore[arg-type]
        return [str(row[-1]) for row in rows]


def _table(name: str, statement: str) -> str:
    """The table behind an alias."""
    found = re.search(rf"(\w+) AS {re.escape(name)}\b", statement)
    return found[1] if found else name
