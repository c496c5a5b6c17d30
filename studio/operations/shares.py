"""Consent to share, recipient by recipient: given, taken back, and everything that ends with it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select, update

from ..clock import utcnow
from ..extensions import db
from ..models.clients import Client
from ..models.consents import Grant
from ..models.database import write
from ..models.letters import Letter
from ..models.mails import Mail
from ..models.private_links import PrivateLink
from ..models.shares import PURPOSE, How, Share, shares_of
from ..models.therapists import Therapist, load_therapist
from ..models.users import User
from . import attachments, outbox, therapists
from .attachments import Checked
from .events import record

WITH_CONSENT = "With the consent to share as such"


@dataclass(frozen=True, kw_only=True)
class Said:
    """What the client agreed to, when and how."""

    on: date
    how: How
    until: date | None = None


def give(client: Client, therapist: Therapist, said: Said, *, file: Checked | None = None, by: User) -> Share:
    """Put down that the client lets us tell this therapist; one that stood for them is replaced. Raises BadFile."""
    with write() as session:
        for one in shares_of(client.id):
            if one.therapist_id == therapist.id and one.withdrawn_at is None:
                one.withdrawn_at, one.withdrawn_by_id, one.withdrawn_how = utcnow(), by.id, "Said again"
        attachment = attachments.keep(client, file, by=by) if file else None
        share = Share(
            client_id=client.id,
            therapist_id=therapist.id,
            given_on=said.on,
            how=said.how,
            until=said.until,
            attachment_id=attachment.id if attachment else None,
            recorded_at=utcnow(),
            recorded_by_id=by.id,
        )
        session.add(share)
        session.flush()
        words = f"May be told how it goes: {therapist.words}"[:300]
        record("share.given", words, by=by, client=client, subject=_named(share), therapist=therapist.id)
    return share


def put_down(
    client: Client, known: str, new: dict[str, Any], said: Said, *, file: Checked | None = None, by: User
) -> Share:
    """The same for somebody of the directory by number, or for a `new` name that goes into it. Raises BadFile."""
    with write():
        therapist = load_therapist(int(known)) if known else None
        return give(client, therapist or therapists.find_or_make(new), said, file=file, by=by)


def withdraw(share: Share, client: Client, how: str, *, by: User) -> None:
    """Take one recipient back from now on: no letter goes to them, a mail still here is stopped, their links end."""
    with write():
        if share.withdrawn_at is None:
            _end(share, client, how, by)


def restore(share: Share, client: Client, *, by: User) -> None:
    """Undo a withdrawal noted by mistake; what was stopped stays stopped."""
    with write():
        if share.withdrawn_at is not None:
            share.withdrawn_at, share.withdrawn_by_id, share.withdrawn_how = None, None, ""
            words = f"Withdrawal noted by mistake: {share.therapist.words}"[:300]
            record("share.withdrawal-undone", words, by=by, client=client, subject=_named(share))


def heed(grant: Grant, client: Client, *, by: User) -> None:
    """With the consent to share all recipients end, inside the caller's `write()`."""
    if grant.purpose == PURPOSE:
        for share in shares_of(client.id):
            if share.withdrawn_at is None:
                _end(share, client, WITH_CONSENT, by)
        stop(client)


def heed_restored(grant: Grant, client: Client, *, by: User) -> None:
    """A withdrawal noted by mistake brings back those who ended with it, inside the caller's `write()`."""
    if grant.purpose == PURPOSE and grant.withdrawn_at is not None:
        ended = [one for one in shares_of(client.id) if one.withdrawn_how == WITH_CONSENT]
        for share in ended:
            if share.withdrawn_at and share.withdrawn_at >= grant.withdrawn_at:
                restore(share, client, by=by)


def stop(client: Client, therapist_id: int | None = None) -> None:
    """Hold back what has not left the house, and end the links: to one therapist, or to all.

    The text of a mail goes too, so that nobody sends it after all.
    """
    mine = select(Letter.id).where(Letter.client_id == client.id)
    if therapist_id is not None:
        mine = mine.where(Letter.therapist_id == therapist_id)
    letters = db.session.scalars(mine).all()
    held = select(Mail).where(Mail.about.in_([f"letter {one}" for one in letters]), Mail.sent_at.is_(None))
    for mail in db.session.scalars(held):
        _stop(mail)
    links = update(PrivateLink).where(PrivateLink.letter_id.in_(letters), PrivateLink.revoked_at.is_(None))
    db.session.execute(links.values(revoked_at=utcnow()))


def _end(share: Share, client: Client, how: str, by: User) -> None:
    share.withdrawn_at, share.withdrawn_by_id, share.withdrawn_how = utcnow(), by.id, how
    words = f"May not be told any more: {share.therapist.words}"[:300]
    record("share.withdrawn", words, by=by, client=client, subject=_named(share), therapist=share.therapist_id)
    stop(client, share.therapist_id)


def _stop(mail: Mail) -> None:
    try:
        outbox.cancel(mail, by=None)
    except outbox.TooLate:
        return
    mail.text = ""


def _named(share: Share) -> str:
    return f"share {share.id}"
