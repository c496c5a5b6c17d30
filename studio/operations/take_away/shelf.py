"""Where made archives lie, for a week: asked for, handed out, taken away again."""

from datetime import timedelta
from pathlib import Path

from flask import current_app
from sqlalchemy import select

from ...clock import utcnow
from ...extensions import db
from ...models.database import write
from ...models.jobs import Job, State, open_job
from ...models.users import User
from .. import jobs
from ..events import record

KIND = "take.away"
KEPT = timedelta(days=7)


def ask(*, by: User) -> Job:
    """Ask for everything as one file; while one is being made, it is that one."""
    with write():
        if (row := open_job(KIND)) is not None:
            return row
        row = jobs.queue(KIND, {}, words="Waiting for its turn", by=by)
        record("take_away.asked", "Everything asked for as one file", by=by, subject=f"job {row.id}")
    return row


def file_of(job: Job) -> Path | None:
    """The archive of a job, while it is kept."""
    over = job.ended_at is not None and utcnow() - job.ended_at > KEPT
    name = job.result.get("stored", "") if job.state == State.done and not over else ""
    file = folder() / name
    return file if name and file.is_file() else None


def fetch(job: Job, *, by: User) -> Path | None:
    """The archive, to be handed out, noted in the trail."""
    if (file := file_of(job)) is not None:
        with write():
            record("take_away.fetched", "Everything taken away as one file", by=by, subject=f"job {job.id}")
    return file


def put_away(job: Job, *, by: User) -> None:
    """Stop making it, or take the file off the disk before its time."""
    if jobs.cancel(job, by=by):
        return
    if (file := file_of(job)) is not None:
        _remove(file, by)


def forget_old() -> None:
    """Files older than a week go, and those that no job knows but for one that was just made."""
    rows = db.session.scalars(select(Job).where(Job.kind == KIND, Job.state == State.done)).all()
    known = {row.result.get("stored"): row for row in rows}
    just_now = (utcnow() - timedelta(hours=1)).timestamp()
    for file in folder().glob("*.zip"):
        row = known.get(file.name)
        if file.stat().st_mtime < just_now if row is None else file_of(row) is None:
            _remove(file, None)


def forget_all(*, by: User) -> None:
    """Somebody's record was erased, or photos that may not be kept: no copy of them stays in a file."""
    if (row := open_job(KIND)) is not None:
        jobs.cancel(row, by=by)
    for file in folder().glob("*.zip"):
        _remove(file, by)


def _remove(file: Path, by: User | None) -> None:
    with write():
        record("take_away.removed", "File with everything removed", by=by, subject=f"job {file.name.partition('-')[0]}")
    file.unlink(missing_ok=True)


def folder() -> Path:
    """Where the archives are, readable by this user only."""
    found: Path = current_app.config["SETTINGS"].data / "take-away"
    found.mkdir(mode=0o700, exist_ok=True)
    return found
