"""Clients: taken in, changed, archived, brought back. Every change keeps what the record said before."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, insert, select

from ..clock import utcnow
from ..extensions import db
from ..models.client_search import words_of
from ..models.clients import COLOURS, Client, ClientRevision, ClientWord, fold
from ..models.database import write
from ..models.users import User
from .events import record, record_each


class Stale(Exception):
    """`by` saved this record since the form was opened; `before` is what it said then."""

    def __init__(self, before: dict[str, Any], by: str):
        super().__init__(f"{by} saved this record meanwhile")
        self.before = before
        self.by = by


def create(values: dict[str, Any], *, by: User) -> Client:
    """A new client; their colour is the next in turn."""
    client = Client(colour=_next_colour(), created_at=utcnow(), sort_name="")
    with write() as session:
        _set(client, values)
        session.add(client)
        session.flush()
        _index(client)
        record("client.created", "Record created", by=by, client=client, subject=f"client {client.id}")
    return client


def create_many(people: Sequence[dict[str, Any]], *, by: User) -> list[int]:
    """Take many in at once, from a file, and return their numbers in the same order; inside the caller's `write()`."""
    now, first = utcnow(), COLOURS.index(_next_colour())
    colours = (COLOURS[(first + n) % len(COLOURS)] for n in range(len(people)))
    rows = [Client(colour=colour, created_at=now, sort_name="") for colour in colours]
    for row, values in zip(rows, people, strict=True):
        _set(row, values)
    db.session.add_all(rows)
    db.session.flush()
    words = [{"client_id": row.id, "word": word} for row in rows for word in sorted(words_of(row))]
    if words:
        db.session.execute(insert(ClientWord), words)
    about = [(row.id, f"client {row.id}") for row in rows]
    record_each("client.created", "Record created from a file", by=by, about=about)
    return [row.id for row in rows]


def change(client: Client, values: dict[str, Any], *, seen: int, by: User) -> list[str]:
    """Set what was changed and return the names of those fields.

    Raises Stale when somebody has changed one of `values` since the revision `seen`; what else they changed stays.
    """
    with write():
        if client.revision != seen:
            _refuse_stale(client, values, seen)
        before = client.values()
        _set(client, values)
        changed = [name for name, value in client.values().items() if value != before[name]]
        if not changed:
            return []
        db.session.add(
            ClientRevision(client_id=client.id, revision=client.revision, at=utcnow(), user_id=by.id, before=before)
        )
        client.revision += 1
        _index(client)
        record(
            "client.edited",
            "Record edited",
            by=by,
            client=client,
            subject=f"client {client.id}",
            revision=client.revision - 1,
            fields=changed,
        )
    return changed


def archive(client: Client, *, by: User) -> None:
    """Put the record away; nothing is lost, and it does nothing when it is away already."""
    with write():
        if client.archived_at is None:
            client.archived_at = utcnow()
            record("client.archived", "Record archived", by=by, client=client, subject=f"client {client.id}")


def restore(client: Client, *, by: User) -> None:
    """Bring an archived record back; it does nothing when it is there."""
    with write():
        if client.archived_at is not None:
            client.archived_at = None
            record("client.restored", "Record restored", by=by, client=client, subject=f"client {client.id}")


def _set(client: Client, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(client, name, value)
    client.sort_name = fold(client.name)[:120]


def _index(client: Client) -> None:
    db.session.execute(delete(ClientWord).where(ClientWord.client_id == client.id))
    if words := words_of(client):
        db.session.execute(insert(ClientWord), [{"client_id": client.id, "word": word} for word in sorted(words)])


def _next_colour() -> str:
    last = db.session.scalar(select(Client.colour).order_by(Client.id.desc()).limit(1))
    return COLOURS[(COLOURS.index(last) + 1) % len(COLOURS)] if last else COLOURS[0]


def _refuse_stale(client: Client, values: dict[str, Any], seen: int) -> None:
    since = select(ClientRevision).where(ClientRevision.client_id == client.id, ClientRevision.revision >= seen)
    kept = db.session.scalars(since.order_by(ClientRevision.revision)).all()
    before, now = kept[0].before if kept else {}, client.values()
    if any(before.get(column) != now[column] for column in values):
        raise Stale(before, kept[-1].user.name if kept else "Somebody")
