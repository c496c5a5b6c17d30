"""Precautions: recorded as somebody said them, ended with a reason, never deleted."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..clock import utcnow
from ..models.clients import Client
from ..models.database import write
from ..models.precautions import Precaution, Source
from ..models.users import User
from . import attachments
from .attachments import Checked
from .events import record
from .programmes import heed


@dataclass(frozen=True, kw_only=True)
class Said:
    """What was said about one part of the body, or all of it (see `models.precautions`)."""

    by: str
    role: Source
    on: date
    until: date | None = None
    region: str = ""
    side: str = ""
    tags: list[str] = field(default_factory=list)
    limits: list[dict[str, Any]] = field(default_factory=list)
    operation: str = ""
    in_writing: bool = True
    words: str = ""


def create(client: Client, said: Said, *, file: Checked | None = None, by: User) -> Precaution:
    """Record a precaution, with the paper it stands on; it filters from now on. Raises BadFile as `keep` does."""
    row = Precaution(
        client_id=client.id,
        region=said.region,
        side=said.side,
        tags=said.tags,
        limits=said.limits,
        operation=said.operation,
        in_writing=said.in_writing,
        words=said.words,
        said_by=said.by,
        said_as=said.role,
        said_on=said.on,
        until=said.until,
        recorded_at=utcnow(),
        recorded_by_id=by.id,
        ended_reason="",
    )
    with write() as session:
        row.attachment = attachments.keep(client, file, by=by) if file else None
        session.add(row)
        session.flush()
        record("precaution.recorded", "Precaution recorded", by=by, client=client, subject=f"precaution {row.id}")
        heed(client, by=by)
    return row


def end(row: Precaution, client: Client, reason: str, *, by: User) -> None:
    """End a precaution; one that was ended before stays as it was."""
    with write():
        if row.ended_at is None:
            row.ended_at, row.ended_by_id, row.ended_reason = utcnow(), by.id, reason
            record("precaution.ended", "Precaution ended", by=by, client=client, subject=f"precaution {row.id}")
            heed(client, by=by)


def take_up_again(row: Precaution, client: Client, *, by: User) -> None:
    """Undo `end`: it filters again; the trail keeps both."""
    with write():
        if row.ended_at is not None:
            row.ended_at, row.ended_by_id, row.ended_reason = None, None, ""
            record(
                "precaution.resumed", "Precaution in force again", by=by, client=client, subject=f"precaution {row.id}"
            )
            heed(client, by=by)
