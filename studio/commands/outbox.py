"""`studio outbox`: what waits in the outbox goes out."""

import os
import signal
import sys
import time
from datetime import date

import click
from flask.cli import with_appcontext

from ..clock import utcnow
from ..extensions import db
from ..models.studios import studio_today
from ..operations.daily import keep_house
from ..operations.outbox import send_due, send_next

PAUSE = 2


@click.command("outbox")
@click.option("--loop", is_flag=True, help="Go on until it is told to stop, or until whoever started it is gone.")
@with_appcontext
def command(loop: bool) -> None:
    """Send the mails that are due."""
    if not loop:
        send_due(utcnow())
        return
    told: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda got, _: told.append(got))  # the mail in hand is finished first
    starter, trouble = os.getppid(), ""
    reminded: set[date] = set()
    while not told and os.getppid() == starter:
        before, trouble = trouble, _round(told, reminded)
        if trouble not in ("", before):  # said once, not every two seconds
            print(f"studio outbox: {trouble}", file=sys.stderr, flush=True)
        time.sleep(PAUSE)


def _round(told: list[int], reminded: set[date]) -> str:
    """All that is due, and once a day the reminders. What goes wrong is answered; the next round tries again."""
    try:
        if (today := studio_today()) not in reminded:
            keep_house(today)
            reminded.add(today)
        while not told and send_next(utcnow()):
            pass
    except Exception as error:
        return f"{type(error).__name__}: {str(error).partition(chr(10))[0]}"
    finally:
        db.session.remove()
    return ""
