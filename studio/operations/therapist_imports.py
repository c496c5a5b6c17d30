"""Taking a file of therapists in: read, looked at, then taken in as a whole, as often as one likes."""

from collections import Counter

from ..clock import utcnow
from ..models.database import write
from ..models.imports import Import
from ..models.studios import the_studio
from ..models.therapist_cells import NAMES
from ..models.therapist_imports import Judged, judged
from ..models.users import User
from . import therapists
from .events import record
from .table_files import read_table

KIND = "therapists"
MOST = 5000


def stage(content: bytes, file_name: str, *, by: User) -> Import:
    """Read a file and keep its lines until somebody has looked at them; raises BadTable."""
    table = read_table(content, NAMES, needed="name", most=MOST)
    rows = [{"line": line, "cells": cells} for line, cells in table.rows]
    with write() as session:
        row = Import(kind=KIND, file_name=file_name[:120], rows=rows, at=utcnow(), by_id=by.id)
        session.add(row)
        session.flush()
        record("import.read", "File of therapists read", by=by, subject=f"import {row.id}", lines=len(rows))
    return row


def lines(row: Import) -> list[Judged]:
    """What each line would do now."""
    studio = the_studio()
    return judged(row.rows, studio.country if studio else "")


def take_in(row: Import, *, by: User) -> dict[str, int]:
    """Do what the lines that are not wrong say, all or nothing, and return how many did what.

    Each line is judged again: what somebody saved since is not made twice. Done once, it does nothing.
    """
    with write():
        if row.done_at is not None:
            return row.counts
        found = lines(row)
        therapists.create_many([line.values for line in found if line.verdict == "new" and line.values], by=by)
        for line in found:
            if line.verdict == "changed" and line.values and line.therapist:
                therapists.rewrite(line.therapist, line.values, by=by)
        row.counts = dict(Counter(line.verdict for line in found))
        row.done_at, row.rows = utcnow(), [one for one in row.rows if one["line"] in _wrong(found)]
        record("import.done", "File of therapists taken in", by=by, subject=f"import {row.id}", counts=row.counts)
    return row.counts


def drop(row: Import, *, by: User) -> None:
    """Forget a file that was not taken in."""
    with write():
        if row.done_at is None:
            row.rows, row.done_at = [], utcnow()
            record("import.dropped", "File of therapists dropped", by=by, subject=f"import {row.id}")


def _wrong(found: list[Judged]) -> set[int]:
    return {line.line for line in found if line.verdict == "wrong"}
