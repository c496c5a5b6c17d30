"""Puts the refer-out letter together so that it fits one page: black only, wide margins, a box for the reply."""

from dataclasses import replace
from typing import Any

from studio.documents import fonts
from studio.documents.blocks import Shrunk, Stack, listed
from studio.documents.clean import NOTE
from studio.documents.letterhead import MARGIN, NOT_A_DIAGNOSIS, Letterhead, SignatureLine, confidential_foot
from studio.documents.marks import bullet
from studio.documents.page import page_of, side_words, write
from studio.documents.refer_out.pieces import LOOK, labelled, reply_box
from studio.documents.styles import style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import Strong, Text, para
from studio.documents.titles import Rule
from studio.sheets import long_day
from studio.sheets.refer_out import ReferOutSheet

PEN = "_" * 56  # room for a pen where a coach has typed nothing yet


def render(sheet: ReferOutSheet) -> bytes:
    """Return the letter as a tagged PDF of one page; the same sheet gives the same bytes."""
    page = replace(page_of(sheet.paper), margin=MARGIN)

    def finish(canvas: TaggedCanvas, number: int, pages: int) -> None:
        confidential_foot(canvas, page, sheet.studio, f"Version {sheet.version}", side_words(number, pages))

    def draw(canvas: TaggedCanvas) -> None:
        foot = Stack(closing(sheet))
        _, foot_height = foot.wrap(page.room, page.height)
        room = page.top - page.bottom - foot_height - 8
        body: Any = Stack(pieces(sheet))
        if body.wrap(page.room, room)[1] > room:
            body = Shrunk(body, room)
            body.wrap(page.room, room)
        body.drawOn(canvas, page.left, page.top - body.height)
        foot.drawOn(canvas, page.left, page.bottom)

    return write(
        page,
        draw,
        finish=finish,
        title=f"Refer-out letter: {sheet.client}, {long_day(sheet.written)}",
        author=sheet.studio.name,
        dated=sheet.written,
        lang=sheet.lang,
        inks="fax",
    )


def pieces(sheet: ReferOutSheet) -> list[Any]:
    """Return the parts of the letter from top to bottom, numbers being gaps."""
    about = ", ".join(filter(None, (sheet.client, sheet.birth_date and f"born {sheet.birth_date}")))
    rows: list[tuple[str, Text]] = [
        ("To", sheet.recipient or "_" * 42),
        ("From", sheet.coach),
        ("Date", f"{long_day(sheet.written)}, {sheet.time}"),
        ("Re", Strong(about)),
        ("Contact", sheet.client_contact),
        ("Emergency", sheet.contact or "contact ______________________________"),
    ]
    items: list[Any] = [Letterhead(sheet.studio), 4, Rule(), 8, *labelled(rows, 68, gap=1)]
    items += [12, para(sheet.urgency, style(16, font=fonts.BOLD, leading=19), tag="H1"), 6]
    stands = f" We do no test and no exercise of: {sheet.regions}." if sheet.regions else ""
    lead = f"Before we train with {sheet.client}, somebody with your profession must look first.{stands}"
    items += [para(lead, LOOK, limit=NOTE), 8]
    told = (*sheet.why, *sheet.flags)
    if told:
        items += [para(Strong("What stands against a start"), LOOK, tag="H2"), 2, listed(bullet, told, LOOK, gap=1), 8]
    advised = " ".join(filter(None, (sheet.advice, sheet.accepted and f"The client has {sheet.accepted} it.")))
    known: list[tuple[str, Text]] = [
        ("Told us", sheet.reported or PEN),
        ("We saw", sheet.observed or PEN),
        ("Not done", sheet.not_done),
        ("Measured", sheet.measurements),
        ("Known", sheet.known),
        ("Advised", advised),
    ]
    return items + labelled(known, 82, gap=4)


def closing(sheet: ReferOutSheet) -> list[Any]:
    """Return the box for the reply, the statement and the signature line."""
    small = style(10.6, leading=13.2)
    signed = (Strong(sheet.coach), f" · {sheet.coach_credential}" if sheet.coach_credential else "")
    return [
        reply_box(sheet.studio),
        9,
        para(NOT_A_DIAGNOSIS, small, limit=NOTE),
        30,
        SignatureLine(),
        3,
        para(signed, small),
        para("Copy: client, file.", small),
    ]
