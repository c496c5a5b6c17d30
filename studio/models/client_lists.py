"""The book of clients, a page at a time. Lists go on by key, so a page costs the same in the tenth year."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, tuple_

from ..extensions import db
from .clients import Client

PAGE = 25


@dataclass(frozen=True)
class Page:
    """Some clients, and the id of the last one when more follow."""

    clients: list[Client]
    after: int | None


def active_clients(after: int | None = None) -> Page:
    """By name, those behind client `after`."""
    query = select(Client).where(Client.archived_at.is_(None)).order_by(Client.sort_name, Client.id)
    if last := _last(after):
        query = query.where(tuple_(Client.sort_name, Client.id) > tuple_(last.sort_name, last.id))
    return _page(list(db.session.scalars(query.limit(PAGE + 1))))


def archived_clients(after: int | None = None) -> Page:
    """The last archived first, those before client `after`."""
    key = (Client.archived_at, Client.sort_name, Client.id)
    there = Client.archived_at.is_not(None) & Client.erased_at.is_(None)
    query = select(Client).where(there).order_by(*(column.desc() for column in key))
    last = _last(after)
    if last and isinstance(last.archived_at, datetime):
        query = query.where(tuple_(*key) < tuple_(last.archived_at, last.sort_name, last.id))
    return _page(list(db.session.scalars(query.limit(PAGE + 1))))


def _last(client_id: int | None) -> Client | None:
    return db.session.get(Client, client_id) if client_id is not None else None


def _page(found: list[Client]) -> Page:
    clients = found[:PAGE]
    return Page(clients, clients[-1].id if len(found) > PAGE else None)
