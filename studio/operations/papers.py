"""Keeping issued paper: the bytes under their own hash, so that a reprint is the same sheet to the last dot."""

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from flask import current_app
from sqlalchemy import select

from ..extensions import db
from ..models.clients import Client
from ..models.database import write
from ..models.papers import Paper
from ..models.users import User
from .events import record


class Gone(Exception):
    """Nothing is stored under this hash, or no longer that; the message says which."""


class PaperLost(Exception):
    """The stored file of a paper is missing or no longer what was issued."""

    def __init__(self, paper: Paper, problem: str):
        super().__init__(f"{paper.file_name}: {problem}")
        self.paper = paper


def keep(content: bytes) -> str:
    """Store a file durably and return its SHA-256; the same content twice is one file."""
    digest = hashlib.sha256(content).hexdigest()
    file = _place(digest)
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{digest}.{os.getpid()}.{os.urandom(4).hex()}.part")
    try:
        with part.open("xb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    for folder in (file.parent, file.parent.parent):
        _sync(folder)  # the name must survive a power cut as well as the bytes
    return digest


def read(paper: Paper) -> bytes:
    """The bytes as issued; raises PaperLost when they are not there any more."""
    try:
        return fetch(paper.sha256)
    except Gone as error:
        raise PaperLost(paper, str(error)) from error


def fetch(sha256: str) -> bytes:
    """The bytes under a hash; raises Gone."""
    try:
        content = _place(sha256).read_bytes()
    except OSError as error:
        raise Gone(error.strerror or "cannot be read") from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Gone("has changed on the disk")
    return content


def erase(paper: Paper) -> None:
    """Take a paper and its bytes off the record, inside the caller's `write()`: only for one that may not be kept."""
    db.session.delete(paper)
    db.session.flush()
    _place(paper.sha256).unlink(missing_ok=True)


def forget(digests: Iterable[str]) -> None:
    """Take stored bytes off the disk, but for those that the paper of somebody else is made of."""
    for digest in digests:
        if db.session.scalar(select(Paper.id).where(Paper.sha256 == digest).limit(1)) is None:
            _place(digest).unlink(missing_ok=True)


def damaged() -> list[str]:
    """File names of stored papers that are missing or no longer what was printed."""
    bad = []
    for paper in db.session.scalars(select(Paper).order_by(Paper.id)):
        try:
            read(paper)
        except PaperLost:
            bad.append(paper.file_name)
    return bad


def note_printed(paper: Paper, *, client: Client, by: User) -> None:
    """Note that a paper was opened to be printed, in a short write of its own."""
    with write():
        record("paper.printed", f"{paper.kind.capitalize()} printed", by=by, client=client, subject=f"paper {paper.id}")


def short_name(name: str) -> str:
    """A name for a file: “J-Smith”, the whole name in a script that may put the family first.

    Nothing in it that a file system minds.
    """
    words = [word for word in (re.sub(r"[^\w-]+|_", "", word) for word in name.split()) if word.strip("-")]
    initial = len(words) > 1 and "LATIN" in unicodedata.name(words[0][0], "")
    return "-".join([words[0][0], words[-1]] if initial else words)[:40] or "client"


def _place(digest: str) -> Path:
    folder: Path = current_app.config["SETTINGS"].data
    return folder / "papers" / digest[:2] / f"{digest}.pdf"


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
