"""Judging the lines of a file before anything changes, a batch at a time."""

from collections.abc import Callable

from sqlalchemy import bindparam, func, select, update

from ...clock import utcnow
from ...extensions import db
from ...models.database import write
from ...models.imports import Import, ImportLine, count_lines
from .kinds import Judged, Kind, Row

BATCH = 500
Tell = Callable[[int, int, str], None]


def quiet(done: int, total: int, words: str) -> None:
    """Nobody waits for a word."""


def look(import_id: int, kind: Kind, tell: Tell = quiet) -> dict[str, int]:
    """Say of each line what it would do; begun anew, it says the same."""
    total = db.session.scalar(select(func.count()).where(ImportLine.import_id == import_id)) or 0
    book, done, after = kind.book(), 0, 0
    while rows := batch_of(import_id, after):
        judged = book.judge([row for _, row in rows])
        with write():
            _keep([number for number, _ in rows], judged)
        done, after = done + len(rows), rows[-1][1].line
        tell(done, total, "Reading the lines")
    with write() as session:
        row = session.get_one(Import, import_id)
        row.read_at = utcnow()
        return count_lines(row)


def batch_of(import_id: int, after: int, verdicts: tuple[str, ...] = (), most: int = BATCH) -> list[tuple[int, Row]]:
    """The next lines behind line `after` with their numbers, of these verdicts or all."""
    mine = select(ImportLine.id, ImportLine.line, ImportLine.cells)
    mine = mine.where(ImportLine.import_id == import_id, ImportLine.line > after)
    if verdicts:
        mine = mine.where(ImportLine.verdict.in_(verdicts))
    found = db.session.execute(mine.order_by(ImportLine.line).limit(most))
    return [(number, Row(line, cells)) for number, line, cells in found]


def _keep(numbers: list[int], judged: list[Judged]) -> None:
    shown = ("verdict", "who", "told", "problems", "changes", "client_id")
    table = ImportLine.__table__
    change = update(table).where(table.c.id == bindparam("number"))  # type: ignore[arg-type]
    rows = [
        {"number": number, **{name: _plain(getattr(one, name)) for name in shown}}
        for number, one in zip(numbers, judged, strict=True)
    ]
    db.session.execute(change.values({name: bindparam(name) for name in shown}), rows)


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [list(one) if isinstance(one, tuple) else one for one in value]
    return value[:300] if isinstance(value, str) else value
