"""The front page of a day pack: who is in it, with which papers, on which pages."""

from typing import Any

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Shrunk, Stack
from studio.documents.clean import NOTE
from studio.documents.marks import rule
from studio.documents.page import footer, page_of, side_words, write
from studio.documents.styles import RULE, SOFT, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import DOT, Strong, line, para
from studio.documents.titles import Rule, TitleBlock
from studio.sheets import long_day
from studio.sheets.day_pack import PackFront, PackLine

BODY = 11.0
WORDS = style(BODY, leading=BODY * 1.26)


def render(sheet: PackFront) -> bytes:
    """Return the page as a tagged PDF; the same sheet gives the same bytes."""
    page = page_of(sheet.paper)

    def finish(canvas: TaggedCanvas, number: int, pages: int) -> None:
        about = [sheet.studio.name, sheet.studio.phone]
        footer(canvas, page, [one for one in about if one], "Holds health data: shred it", side_words(number, pages))

    def draw(canvas: TaggedCanvas) -> None:
        items: list[Any] = [_head(sheet), 4, Rule(), *(Line(one) for one in sheet.lines)]
        if sheet.left_out:
            items += [10, para((Strong("Left out: "), ", ".join(sheet.left_out)), WORDS, limit=NOTE)]
        # One side, however many there are: the pages of the pack are counted from it.
        whole = Shrunk(Stack(items), page.top - page.bottom)
        whole.wrap(page.room, page.height)
        whole.drawOn(canvas, page.left, page.top - whole.height)

    return write(
        page,
        draw,
        finish=finish,
        title=f"Day pack, {long_day(sheet.printed)}",
        author=sheet.studio.name,
        dated=sheet.printed,
        lang=sheet.lang,
    )


def _head(sheet: PackFront) -> Any:
    words = f"{long_day(sheet.printed)}, for {sheet.coach}. Enter what was written down as soon as the network is back."
    below = para(words, style(11.6, leading=15, colour=SOFT), limit=NOTE)
    return TitleBlock(sheet.studio, "Day pack", [], size=27, small=10.5, below=below)


class Line(Flowable):
    """A client, what there is of them, and the pages, with a line below."""

    def __init__(self, about: PackLine) -> None:
        super().__init__()
        words = (Strong(about.client), DOT, ", ".join(about.papers))
        self.words = para(words, style(11.4, leading=14), limit=300)
        span = f"pages {about.first}–{about.last}" if about.last > about.first else f"page {about.first}"
        self.pages = line(span, style(11.4, font=fonts.SEMIBOLD))

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        _, words = self.words.wrap(availWidth - self.pages.width - 16, availHeight)
        self.width, self.height = availWidth, words + 10
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        self.words.drawOn(canvas, 0, 6)
        with canvas.content("P"):
            self.pages.draw(canvas, self.width, self.height - 15.2, "right")
        with canvas.artifact():
            rule(canvas, 0, self.width, 0, RULE)
