"""Keeping records no longer than the studio chose: the owner looks at what is past its time, and lets it go."""

from collections.abc import Collection
from datetime import datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select

from ..clock import utcnow
from ..extensions import db
from ..models.clients import load_client
from ..models.database import write
from ..models.letters import Letter
from ..models.mails import Mail
from ..models.private_links import PrivateLink
from ..models.referrals import Referral, ReferralFile, ReferralStep
from ..models.retention import CLASSES, Kept, Past, RetentionRule, months_before, past, rules
from ..models.studios import Studio
from ..models.users import User
from . import uploads
from .erasures import erase
from .events import record


def set_rules(months: dict[Kept, int], *, by: User) -> None:
    """Set the months of each class."""
    with write() as session:
        for kept, wanted in months.items():
            if rules()[kept] == wanted:
                continue
            session.merge(RetentionRule(kept=kept, months=wanted, set_at=utcnow(), set_by_id=by.id))
            record("retention.set", f"{CLASSES[kept].words}: kept for {wanted} months", by=by, months=wanted)


def due(kept: Kept, today: datetime, studio: Studio) -> list[Past]:
    """What of a class is past its time on the studio's day, the oldest first."""
    day = months_before(today.astimezone(ZoneInfo(studio.time_zone)).date(), rules()[kept])
    return past(kept, datetime.combine(day, time(), ZoneInfo(studio.time_zone)))


def let_go(kept: Kept, chosen: Collection[int], studio: Studio, *, by: User) -> int:
    """Delete the chosen ones of what is past its time, for good, and return how many that were."""
    ids = [one.id for one in due(kept, utcnow(), studio) if one.id in chosen]
    if kept is Kept.records:
        for client in filter(None, map(load_client, ids)):
            erase(client, f"Past its time: {rules()[kept]} months", by=by)
    elif ids:
        files = _drop(kept, ids, by=by)
        for name in files:
            uploads.erase(name)
    return len(ids)


def _drop(kept: Kept, ids: list[int], *, by: User) -> list[str]:
    """Delete the rows and return the names of the files that went with them."""
    with write() as session:
        files: list[str] = []
        if kept is Kept.mails:
            session.execute(delete(Mail).where(Mail.id.in_(ids)))
        else:
            letters = select(Letter.id).where(Letter.referral_id.in_(ids))
            files = list(db.session.scalars(select(ReferralFile.stored).where(ReferralFile.referral_id.in_(ids))))
            session.execute(delete(PrivateLink).where(PrivateLink.letter_id.in_(letters)))
            for table in (PrivateLink, ReferralFile, ReferralStep, Letter):
                session.execute(delete(table).where(table.referral_id.in_(ids)))
            session.execute(delete(Referral).where(Referral.id.in_(ids)))
        record("retention.let_go", f"{CLASSES[kept].words}: {len(ids)} deleted", by=by, count=len(ids))
    return files
