"""Puts the outcome summary together: the way of the referred, what became of findings, and how it is counted."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Shrunk, Stack, listed
from studio.documents.clean import NOTE
from studio.documents.marks import bullet
from studio.documents.page import footer, page_of, side_words, write
from studio.documents.styles import PALE, SOFT, TEAL, style
from studio.documents.table import Row, Table
from studio.documents.tags import TaggedCanvas
from studio.documents.text import Strong, para
from studio.documents.titles import Rule, TitleBlock
from studio.sheets import long_day
from studio.sheets.outcomes import Figure, OutcomeSheet

HEADING = style(15, font=fonts.BOLD, leading=19)
WORDS = style(12, leading=15)
SMALL = style(10.6, leading=13.4, colour=SOFT)
SHARES = (0.3, 0.34, 0.36)
BAR = 13.0


def render(sheet: OutcomeSheet) -> bytes:
    """Return the page as a tagged PDF; the same sheet gives the same bytes."""
    page = page_of(sheet.paper)

    def finish(canvas: TaggedCanvas, number: int, pages: int) -> None:
        footer(canvas, page, [sheet.studio.phone], "Numbers only, about nobody by name", side_words(number, pages))

    def draw(canvas: TaggedCanvas) -> None:
        room = page.top - page.bottom
        body: Any = Stack(_pieces(sheet))
        if body.wrap(page.room, room)[1] > room:
            body = Shrunk(body, room)
            body.wrap(page.room, room)
        body.drawOn(canvas, page.left, page.top - body.height)

    return write(
        page,
        draw,
        finish=finish,
        title=f"{sheet.studio.name}: {_title(sheet).lower()}, {sheet.year}",
        author=sheet.studio.name,
        dated=sheet.written,
        lang=sheet.lang,
    )


def _title(sheet: OutcomeSheet) -> str:
    return "What became of your referrals" if sheet.therapist else "What became of our referrals"


def _pieces(sheet: OutcomeSheet) -> list[Any]:
    """The parts from top to bottom, numbers being gaps."""
    whose = [para(Strong(sheet.therapist), WORDS), 2] if sheet.therapist else []
    period = f"Referrals received in {sheet.year}, up to {long_day(sheet.until)}. Printed {long_day(sheet.written)}."
    below = Stack([4, *whose, para(period, SMALL)])
    items: list[Any] = [TitleBlock(sheet.studio, _title(sheet), [], size=27, small=11, below=below), 9, Rule(), 18]
    if sheet.why_not:
        items += [para(sheet.why_not, WORDS, limit=NOTE), 24]
    if sheet.way:
        items += [para("How far they came", HEADING, tag="H2"), 4, _table(sheet.way, "Step"), 24]
    if sheet.findings:
        items += [para("What became of findings", HEADING, tag="H2"), 2]
        items += [para(f"{sheet.findings_of}, first screen to last.", WORDS), 6, _table(sheet.findings, "Finding"), 24]
    if sheet.facts:
        items += [para("Also counted", HEADING, tag="H2"), 4, _table(sheet.facts, "What"), 24]
    if sheet.notes:
        items += [para("How this is counted", HEADING, tag="H2"), 4, listed(bullet, sheet.notes, SMALL)]
    return items


def _table(figures: Sequence[Figure], what: str) -> Table:
    barred = any(one.share is not None for one in figures)
    shares = SHARES if barred else (0.3, 0.7)
    heads = [what, "How many", *["Share"] * barred]
    head = Row([para(Strong(words), SMALL, tag="TH", scope="Column") for words in heads], shares, stand=0)
    return Table([_row(one, shares, barred) for one in figures], head)


def _row(one: Figure, shares: Sequence[float], barred: bool) -> Row:
    number = style(14, font=fonts.BOLD, leading=17) if one.words.isdecimal() else WORDS
    cells: list[Any] = [para(one.label, WORDS, tag="TH", scope="Row"), para(one.words, number, tag="TD")]
    return Row([*cells, *[Bar(one.share)] * barred], shares, pad=6, stand=0.5)


class Bar(Flowable):
    """A share of the whole as a bar with its number of a hundred; nothing drawn where it is not told."""

    def __init__(self, share: float | None) -> None:
        super().__init__()
        self.share = share
        self.words = para("–" if share is None else f"{share:.0%}", style(12, font=fonts.SEMIBOLD), tag="TD")

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        self.height = max(BAR, self.words.wrap(42, availHeight)[1])
        return self.width, self.height

    def draw(self) -> None:
        room = self.width - 46
        with self.canv.artifact():
            if self.share is not None:
                self.canv.setFillColor(PALE)
                self.canv.rect(46, (self.height - BAR) / 2, room, BAR, stroke=0, fill=1)
                self.canv.setFillColor(TEAL)
                self.canv.rect(46, (self.height - BAR) / 2, room * self.share, BAR, stroke=0, fill=1)
        self.words.drawOn(self.canv, 0, (self.height - self.words.height) / 2)
