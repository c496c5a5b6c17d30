"""Jobs on their way: asked for, taken up, told of, ended. One is done at a time; what each kind does, `work` says."""

import time
from typing import Any

from sqlalchemy import case, select, update

from ..clock import utcnow
from ..extensions import db
from ..models.database import write
from ..models.jobs import Job, State
from ..models.users import User
from .events import record

MOST_TRIES = 3
STOPPED_EACH_TIME = f"It was begun {MOST_TRIES} times and stopped each time. Nothing was lost: try again"
EVERY = 0.5
"""Seconds between two words of a job: a page asks once a second."""


class JobProblem(Exception):
    """It cannot be done; the message says why and what to do, for the page."""


class Stopped(Exception):
    """Somebody cancelled it, or the worker was told to stop."""


class Work:
    """A job in hand, as its function gets it: what was asked, and where it tells how far it is."""

    def __init__(self, job: Job, told: list[int] | None = None):
        self.id, self.parameters, self.by_id = job.id, dict(job.parameters), job.by_id
        self._told = told if told is not None else []
        self._last = 0.0

    def tell(self, done: int, total: int, words: str = "") -> None:
        """Say how far it is, outside every `write()`; raises Stopped when it is to end. Cheap: call it often."""
        if self._told:
            raise Stopped
        if done < total and time.monotonic() - self._last < EVERY:
            return
        self._last = time.monotonic()
        with write() as session:
            mine = update(Job).where(Job.id == self.id, Job.state == State.running).returning(Job.id)
            told = session.execute(mine.values(done=done, total=total, words=words[:120], beat_at=utcnow()))
            if told.first() is None:
                raise Stopped


def queue(kind: str, parameters: dict[str, Any], *, total: int = 0, words: str = "", by: User) -> Job:
    """Ask for a job, inside the caller's `write()`, which notes what was asked."""
    row = Job(kind=kind, parameters=parameters, total=total, words=words, at=utcnow(), by_id=by.id)
    db.session.add(row)
    db.session.flush()
    return row


def claim() -> Job | None:
    """Take up the next job; only for the one worker there is. One that still runs was left by a worker that died."""
    open_ = select(Job).where(Job.state.in_((State.running, State.waiting)))
    if db.session.scalar(open_.limit(1)) is None:
        return None
    with write() as session:
        row = session.scalar(open_.order_by(case((Job.state == State.running, 0), else_=1), Job.id).limit(1))
        if row is None:
            return None
        now = utcnow()
        row.tries += 1
        if row.tries > MOST_TRIES:
            _end(row, State.failed, STOPPED_EACH_TIME)
        else:
            row.state, row.started_at, row.beat_at = State.running, row.started_at or now, now
    return row if row.state == State.running else claim()


def finish(work: Work, result: dict[str, Any]) -> None:
    """It is done; one that was cancelled in its last moment stays so."""
    with write() as session:
        row = session.get_one(Job, work.id)
        if row.state == State.running:
            row.result, row.words = result, ""
            _end(row, State.done)


def fail(work: Work, problem: str) -> None:
    """It did not work, and why."""
    with write() as session:
        row = session.get_one(Job, work.id)
        if row.state == State.running:
            _end(row, State.failed, problem)
            record("job.failed", "Job failed", by=None, subject=f"job {row.id}", what=row.kind)


def put_back(work: Work) -> None:
    """It goes on when the worker is there again; that it was interrupted is not its fault."""
    with write() as session:
        row = session.get_one(Job, work.id)
        if row.state == State.running:
            row.state, row.tries = State.waiting, row.tries - 1


def cancel(job: Job, *, by: User) -> bool:
    """End a job that is not done yet; answers whether there was something to end."""
    with write() as session:
        session.refresh(job)
        if not job.open:
            return False
        _end(job, State.cancelled)
        record("job.cancelled", "Job cancelled", by=by, subject=f"job {job.id}", what=job.kind)
    return True


def again(job: Job, *, by: User) -> None:
    """Try once more what failed or was cancelled."""
    with write() as session:
        session.refresh(job)
        if job.state in (State.failed, State.cancelled):
            job.state, job.problem, job.done, job.tries = State.waiting, "", 0, 0
            job.at, job.started_at, job.ended_at, job.beat_at = utcnow(), None, None, None
            record("job.again", "Job begun again", by=by, subject=f"job {job.id}", what=job.kind)


def _end(row: Job, state: State, problem: str = "") -> None:
    row.state, row.problem, row.ended_at = state, problem[:300], utcnow()
