"""Puts the progress report together: one page where it fits, more where there is more to say."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from studio.documents.clean import NOTE
from studio.documents.page import Page, footer, page_of, running_header, side_words, write
from studio.documents.progress_report.foot import Foot
from studio.documents.progress_report.measures import Heading, MeasureRow, ScoreBlock
from studio.documents.progress_report.rows import Head, Legend, Row, many_tests
from studio.documents.styles import SOFT, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import Strong, para
from studio.documents.titles import Rule, TitleBlock
from studio.sheets import ComparisonSheet, day, day_and_month, long_day

HEADER = 11.0


@dataclass(frozen=True, slots=True)
class Setting:
    """How the report makes room: the chart's width, lines for the pen, and gaps; words never give way."""

    chart: float
    lines: int
    gap: float


SETTINGS = (Setting(300, 3, 12), Setting(230, 2, 7), Setting(190, 2, 4))


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the report; one of a table is drawn inside its table, `keep` stays with what follows."""

    flowable: Any
    table: str = ""
    keep: bool = False
    above: float = 0.0


def render(sheet: ComparisonSheet) -> bytes:
    """Return the progress report as tagged PDF; the same sheet gives the same bytes."""
    page = page_of(sheet.paper)
    subject = f"Progress: {sheet.client_full or sheet.client_first}"

    def finish(canvas: TaggedCanvas, number: int, pages: int) -> None:
        about = [words for words in (day(sheet.last.day), sheet.studio.phone, sheet.studio.website) if words]
        footer(canvas, page, about, "Movement findings only", side_words(number, pages))

    def draw(canvas: TaggedCanvas) -> None:
        settings = [(setting, list(paged(sheet, page, setting))) for setting in SETTINGS]
        setting, sides = min(settings, key=lambda made: len(made[1]))
        for number, pieces_here in enumerate(sides):
            y = page.top
            if number:
                canvas.showPage()
                y -= running_header(canvas, page, sheet.client_full, f"Progress · {day(sheet.last.day)}", HEADER)
            draw_side(canvas, page, pieces_here, y)
        foot = Foot(sheet, setting.lines)
        foot.wrap(page.room, page.height)
        foot.drawOn(canvas, page.left, page.bottom)

    return write(
        page,
        draw,
        finish=finish,
        title=f"{subject}, {long_day(sheet.last.day)}",
        author=sheet.studio.name,
        dated=sheet.last.day,
        lang=sheet.lang,
    )


def draw_side(canvas: TaggedCanvas, page: Page, pieces: list[Piece], y: float) -> None:
    """Draw the pieces of one side under each other, the rows of a table as one table."""
    for table, run in groupby(pieces, key=lambda piece: piece.table):
        own = list(run)
        if table:
            with canvas.element("Table"):
                y = draw_run(canvas, page, own, y)
        else:
            y = draw_run(canvas, page, own, y)


def draw_run(canvas: TaggedCanvas, page: Page, pieces: list[Piece], y: float) -> float:
    """Draw some pieces from `y` downwards and return where they end."""
    for piece in pieces:
        y -= piece.above + piece.flowable.height
        piece.flowable.drawOn(canvas, page.left, y)
    return y


def paged(sheet: ComparisonSheet, page: Page, setting: Setting) -> Iterator[list[Piece]]:
    """Share the pieces out over pages; the last one keeps room for the foot, a table begins anew with its head."""
    foot = Foot(sheet, setting.lines).wrap(page.room, page.height)[1]
    waiting = pieces(sheet, setting)
    for piece in waiting:
        piece.flowable.wrap(page.room, page.height)
    first = True
    while waiting:
        room = page.top - page.bottom - (0 if first else HEADER * 2.3)
        first = False
        taken = fitting(waiting, room - foot - setting.gap)
        if taken < len(waiting):
            taken = max(1, fitting(waiting, room))
            # What is left takes the foot with it, so that the foot never stands alone.
            taken = taken - 1 if taken == len(waiting) > 1 else taken
        side, waiting = waiting[:taken], waiting[taken:]
        yield side
        if waiting and waiting[0].table == "rows":
            head = Piece(Head(sheet), "rows", keep=True)
            head.flowable.wrap(page.room, page.height)
            waiting = [head, *waiting]


def fitting(waiting: list[Piece], room: float) -> int:
    """Count the pieces from the first on that fit, without leaving one that must stay with what follows."""
    count, used = 0, 0.0
    for number, piece in enumerate(waiting, 1):
        used += piece.above + piece.flowable.height
        if used > room:
            break
        if not piece.keep:
            count = number
    return count


def pieces(sheet: ComparisonSheet, setting: Setting) -> list[Piece]:
    """Return the parts of the report from top to bottom."""
    body = style(12.4, leading=15.6)
    told = [Piece(head(sheet)), Piece(Rule(), above=4)]
    told.append(Piece(para((Strong(sheet.headline), f" {sheet.lead}"), body, limit=NOTE), above=6))
    told += [Piece(para(words, style(10.4, leading=13), limit=NOTE), above=4) for words in sheet.cautions]
    if sheet.rows:
        tests = many_tests(sheet.rows)
        told.append(Piece(Legend(), above=setting.gap))
        told.append(Piece(Head(sheet), "rows", keep=True, above=4))
        told += [Piece(Row(row, test=tests), "rows") for row in sheet.rows]
    if sheet.score:
        told.append(
            Piece(Heading("Your squat score", "out of 100, compared with yourself only"), keep=True, above=setting.gap)
        )
        told.append(Piece(ScoreBlock(sheet.score, setting.chart)))
    if sheet.measures:
        note = "grey band = our measuring error. Black dot outside it = real change"
        told.append(Piece(Heading("What we measured", note), keep=True, above=setting.gap))
        told += [Piece(MeasureRow(one), "measures") for one in sheet.measures]
    return told


def head(sheet: ComparisonSheet) -> TitleBlock:
    """Return the title block."""
    raters = " and ".join(dict.fromkeys(one.rater for one in sheet.occasions))
    right = [("Coach", sheet.coach), ("Phone", sheet.studio.phone), ("Checks by", raters)]
    days = [day_and_month(one.day) for one in sheet.occasions[:-1]]
    return TitleBlock(
        sheet.studio.name,
        f"{sheet.client_first}, what has changed",
        [pair for pair in right if pair[1]],
        size=25,
        small=10.3,
        below=para(f"Checks on {', '.join(days)} and {long_day(sheet.last.day)}", style(12.2, colour=SOFT)),
    )
