"""Puts the home sheet together: chooses the setting, shares the rows out over the sides, draws them."""

from studio.documents.blocks import Shrunk
from studio.documents.home_programme.grid import TickGrid
from studio.documents.home_programme.header import header
from studio.documents.home_programme.overview import overview
from studio.documents.home_programme.row import Row
from studio.documents.home_programme.scale import Scale, scales
from studio.documents.home_programme.sides import sides
from studio.documents.home_programme.stop import StopBox
from studio.documents.marks import plumb_line, rule
from studio.documents.page import footer, page_of, running_header, side_words, write
from studio.documents.tags import TaggedCanvas
from studio.documents.text import DOT
from studio.sheets import HomeSheet, day_and_month

BELOW_ROWS = 8.0
"""Space between the rows and the stop box or the grid."""


def render(sheet: HomeSheet) -> bytes:
    """Return the home sheet as a tagged PDF; the same sheet gives the same bytes."""
    layout = choose(sheet)
    return write(
        layout.page,
        layout.draw,
        finish=layout.finish,
        title=f"Home sheet: {sheet.client_full or sheet.client_first}, {sheet.title}, version {sheet.version}",
        author=sheet.studio.name,
        dated=sheet.issued,
        lang=sheet.lang,
    )


def choose(sheet: HomeSheet) -> "Layout":
    """Return the most spacious layout, unless a tighter one saves paper or an empty first side."""
    spacious, *between, tightest = scales(sheet.size, sheet.paper)
    best = Layout(sheet, spacious)
    if best.cost == (1, False):
        return best
    tight = Layout(sheet, tightest)
    if tight.cost >= best.cost:
        return best
    for scale in between:
        layout = Layout(sheet, scale)
        if layout.cost <= tight.cost:
            return layout
    return tight


class Layout:
    """One setting of the sheet, measured and shared out, ready to draw."""

    def __init__(self, sheet: HomeSheet, scale: Scale) -> None:
        self.sheet, self.scale = sheet, scale
        self.page = page = page_of(sheet.paper, footer_size=scale.footer)
        body = page.top - page.bottom
        self.stop = StopBox(sheet, scale)
        _, self.stop_height = self.stop.wrap(page.room, body)
        self.header = Shrunk(header(sheet, scale), body - self.stop_height - BELOW_ROWS)
        _, self.header_height = self.header.wrap(page.room, body)
        later = body - scale.body * 2.3
        self.grid = Shrunk(TickGrid(sheet, scale), later)
        self.grid_height = self.grid.wrap(page.room, body)[1] if sheet.lines else 0.0
        self.rows = [Row(exercise, scale, page.room, later - scale.gap) for exercise in sheet.lines]
        self.sides = sides(
            [row.height + scale.gap for row in self.rows],
            # The last row of a side needs no gap below it.
            first=body - self.header_height - self.stop_height - BELOW_ROWS + scale.gap / 2,
            later=later + scale.gap / 2,
            last=self.grid_height + BELOW_ROWS if sheet.lines else 0.0,
        )

    @property
    def cost(self) -> tuple[int, bool]:
        """Sheets of paper when printed on both sides, and whether side 1 has no exercise."""
        return -(-len(self.sides) // 2), not self.sides[0]

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw every side."""
        for number, rows in enumerate(self.sides):
            self._draw_side(canvas, number, [self.rows[index] for index in rows])
            canvas.showPage()

    def finish(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Draw the footer of a side."""
        sheet = self.sheet
        words = [f"Version {sheet.version}", f"{day_and_month(sheet.issued)} {sheet.issued.year}"]
        words += [sheet.studio.phone] * bool(sheet.studio.phone) + [f"Coach {sheet.coach}"] * bool(sheet.coach)
        footer(canvas, self.page, words, "Exercise guidance, not medical advice", side_words(page, pages))

    def _draw_side(self, canvas: TaggedCanvas, number: int, rows: list[Row]) -> None:
        page, sheet = self.page, self.sheet
        top, bottom = page.top, page.bottom
        is_last = number == len(self.sides) - 1
        if number == 0:
            self.header.drawOn(canvas, page.left, top - self.header_height)
            top -= self.header_height
        else:
            programme = [sheet.title, f"week {sheet.week}" if sheet.week else "", f"version {sheet.version}"]
            about = DOT.join(word for word in programme if word)
            top -= running_header(canvas, page, f"{sheet.client_first}’s home sheet", about, self.scale.body)
        stop_bottom = bottom
        if is_last and sheet.lines:
            bottom += self.grid_height + BELOW_ROWS
        if number == 0:
            stop_bottom = bottom
            bottom += self.stop_height + BELOW_ROWS
        self._draw_rows(canvas, rows, top, bottom)
        if number == 0:
            self.stop.drawOn(canvas, page.left, stop_bottom)
        if is_last and sheet.lines:
            self.grid.drawOn(canvas, page.left, page.bottom)

    def _draw_rows(self, canvas: TaggedCanvas, rows: list[Row], top: float, bottom: float) -> None:
        scale, page = self.scale, self.page
        if not rows:
            if self.sheet.lines and top - bottom > 3 * scale.body and not self.sides[0]:
                list_ = Shrunk(overview(self.sheet, scale), top - bottom)
                _, height = list_.wrap(page.room, top)
                list_.drawOn(canvas, page.left, top - height)
            return
        spare = (top - bottom - sum(row.height for row in rows)) / len(rows)
        # Room to grow goes to the pictures first, the rest between the exercises.
        most = 64 if scale.wide else 34 if len(rows) > 2 else 90
        growth = max(0.0, min(spare - scale.gap * 1.5, most))
        gap = min(spare - growth, scale.gap * 2.6)
        end = top - sum(row.height + growth + gap for row in rows)
        with canvas.artifact():
            plumb_line(canvas, page.left + scale.disc, top - 6, end + gap * 0.35)
            y = top
            for row in rows[:-1]:
                y -= row.height + growth + gap
                rule(canvas, page.left + scale.column, page.right, y + gap * 0.5)
        for row in rows:
            row.draw(canvas, page.left, top, row.height + growth)
            top -= row.height + growth + gap
