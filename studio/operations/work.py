"""The worker: one job after the other, each by the function of its kind."""

import fcntl
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from flask import current_app

from ..extensions import db
from . import jobs
from .imports import files
from .jobs import Work
from .take_away import packing, shelf

Kinds = Mapping[str, Callable[[Work], dict[str, Any]]]
KINDS: Kinds = {files.LOOK: files.look_job, files.TAKE: files.take_job, shelf.KIND: packing.pack}
"""What does a job of each kind. It may be begun anew at any moment, and must then come to the same end."""


@contextmanager
def alone() -> Iterator[bool]:
    """Be the only worker of this studio, as long as the process lives; answers False when there is one already."""
    data = current_app.config["SETTINGS"].data
    with (data / "work.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def work_next(told: list[int] | None = None, kinds: Kinds = KINDS) -> bool:
    """Do the next job to its end; answers whether there was one. `told` gets an entry when the worker is to stop."""
    job = jobs.claim()
    if job is None:
        return False
    work, kind = Work(job, told), job.kind
    try:
        result = kinds[kind](work)
    except jobs.Stopped:
        jobs.put_back(work)
    except jobs.JobProblem as problem:
        jobs.fail(work, str(problem))
    except Exception as error:
        db.session.rollback()
        print(f"studio work: {kind} {work.id}\n{''.join(traceback.format_exception(error))}", file=sys.stderr)
        jobs.fail(work, "Something went wrong. Nothing was lost: try again, or ask whoever looks after the computer")
    else:
        jobs.finish(work, result)
    return True
