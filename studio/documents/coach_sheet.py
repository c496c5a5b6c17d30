"""The coach's sheet on paper: lines with what they must mind, overrides with name and reason, limits that stand."""

from collections.abc import Iterator

from studio.documents import fonts
from studio.documents.blocks import Stack, listed
from studio.documents.clean import NOTE
from studio.documents.flow import Frame, Piece, flowing
from studio.documents.marks import bullet
from studio.documents.page import page_of
from studio.documents.styles import SOFT, style
from studio.documents.table import Row, Table
from studio.documents.text import Strong, Text, para
from studio.documents.titles import Rule, TitleBlock
from studio.sheets import CoachLine, CoachSheet, long_day

BODY = 10.4
SHARES = (0.3, 0.25, 0.45)
HEADING = style(BODY * 1.14, font=fonts.BOLD)
WORDS = style(BODY, leading=BODY * 1.24)
SMALL = style(BODY * 0.94, leading=BODY * 1.16, colour=SOFT)
COLUMNS = ("Exercise", "Dose", "Mind, and why")


def render(sheet: CoachSheet) -> bytes:
    """Return the sheet as a tagged PDF, as many pages as it needs; the same sheet gives the same bytes."""
    frame = Frame(
        title=f"Coach’s sheet: {sheet.client}, version {sheet.version}",
        name=sheet.client,
        about="Coach’s sheet",
        size=BODY,
        facts=(sheet.studio.phone, "For the coach, not for the client"),
        always=f"Version {sheet.version}",
        author=sheet.studio.name,
        dated=sheet.printed,
        lang=sheet.lang,
    )
    return flowing(page_of(sheet.paper), _pieces(sheet), frame)


def _pieces(sheet: CoachSheet) -> Iterator[Piece]:
    """The parts from top to bottom."""
    below = para(f"Home programme, version {sheet.version}, issued {long_day(sheet.issued)}", style(12.2, colour=SOFT))
    yield Piece(TitleBlock(sheet.studio, f"Coach’s sheet: {sheet.client}", [], size=22, small=10.3, below=below))
    yield Piece(Rule(), 4)
    yield Piece(para(f"Limits as they stand on {long_day(sheet.printed)}", HEADING, tag="H2"), 8)
    limits: list[Text] = [(Strong("Rests: "), words) for words in sheet.rests]
    limits += sheet.limits
    limits += [(Strong("Past its last day: "), words) for words in sheet.lapsed]
    yield Piece(listed(bullet, limits, WORDS) if limits else para("None on file.", WORDS), 2)
    yield Piece(para("Exercises", HEADING, tag="H2"), 10)
    if sheet.lines:
        head = Row([para(Strong(words), WORDS, tag="TH", scope="Column") for words in COLUMNS], SHARES, stand=0)
        yield Piece(Table([_row(line) for line in sheet.lines], head), 2)
    if sheet.left_out:
        yield Piece(para("Left out by a limit", HEADING, tag="H2"), 10)
        yield Piece(listed(bullet, sheet.left_out, SMALL), 2)
    yield Piece(para(f"Issued by {sheet.coach}.", SMALL), 12)


def _row(line: CoachLine) -> Row:
    """The exercise, its dose, and what the coach must know of it."""
    name = para(
        (Strong(f"{line.number}. {line.name}"), " (show first)" * line.show_first), WORDS, tag="TH", scope="Row"
    )
    known = [para((Strong("Mind: "), words), WORDS, limit=NOTE) for words in line.minds]
    if line.override:
        used = f"{line.override.reason} ({line.override.by})"
        known.append(para((Strong("Used all the same: "), used), WORDS, limit=NOTE))
        known += [para(f"In spite of: {words}", SMALL, limit=NOTE) for words in line.override.against]
    known.append(para(line.because, SMALL, limit=NOTE))
    return Row([name, para(line.dose, WORDS, tag="TD", limit=NOTE), Stack(known, tag="TD")], SHARES)
