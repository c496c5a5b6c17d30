"""Files that come with a referral: kept while its form is filled in, then with the referral, apart from all clients."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from ...clock import utcnow
from ...extensions import db
from ...models.database import write
from ...models.referrals import Referral, ReferralFile, files_of
from ...models.users import User
from ...models.waiting_files import WaitingFile, bytes_waiting, left_before, waiting_for
from .. import uploads
from ..attachments import Checked
from ..events import record

MOST_FILES = 5
MOST_BYTES = 24 * 1024 * 1024
# What all forms that are under way may hold together: the door of the house is open to everybody.
MOST_WAITING = 1024 * 1024 * 1024
LASTS = timedelta(days=1)


def waiting(submission: str) -> Sequence[WaitingFile]:
    """What was already sent with this form."""
    return waiting_for(submission)


def room() -> bool:
    """Is there room for more files of forms that are under way?"""
    return bytes_waiting() < MOST_WAITING


def wait(submission: str, files: Collection[Checked], *, without: Collection[int] = ()) -> None:
    """Keep checked files for a form that comes back with questions, and let those go that were taken off it."""
    stored = [(file, *uploads.store(file.content)) for file in files]  # before the lock: a disk takes its time
    with write() as session:
        leaving = [row for row in waiting_for(submission) if row.id in without] + [*left_before(utcnow() - LASTS)]
        gone = [row.stored for row in leaving]
        for row in leaving:
            session.delete(row)
        session.flush()
        known = {row.sha256 for row in waiting_for(submission)}
        for file, name, digest in stored:
            if digest in known:
                gone.append(name)
                continue
            session.add(
                WaitingFile(
                    submission=submission,
                    file_name=file.name,
                    media_type=file.media_type,
                    stored=name,
                    sha256=digest,
                    size=len(file.content),
                    created_at=utcnow(),
                )
            )
            known.add(digest)
    for name in gone:
        uploads.erase(name)


def adopt(referral: Referral, submission: str) -> None:
    """Give a referral the files of its form, but none twice; inside the caller's `write()`."""
    known = {row.sha256 for row in files_of(referral.id)}
    for row in waiting_for(submission):
        if row.sha256 not in known and len(known) < MOST_FILES:
            known.add(row.sha256)
            db.session.add(
                ReferralFile(
                    referral_id=referral.id,
                    file_name=row.file_name,
                    media_type=row.media_type,
                    stored=row.stored,
                    sha256=row.sha256,
                    size=row.size,
                    created_at=utcnow(),
                )
            )
        else:
            uploads.erase(row.stored)
        db.session.delete(row)


def read(row: ReferralFile, *, by: User) -> bytes:
    """The bytes as kept, noted in the trail; raises uploads.FileLost when they are not there any more."""
    content = uploads.fetch(row.stored, row.sha256)
    with write():
        record("referral_file.opened", "File of a referral opened", by=by, subject=f"referral file {row.id}")
    return content
