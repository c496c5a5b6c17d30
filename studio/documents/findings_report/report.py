"""Puts the findings report together so that it always fits one page."""

from typing import Any

from reportlab.platypus import Flowable

from studio.documents.blocks import Framed, Shrunk, Stack
from studio.documents.clean import NOTE
from studio.documents.findings_report.cards import Cards
from studio.documents.findings_report.foot import Foot
from studio.documents.findings_report.lower import Lower
from studio.documents.findings_report.picture import most_height
from studio.documents.findings_report.setting import MOST_AIR, MOST_PLAN, SETTINGS, Setting
from studio.documents.page import Page, footer, page_of, side_words, write
from studio.documents.styles import SOFT, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import Strong, para
from studio.documents.titles import Rule, TitleBlock
from studio.sheets import FindingsSheet, long_day

MOST_CARDS = 2
MOST_GAPS = 6


def render(sheet: FindingsSheet) -> bytes:
    """Return the findings report as a tagged PDF of one page; the same sheet gives the same bytes."""
    page = page_of(sheet.paper)

    def finish(canvas: TaggedCanvas, number: int, pages: int) -> None:
        about = [words for words in (sheet.studio.address, sheet.studio.website) if words]
        footer(canvas, page, about, "Movement findings only", side_words(number, pages))

    def draw(canvas: TaggedCanvas) -> None:
        foot = Foot(sheet)
        _, foot_height = foot.wrap(page.room, page.height)
        body = fitted(sheet, page, page.top - page.bottom - foot_height)
        body.drawOn(canvas, page.left, page.top - body.height)
        foot.drawOn(canvas, page.left, page.bottom)

    return write(
        page,
        draw,
        finish=finish,
        title=f"What we saw: {sheet.client_full or sheet.client_first}, {long_day(sheet.assessed)}",
        author=sheet.studio.name,
        dated=sheet.assessed,
        lang=sheet.lang,
    )


def fitted(sheet: FindingsSheet, page: Page, room: float) -> Flowable:
    """Return the body in the largest setting that fits `room`, with what is spare shared out."""
    for setting in SETTINGS:
        body, spare = measured(sheet, setting, page, room)
        if spare >= 0:
            return spread(sheet, setting, page, room, body, spare)
    shrunk = Shrunk(body, room)
    shrunk.wrap(page.room, room)
    return shrunk


def spread(sheet: FindingsSheet, setting: Setting, page: Page, room: float, body: Stack, spare: float) -> Stack:
    """Give spare room to the pictures first, then to the plan, then to the gaps."""
    for part, most, places in (
        ("picture", most_height(sheet.cards) - setting.picture if sheet.cards else 0.0, 1),
        ("plan", MOST_PLAN - setting.plan if sheet.plan or sheet.overactive or sheet.underactive else 0.0, 1),
        ("air", MOST_AIR, MOST_GAPS),
    ):
        trial = setting.grown(part, min(most, spare / places))
        grown, left = measured(sheet, trial, page, room)
        if left >= 0:
            setting, body, spare = trial, grown, left
    return body


def measured(sheet: FindingsSheet, setting: Setting, page: Page, room: float) -> tuple[Stack, float]:
    """Return the body laid out and the height it leaves free."""
    body = Stack(pieces(sheet, setting))
    return body, room - body.wrap(page.room, room)[1]


def pieces(sheet: FindingsSheet, setting: Setting) -> list[Any]:
    """Return the parts of the report from top to bottom, numbers being gaps."""
    look = style(setting.body, leading=setting.leading)
    gap = setting.body * 0.6 + setting.air
    did = para((Strong("What we did."), f" {sheet.what_we_did} {sheet.anything_hurt}"), look, limit=NOTE)
    items: list[Any] = [head(sheet), 4, Rule(), 5, did]
    if sheet.pain_stop:
        items += [gap, framed("We stopped a test.", sheet.pain_stop.sentence, setting, 2)]
    if sheet.cards:
        items += [gap, Cards(sheet.cards[:MOST_CARDS], setting)]
    elif not sheet.also_seen:
        items += [gap, framed("What we saw.", sheet.nothing_seen, setting, 1.1)]
    if sheet.also_seen:
        items += [gap, para((Strong("We also saw:"), f" {'; '.join(sheet.also_seen)}."), look, limit=NOTE)]
    if sheet.measured:
        advice = f" {sheet.measured_advice}" if sheet.measured_advice else ""
        words = (Strong("We measured"), f" {'; '.join(sheet.measured)}.{advice}")
        items += [gap, para(words, look, limit=NOTE)]
    if sheet.overactive or sheet.underactive or sheet.plan:
        items += [gap, Lower(sheet, setting)]
    return [*items, gap]


def head(sheet: FindingsSheet) -> TitleBlock:
    """Return the title block."""
    right = [("Coach", sheet.coach), ("Phone", sheet.studio.phone), ("Report", f"version {sheet.version}")]
    return TitleBlock(
        sheet.studio,
        f"{sheet.client_first}, this is what we saw",
        [pair for pair in right if pair[1]],
        size=25,
        small=10.3,
        below=para(f"Your movement check on {long_day(sheet.assessed)}", style(12.2, colour=SOFT)),
    )


def framed(lead: str, words: str, setting: Setting, line_width: float) -> Framed:
    """Return a text in a frame."""
    size = setting.body * 1.12
    text = para((Strong(lead), f" {words}"), style(size, leading=size * 1.25), limit=NOTE)
    return Framed(text, pad=size * 0.8, line_width=line_width)
