"""Packing the archive, in the worker: from one snapshot of the database, under another name until it is done."""

import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import Any

from sqlalchemy import Connection, select

from ...clock import utcnow
from ...extensions import db
from ...models.database import write
from ...models.logos import StudioLogo
from ...models.studios import Studio
from ...models.take_away import tables
from ...models.users import User
from .. import papers, uploads
from ..attachments import PNG
from ..events import record
from ..jobs import JobProblem, Work
from . import pages
from .people import Kept, how_many, in_a_path, of_nobody, people
from .shelf import folder
from .tables import count, write_table

A_FILE = 40
"""Rows that take as long as a file, for the bar."""
SPARE = 200_000_000


class Packer:
    """An archive on its way, and how far it is."""

    def __init__(self, archive: zipfile.ZipFile, connection: Connection, work: Work):
        self.archive, self.connection, self.work = archive, connection, work
        self.at = utcnow()
        self.found = [(*one, count(connection, one[1])) for one in tables()]
        self.rows = sum(one[-1] for one in self.found)
        self.files, self.bytes = how_many(connection)
        self.total, self.done, self.words = self.rows + self.files * A_FILE, 0, "Tables"
        self.packed: dict[str, int] = {"papers": 0, "files": 0, "photos": 0}
        self.lost: list[str] = []
        self.others: list[str] = []

    def tables(self) -> None:
        for _, table, columns, words, _ in self.found:

            def told(rows: int, words: str = words) -> None:
                self._tell(rows, f"Tables: {words}")

            info = self._info(f"tables/{table.name}.csv", zip=True)
            write_table(self.archive, info, self.connection, table, columns, told)

    def people(self, listed: Path) -> int:
        """Every client's folder; their rows of the first page go into a file, for nobody knows how many there are."""
        number = 0
        with listed.open("w", encoding="utf-8") as out:
            for number, person in enumerate(people(self.connection), 1):
                lost = {one.place for one in person.files if not self._file(one)}
                page = self._info(f"{person.folder}/index.html", zip=True)
                self.archive.writestr(page, pages.person_page(person, lost))
                out.write(pages.person_row(person))
                self._tell(0, f"Papers and photos: {number:,} clients")
        return number

    def rest(self) -> None:
        """Files of nobody's record, and the logos."""
        for one in of_nobody(self.connection):
            if self._file(one):
                self.others.append(one.place)
        for row in self.connection.execute(select(StudioLogo.id, StudioLogo.content)):
            place = f"logos/{row.id}.{'png' if row.content.startswith(PNG) else 'jpg'}"
            self.archive.writestr(self._info(place), row.content)
            self.others.append(place)

    def first_page(self, listed: Path, number: int) -> None:
        name = self.connection.scalar(select(Studio.name)) or "The studio"
        groups: dict[str, list[tuple[str, str, int]]] = {}
        for group, table, _, words, rows in self.found:
            groups.setdefault(group, []).append((table.name, words, rows))
        packed = ", ".join(f"{n:,} {kind[:-1] if n == 1 else kind}" for kind, n in self.packed.items())
        lede = (
            f"Everything of {name} as it was on {self.at.day} {self.at:%B %Y at %H:%M} UTC: {number:,} clients, "
            f"{packed}, {self.rows:,} rows in {len(self.found)} tables. Keep it safe: health data is in it."
        )
        with self.archive.open(self._info("index.html", zip=True), "w", force_zip64=True) as page:
            page.write((str(pages.head(name, lede)) + pages.people_head()).encode())
            with listed.open("rb") as lines:
                shutil.copyfileobj(lines, page)
            page.write((pages.people_foot() + pages.tables(groups) + pages.others(self.others, self.lost)).encode())
            page.write(str(pages.foot()).encode())

    def _file(self, one: Kept) -> bool:
        """Put a file in; answers whether it is there."""
        self._tell(A_FILE)
        try:
            content = uploads.fetch(one.stored, one.sha256) if one.stored else papers.fetch(one.sha256)
        except (uploads.FileLost, papers.Gone):
            self.lost.append(one.place)
            return False
        self.archive.writestr(self._info(one.place, one.at), content)
        kind = one.place.split("/")[2] if one.place.startswith("clients/") else "files"
        self.packed[kind] += 1
        return True

    def _info(self, place: str, at: datetime | None = None, *, zip: bool = False) -> zipfile.ZipInfo:
        info = zipfile.ZipInfo(place, (at or self.at).timetuple()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED if zip else zipfile.ZIP_STORED  # a PDF or a photo is small already
        info.external_attr = 0o600 << 16
        return info

    def _tell(self, rows: int, words: str = "") -> None:
        self.done = min(self.done + rows, self.total)
        self.words = words or self.words
        self.work.tell(min(self.done, self.total - 1), self.total, self.words)


def pack(work: Work) -> dict[str, Any]:
    """Make the archive; begun anew, it starts from the beginning."""
    shelf = folder()
    for left in shelf.glob("*.part"):
        left.unlink()
    part, listed = shelf / f"{work.id}.zip.part", shelf / f"{work.id}.list.part"
    try:
        with _snapshot() as connection, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            part.chmod(0o600)
            packer = Packer(archive, connection, work)
            _room(shelf, packer)
            packer.tables()
            number = packer.people(listed)
            packer.rest()
            packer.first_page(listed, number)
        return _put(work, packer, part, number)
    except OSError as error:
        raise JobProblem(
            f"The file could not be written: {error.strerror}. Make room on the disk, then try again"
        ) from error
    finally:
        part.unlink(missing_ok=True)
        listed.unlink(missing_ok=True)


def _put(work: Work, packer: Packer, part: Path, number: int) -> dict[str, Any]:
    with part.open("rb") as file:
        os.fsync(file.fileno())
    size = part.stat().st_size
    work.tell(packer.total, packer.total, packer.words)  # unless somebody was erased, or it was stopped
    name = f"{work.id}-{token_hex(16)}.zip"
    part.rename(part.with_name(name))
    studio = db.session.scalar(select(Studio.name)) or "studio"
    result = {
        "stored": name,
        "name": f"{packer.at:%Y-%m-%d}_{in_a_path(studio)}.zip",
        "size": size,
        "clients": number,
        **packer.packed,
        "rows": packer.rows,
        "tables": len(packer.found),
        "lost": packer.lost[:20],
    }
    with write() as session:
        by = session.get(User, work.by_id)
        record("take_away.made", "Everything put into one file", by=by, subject=f"job {work.id}", size=size)
    return result


@contextmanager
def _snapshot() -> Iterator[Connection]:
    """The database as it is at this moment, whatever is saved meanwhile."""
    level = {} if db.engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    with db.engine.connect().execution_options(**level) as connection:
        yield connection


def _room(shelf: Path, packer: Packer) -> None:
    needed, free = packer.bytes + packer.rows * 60 + SPARE, shutil.disk_usage(shelf).free
    if free < needed:
        raise JobProblem(
            f"About {needed / 1e9:.1f} GB are needed on the disk of the studio’s computer, and {free / 1e9:.1f} GB are "
            "free. Make room, then try again"
        )
