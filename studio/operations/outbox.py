"""The outbox: mails are queued with what they tell of, in one transaction, and leave a little later."""

import secrets
from datetime import timedelta

from sqlalchemy import update

from ..clock import utcnow
from ..extensions import db
from ..mail import Message
from ..mail.message import address, one_line
from ..models.clients import Client
from ..models.database import write
from ..models.mails import OPEN, Mail
from ..models.users import User
from .events import record

HOLD = timedelta(minutes=3)


class TooLate(Exception):
    """The mail is on its way, or gone."""


def queue(
    message: Message,
    *,
    about: str,
    kind: str,
    client: Client | None = None,
    by: User | None = None,
    hold: bool = True,
) -> Mail:
    """Put a mail into the outbox, inside the caller's `write()`; `hold` leaves time to take it back.

    Raises NoAddress. Without a mail server it waits there until there is one.
    """
    address(message.to)
    now = utcnow()
    due = now + HOLD if hold else now
    mail = Mail(
        to=message.to.strip(),
        to_name=one_line(message.to_name)[:120],
        subject=one_line(message.subject)[:200],
        text=message.text,
        attachments=list(message.attachments),
        kind=kind,
        about=about,
        client_id=client.id if client else None,
        message_id=secrets.token_hex(16),
        created_at=now,
        created_by_id=by.id if by else None,
        due_at=due,
        next_try_at=due,
    )
    db.session.add(mail)
    db.session.flush()
    return mail


def cancel(mail: Mail, *, by: User | None) -> None:
    """Do not send it; raises TooLate when it is on its way or gone."""
    with write() as session:
        mine = update(Mail).where(Mail.id == mail.id, Mail.claimed_at.is_(None), OPEN).returning(Mail.id)
        done = session.scalar(mine.values(cancelled_at=utcnow(), cancelled_by_id=by.id if by else None))
        session.refresh(mail)
        if done:
            record("mail.cancelled", "Mail not sent", by=by, client=mail.client, subject=f"mail {mail.id}")
        elif not mail.cancelled_at:
            raise TooLate
