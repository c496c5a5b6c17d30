"""Pieces set one under the other over as many pages as they take; what belongs together stays together."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from studio.documents.blocks import Shrunk
from studio.documents.page import Page, footer, running_header, side_words, write
from studio.documents.tags import TaggedCanvas
from studio.documents.tree import HEADINGS

RUNNING, BELOW = 2.3, 6.0  # height of a running head in times its size, and the gap below it


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a document with the gap above it and its indent; one to `keep` stays with what follows."""

    flowable: Any
    above: float = 0.0
    indent: float = 0.0
    keep: bool = False

    @property
    def leads(self) -> bool:
        """Tell whether it must not be the last on a page: a heading, or what says so."""
        return self.keep or getattr(self.flowable, "tag", None) in HEADINGS


@dataclass(frozen=True, slots=True)
class Placed:
    """A flowable with its lower left corner."""

    flowable: Any
    x: float
    y: float


def paginated(page: Page, pieces: Sequence[Piece], *, later: float, foot: float = 0.0) -> list[list[Placed]]:
    """Share pieces out over pages: no heading is left behind, what cannot be split and fits no page shrinks.

    `later` is the height of the running head of every page but the first, `foot` the room to keep free at the end of
    the last one; the foot never stands alone.
    """
    sides: list[list[Placed]] = [[]]
    waiting = list(pieces)
    y = page.top
    while waiting:
        end = page.bottom + (foot if len(waiting) == 1 else 0.0)
        if not sides[-1]:
            waiting[0] = replace(waiting[0], above=0.0)
        piece = waiting[0]
        taken = _taken(page, waiting, y, end, page.bottom)
        if taken is None and sides[-1]:
            sides.append([])
            y = page.top - later
            continue
        drawn, rest = taken or (Shrunk(piece.flowable, y - end), None)
        _, height = drawn.wrap(page.room - piece.indent, y - end)
        y -= piece.above + height
        sides[-1].append(Placed(drawn, page.left + piece.indent, y))
        waiting[:1] = [Piece(rest, 0.0, piece.indent)] if rest is not None else []
    return sides


def _taken(page: Page, waiting: Sequence[Piece], y: float, end: float, bottom: float) -> tuple[Any, Any] | None:
    """Return what of the first piece goes between `y` and `end`, and what is left of it; None when nothing does."""
    piece = waiting[0]
    room = page.room - piece.indent
    _, height = piece.flowable.wrap(room, y - end)
    y -= piece.above
    if height <= y - end:
        if piece.leads and len(waiting) > 1 and _taken(page, waiting[1:], y - height, bottom, bottom) is None:
            return None
        return piece.flowable, None
    # What would fit but for the foot gives it only as much as the foot needs.
    halves = piece.flowable.split(room, y - (end if height <= y - bottom else bottom))
    return (halves[0], halves[1]) if len(halves) > 1 else None


def draw_sides(canvas: TaggedCanvas, sides: Sequence[Sequence[Placed]], head: Callable[[], float]) -> None:
    """Draw what `paginated` shared out; `head` draws the running head of a later page."""
    for number, side in enumerate(sides):
        if number:
            canvas.showPage()
            head()
        for placed in side:
            placed.flowable.drawOn(canvas, placed.x, placed.y)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands round the pieces of a document: the running head of later pages, the foot, and the file's title."""

    title: str
    name: str
    """At the left of the running head, mostly whose paper it is."""
    about: str
    """At its right."""
    size: float
    """Of the running head, in points."""
    facts: Sequence[str]
    """In the foot; empty ones are left out, the last give way when room is short."""
    always: str
    """In the foot, whatever gives way."""
    author: str
    dated: date | None
    lang: str


def flowing(page: Page, pieces: Iterable[Piece], frame: Frame) -> bytes:
    """Return the pieces as a tagged PDF, as many pages as they need."""

    def finish(canvas: TaggedCanvas, number: int, pages: int) -> None:
        facts = [words for words in frame.facts if words]
        footer(canvas, page, facts, frame.always, side_words(number, pages))

    def draw(canvas: TaggedCanvas) -> None:
        sides = paginated(page, list(pieces), later=RUNNING * frame.size + BELOW)
        draw_sides(canvas, sides, lambda: running_header(canvas, page, frame.name, frame.about, frame.size))

    return write(page, draw, finish=finish, title=frame.title, author=frame.author, dated=frame.dated, lang=frame.lang)
