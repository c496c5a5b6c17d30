"""The coach's sheet on paper: lines with what they must mind, overrides with name and reason, limits that stand."""

from collections.abc import Iterator
from typing import Any

from studio.documents import fonts
from studio.documents.page import Page, footer, page_of, running_header, side_words, write
from studio.documents.styles import SOFT, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import Strong, para
from studio.documents.titles import Rule, TitleBlock
from studio.sheets import CoachLine, CoachSheet, long_day

BODY = 10.4
INDENT = 16.0
LONGEST = 600
HEADING = style(BODY * 1.14, font=fonts.BOLD)
WORDS = style(BODY, leading=BODY * 1.24)
SMALL = style(BODY * 0.94, leading=BODY * 1.16, colour=SOFT)
Piece = tuple[float, float, Any]


def render(sheet: CoachSheet) -> bytes:
    """Return the sheet as a tagged PDF, as many pages as it needs; the same sheet gives the same bytes."""
    page = page_of(sheet.paper)

    def finish(canvas: TaggedCanvas, number: int, pages: int) -> None:
        about = [words for words in (sheet.studio.phone, "For the coach, not for the client") if words]
        footer(canvas, page, about, f"Version {sheet.version}", side_words(number, pages))

    def draw(canvas: TaggedCanvas) -> None:
        _flow(canvas, page, sheet, list(_pieces(sheet)))

    return write(
        page,
        draw,
        finish=finish,
        title=f"Coach’s sheet: {sheet.client}, version {sheet.version}",
        author=sheet.studio.name,
        dated=sheet.printed,
        lang=sheet.lang,
    )


def _flow(canvas: TaggedCanvas, page: Page, sheet: CoachSheet, pieces: list[Piece]) -> None:
    """Set one piece under the other; one that no longer fits goes to the next page."""
    y = page.top
    for gap, indent, piece in pieces:
        _, height = piece.wrap(page.room - indent, page.top)
        if y - gap - height < page.bottom:
            canvas.showPage()
            y = page.top - running_header(canvas, page, sheet.client, "Coach’s sheet", BODY) - 6
        else:
            y -= gap
        piece.drawOn(canvas, page.left + indent, y - height)
        y -= height


def _pieces(sheet: CoachSheet) -> Iterator[Piece]:
    """The parts from top to bottom, each with the gap above it and its indent."""
    below = para(f"Home programme, version {sheet.version}, issued {long_day(sheet.issued)}", style(12.2, colour=SOFT))
    yield 0, 0, TitleBlock(sheet.studio.name, f"Coach’s sheet: {sheet.client}", [], size=22, small=10.3, below=below)
    yield 4, 0, Rule()
    stand = f"Limits as they stand on {long_day(sheet.printed)}"
    yield 8, 0, para(stand, HEADING, tag="H2")
    for words in sheet.rests:
        yield 2, 0, para((Strong("Rests: "), words), WORDS, limit=LONGEST)
    for words in sheet.limits:
        yield 2, 0, para(words, WORDS, limit=LONGEST)
    for words in sheet.lapsed:
        yield 2, 0, para((Strong("Past its last day: "), words), WORDS, limit=LONGEST)
    if not (sheet.rests or sheet.limits or sheet.lapsed):
        yield 2, 0, para("None on file.", WORDS)
    yield 10, 0, para("Exercises", HEADING, tag="H2")
    for line in sheet.lines:
        yield from _line(line)
    if sheet.left_out:
        yield 10, 0, para("Left out by a limit", HEADING, tag="H2")
        for words in sheet.left_out:
            yield 2, 0, para(words, SMALL, limit=LONGEST)
    yield 12, 0, para(f"Issued by {sheet.coach}.", SMALL)


def _line(line: CoachLine) -> Iterator[Piece]:
    first = " (show first)" if line.show_first else ""
    yield 6, 0, para((Strong(f"{line.number}. {line.name}"), f"{first}. {line.dose}"), WORDS, limit=LONGEST)
    if line.because:
        yield 1, INDENT, para(line.because, SMALL, limit=LONGEST)
    for words in line.minds:
        yield 1, INDENT, para((Strong("Mind: "), words), WORDS, limit=LONGEST)
    if line.override:
        used = f"{line.override.reason} ({line.override.by})"
        yield 1, INDENT, para((Strong("Used all the same: "), used), WORDS, limit=LONGEST)
        for words in line.override.against:
            yield 1, INDENT, para(f"In spite of: {words}", SMALL, limit=LONGEST)
