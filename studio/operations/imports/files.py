"""A file on its way: read, looked at, then taken in, or dropped. Large ones go through the worker."""

from datetime import timedelta

from sqlalchemy import delete, insert

from ...clock import utcnow
from ...extensions import db
from ...models.database import write
from ...models.imports import Import, ImportLine, left_before
from ...models.users import User
from .. import jobs
from ..events import record
from . import looking, taking
from .balance_files import BALANCES
from .client_files import CLIENTS
from .kinds import Kind
from .table_files import read_table
from .therapist_files import THERAPISTS

KINDS = {kind.key: kind for kind in (CLIENTS, THERAPISTS, BALANCES)}
MOST = 10_000
FEW = 200
"""Lines that are read at once; more go to the worker."""
KEPT = timedelta(days=30)
LOOK, TAKE = "import.look", "import.take"


def open_kinds(user: User) -> list[Kind]:
    """The kinds of files that somebody may send."""
    return [kind for kind in KINDS.values() if user.role in kind.roles]


def stage(kind: Kind, content: bytes, file_name: str, *, by: User) -> Import:
    """Read a file and keep its lines until somebody has looked at them; raises BadTable."""
    table = read_table(content, kind.names, needed=kind.needed, label=kind.labels[kind.needed], most=MOST)
    columns = [column for column in table.columns if column in kind.labels]
    with write() as session:
        row = Import(kind=kind.key, file_name=file_name[:120], at=utcnow(), by_id=by.id)
        row.columns, row.unknown = columns, [name[:60] for name in table.unknown[:40]]
        session.add(row)
        session.flush()
        # What has a default is given, or each line would be asked for its own.
        none = {"import_id": row.id, "verdict": "", "who": "", "told": "", "problems": [], "changes": []}
        lines = [none | {"line": line, "cells": cells} for line, cells in table.rows]
        if lines:
            session.execute(insert(ImportLine), lines)
        record("import.read", f"File of {kind.key} read", by=by, subject=f"import {row.id}", lines=len(lines))
        small = len(lines) <= FEW
        if not small:
            row.job_id = jobs.queue(LOOK, {"import": row.id}, total=len(lines), words="Reading the lines", by=by).id
    if small:
        looking.look(row.id, kind)
    return row


def take_in(row: Import, *, alike: bool = False, by: User) -> None:
    """Do what the lines say that are new or changed, with `alike` those too that look like somebody, as new records.

    What changed since somebody looked is left out and told. Done once, it does nothing.
    """
    with write() as session:
        session.refresh(row)
        if row.done_at is not None or row.read_at is None or row.busy:
            return
        count = taking.waiting(row, alike=alike)
        small = count <= FEW
        if not small:
            asked = {"import": row.id, "alike": alike}
            row.job_id = jobs.queue(TAKE, asked, total=count, words="Taking the lines in", by=by).id
        record("import.confirmed", f"File of {row.kind} to be taken in", by=by, subject=f"import {row.id}", lines=count)
    if small:
        taking.take(row.id, KINDS[row.kind], alike=alike, by_id=by.id)


def look_job(work: jobs.Work) -> dict[str, int]:
    """The worker's part of reading."""
    return looking.look(work.parameters["import"], _kind(work), work.tell)


def take_job(work: jobs.Work) -> dict[str, int]:
    """The worker's part of taking in."""
    asked = work.parameters
    return taking.take(asked["import"], _kind(work), alike=asked["alike"], by_id=work.by_id, tell=work.tell)


def again(row: Import, *, by: User) -> None:
    """Let the worker try once more."""
    if row.job is not None:
        jobs.again(row.job, by=by)


def drop(row: Import, *, by: User) -> None:
    """Forget what of a file was not taken in."""
    if row.job is not None:
        jobs.cancel(row.job, by=by)
    with write():
        _forget(row)
        if row.done_at is None:
            row.done_at = utcnow()
        record("import.dropped", f"File of {row.kind} dropped", by=by, subject=f"import {row.id}")


def forget_old() -> None:
    """Lines of people that nobody came back for do not stay."""
    for row in left_before(utcnow() - KEPT):
        with write():
            _forget(row)
            row.done_at = row.done_at or utcnow()
            record("import.dropped", f"File of {row.kind} dropped", by=None, subject=f"import {row.id}")


def _forget(row: Import) -> None:
    db.session.execute(delete(ImportLine).where(ImportLine.import_id == row.id))


def _kind(work: jobs.Work) -> Kind:
    row = db.session.get(Import, work.parameters["import"])
    if row is None or row.done_at is not None:
        raise jobs.JobProblem("The file was dropped meanwhile")
    return KINDS[row.kind]
