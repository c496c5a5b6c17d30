"""Files in the data folder under a random name, known by their hash: what somebody brought, and nothing of ours."""

import hashlib
import os
import secrets
from pathlib import Path

from flask import current_app
from sqlalchemy import select

from ..extensions import db
from ..models.attachments import Attachment
from ..models.photos import ClientPhoto
from ..models.referrals import ReferralFile
from ..models.waiting_files import WaitingFile


class FileLost(Exception):
    """The stored file is missing or no longer what was kept."""


def store(content: bytes) -> tuple[str, str]:
    """Store a file durably; returns its name and its SHA-256."""
    name = secrets.token_hex(16)
    file = _place(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    return name, hashlib.sha256(content).hexdigest()


def fetch(name: str, sha256: str) -> bytes:
    """The bytes as kept; raises FileLost when they are not there any more."""
    try:
        content = _place(name).read_bytes()
    except OSError as error:
        raise FileLost(name) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise FileLost(name)
    return content


def erase(name: str) -> None:
    """Take a file off the disk; one that is gone already stays so."""
    _place(name).unlink(missing_ok=True)


def strays() -> list[str]:
    """Stored files that no record knows: left by a power cut, or back from a backup after they were erased."""
    names = (Attachment.stored, ClientPhoto.whole, ClientPhoto.shown, ReferralFile.stored, WaitingFile.stored)
    known = {name for column in names for name in db.session.scalars(select(column))}
    files = (file for file in _folder().rglob("*") if file.is_file())
    return sorted(str(file.relative_to(_folder().parent)) for file in files if file.name not in known)


def _place(name: str) -> Path:
    return _folder() / name[:2] / name


def _folder() -> Path:
    data: Path = current_app.config["SETTINGS"].data
    return data / "uploads"
