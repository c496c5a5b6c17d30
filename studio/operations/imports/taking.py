"""Taking the lines of a file in, a batch and a short write at a time: what was interrupted goes on where it was."""

import time
from collections import Counter

from sqlalchemy import delete, func, select, update

from ...clock import utcnow
from ...extensions import db
from ...models.database import write
from ...models.imports import ALIKE, CHANGED, NEW, SAME, WRONG, Import, ImportLine, count_lines
from ...models.users import User
from ..events import record
from .kinds import Book, Judged, Kind, Row
from .looking import Tell, batch_of, quiet

PAUSE = 0.12
"""Seconds between two writes: who waits for SQLite looks again every tenth of a second, and must find it free."""
MOVED = "This changed in the book since you looked. Send the line again and look at it anew"


def waiting(row: Import, *, alike: bool) -> int:
    """How many lines there are to take in."""
    mine = select(func.count()).where(ImportLine.import_id == row.id, ImportLine.verdict.in_(_wanted(alike)))
    return db.session.scalar(mine) or 0


def take(import_id: int, kind: Kind, *, alike: bool, by_id: int, tell: Tell = quiet) -> dict[str, int]:
    """Take in what is left of the file. Lines go in the same write in which they do what they say."""
    row = db.session.get_one(Import, import_id)
    total, after, done, book = waiting(row, alike=alike), 0, 0, kind.book()
    while rows := batch_of(import_id, after, _wanted(alike), kind.at_once):
        with write():
            _take_batch(import_id, book, [number for number, _ in rows], by_id)
        done, after = done + len(rows), rows[-1][1].line
        tell(done, total, "Taking the lines in")
        if tell is not quiet:
            time.sleep(PAUSE)
    with write() as session:
        row, by = session.get_one(Import, import_id), session.get_one(User, by_id)
        left = count_lines(row)
        gone = delete(ImportLine).where(ImportLine.import_id == import_id, ImportLine.verdict == SAME)
        session.execute(gone)
        _add(row, {SAME: left[SAME]})
        row.counts = row.counts | {verdict: left[verdict] for verdict in (WRONG, ALIKE) if left[verdict]}
        row.done_at = utcnow()
        record("import.done", f"File of {row.kind} taken in", by=by, subject=f"import {row.id}", counts=row.counts)
        return row.counts


def _take_batch(import_id: int, book: Book, numbers: list[int], by_id: int) -> None:
    """Judge the lines once more, against what is there now, and do what they said when somebody looked."""
    row, by = db.session.get_one(Import, import_id), db.session.get_one(User, by_id)
    lines = db.session.scalars(select(ImportLine).where(ImportLine.id.in_(numbers)).order_by(ImportLine.line)).all()
    judged = book.judge([Row(line.line, line.cells) for line in lines])
    good: list[tuple[ImportLine, Judged]] = []
    moved: list[tuple[ImportLine, Judged]] = []
    for line, one in zip(lines, judged, strict=True):
        (good if _as_shown(line, one) else moved).append((line, one))
    book.take([one for _, one in good], by=by)
    db.session.execute(delete(ImportLine).where(ImportLine.id.in_([line.id for line, _ in good])))
    stays = update(ImportLine).where(ImportLine.id.in_([line.id for line, _ in moved]))
    db.session.execute(stays.values(verdict=WRONG, problems=[MOVED], changes=[]))
    _add(row, Counter(NEW if one.verdict == ALIKE else one.verdict for _, one in good))


def _as_shown(line: ImportLine, now: Judged) -> bool:
    """Does it still do what it said? Somebody new may meanwhile look like one whom this very file brought."""
    if now.verdict == SAME:
        return True
    if line.verdict in (NEW, ALIKE):
        return now.verdict in (NEW, ALIKE) and now.client_id == line.client_id
    return now.verdict == line.verdict and [list(one) for one in now.changes] == line.changes


def _add(row: Import, counts: dict[str, int]) -> None:
    row.counts = row.counts | {verdict: row.counts.get(verdict, 0) + n for verdict, n in counts.items() if n}


def _wanted(alike: bool) -> tuple[str, ...]:
    return (NEW, CHANGED, ALIKE) if alike else (NEW, CHANGED)
