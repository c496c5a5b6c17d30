"""Sharing the pieces of a form out over pages: nothing is split, spare height goes to the rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from studio.documents.page import Page
from studio.documents.tags import TaggedCanvas

MOST_SPARE = 10.0  # of a row: higher ones drift apart
GIVES = 2.5  # what a row can do without, where that saves a page


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a form. `keep` stays with what follows, `again` is set above it where it begins a page.

    `part` says that something new begins here, so that a page rather ends before it; `row` may be made higher.
    """

    flowable: Any
    above: float = 0.0
    keep: bool = False
    again: Any = None
    part: bool = False
    row: bool = False

    @property
    def height(self) -> float:
        height: float = self.flowable.height
        return height


def paged(pieces: Sequence[Piece], page: Page, running: float) -> list[list[Piece]]:
    """Share them out; a page ends before a new part, and rows stay roomy, where that takes no page more."""
    for piece in pieces:
        piece.flowable.wrap(page.room, page.height)
        if piece.again is not None:
            piece.again.wrap(page.room, page.height)
    roomy = _best(pieces, page, running)
    for piece in pieces:
        piece.flowable.height -= GIVES if piece.row else 0
    tight = _best(pieces, page, running)
    return tight if len(tight) < len(roomy) else roomy


def _best(pieces: Sequence[Piece], page: Page, running: float) -> list[list[Piece]]:
    wished = list(_paged(pieces, page, running, wish=True))
    greedy = list(_paged(pieces, page, running, wish=False))
    return wished if len(wished) <= len(greedy) else greedy


def _paged(pieces: Sequence[Piece], page: Page, running: float, *, wish: bool) -> Iterator[list[Piece]]:
    waiting, room = list(pieces), page.top - page.bottom
    while waiting:
        taken = max(1, _fitting(waiting, room, wish=wish))
        yield waiting[:taken]
        waiting = waiting[taken:]
        room = page.top - page.bottom - running
        if waiting and waiting[0].again is not None:
            waiting = [Piece(waiting[0].again, keep=True), *waiting]


def _fitting(waiting: Sequence[Piece], room: float, *, wish: bool) -> int:
    count, used, wished = 0, 0.0, 0
    for number, piece in enumerate(waiting, 1):
        if piece.part and number > 1 and used > room * 0.5:
            wished = number - 1
        used += piece.above + piece.height
        if used > room:
            return wished if wish and wished else count
        if not piece.keep:
            count = number
    return count


def draw(canvas: TaggedCanvas, page: Page, pieces: Sequence[Piece], top: float) -> None:
    """Draw the pieces of one page under each other."""
    rows = [piece for piece in pieces if piece.row]
    spare = top - page.bottom - sum(piece.above + piece.height for piece in pieces)
    each = min(MOST_SPARE + GIVES, max(0.0, spare) / len(rows)) if rows else 0.0
    for piece in rows:
        piece.flowable.height += each
    y = top
    for piece in pieces:
        y -= piece.above + piece.height
        piece.flowable.drawOn(canvas, page.left, y)
