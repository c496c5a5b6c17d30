"""`studio work`: jobs that take longer than a page may."""

import os
import signal
import sys
import time

import click
from flask.cli import with_appcontext

from ..extensions import db
from ..operations.work import alone, work_next

PAUSE = 1


@click.command("work")
@click.option("--loop", is_flag=True, help="Go on until it is told to stop, or until whoever started it is gone.")
@with_appcontext
def command(loop: bool) -> None:
    """Do the jobs that wait: large imports, and everything as one file."""
    told: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda got, _: told.append(got))  # the job in hand is put back, to be gone on with
    if loop:
        os.nice(10)  # a tap comes first
    starter, trouble = os.getppid(), ""
    while not told and os.getppid() == starter:
        before, trouble = trouble, _round(told)
        if trouble not in ("", before):  # said once, not every second
            print(f"studio work: {trouble}", file=sys.stderr, flush=True)
        if not loop:
            return
        time.sleep(PAUSE)


def _round(told: list[int]) -> str:
    """All that waits. What goes wrong is answered; the next round tries again."""
    try:
        with alone() as ours:
            while ours and not told and work_next(told):
                pass
    except Exception as error:
        return f"{type(error).__name__}: {str(error).partition(chr(10))[0]}"
    finally:
        db.session.remove()
    return ""
