"""Paper sizes, margins, running header and footer, and the file around the pages."""

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from studio.documents import fonts
from studio.documents.clean import NAME, clean
from studio.documents.inks import Inks
from studio.documents.marks import rule
from studio.documents.properties import describe
from studio.documents.styles import INK, SOFT, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import line
from studio.sheets import Paper

POINTS: dict[str, tuple[float, float]] = {"A4": (595.28, 841.89), "Letter": (612.0, 792.0)}
FOOTER_BASELINE = 26.0  # printers lose 4 to 6 mm at the foot


@dataclass(frozen=True, slots=True)
class Page:
    """One side of paper in points; y grows upwards."""

    width: float
    height: float
    margin: float = 40.0
    footer_size: float = 9.8

    @property
    def left(self) -> float:
        return self.margin

    @property
    def right(self) -> float:
        return self.width - self.margin

    @property
    def room(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.margin

    @property
    def top(self) -> float:
        return self.height - 28

    @property
    def bottom(self) -> float:
        """The lowest point of the text, above the footer."""
        return FOOTER_BASELINE + self.footer_size + 14


def page_of(paper: Paper, *, footer_size: float = 9.8) -> Page:
    """Return the page of a paper name; an unknown name is A4."""
    width, height = POINTS.get(paper, POINTS["A4"])
    return Page(width, height, footer_size=footer_size)


def write(
    page: Page,
    draw: Callable[[TaggedCanvas], None],
    *,
    finish: Callable[[TaggedCanvas, int, int], None],
    title: str,
    author: str,
    dated: date | None,
    lang: str,
    inks: Inks = "colour",
) -> bytes:
    """Return the PDF that `draw` fills page by page; `finish(canvas, page, pages)` adds what needs the count.

    `inks` is the one switch for what goes by fax: black on white, whatever colours its pieces name.
    """
    file = io.BytesIO()
    lang = language(lang)
    canvas = TaggedCanvas(file, finish=finish, inks=inks, pagesize=(page.width, page.height), lang=lang)
    describe(canvas, title=clean(title, 2 * NAME), author=clean(author, NAME), dated=dated, lang=lang)
    draw(canvas)
    canvas.save()
    return file.getvalue()


def language(tag: str) -> str:
    """Return `tag` if it looks like a language tag, else English."""
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag) else "en"


def footer(canvas: TaggedCanvas, page: Page, facts: Sequence[str], always: str, page_words: str) -> None:
    """Draw the line at the foot: `always` and the side stay, of the facts the last give way when room is short."""
    look = style(page.footer_size, colour=SOFT)
    side = line(page_words, style(page.footer_size, font=fonts.SEMIBOLD))
    shown = list(facts)
    while True:
        words = line(" · ".join([*shown, always]), look, limit=500)
        if words.width <= page.room - side.width - 12 or not shown:
            break
        shown.pop()
    with canvas.artifact("Footer"):
        rule(canvas, page.left, page.right, FOOTER_BASELINE + page.footer_size + 3.5, INK)
        side.draw(canvas, page.right, FOOTER_BASELINE, "right")
        words.draw(canvas, page.left, FOOTER_BASELINE)


def running_header(canvas: TaggedCanvas, page: Page, left: str, right: str, size: float) -> float:
    """Draw the small header of a later page and return its height."""
    with canvas.artifact("Header"):
        name = line(left, style(size * 1.25, font=fonts.BOLD), room=page.room * 0.7)
        name.draw(canvas, page.left, page.top - size * 1.1)
        room = page.room - name.width - 14
        notes = [line(right, style(size * share, colour=SOFT)) for share in (0.95, 0.85, 0.75)]
        note = next((note for note in notes if note.width <= room), None)
        note = note or line(right, style(size * 0.75, colour=SOFT), room=room)
        note.draw(canvas, page.right, page.top - size * 1.1, "right")
        rule(canvas, page.left, page.right, page.top - size * 1.7, INK, 1.2)
    return size * 2.3


def side_words(page: int, pages: int) -> str:
    """Return “Side 1 of 2 – turn over”, “Page 2 of 4”, or “Page 1 of 1”."""
    if pages == 2:
        return "Side 1 of 2 – turn over" if page == 1 else "Side 2 of 2"
    return f"Page {page} of {pages}"
