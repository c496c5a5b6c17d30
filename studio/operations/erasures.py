"""Erasing one client for good: rows, files, papers. What stays is an empty record, for the trail points to it."""

from typing import Any

from sqlalchemy import Engine, delete, select, update

from ..clock import utcnow
from ..extensions import db
from ..models.attachments import Attachment
from ..models.clients import Client
from ..models.database import write
from ..models.erasures import Erasure
from ..models.merges import merges_of
from ..models.papers import Paper
from ..models.person import TOLD, belongings, holdings, kept_rows, mentions
from ..models.photos import ClientPhoto
from ..models.referrals import ReferralFile
from ..models.users import User
from . import papers, print_runs, uploads
from .events import record
from .take_away import shelf

# What of a client is left: a number, so that the trail has somebody to point to.
EMPTY: dict[str, Any] = {
    "phone": "", "email": "", "birth_date": None, "sex": None, "language": "en", "sheet_size": None, "equipment": [],
    "floor_transfer": True, "goal": "", "note": "", "coach_id": None,
}  # fmt: skip


def erase(client: Client, reason: str, *, by: User) -> None:
    """Erase everything on record of a client, and of the records merged into it; it cannot be taken back.

    The rows go in one transaction. Files go after it: what a power cut leaves is a stray that `studio doctor` names.
    """
    kept = client.id
    inside = [one.other for one in merges_of(kept)]
    with write() as session:
        files, sheets = _files(kept), _papers(kept)
        counted = {one.words: one.rows for one in holdings(kept)}
        mine = belongings(kept)
        for column, elsewhere in mentions(kept):
            session.execute(update(column.table).where(elsewhere).values({column: None}))
        for table, condition in reversed(mine):
            if table is not Client.__table__:
                session.execute(delete(table).where(condition))
        for table, condition in kept_rows(kept):
            session.execute(update(table).where(condition).values(TOLD[table.name]))
        session.expire_all()
        gone = session.get_one(Client, kept)
        for name, value in EMPTY.items():
            setattr(gone, name, value)
        gone.name = gone.sort_name = f"Erased record {kept}"
        gone.erased_at = utcnow()
        gone.archived_at = gone.archived_at or gone.erased_at
        session.add(Erasure(client_id=kept, at=utcnow(), by_id=by.id, reason=reason, rows=counted))
        record("client.erased", "Record erased", by=by, client=gone, subject=f"client {kept}")
    for other in inside:
        erase(other, reason, by=by)
    for name in files:
        uploads.erase(name)
    papers.forget(sheets)
    print_runs.forget(kept)
    shelf.forget_all(by=by)
    _forget_the_log()


def _files(client_id: int) -> list[str]:
    """Names of the client's files under `uploads/`."""
    held = {table.name: condition for table, condition in belongings(client_id)}
    columns = (
        ("attachments", Attachment.stored),
        ("referral_files", ReferralFile.stored),
        ("client_photos", ClientPhoto.whole),
        ("client_photos", ClientPhoto.shown),
    )
    return sorted({name for table, column in columns for name in db.session.scalars(select(column).where(held[table]))})


def _papers(client_id: int) -> list[str]:
    """Hashes of the client's papers."""
    return list(db.session.scalars(select(Paper.sha256).where(Paper.client_id == client_id)))


def _forget_the_log() -> None:
    """Empty SQLite's write-ahead log, which holds pages as they were; a reader in its midst lets it wait."""
    engine: Engine = db.engine
    if engine.dialect.name != "sqlite":
        return
    db.session.rollback()  # this session's own snapshot would keep the log in use
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
