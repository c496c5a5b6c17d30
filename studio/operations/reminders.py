"""What is done once a day by itself: reminding people of credentials that run out. Done twice, it is done once."""

from datetime import date, timedelta

from sqlalchemy import Select, select
from sqlalchemy.exc import IntegrityError

from ..clock import utcnow
from ..extensions import db
from ..mail import written
from ..models.credentials import Credential, CredentialReminder, ending_between
from ..models.database import write
from ..models.studios import the_studio
from ..models.users import Role, User
from ..sheets.dates import long_day
from . import outbox
from .addresses import link

DAYS = (30, 90, 180)


def remind(today: date) -> int:
    """Remind of what runs out within 180, 90 and 30 days, each time once, and answer how many mails were written."""
    found = ending_between(today, today + timedelta(days=DAYS[-1]))
    return sum(_remind_of(credential, today) for credential in found)


def _remind_of(credential: Credential, today: date) -> int:
    last = credential.expires_on
    if last is None:
        return 0
    days = next(days for days in DAYS if last - today <= timedelta(days=days))
    once = CredentialReminder(credential_id=credential.id, expires_on=last, days=days, at=utcnow())
    try:
        with write() as session:
            if session.scalar(_reminded(credential.id, last, days)):
                return 0
            session.add(once)
            session.flush()
            people = _to_tell(credential.user)
            for person in people:
                _write_to(person, credential, last, (last - today).days)
    except IntegrityError:
        return 0  # another sender was quicker
    return len(people)


def _reminded(credential_id: int, last: date, days: int) -> Select[int]:
    sent = select(CredentialReminder.id).where(CredentialReminder.credential_id == credential_id)
    return sent.where(CredentialReminder.expires_on == last, CredentialReminder.days <= days)


def _to_tell(holder: User) -> list[User]:
    """The holder and the owners."""
    told = select(User).where(User.active, (User.id == holder.id) | (User.role == Role.owner))
    return list(db.session.scalars(told.order_by(User.id)))


def _write_to(person: User, credential: Credential, last: date, days: int) -> None:
    studio = the_studio()
    message = written(
        "credential",
        to=person.email,
        to_name=person.name,
        studio=studio.name if studio else "",
        credential=credential,
        own=person.id == credential.user_id,
        last_day=long_day(last),
        days=days,
        address=link("credentials.index", user_id=credential.user_id),
    )
    outbox.queue(message, about=f"credential {credential.id}", kind="reminder", hold=False)
