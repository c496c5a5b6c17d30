"""Every table that says something about a client, found in the schema itself, so that a new one cannot be forgotten."""

from collections.abc import Collection, Iterator

from sqlalchemy import Column, Table, func, select

from ..extensions import db

# What stays with the record it was written about when two records are merged, and why.
STAYS = {
    "events": "the trail is never changed",
    "client_words": "an index, made anew from the name and the number",
    "client_revisions": "what that very record said before",
    "merges": "they tell of both records",
    "erasures": "they tell which record was erased",
}


def client_columns() -> Iterator[Column[int]]:
    """Every column that names a client in a table that goes along when records are merged."""
    for table in db.metadata.sorted_tables:
        if table.name not in STAYS:
            yield from naming_clients(table)


def naming_clients(table: Table) -> Iterator[Column[int]]:
    for column in table.columns:
        if any(key.column.table.name == "clients" for key in column.foreign_keys):
            yield column


def ids_of(client_id: int) -> dict[str, list[int]]:
    """The ids of all rows about a client, by "table.column"; what has none is left out."""
    found = {str(column): _ids(column, client_id) for column in client_columns()}
    return {name: ids for name, ids in found.items() if ids}


def tops() -> dict[str, int]:
    """The highest id that each of these tables has so far."""
    return {str(column): _top(column) for column in client_columns()}


def newer_than(before: dict[str, int], client_id: int, besides: Collection[str] = ()) -> list[str]:
    """The tables in which something was written about a client since `tops` was asked."""
    newer = []
    for column in client_columns():
        mine = select(func.max(column.table.c.id)).where(column == client_id)
        if column.table.name not in besides and (db.session.scalar(mine) or 0) > before.get(str(column), 0):
            newer.append(column.table.name)
    return newer


def _ids(column: Column[int], client_id: int) -> list[int]:
    rows = select(column.table.c.id).where(column == client_id)
    return list(db.session.scalars(rows.order_by(column.table.c.id)))


def _top(column: Column[int]) -> int:
    return db.session.scalar(select(func.max(column.table.c.id))) or 0
