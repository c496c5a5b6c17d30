"""Jobs: what takes longer than a request may, done by the worker beside the server while a page tells how far it is."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, String, select
from sqlalchemy.orm import Mapped, mapped_column

from ..extensions import db
from .base import Id, Json, Model, Moment, UserRef, choice

SILENT = timedelta(seconds=90)


class State(StrEnum):
    waiting = "waiting"
    running = "running"
    done = "done"
    failed = "failed"
    cancelled = "cancelled"


class Job(Model):
    """One job. `done` of `total` and `words` say how far it is, `problem` why it failed and what to do.

    `parameters` are what it was asked to do, `result` what came of it; each kind has its own. `beat_at` is when it last
    told something, `tries` how often it was begun: one whose worker was killed is begun again.
    """

    __tablename__ = "jobs"

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(String(20), index=True)
    state: Mapped[State] = mapped_column(choice(State), default=State.waiting, index=True)
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    words: Mapped[str] = mapped_column(String(120), default="")
    problem: Mapped[str] = mapped_column(String(300), default="")
    parameters: Mapped[Json] = mapped_column(default=dict)
    result: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    tries: Mapped[int] = mapped_column(default=0)
    at: Mapped[Moment]
    by_id: Mapped[UserRef]
    started_at: Mapped[Moment | None]
    ended_at: Mapped[Moment | None]
    beat_at: Mapped[Moment | None]

    @property
    def open(self) -> bool:
        return self.state in (State.waiting, State.running)

    def left_lying(self, now: datetime) -> bool:
        """Has nobody told anything of it for so long that the worker must be gone?"""
        return self.open and now - (self.beat_at or self.at) > SILENT


def load_job(job_id: int, kind: str) -> Job | None:
    found = db.session.get(Job, job_id)
    return found if found is not None and found.kind == kind else None


def jobs_of(kind: str, most: int) -> list[Job]:
    """The newest jobs of a kind."""
    return list(db.session.scalars(select(Job).where(Job.kind == kind).order_by(Job.id.desc()).limit(most)))


def open_job(kind: str) -> Job | None:
    """The job of a kind that waits or runs."""
    mine = select(Job).where(Job.kind == kind, Job.state.in_((State.waiting, State.running)))
    return db.session.scalar(mine.order_by(Job.id).limit(1))
