"""What stands for a client on a day: may they train, what rests, which limits are in force."""

from collections.abc import Iterator
from typing import Any

from studio.documents import fonts
from studio.documents.blank_forms.boxes import Notes
from studio.documents.flow import Frame, Piece, flowing
from studio.documents.page import page_of
from studio.documents.styles import style
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
    frame = Frame(
        title=f"Limits: {sheet.client}, {long_day(sheet.printed)}",
        name=sheet.client,
        about=f"Limits, {day(sheet.printed)}",
        size=BODY,
        facts=(sheet.client, sheet.studio.name),
        always="For the coach, not for the client",
        author=sheet.studio.name,
        dated=sheet.printed,
        lang=sheet.lang,
    )
    return flowing(page_of(sheet.paper), _pieces(sheet), frame)


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
