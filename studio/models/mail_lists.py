"""What the page of the outbox lists."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, or_, select

from ..extensions import db
from .clients import Client
from .mails import FAILED, OPEN, Mail, State
from .users import User

FEW = 50
QUIET = timedelta(minutes=5)


@dataclass(frozen=True)
class Listed:
    """One mail in a list, with whom it is about and who wrote it."""

    mail: Mail
    client: str
    author: str


def open_mails() -> list[Listed]:
    """What waits or is on its way, in the order in which it goes."""
    return _listed(select(Mail).where(OPEN).order_by(Mail.next_try_at, Mail.id))


def failed_mails() -> list[Listed]:
    """What could not go, the newest first."""
    return _listed(select(Mail).where(FAILED).order_by(Mail.failed_at.desc()))


def gone_mails(before: int | None) -> list[Listed]:
    """What went out or was taken back, the newest first: the next after the mail `before`, and one more."""
    found = select(Mail).where(or_(Mail.sent_at.is_not(None), Mail.cancelled_at.is_not(None)))
    found = found.where(Mail.id < before) if before else found
    return _listed(found.order_by(Mail.id.desc()), FEW + 1)


def left_lying(listed: list[Listed], now: datetime) -> bool:
    """Has a mail been due for a while that nobody tried? Then no sender runs."""
    return any(
        one.mail.state is State.waiting and not one.mail.error and one.mail.next_try_at < now - QUIET for one in listed
    )


def _listed(found: Select[Mail], most: int = FEW) -> list[Listed]:
    rows = found.add_columns(Client.name, User.name).outerjoin(Client, Client.id == Mail.client_id)
    rows = rows.outerjoin(User, User.id == Mail.created_by_id).limit(most)
    return [Listed(mail, client or "", author or "") for mail, client, author in db.session.execute(rows)]
