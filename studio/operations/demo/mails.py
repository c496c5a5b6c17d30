"""The mails that the past of the demo studio wrote: they went when they were due, and to nobody."""

from datetime import datetime

from sqlalchemy import update

from ...extensions import db
from ...models.mails import OPEN, Mail


def went(now: datetime) -> None:
    """Let all that was due before now be sent, each at its time; inside the caller's `write()`."""
    due = update(Mail).where(OPEN, Mail.next_try_at <= now)
    sent = due.values(sent_at=Mail.next_try_at, tries=1, text="")
    db.session.execute(sent.execution_options(synchronize_session=False))
