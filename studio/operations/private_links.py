"""Private links: made, told once, and known here by their hash alone."""

from datetime import timedelta

from ..clock import utcnow
from ..extensions import db
from ..models.database import write
from ..models.letters import Letter
from ..models.private_links import PrivateLink, What, link_with, links_of, status_links_of
from ..models.referrals import Referral
from ..models.users import User
from . import limits
from .events import record
from .sheet_codes import hashed, make

# A status page lives as long as the longest plan and the letters after it; a letter as is usual (90 days).
LASTS = {What.status: timedelta(weeks=40), What.letter: timedelta(days=90)}


def open_status(referral: Referral, key: str = "") -> str:
    """Make the address of a referral's status page and return its key, inside the caller's `write()`.

    `key` is the one that its form was opened with: whoever sends the form twice comes to the same page.
    """
    return _make(What.status, key or make(), referral_id=referral.id)


def open_letter(letter: Letter) -> str:
    """Make an address under which a letter can be opened and return its key, inside the caller's `write()`."""
    return _make(What.letter, make(), letter_id=letter.id)


def answering(key: str, what: What, *, asked_from: str) -> PrivateLink | None:
    """The link with this key while it answers; raises TooMany when this address has asked too often."""
    limits.spend(f"private link {asked_from[:60]}", limits.SHEET_CODE)
    found = link_with(hashed(key), what)
    return found if found is not None and found.answers(utcnow()) else None


def note_opened(link: PrivateLink) -> None:
    """Count that somebody looked."""
    with write():
        link.opened, link.opened_at = link.opened + 1, utcnow()


def revoke(link: PrivateLink, *, by: User) -> None:
    """Let a link answer nobody any more."""
    with write():
        if link.revoked_at is None:
            link.revoked_at, link.revoked_by_id = utcnow(), by.id
            record("private_link.revoked", "Private link ended", by=by, subject=f"private link {link.id}")


def end_status(referral: Referral, *, by: User) -> int:
    """Let every status link of a referral answer nobody any more; returns how many there were."""
    with write():
        found = status_links_of(referral.id, utcnow())
        for link in found:
            revoke(link, by=by)
    return len(found)


def renew_status(referral: Referral, *, by: User) -> str:
    """End the links that are out and return the key of a new one, which is known to nobody else."""
    with write():
        end_status(referral, by=by)
        key = open_status(referral)
        record("private_link.made", "New link for the sender", by=by, subject=f"referral {referral.id}")
    return key


def revoke_letter(letter: Letter, *, by: User) -> None:
    """Let every address of a letter answer nobody any more."""
    with write():
        for link in links_of(letter.id):
            revoke(link, by=by)


def _make(what: What, key: str, *, referral_id: int | None = None, letter_id: int | None = None) -> str:
    now = utcnow()
    db.session.add(
        PrivateLink(
            key_hash=hashed(key),
            what=what,
            referral_id=referral_id,
            letter_id=letter_id,
            created_at=now,
            ends_at=now + LASTS[what],
        )
    )
    return key
