"""Puts the one page together: how to refer on top, the way of a referral on the line, then what we do and do not."""

from typing import Any

from studio.documents import fonts
from studio.documents.blocks import Framed, Shrunk, Stack
from studio.documents.clean import NOTE
from studio.documents.marks import cross_disc, tick_disc
from studio.documents.overview.pieces import Scan, Way, marked, people
from studio.documents.page import footer, page_of, write
from studio.documents.pens import Beside
from studio.documents.styles import SOFT, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import DOT, para
from studio.documents.titles import Rule, TitleBlock
from studio.sheets import long_day
from studio.sheets.overview import OverviewSheet

TITLE = "A next step when therapy ends"
LEDE = (
    "We look at how people move and coach corrective exercise, one step at a time. "
    "The limits you set are kept. You hear back four times, one page each time."
)
NO_REWARDS = "We pay for no referral and accept no payment for one."
HEADING = style(14.5, font=fonts.BOLD, leading=18)
WORDS = style(11, leading=13.8)


def render(sheet: OverviewSheet) -> bytes:
    """Return the page as a tagged PDF; the same sheet gives the same bytes."""
    page = page_of(sheet.paper)

    def finish(canvas: TaggedCanvas, number: int, pages: int) -> None:
        footer(
            canvas, page, [sheet.studio.website] if sheet.studio.website else [], NO_REWARDS, long_day(sheet.written)
        )

    def draw(canvas: TaggedCanvas) -> None:
        room = page.top - page.bottom
        for air in (1.5, 1.25, 1.0, 0.8, 0.6):
            body: Any = Stack(pieces(sheet, air))
            if body.wrap(page.room, room)[1] <= room:
                break
        else:
            body = Shrunk(body, room)
            body.wrap(page.room, room)
        body.drawOn(canvas, page.left, page.top - body.height)

    return write(
        page,
        draw,
        finish=finish,
        title=f"{sheet.studio.name}: {TITLE.lower()}",
        author=sheet.studio.name,
        dated=sheet.written,
        lang=sheet.lang,
    )


def pieces(sheet: OverviewSheet, air: float) -> list[Any]:
    """Return the parts from top to bottom, numbers being gaps; `air` is how much of the usual gaps there is."""
    reach = DOT.join(filter(None, (sheet.studio.address, sheet.studio.phone, sheet.studio.email)))
    below = Stack([3, para(reach, style(10.6, colour=SOFT)), 7 * air, para(LEDE, style(13, leading=17), limit=NOTE)])
    items: list[Any] = [TitleBlock(sheet.studio, TITLE, [], size=29, small=11, below=below), 9 * air]
    items += [Rule(), 12, Scan(sheet), 12, Rule(), 10 * air]
    items += [para("The way of a referral", HEADING, tag="H2"), 6 * air, Way(sheet.steps, air), 12 * air]
    do = Stack([para("What we do", HEADING, tag="H2"), 4 * air, marked(tick_disc, sheet.do, WORDS, air)])
    do_not = Stack(
        [para("What we do not do", HEADING, tag="H2"), 4 * air, marked(cross_disc, sheet.do_not, WORDS, air)]
    )
    items += [Beside(do, do_not, 0.5, 22), 12 * air]
    urgent = Stack([para("When it is urgent", HEADING, tag="H2"), 3, *(para(words, WORDS) for words in sheet.urgent)])
    coaches = Stack([para("Who coaches", HEADING, tag="H2"), 4 * air, people(sheet.coaches, WORDS)])
    return [*items, Beside(coaches, Stack([Framed(urgent, pad=10, line_width=2)]), 0.5, 22)]
