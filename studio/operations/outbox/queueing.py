"""Into the outbox, and out of it again by hand."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import case, select, update

from ...clock import utcnow
from ...extensions import db
from ...mail import Message
from ...mail.message import address, one_line
from ...models.clients import Client
from ...models.database import write
from ...models.mails import Mail
from ...models.users import User
from ..events import record

HOLD = timedelta(minutes=3)
REGRET = timedelta(days=1)


class TooLate(Exception):
    """The mail is on its way or gone, or it was taken back so long ago that its text is gone."""


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
    """Do not send it, or not any more after it failed; raises TooLate when it is on its way or gone."""
    with write() as session:
        mine = update(Mail).where(Mail.id == mail.id, *_IN_NO_HANDS, Mail.cancelled_at.is_(None)).returning(Mail.id)
        done = session.scalar(mine.values(cancelled_at=utcnow(), cancelled_by_id=by.id if by else None))
        session.refresh(mail)
        if done:
            record("mail.cancelled", "Mail not sent", by=by, client=mail.client, subject=f"mail {mail.id}")
        elif not mail.cancelled_at:
            raise TooLate


def try_again(mail: Mail, *, by: User) -> None:
    """Send it after all: one that failed, that was taken back, or that waits for its next try. Raises TooLate."""
    now = utcnow()
    with write() as session:
        mine = update(Mail).where(Mail.id == mail.id, *_IN_NO_HANDS, Mail.text != "").returning(Mail.id)
        anew = {"failed_at": None, "cancelled_at": None, "cancelled_by_id": None, "tries": 0, "error": ""}
        due = case((Mail.due_at > now, Mail.due_at), else_=now)  # one taken back in time still has its three minutes
        done = session.scalar(mine.values(**anew, due_at=due, next_try_at=due))
        session.refresh(mail)
        if not done:
            raise TooLate
        record("mail.tried-again", "Mail to be sent after all", by=by, client=mail.client, subject=f"mail {mail.id}")


def forget_cancelled(now: datetime) -> None:
    """Wipe the text of what was taken back a day ago: nobody wants it any more, and it may hold a private link."""
    old = (Mail.cancelled_at < now - REGRET, Mail.text != "")
    if db.session.scalar(select(Mail.id).where(*old).limit(1)):
        with write() as session:
            session.execute(update(Mail).where(*old).values(text=""))


_IN_NO_HANDS = (Mail.sent_at.is_(None), Mail.claimed_at.is_(None))
