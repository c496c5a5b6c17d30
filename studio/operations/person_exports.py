"""All that is on record of one client as one file: tables as JSON and CSV, papers as printed, photos, letters."""

import json
import zipfile
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from sqlalchemy import select

from ..clock import utcnow
from ..extensions import db
from ..models.attachments import Attachment
from ..models.clients import Client
from ..models.database import write
from ..models.papers import Paper
from ..models.person import WORDS, records
from ..models.photos import ClientPhoto
from ..models.users import User
from ..spreadsheet import csv_text
from . import papers, uploads
from .events import record

# A fixed moment: two exports of the same record are the same file.
STAMP = (1980, 1, 1, 0, 0, 0)
READ_ME = """Everything on record of {name}, taken out on {day}.

record.json      every table with every entry
tables/*.csv     the same, a file for each table, to be opened with a spreadsheet program
papers/*.pdf     every paper as it was printed
files/*          letters and pictures that were put on record
photos/*.jpg     photos for the programme

{contents}
{lost}"""


def export(client: Client, *, by: User) -> IO[bytes]:
    """Write the file and return it, to be read from its beginning; what is lost on the disk is named in it."""
    out = TemporaryFile()  # noqa: SIM115  (whoever sends it closes it)
    tables = dict(records(client.id))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        lost = _add_files(archive, client.id)
        _add(archive, "record.json", json.dumps(tables, indent=1, ensure_ascii=False, default=_plain).encode())
        for name, rows in tables.items():
            if rows:
                _add(archive, f"tables/{name}.csv", _csv(rows))
        contents = "\n".join(
            f"{words}: {', '.join(f'{name} {len(tables[name])}' for name in names if tables.get(name))}"
            for words, names in WORDS.items()
            if any(tables.get(name) for name in names)
        )
        gone = "\nThese files are lost on the disk: " + ", ".join(lost) if lost else ""
        told = READ_ME.format(name=client.name, day=utcnow().date().isoformat(), contents=contents, lost=gone)
        _add(archive, "read-me.txt", told.encode())
    with write():
        record("record.exported", "Whole record taken out", by=by, client=client, subject=f"client {client.id}")
    out.seek(0)
    return out


def _add_files(archive: zipfile.ZipFile, client_id: int) -> list[str]:
    """Papers, files and photos; returns the names of those that are lost."""
    lost = []
    for paper in db.session.scalars(select(Paper).where(Paper.client_id == client_id).order_by(Paper.id)):
        try:
            _add(archive, f"papers/{paper.id}_{paper.file_name}", papers.read(paper))
        except papers.PaperLost:
            lost.append(paper.file_name)
    kept = [
        (f"files/{row.id}_{row.file_name}", row.stored, row.sha256)
        for row in db.session.scalars(select(Attachment).where(Attachment.client_id == client_id))
    ] + [
        (f"photos/{row.id}_{row.exercise}.jpg", row.whole, row.whole_sha256)
        for row in db.session.scalars(select(ClientPhoto).where(ClientPhoto.client_id == client_id))
    ]
    for name, stored, digest in kept:
        try:
            _add(archive, name, uploads.fetch(stored, digest))
        except uploads.FileLost:
            lost.append(Path(name).name)
    return lost


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, STAMP)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, content)


def _csv(rows: list[dict[str, Any]]) -> bytes:
    return csv_text([rows[0], *([_cell(value) for value in row.values()] for row in rows)]).encode()


def _cell(value: Any) -> Any:
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False, default=_plain)
    return _plain(value) if isinstance(value, (datetime, date, Enum, bytes)) else value


def _plain(value: Any) -> str:
    if isinstance(value, bytes):
        return value.hex()
    return str(value.value) if isinstance(value, Enum) else str(value.isoformat())
