"""Keeping files that somebody brought: told by their content, pictures drawn anew, stored under a random name."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject
from sqlalchemy import func, select

from ..clock import utcnow
from ..extensions import db
from ..models.attachments import Attachment, MediaType
from ..models.clients import Client
from ..models.database import write
from ..models.referrals import ReferralFile
from ..models.users import User
from . import images, uploads
from .events import record

MOST_BYTES = 8 * 1024 * 1024
MOST_FILES = 60
MOST_PAGES = 100
MOST_OBJECTS = 20_000
PNG = b"\x89PNG"
# What makes a PDF do something by itself, or carry other files along.
ACTIVE = {"/JS", "/JavaScript", "/OpenAction", "/AA", "/Launch", "/EmbeddedFiles", "/RichMedia", "/XFA"}
ENDINGS = {MediaType.pdf: "pdf", MediaType.jpeg: "jpg", MediaType.png: "png"}


class BadFile(ValueError):
    """A file that is not kept; the message says what to do."""


@dataclass(frozen=True)
class Checked:
    """A file that may be kept, as it will be stored."""

    name: str
    media_type: MediaType
    content: bytes


def check(content: bytes, name: str) -> Checked:
    """Look at a file; raises BadFile for one that is too large, not a PDF or picture, or can do something by itself."""
    if not content:
        raise BadFile("This file is empty. Choose another")
    if len(content) > MOST_BYTES:
        raise BadFile(f"Choose a file of at most {MOST_BYTES // 1024 // 1024} MB")
    if content.startswith(b"%PDF-"):
        _check_pdf(content)
        return Checked(_named(name, MediaType.pdf), MediaType.pdf, content)
    return _picture(content, name)


def keep(client: Client, file: Checked, *, by: User) -> Attachment:
    """Store a checked file for a client, inside the caller's `write()`; raises BadFile when the record is full."""
    kept = select(func.count()).where(Attachment.client_id == client.id, Attachment.removed_at.is_(None))
    if (db.session.scalar(kept) or 0) >= MOST_FILES:
        raise BadFile(f"This record holds {MOST_FILES} files. Remove one first")
    stored, digest = uploads.store(file.content)
    row = Attachment(
        client_id=client.id,
        file_name=file.name,
        media_type=file.media_type,
        stored=stored,
        sha256=digest,
        size=len(file.content),
        created_at=utcnow(),
        created_by_id=by.id,
    )
    db.session.add(row)
    db.session.flush()
    record("attachment.kept", "File put on record", by=by, client=client, subject=f"attachment {row.id}")
    return row


def adopt(client: Client, file: ReferralFile, *, by: User) -> Attachment:
    """Put a file of an accepted referral on record, inside the caller's `write()`: the same stored bytes.

    One that was on record before, and left it when the acceptance was taken back, comes back.
    """
    row = db.session.scalar(select(Attachment).where(Attachment.stored == file.stored))
    if row is None:
        row = Attachment(
            file_name=file.file_name,
            media_type=file.media_type,
            stored=file.stored,
            sha256=file.sha256,
            size=file.size,
            created_at=utcnow(),
            created_by_id=by.id,
        )
        db.session.add(row)
    row.client_id, row.removed_at, row.removed_by_id = client.id, None, None
    db.session.flush()
    record("attachment.kept", "File put on record", by=by, client=client, subject=f"attachment {row.id}")
    return row


def read(row: Attachment, client: Client, *, by: User) -> bytes:
    """The bytes as kept, noted in the trail; raises uploads.FileLost when they are not there any more."""
    content = uploads.fetch(row.stored, row.sha256)
    with write():
        record("attachment.opened", "File opened", by=by, client=client, subject=f"attachment {row.id}")
    return content


def damaged() -> list[str]:
    """File names of stored files that are missing or no longer what was kept."""
    bad = []
    rows = [*db.session.scalars(select(Attachment)), *db.session.scalars(select(ReferralFile))]
    for row in rows:
        try:
            uploads.fetch(row.stored, row.sha256)
        except uploads.FileLost:
            bad.append(row.file_name)
    return bad


def remove(row: Attachment, client: Client, *, by: User) -> None:
    """Take a file out of the record: for one that came to the wrong client. The row stays, with who and when."""
    with write():
        if row.removed_at is None:
            row.removed_at, row.removed_by_id = utcnow(), by.id
            record("attachment.removed", "File removed", by=by, client=client, subject=f"attachment {row.id}")


def put_back(row: Attachment, client: Client, *, by: User) -> None:
    """Undo `remove`."""
    with write():
        if row.removed_at is not None:
            row.removed_at, row.removed_by_id = None, None
            record("attachment.restored", "File put back", by=by, client=client, subject=f"attachment {row.id}")


def _check_pdf(content: bytes) -> None:
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            raise BadFile("This PDF is locked with a password. Print it to a new PDF, and choose that")
        pages = len(reader.pages)
        active = _does_something(reader.trailer)
    except BadFile:
        raise
    except Exception:  # a parser of hostile files fails in many ways, and all mean the same
        raise BadFile("This PDF cannot be read. Scan or print it anew, and choose that") from None
    if not 0 < pages <= MOST_PAGES:
        raise BadFile(f"Choose a PDF with 1 to {MOST_PAGES} pages")
    if active:
        raise BadFile("This PDF carries a script or other files. Print it to a new PDF, and choose that")


def _does_something(root: Any) -> bool:
    """Walk every object once; a PDF with more of them than a letter has is refused as well."""
    seen: set[tuple[int, int]] = set()
    waiting = [root]
    count = 0
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            if (one.idnum, one.generation) in seen:
                continue
            seen.add((one.idnum, one.generation))
            one = one.get_object()
        count += 1
        if count > MOST_OBJECTS:
            return True
        if isinstance(one, DictionaryObject):
            if ACTIVE & set(one):
                return True
            waiting += one.values()
        elif isinstance(one, ArrayObject):
            waiting += one
    return False


def _picture(content: bytes, name: str) -> Checked:
    """Draw the picture anew: what else the file carried stays behind, where it was taken too."""
    try:
        drawn = images.read(content, formats=("JPEG", "PNG"))
    except images.NotAPicture:
        raise BadFile("Choose a PDF, or a picture in JPEG or PNG") from None
    except images.BadPicture as error:
        raise BadFile(str(error)) from None
    kind = MediaType.png if content.startswith(PNG) else MediaType.jpeg
    return Checked(_named(name, kind), kind, images.png(drawn) if kind is MediaType.png else images.jpeg(drawn))


def _named(name: str, kind: MediaType) -> str:
    """The name it came with, without folders and with the ending of what it is."""
    stem = name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or name
    clean = "".join(c for c in stem if c.isprintable() and c not in '<>:"|?*/').strip(" .")
    return f"{clean[:100] or 'file'}.{ENDINGS[kind]}"
