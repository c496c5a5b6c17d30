"""Out of the outbox: one mail after the other, each by one sender, tried again when it could not go."""

from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any

from sqlalchemy import Row, Select, and_, or_, select, update

from ...clock import utcnow
from ...extensions import db
from ...mail.compose import File, House, compose
from ...mail.transport import Down, Refused, Undelivered
from ...models.database import write
from ...models.mails import OPEN, Mail
from ...models.papers import Paper
from .. import papers
from ..events import record
from .ways import way_out

WAITS = tuple(timedelta(minutes=one) for one in (1, 5, 15, 60, 180, 360))
LASTS = timedelta(days=4)
# Longer than any mail server may take: a sender that held a mail so long has fallen.
STUCK = timedelta(minutes=15)
BEGUN_AT_MOST = 3

LATE = "It could not go out within four days. See whether it is still wanted."
UNFINISHED = "It was begun and never ended, the last time after other tries. It may have arrived."


def send_due(now: datetime) -> int:
    """Send all that is due at `now`, and answer how many mails were dealt with."""
    done = 0
    while send_next(now):
        done += 1
    return done


def send_next(now: datetime) -> bool:
    """Deal with one mail that is due at `now`; False when there is none, or when no mail goes at present.

    Two senders never have the same mail in hand. One that falls with a mail in hand leaves it unfinished: nobody knows
    whether it went out, so it is tried again under the same Message-ID, and given up after a few times.
    """
    way = way_out()
    seen = db.session.execute(_due(now)).first() if way else None
    if way is None or seen is None:
        return False
    if why := _beyond_hope(seen, now):
        if _take(seen, failed_at=now, claimed_at=None, error=why):
            _close(seen.id, "failed", "Mail failed")
        return True
    if not _take(seen, claimed_at=now, tries=seen.tries + 1):
        return True
    try:
        way.hand_in(_written(seen.id, way.house, now))
    except Refused as problem:
        _close(seen.id, "failed", "Mail failed", failed_at=utcnow(), claimed_at=None, error=str(problem))
    except Undelivered as problem:
        _put_off(seen, problem, now)
        return not isinstance(problem, Down)
    else:
        _close(seen.id, "sent", "Mail sent", sent_at=utcnow(), claimed_at=None, error="", text="")
    return True


def _due(now: datetime) -> Select[*tuple[Any, ...]]:
    """What may go now, those tried least first: one that no server likes does not keep the others."""
    free = and_(Mail.claimed_at.is_(None), Mail.next_try_at <= now)
    fallen = Mail.claimed_at <= now - STUCK
    columns = (Mail.id, Mail.tries, Mail.claimed_at, Mail.due_at, Mail.error)
    return select(*columns).where(OPEN, or_(free, fallen)).order_by(Mail.tries, Mail.next_try_at, Mail.id).limit(1)


def _beyond_hope(seen: Row[Any], now: datetime) -> str:
    if seen.claimed_at and seen.tries >= BEGUN_AT_MOST:
        return UNFINISHED
    return f"{LATE} {seen.error}".strip()[:300] if seen.due_at < now - LASTS else ""


def _take(seen: Row[Any], **values: Any) -> bool:
    """Change a mail as it was seen, unless somebody was quicker."""
    as_seen = (Mail.id == seen.id, OPEN, Mail.claimed_at == seen.claimed_at, Mail.tries == seen.tries)
    with write() as session:
        taken = session.scalar(update(Mail).where(*as_seen).values(**values).returning(Mail.id))
    return taken is not None


def _written(mail_id: int, house: House, now: datetime) -> EmailMessage:
    """The mail as it travels; nothing of the database is held open while it does."""
    mail = db.session.get_one(Mail, mail_id)
    files = [_file(paper_id) for paper_id in mail.attachments]
    written = compose(
        mail.to, mail.to_name, mail.subject, mail.text, mail_id=mail.message_id, house=house, at=now, files=files
    )
    db.session.rollback()
    return written


def _file(paper_id: int) -> File:
    paper = db.session.get(Paper, paper_id)
    if paper is None:
        raise Refused("The paper that goes with it is gone")
    try:
        return File(paper.file_name, papers.read(paper))
    except papers.PaperLost as error:
        raise Refused(str(error)) from error


def _close(mail_id: int, verb: str, summary: str, **values: Any) -> None:
    with write() as session:
        mail = session.get_one(Mail, mail_id)
        for name, value in values.items():
            setattr(mail, name, value)
        record(f"mail.{verb}", f"{summary}: {mail.kind}", by=None, client=mail.client, subject=f"mail {mail.id}")


def _put_off(seen: Row[Any], problem: Undelivered, now: datetime) -> None:
    """Try a mail again later; where no mail goes at present, the others that are due wait with it."""
    later = update(Mail).values(next_try_at=now + WAITS[min(seen.tries, len(WAITS) - 1)], error=str(problem))
    with write() as session:
        session.execute(later.where(Mail.id == seen.id).values(claimed_at=None))
        if isinstance(problem, Down):
            session.execute(later.where(OPEN, Mail.claimed_at.is_(None), Mail.next_try_at <= now))
