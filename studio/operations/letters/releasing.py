"""A letter on its way to paper: worded, read, released by a coach, or dropped with a reason."""

import hashlib
import json
from collections.abc import Mapping

from ... import clock
from ...documents import letter as document
from ...models.database import write
from ...models.letters import Letter, LetterKind
from ...models.papers import Kind, Paper, letter_paper
from ...models.sheets_letter import first_texts, known, letter_sheet
from ...models.studios import Studio
from ...models.users import User
from ...sheets.letter import LetterSheet
from ...sheets.stored import pack, unpack
from .. import logos, papers
from ..events import record
from .drafting import named, reopen


class Stale(Exception):
    """Somebody changed the letter meanwhile."""


class Unread(Exception):
    """Nobody has read it as it is now."""


class Closed(Exception):
    """It was released, sent or dropped meanwhile."""


def mark_of(letter: Letter) -> str:
    """What tells whether its words changed since a page was shown."""
    return hashlib.sha256(json.dumps([letter.words, letter.revision], sort_keys=True).encode()).hexdigest()[:16]


def sheet_now(letter: Letter, studio: Studio, *, by: User) -> LetterSheet:
    """What it says: as released, or as it would be released now by `by`."""
    if letter.sheet is not None:
        return stored_sheet(letter)
    return letter_sheet(known(letter, studio, clock.today(studio.time_zone)), by=by)


def stored_sheet(letter: Letter) -> LetterSheet:
    """What a released letter says, under the logo of that day."""
    return logos.put_in(unpack(LetterSheet, letter.sheet or {}))


def reword(letter: Letter, words: Mapping[str, str], *, seen: str, studio: Studio, by: User) -> None:
    """Change its texts; what is as it was put down first keeps following the record. It has to be read anew.

    Raises Stale when it changed since `seen`, Closed when it is no draft any more.
    """
    first = first_texts(known(letter, studio, clock.today(studio.time_zone)))
    with write() as session:
        session.refresh(letter)
        if letter.stage != "draft":
            raise Closed
        if mark_of(letter) != seen:
            raise Stale
        changed = {name: text for name, text in words.items() if text != first.get(name)}
        if changed != letter.words:
            letter.words, letter.read_by = changed, []
            record("letter.worded", "Letter worded", by=by, client=letter.client, subject=named(letter))


def read(letter: Letter, *, by: User) -> None:
    """Note that somebody read it as it is now; twice is once. Raises Closed."""
    with write() as session:
        session.refresh(letter)
        if letter.stage != "draft":
            raise Closed
        if all(one["id"] != by.id for one in letter.read_by):
            line = {"id": by.id, "name": by.name, "at": clock.utcnow().isoformat()}
            letter.read_by = [*letter.read_by, line]
            record("letter.read", "Letter read", by=by, client=letter.client, subject=named(letter))


def unread(letter: Letter, *, by: User) -> None:
    """Take back that one has read it. Raises Closed."""
    with write() as session:
        session.refresh(letter)
        if letter.stage != "draft":
            raise Closed
        letter.read_by = [one for one in letter.read_by if one["id"] != by.id]
        record("letter.unread", "Reading taken back", by=by, client=letter.client, subject=named(letter))


def release(letter: Letter, *, studio: Studio, by: User) -> Paper:
    """Let it go as it is now: set on paper once and for all. Raises Unread, Closed."""
    sheet = letter_sheet(known(letter, studio, clock.today(studio.time_zone)), by=by, released=True)
    with write() as session:
        session.refresh(letter)
        if letter.stage != "draft":
            raise Closed
        if not letter.read_by:
            raise Unread
        letter.released_at, letter.released_by_id = clock.utcnow(), by.id
        paper = keep(letter, sheet, by=by)
        record("letter.released", "Letter released", by=by, client=letter.client, subject=named(letter))
    return paper


def keep(letter: Letter, sheet: LetterSheet, *, by: User) -> Paper:
    """Keep what a revision says and its bytes, inside the caller's `write()`."""
    content = document.render(sheet)
    name = papers.short_name(letter.client.name if letter.client else "")
    paper = Paper(
        kind=Kind.letter,
        client_id=letter.client_id,
        letter_id=letter.id,
        revision=letter.revision,
        file_name=f"{sheet.written:%Y-%m-%d}_letter_{name}_v{letter.revision}.pdf",
        sha256=papers.keep(content),
        size=len(content),
        created_at=clock.utcnow(),
        created_by_id=by.id,
    )
    letter.sheet = pack(sheet)
    with write() as session:
        session.add(paper)
        session.flush()
    return paper


def draft_paper(letter: Letter, *, studio: Studio, by: User) -> bytes:
    """What it would look like on paper now; kept nowhere."""
    return document.render(sheet_now(letter, studio, by=by))


def revise(letter: Letter, *, by: User) -> None:
    """Begin the next revision of a letter that was released. Raises Closed."""
    with write() as session:
        session.refresh(letter)
        if letter.stage not in ("released", "gone") or letter.kind in (LetterKind.received, LetterKind.refer_out):
            raise Closed
        reopen(letter, by=by)


def take_back(letter: Letter, *, by: User) -> None:
    """Undo a release that nothing has left the house on. Raises Closed."""
    with write() as session:
        session.refresh(letter)
        if letter.stage != "released" or letter.went or not letter.client or letter.refer_out_id:
            raise Closed
        if paper := letter_paper(letter.id, letter.revision):
            papers.erase(paper)
        letter.released_at, letter.released_by_id, letter.sheet = None, None, None
        record("letter.release-undone", "Release taken back", by=by, client=letter.client, subject=named(letter))


def drop(letter: Letter, reason: str, *, by: User) -> None:
    """Put it aside unsent. Raises Closed for one that is gone."""
    with write() as session:
        session.refresh(letter)
        if letter.stage == "gone":
            raise Closed
        if letter.dropped_at is None:
            letter.dropped_at, letter.dropped_by_id, letter.dropped_reason = clock.utcnow(), by.id, reason
            record("letter.dropped", "Letter dropped", by=by, client=letter.client, subject=named(letter))


def pick_up(letter: Letter, *, by: User) -> None:
    """Undo `drop`."""
    with write():
        if letter.dropped_at is not None:
            letter.dropped_at, letter.dropped_by_id, letter.dropped_reason = None, None, ""
            record("letter.picked-up", "Letter taken up again", by=by, client=letter.client, subject=named(letter))
