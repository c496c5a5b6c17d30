"""Who changed what when: a client's events, newest first, with old and new values of each edit."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from ..extensions import db
from .client_words import LABELS, said
from .clients import Client, ClientRevision
from .events import Event
from .users import user_names

PAGE = 25


@dataclass(frozen=True)
class Difference:
    """One field of an edit, in words."""

    column: str
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """One line of the history."""

    event: Event
    differences: list[Difference] = field(default_factory=list)


def history(client: Client, *, country: str, before: int | None = None) -> tuple[list[Entry], int | None]:
    """One page of entries, those older than event `before`, and the id to go on from when there are more."""
    query = select(Event).where(Event.client_id == client.id).order_by(Event.id.desc())
    if before is not None:
        query = query.where(Event.id < before)
    found = list(db.session.scalars(query.limit(PAGE + 1)))
    events = found[:PAGE]
    kept = _kept(client, events)
    coaches = user_names() if kept else {}
    entries = []
    for event in events:
        seen = event.particulars.get("revision") if event.kind == "client.edited" else None
        old, new = kept.get(seen or 0), kept.get((seen or 0) + 1)
        entries.append(Entry(event, differences(old, new, country=country, coaches=coaches) if old and new else []))
    return entries, events[-1].id if len(found) > PAGE else None


def differences(old: dict[str, Any], new: dict[str, Any], *, country: str, coaches: dict[int, str]) -> list[Difference]:
    """What two states of a record do not have in common, in the order of the form."""
    found = []
    for column, label in LABELS.items():
        if old.get(column) != new.get(column):
            before, after = (said(column, state.get(column), country=country, coaches=coaches) for state in (old, new))
            found.append(Difference(column, label, before, after))
    return found


def _kept(client: Client, events: list[Event]) -> dict[int, dict[str, Any]]:
    """The record as it was at each revision these events speak of, and right after it."""
    seen = [event.particulars["revision"] for event in events if event.kind == "client.edited"]
    if not seen:
        return {}
    rows = select(ClientRevision.revision, ClientRevision.before).where(
        ClientRevision.client_id == client.id, ClientRevision.revision.between(min(seen), max(seen) + 1)
    )
    return {client.revision: client.values()} | dict(db.session.execute(rows).all())
