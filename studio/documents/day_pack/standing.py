"""What stands for a client on a day: may they train, what rests, which limits are in force."""

from collections.abc import Iterator
from typing import Any

from studio.documents import fonts
from studio.documents.blank_forms.boxes import Notes
from studio.documents.flow import Piece, draw_sides, paginated
from studio.documents.page import footer, page_of, running_header, side_words, write
from studio.documents.styles import style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import Strong, para
from studio.documents.titles import Rule, TitleBlock
from studio.sheets import day, long_day
from studio.sheets.day_pack import StandingSheet

BODY = 12.0
LONGEST = 600
NOTES = 300.0
HEADING = style(BODY * 1.14, font=fonts.BOLD)
WORDS = style(BODY, leading=BODY * 1.26)


def render(sheet: StandingSheet) -> bytes:
    """Return the sheet as a tagged PDF; the same sheet gives the same bytes."""
    page = page_of(sheet.paper)

    def finish(canvas: TaggedCanvas, number: int, pages: int) -> None:
        about = [words for words in (sheet.client, sheet.studio.name) if words]
        footer(canvas, page, about, "For the coach, not for the client", side_words(number, pages))

    def head(canvas: TaggedCanvas) -> float:
        return running_header(canvas, page, sheet.client, f"Limits, {day(sheet.printed)}", BODY)

    def draw(canvas: TaggedCanvas) -> None:
        draw_sides(canvas, paginated(page, list(_pieces(sheet)), later=2.3 * BODY + 6), lambda: head(canvas))

    return write(
        page,
        draw,
        finish=finish,
        title=f"Limits: {sheet.client}, {long_day(sheet.printed)}",
        author=sheet.studio.name,
        dated=sheet.printed,
        lang=sheet.lang,
    )


def _pieces(sheet: StandingSheet) -> Iterator[Piece]:
    below: Any = para(f"As it stands on {long_day(sheet.printed)}", style(12.2))
    yield Piece(TitleBlock(sheet.studio, f"Limits: {sheet.client}", [], size=22, small=10.3, below=below))
    yield Piece(Rule(), 4)
    yield Piece(para("May we start?" if sheet.may_start else "Do not start yet", HEADING, tag="H2"), 12)
    for words in (sheet.start, *sheet.advice):
        yield Piece(para(words, WORDS, limit=LONGEST), 2)
    yield Piece(para("Limits in force", HEADING, tag="H2"), 14)
    for lead, told in (("Rests: ", sheet.rests), ("", sheet.limits), ("Past its last day: ", sheet.lapsed)):
        for words in told:
            yield Piece(para((Strong(lead), words), WORDS, limit=LONGEST), 4)
    if not (sheet.rests or sheet.limits or sheet.lapsed):
        yield Piece(para("None on file.", WORDS), 4)
    yield Piece(Notes(NOTES, tag="P"), 18)
