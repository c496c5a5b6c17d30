"""Merging two records that turned out to be one person's, and taking that apart again."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Column, func, select, update

from ..clock import utcnow
from ..extensions import db
from ..models.client_rows import client_columns, ids_of, newer_than, tops
from ..models.clients import EDITABLE, Client, from_plain
from ..models.database import write
from ..models.merge_view import blocks, staying
from ..models.merges import Merge
from ..models.users import User
from . import clients
from .events import record
from .programmes import heed


class Blocked(Exception):
    """Something must be settled first; the message says what and how."""


class Held(Exception):
    """It can no longer be taken back; the message says why."""


def merge(kept: Client, other: Client, take: Collection[str], *, by: User) -> Merge:
    """Put everything of `other` on the record of `kept`, with the columns in `take`; the other one is archived.

    What a client can have only one of stays where it is (see `models.merge_view.staying`). Raises Blocked.
    """
    with write() as session:
        for client in (kept, other):
            session.refresh(client, with_for_update={"of": Client})
        if stop := next(blocks(kept, other, utcnow()), None):
            raise Blocked(stop)
        values = {name: getattr(other, name) for name in EDITABLE if name in take}
        before = {name: kept.values()[name] for name in values}
        highest, moved = tops(), _move(other.id, kept.id)
        session.expire_all()
        clients.change(kept, values, seen=kept.revision, by=by)
        archived = other.archived_at is not None
        clients.archive(other, by=by)
        row = Merge(kept_id=kept.id, other_id=other.id, at=utcnow(), by_id=by.id, journal={})
        row.journal = {
            "moved": moved,
            "tops": highest,
            "fields": before,
            "revisions": [kept.revision, other.revision],
            "archived": archived,
        }
        session.add(row)
        session.flush()
        _record(row, kept, other, "client.merged", "Merged with another record", by)
        heed(kept, by=by)
    return row


def undo(row: Merge, *, by: User) -> None:
    """Put everything back where it was; it does nothing a second time. Raises Held."""
    with write() as session:
        session.refresh(row, with_for_update={"of": Merge})
        if row.undone_at is not None:
            return
        if why := held(row):
            raise Held(why)
        kept, other = row.kept, row.other
        for name, ids in row.journal["moved"].items():
            column = _column(name)
            back = update(column.table).where(column.table.c.id.in_(ids)).values({column.name: other.id})
            session.execute(back.execution_options(synchronize_session=False))
        session.expire_all()
        before = {name: from_plain(name, value) for name, value in row.journal["fields"].items()}
        clients.change(kept, before, seen=kept.revision, by=by)
        if not row.journal["archived"]:
            clients.restore(other, by=by)
        row.undone_at, row.undone_by_id = utcnow(), by.id
        _record(row, kept, other, "client.merge-undone", "Merge taken back", by)
        heed(kept, by=by)


def held(row: Merge) -> str:
    """Why a merge can no longer be taken back; empty when it can."""
    journal = row.journal
    if newer := newer_than(journal["tops"], row.kept_id):
        words = ", ".join(sorted({name.replace("_", " ") for name in newer}))
        return f"New entries stand on the record since ({words})"
    if [row.kept.revision, row.other.revision] != journal["revisions"]:
        return "One of the two records was edited since"
    for name, ids in journal["moved"].items():
        column = _column(name)
        there = select(func.count()).where(column.table.c.id.in_(ids), column == row.kept_id)
        if db.session.scalar(there) != len(ids):
            return "Some of what was moved is no longer on this record"
    return ""


def _move(source: int, target: int) -> dict[str, list[int]]:
    """Move all rows but those that stay; returns what was moved."""
    left = staying(target, source)
    moved = {}
    for name, ids in ids_of(source).items():
        column, stays = _column(name), left.get(name, set())
        if going := [one for one in ids if one not in stays]:
            change = update(column.table).where(column == source, column.table.c.id.not_in(stays))
            db.session.execute(change.values({column.name: target}).execution_options(synchronize_session=False))
            moved[name] = going
    return moved


def _column(name: str) -> Column[Any]:
    return next(column for column in client_columns() if str(column) == name)


def _record(row: Merge, kept: Client, other: Client, kind: str, summary: str, by: User) -> None:
    for client, fellow in ((kept, other), (other, kept)):
        record(kind, summary, by=by, client=client, subject=f"merge {row.id}", other=fellow.id)
