"""Clearances: a health professional's word, put on file and withdrawn with a reason."""

from dataclasses import dataclass, field
from datetime import date

from ..clock import utcnow
from ..models.clearances import Clearance, Level
from ..models.clients import Client
from ..models.database import write
from ..models.precautions import Source
from ..models.users import User
from . import attachments
from .attachments import Checked
from .events import record
from .programmes import heed


@dataclass(frozen=True, kw_only=True)
class Word:
    """What the paper says (see `models.clearances`)."""

    level: Level
    by: str
    role: Source
    on: date
    until: date | None = None
    regions: list[str] = field(default_factory=list)
    exercises: list[str] = field(default_factory=list)
    words: str = ""
    filed: str = ""


def create(client: Client, word: Word, *, file: Checked | None = None, by: User) -> Clearance:
    """Put a clearance on file; it lifts what it covers from now on. Raises BadFile as `attachments.keep` does."""
    row = Clearance(
        client_id=client.id,
        level=word.level,
        regions=word.regions,
        exercises=word.exercises,
        words=word.words,
        said_by=word.by,
        said_as=word.role,
        said_on=word.on,
        until=word.until,
        filed=word.filed,
        recorded_at=utcnow(),
        recorded_by_id=by.id,
        withdrawn_reason="",
    )
    with write() as session:
        row.attachment = attachments.keep(client, file, by=by) if file else None
        session.add(row)
        session.flush()
        record("clearance.recorded", "Clearance put on file", by=by, client=client, subject=f"clearance {row.id}")
        heed(client, by=by)
    return row


def withdraw(row: Clearance, client: Client, reason: str, *, by: User) -> None:
    """Withdraw a clearance: what it lifted stands again; one withdrawn before stays as it was."""
    with write():
        if row.withdrawn_at is None:
            row.withdrawn_at, row.withdrawn_by_id, row.withdrawn_reason = utcnow(), by.id, reason
            record("clearance.withdrawn", "Clearance withdrawn", by=by, client=client, subject=f"clearance {row.id}")
            heed(client, by=by)


def put_back(row: Clearance, client: Client, *, by: User) -> None:
    """Undo `withdraw`; the trail keeps both."""
    with write():
        if row.withdrawn_at is not None:
            row.withdrawn_at, row.withdrawn_by_id, row.withdrawn_reason = None, None, ""
            record("clearance.resumed", "Clearance holds again", by=by, client=client, subject=f"clearance {row.id}")
            heed(client, by=by)
