"""Everybody's papers, files and photos as they are found in the archive: a folder a client."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from ...models.attachments import Attachment
from ...models.clients import Client
from ...models.papers import Paper
from ...models.photos import ClientPhoto
from ...models.referrals import ReferralFile

AT_ONCE = 200


@dataclass(frozen=True)
class Kept:
    """One file: where it goes in the archive, what it is in words, from when, and where its bytes are.

    A paper is found by its hash alone, what came from outside by the name it was `stored` under.
    """

    place: str
    words: str
    at: datetime
    sha256: str
    stored: str = ""

    @property
    def name(self) -> str:
        return self.place.rpartition("/")[2]


@dataclass(frozen=True)
class Person:
    """A client with all that lies in their folder."""

    name: str
    folder: str
    since: datetime
    archived: bool
    files: list[Kept] = field(default_factory=list)


def people(connection: Connection) -> Iterator[Person]:
    """Every client in the order of their names, some hundred at a time."""
    mine = select(Client.id, Client.name, Client.sort_name, Client.created_at, Client.archived_at)
    last: tuple[str, int] | None = None
    while True:
        some = mine
        if last is not None:
            name, number = last
            some = mine.where((Client.sort_name > name) | ((Client.sort_name == name) & (Client.id > number)))
        rows = connection.execute(some.order_by(Client.sort_name, Client.id).limit(AT_ONCE)).all()
        if not rows:
            return
        files = _files(connection, [row.id for row in rows])
        for row in rows:
            folder = f"clients/{in_a_path(row.name)}_{row.id}"
            found = sorted(files.get(row.id, ()), key=lambda one: one.at)
            placed = [Kept(f"{folder}/{one.place}", one.words, one.at, one.sha256, one.stored) for one in found]
            yield Person(row.name, folder, row.created_at, row.archived_at is not None, placed)
        last = rows[-1].sort_name, rows[-1].id


def of_nobody(connection: Connection) -> Iterator[Kept]:
    """Files that came with a referral and are on nobody's record yet."""
    mine = select(ReferralFile).where(ReferralFile.stored.not_in(select(Attachment.stored)))
    for row in connection.execute(mine.order_by(ReferralFile.id)):
        place = f"referrals/{row.referral_id}/{row.id}_{in_a_path(row.file_name)}"
        yield Kept(place, "came with a referral", row.created_at, row.sha256, row.stored)


def how_many(connection: Connection) -> tuple[int, int]:
    """How many files there are, and about how many bytes."""
    papers = connection.execute(select(func.count(), func.coalesce(func.sum(Paper.size), 0))).one()
    files = connection.execute(select(func.count(), func.coalesce(func.sum(Attachment.size), 0))).one()
    photos = connection.scalar(select(func.count()).select_from(ClientPhoto)) or 0
    return papers[0] + files[0] + photos, papers[1] + files[1] + photos * 1_000_000


def in_a_path(text: str) -> str:
    """A name as a part of a path on any system: nothing in it that one of them minds."""
    clean = re.sub(r"[^\w.-]+", "-", text).strip("-. ")
    return clean[:60] or "record"


def _files(connection: Connection, ids: list[int]) -> dict[int, list[Kept]]:
    found: dict[int, list[Kept]] = {}

    def put(row: Row[Any], *kept: Any) -> None:
        found.setdefault(row.client_id, []).append(Kept(*kept))

    for row in connection.execute(select(Paper.__table__).where(Paper.client_id.in_(ids))):
        name = f"{row.file_name.removesuffix('.pdf')}_{row.id}.pdf"
        put(row, f"papers/{in_a_path(name)}", str(row.kind), row.created_at, row.sha256)
    for row in connection.execute(select(Attachment.__table__).where(Attachment.client_id.in_(ids))):
        words = "put on record" if row.removed_at is None else "put on record, removed later"
        put(row, f"files/{row.id}_{in_a_path(row.file_name)}", words, row.created_at, row.sha256, row.stored)
    for row in connection.execute(select(ClientPhoto.__table__).where(ClientPhoto.client_id.in_(ids))):
        words = f"photo, {row.exercise.replace('_', ' ')}"
        place = f"photos/{row.created_at:%Y-%m-%d}_{in_a_path(row.exercise)}_{row.id}.jpg"
        put(row, place, words, row.created_at, row.whole_sha256, row.whole)
    return found
