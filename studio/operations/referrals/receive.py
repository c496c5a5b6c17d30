"""Taking a referral in: once, however often its form is sent."""

import secrets
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from ...ces.flag_words import flags_in, urgency
from ...clock import utcnow
from ...extensions import db
from ...models.database import write
from ...models.private_links import What, link_with
from ...models.referrals import Kind, Referral, ReferralStep, State, Status, Via, load_referral, referral_sent_as
from ...models.studios import studio_today
from ...models.therapists import therapist_with_link
from ...models.users import User
from .. import private_links, therapists
from ..events import record
from ..letters.received import acknowledge
from ..sheet_codes import hashed
from . import files
from .telling import tell_the_studio

# Capitals and figures that nobody mistakes for one another, for it is said on the phone.
SAYABLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
SAME_WITHIN = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a form says (see `models.referrals`); `link` is the therapist's own, where they came by it."""

    via: Via
    person: dict[str, Any]
    story: dict[str, str]
    kind: Kind = Kind.referral
    link: str = ""
    sender: dict[str, str] = field(default_factory=dict)
    limits: list[dict[str, Any]] = field(default_factory=list)
    status: Status | None = None
    agreed: bool = False
    agreed_on: date | None = None
    urgent: bool = False
    flags: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()


def sent_before(key: str) -> Referral | None:
    """The referral that the form with this key has already become."""
    found = referral_sent_as(hashed(key))
    link = None if found else link_with(hashed(key), What.status)
    return load_referral(link.referral_id) if link and link.referral_id else found


def receive(asked: Asked, key: str, *, by: User | None = None) -> Referral:
    """Make the referral of a form; `key` is the form's own and opens its status page afterwards.

    The same form sent again, or the same words within a day, is the referral that is there: what came with it is added.
    """
    with write() as session:
        if before := sent_before(key):
            return before
        if same := _same(asked):
            same.urgent = same.urgent or asked.urgent
            files.adopt(same, hashed(key))
            private_links.open_status(same, key)
            return same
        referral = _new(asked, key, by)
        session.add(referral)
        session.flush()
        step = ReferralStep(
            referral_id=referral.id, state=State.received, at=referral.since, by_id=by.id if by else None
        )
        session.add(step)
        files.adopt(referral, hashed(key))
        private_links.open_status(referral, key)
        words = "Inquiry received" if asked.kind is Kind.inquiry else "Referral received"
        record("referral.received", words, by=by, subject=f"referral {referral.id}", via=asked.via.value)
        tell_the_studio(referral)
        acknowledge(referral, key)
    return referral


def _new(asked: Asked, key: str, by: User | None) -> Referral:
    therapist = therapist_with_link(asked.link) if asked.link else None
    if therapist is None and asked.sender.get("name"):
        therapist = therapists.find_or_make(asked.sender)
    now = utcnow()
    flags = list(dict.fromkeys((*asked.flags, *flags_in(asked.story.values()))))
    return Referral(
        kind=asked.kind,
        reference=_reference(),
        submission=hashed(key),
        via=asked.via,
        therapist_id=therapist.id if therapist else None,
        sender=asked.sender,
        person=asked.person,
        story=asked.story,
        limits=asked.limits,
        status=asked.status,
        agreed=asked.agreed,
        agreed_on=(asked.agreed_on or studio_today()) if asked.agreed else None,
        urgent=asked.urgent or urgency(flags) is not None,
        flags=flags,
        mentions=list(asked.mentions),
        state=State.received,
        since=now,
        received_at=now,
        entered_by_id=by.id if by else None,
    )


def _same(asked: Asked) -> Referral | None:
    """The same words from the same sender within a day: somebody went back in their browser and pressed again."""
    since = select(Referral).where(Referral.received_at > utcnow() - SAME_WITHIN, Referral.kind == asked.kind)
    mine = (asked.sender, asked.person, asked.story, asked.limits)
    for one in db.session.scalars(since.order_by(Referral.id.desc())):
        if (one.sender, one.person, one.story, one.limits) == mine:
            return one
    return None


def _reference() -> str:
    """“7K3M-9QXP”: not in use yet."""
    while True:
        signs = "".join(secrets.choice(SAYABLE) for _ in range(8))
        reference = f"{signs[:4]}-{signs[4:]}"
        if db.session.scalar(select(Referral.id).where(Referral.reference == reference)) is None:
            return reference
