"""Puts a letter together so that it fits one page: black only, wide margins, the type of the house."""

from dataclasses import replace
from typing import Any

from studio.documents import fonts
from studio.documents.blocks import Shrunk, Stack
from studio.documents.letter.fit import FITS, Fit
from studio.documents.letter.pieces import numbered, reply_box, table
from studio.documents.letterhead import MARGIN, NOT_A_DIAGNOSIS, Letterhead, SignatureLine, confidential_foot
from studio.documents.page import page_of, side_words, write
from studio.documents.refer_out.pieces import labelled
from studio.documents.styles import style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import DOT, Strong, Text, para
from studio.documents.titles import Rule
from studio.sheets import long_day
from studio.sheets.letter import LetterSheet

HEADING = 90


def render(sheet: LetterSheet) -> bytes:
    """Return the letter as a tagged PDF of one page; the same sheet gives the same bytes."""
    page = replace(page_of(sheet.paper), margin=MARGIN)

    def finish(canvas: TaggedCanvas, number: int, pages: int) -> None:
        confidential_foot(canvas, page, sheet.studio, f"Version {sheet.version}", side_words(number, pages))

    def draw(canvas: TaggedCanvas) -> None:
        room = page.top - page.bottom
        for fit in FITS:
            body: Any = Stack(pieces(sheet, fit))
            if body.wrap(page.room, room)[1] <= room:
                break
        else:  # a head or labels beyond all measure: nothing else is left to give way
            body = Shrunk(body, room)
            body.wrap(page.room, room)
        body.drawOn(canvas, page.left, page.top - body.height)

    return write(
        page,
        draw,
        finish=finish,
        title=f"{sheet.heading}: letter of {long_day(sheet.written)}",
        author=sheet.studio.name,
        dated=sheet.written,
        lang=sheet.lang,
        inks="fax",
    )


def pieces(sheet: LetterSheet, fit: Fit) -> list[Any]:
    """Return the parts of the letter from top to bottom, numbers being gaps."""
    look, air = fit.look(), fit.air
    rows: list[tuple[str, Text]] = [
        ("To", sheet.recipient),
        ("From", sheet.coach or sheet.studio.name),
        ("Date", long_day(sheet.written)),
        ("Re", Strong(sheet.about)),
    ]
    short: list[str | Strong] = [Strong(" In short: "), sheet.short] if sheet.short else []
    items: list[Any] = [Letterhead(sheet.studio), 4, Rule(), 6 * air + 2]
    items += labelled(rows, 48, gap=1, look=look, longest=fit.longest)
    items += [
        10 * air,
        para(sheet.heading, style(15, font=fonts.BOLD, leading=18), tag="H1", limit=fit.cell(HEADING)),
        4 * air,
    ]
    items += [para([sheet.lead, *short], look, limit=fit.longest), 9 * air]
    if sheet.steps:
        items += [para(Strong("What happens next"), look, tag="H2"), 3 * air, numbered(sheet.steps, fit), 9 * air]
    if sheet.findings:
        items += [*table("Finding (0–2)", "Reading", sheet, sheet.findings, fit), 3]
    if sheet.graded:
        items += [para(sheet.graded, fit.small(), limit=fit.longest), 9 * air]
    if sheet.measures:
        items += [*table("Measure", "Change, and our error", sheet, sheet.measures, fit), 9 * air]
    facts: list[tuple[str, Text]] = [(one.label, one.words) for one in sheet.facts]
    items += [*labelled(facts, 82, gap=3.5 * air, look=look, longest=fit.longest), 5 * air]
    if asked := [one for one in sheet.questions if one.strip()]:
        items += [para(Strong(_asked(len(asked))), look, tag="H2"), 2 * air, numbered(asked, fit), 8 * air]
    if sheet.choices:
        items += [reply_box(sheet, fit), 9 * air]
    for words in (sheet.note, (Strong("Plan."), f" {sheet.plan}") if sheet.plan else ""):
        items += [para(words, look, limit=fit.longest), 7 * air] if words else []
    return items + _closing(sheet, fit)


def _asked(number: int) -> str:
    words = ("One question", "Two questions", "Three questions", "Four questions")
    return words[number - 1] if number <= len(words) else f"{number} questions"


def _closing(sheet: LetterSheet, fit: Fit) -> list[Any]:
    """Return the statement, the signature with the credentials, and who let the letter go on what consent."""
    small = fit.small()
    items: list[Any] = [para(NOT_A_DIAGNOSIS, small)] if sheet.choices else []
    if sheet.coach:
        signed: list[str | Strong] = [Strong(sheet.coach)]
        signed += [DOT + " · ".join(sheet.credentials)] if sheet.credentials else []
        items += [17 + 12 * fit.air, SignatureLine(), 3, para(signed, small, limit=fit.longest)]
    for words in (sheet.released, sheet.consent):
        items += [para(words, small, limit=fit.longest)] if words else []
    return items
