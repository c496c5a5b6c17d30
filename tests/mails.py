"""Mails in the outbox, for tests."""

from studio.extensions import db
from studio.mail import Message
from studio.models.clients import Client
from studio.models.database import write
from studio.models.mails import Mail
from studio.operations import outbox

from .people import Cast

ANA = {"to": "ana@clinic.example", "to_name": "Ana Ruiz", "subject": "A letter from us", "text": "Dear Ana"}


def a_mail(client: Client | None = None, *, hold: bool = False, **words: object) -> Mail:
    """A mail to the therapist, written by the coach."""
    with write():
        message = Message(**(ANA | words))  # type: ignore[arg-type]
        return outbox.queue(message, about="letter 12", kind="letter", client=client, by=Cast().coach, hold=hold)


def again(mail: Mail) -> Mail:
    """The mail as it stands now, whoever changed it."""
    db.session.rollback()
    return db.session.get_one(Mail, mail.id)
