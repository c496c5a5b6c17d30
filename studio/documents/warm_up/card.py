"""Puts the card together: head with the limits, a column for each phase, and when to stop."""

from studio.documents.blocks import Shrunk
from studio.documents.page import Page, footer, page_of, write
from studio.documents.styles import style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import Strong, para
from studio.documents.warm_up.cell import Cell
from studio.documents.warm_up.column import BAR, draw_bar
from studio.documents.warm_up.head import Head
from studio.sheets import WarmUpCard, day

MARGIN = 28.0
BETWEEN_COLUMNS = 12.0
BETWEEN_CELLS = 5.0
MOST_HEAD = 84.0
STOP = style(14, leading=17)


def render(card: WarmUpCard) -> bytes:
    """Return the card as a tagged PDF of one page; the same card gives the same bytes."""
    upright = page_of(card.paper)
    page = Page(upright.height, upright.width, margin=MARGIN)

    def draw(canvas: TaggedCanvas) -> None:
        _draw(canvas, page, card)

    def finish(canvas: TaggedCanvas, number: int, pages: int) -> None:
        facts = [day(card.printed), f"Coach {card.coach}"]
        footer(canvas, page, facts, "Exercise guidance, not medical advice", "The box is for a tick")

    return write(
        page,
        draw,
        finish=finish,
        title=f"Warm-up: {card.client_full or card.client_first}",
        author=card.studio.name,
        dated=card.printed,
        lang=card.lang,
    )


def _draw(canvas: TaggedCanvas, page: Page, card: WarmUpCard) -> None:
    head = Shrunk(Head(card), MOST_HEAD)
    _, height = head.wrap(page.room, MOST_HEAD)
    top = page.top - height
    head.drawOn(canvas, page.left, top)
    stop = para((Strong(card.stop.lead), f" {card.stop.rest}"), STOP)
    _, height = stop.wrap(page.room, 100)
    bottom = page.bottom + height + 4
    if card.phases:
        _draw_phases(canvas, page, card, top - 12, bottom + 4)
    else:
        why = para(f"No warm-up today. {card.why_empty}", style(19, leading=24), limit=400)
        _, height = why.wrap(page.room * 0.7, 300)
        why.drawOn(canvas, page.left, top - 30 - height)
    stop.drawOn(canvas, page.left, page.bottom)


def _draw_phases(canvas: TaggedCanvas, page: Page, card: WarmUpCard, top: float, bottom: float) -> None:
    columns, most = len(card.phases), max(len(phase.lines) for phase in card.phases)
    width = (page.room - BETWEEN_COLUMNS * (columns - 1)) / columns
    for number, phase in enumerate(card.phases):
        x, y = page.left + number * (width + BETWEEN_COLUMNS), top - BAR
        # Numbers run down a column, so each column shares out its own height; one exercise alone takes half of it.
        rows = max(len(phase.lines), min(2, most))
        height = (top - BAR - bottom) / rows - BETWEEN_CELLS
        draw_bar(canvas, phase, x, top, width)
        for exercise in phase.lines:
            Cell(exercise, width, height).draw(canvas, x, y - BETWEEN_CELLS)
            y -= height + BETWEEN_CELLS
