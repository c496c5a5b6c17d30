"""The tick grid: exercise by day, boxes sized for a pen, and a row for the day's discomfort."""

from datetime import timedelta

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.home_programme.scale import Scale
from studio.documents.marks import number_disc
from studio.documents.styles import INK, RULE, SOFT, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import DOT, Line, Strong, line, para
from studio.sheets import HomeSheet, day_and_month
from studio.sheets.dates import DAYS

SPARE_DAY = 0.092
"""Width of a day without a box, as a part of the week."""


class TickGrid(Flowable):
    """Boxes on home days, dots on spare days; every day has a box while the client picks the days."""

    def __init__(self, sheet: HomeSheet, scale: Scale) -> None:
        super().__init__()
        self.sheet, self.scale = sheet, scale
        self.home_days = sorted(set(sheet.weekdays) & set(range(7))) or list(range(7))
        # A box must take a pen: at six home days or more the weeks would get too narrow.
        self.weeks = 3 if scale.weeks > 3 and len(self.home_days) >= 6 else scale.weeks
        body = style(scale.body, leading=scale.leading)
        key: list[str | Strong] = [Strong("Discomfort that day:")]
        for number, entry in enumerate(sheet.discomfort_key):
            key += [DOT if number else " ", Strong(entry.lead), " " + entry.rest]
        self.key = para(key, body)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        scale = self.scale
        self.width = availWidth
        self.title_height = scale.body * 1.75
        self.head_height = scale.label * 1.3 + scale.small * 1.35
        _, self.key_height = self.key.wrap(availWidth, availHeight)
        rows = (len(self.sheet.lines) + 1) * scale.cell + 4
        self.height = self.title_height + self.head_height + rows + scale.body * 0.3 + self.key_height
        return availWidth, self.height

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        body = self.scale.body
        with canvas.content("H2"):
            title = line("Tick each one you do", style(body * 1.3, font=fonts.BOLD))
            title.draw(canvas, 0, self.height - body * 1.25)
        hints = ["Boxes are your home days. Dots are spare days.", "Dots are spare days."]
        if len(self.home_days) == 7:
            hints = ["Tick the days you do it."]
        room = self.width - title.width - 10
        notes = [line(hint, style(body * 0.95, colour=SOFT)) for hint in hints]
        with canvas.content("P"):
            fitting = next((note for note in notes if note.width <= room), notes[-1])
            fitting.draw(canvas, title.width + 10, self.height - body * 1.25)
        with canvas.content("Figure", alt=self.alt()):
            self._draw_table(canvas, self.height - self.title_height)
        self.key.drawOn(canvas, 0, 0)

    def alt(self) -> str:
        """Say what the grid is for somebody who cannot see it."""
        days = ", ".join(DAYS[day] for day in self.home_days)
        count = len(self.sheet.lines)
        exercises = "1 exercise" if count == 1 else f"{count} exercises"
        return f"A grid to tick by pen: {exercises}, {self.weeks} weeks, boxes on {days}."

    def _draw_table(self, canvas: TaggedCanvas, top: float) -> None:
        scale, lines = self.scale, self.sheet.lines
        radius = min(scale.disc * 0.72, scale.cell * 0.42)
        names = self._names(radius)
        zero_to_ten = line([Strong("0–10"), " discomfort" if names else ""], style(scale.body * 0.86))
        numbered = max((name.width for name in names), default=0) + 2 * radius + (14 if names else 4)
        label_width = max(numbered, zero_to_ten.width + 5)
        gap = 7.0
        week_width = (self.width - label_width - gap * (self.weeks - 1)) / self.weeks
        rows_top = top - self.head_height
        for index, exercise in enumerate(lines):
            y = rows_top - (index + 0.5) * scale.cell
            number_disc(canvas, radius + 1, y, exercise.number, radius)
            if names:
                names[index].draw(canvas, 2 * radius + 8, y - scale.body * 0.33)
        y = rows_top - (len(lines) + 0.5) * scale.cell - 4
        zero_to_ten.draw(canvas, 1, y - scale.body * 0.3)
        for week in range(self.weeks):
            self._draw_week(canvas, label_width + week * (week_width + gap), top, week_width, week)

    def _names(self, radius: float) -> list[Line]:
        if not self.scale.wide:
            return []
        room = self.width * 0.34 - 2 * radius
        for size in (0.9, 0.82, 0.75):
            look = style(self.scale.body * size, font=fonts.SEMIBOLD)
            names = [line(exercise.name, look) for exercise in self.sheet.lines]
            if all(name.width <= room for name in names):
                return names
        return [line(exercise.name, look, room=room) for exercise in self.sheet.lines]

    def _draw_week(self, canvas: TaggedCanvas, x: float, top: float, width: float, week: int) -> None:
        scale, sheet = self.scale, self.sheet
        name = line(f"Week {(sheet.week or 1) + week}", style(scale.label, font=fonts.BOLD))
        name.draw(canvas, x, top - scale.label * 0.95)
        if sheet.first_tick_day:
            monday = sheet.first_tick_day + timedelta(weeks=week, days=-sheet.first_tick_day.weekday())
            after = x + name.width + scale.label * 0.5
            begins = line(f"from {day_and_month(monday)}", style(scale.small, colour=SOFT), room=x + width - after)
            begins.draw(canvas, after, top - scale.label * 0.95)
        spare = width * SPARE_DAY
        box = (width - spare * (7 - len(self.home_days))) / len(self.home_days)
        left = x
        for day in range(7):
            day_width = box if day in self.home_days else spare
            font = fonts.BOLD if day in self.home_days else fonts.REGULAR
            initial = line(DAYS[day][0], style(scale.small, font=font))
            initial.draw(canvas, left + day_width / 2, top - scale.label * 1.3 - scale.small * 0.95, "centre")
            self._draw_day(canvas, left, top - self.head_height, day_width, boxed=day in self.home_days)
            left += day_width

    def _draw_day(self, canvas: TaggedCanvas, x: float, top: float, width: float, *, boxed: bool) -> None:
        cell, rows = self.scale.cell, len(self.sheet.lines) + 1
        # The discomfort row stands a little apart: it takes a number, not a tick.
        tops = [top - row * cell - (4 if row == rows - 1 else 0) for row in range(rows)]
        canvas.setStrokeColor(INK if boxed else RULE)
        canvas.setLineWidth(1 if boxed else 2.4)
        canvas.setLineJoin(1)
        canvas.setLineCap(1)
        for y in tops:
            if boxed:
                canvas.rect(x + 1.5, y - cell + 1.4, width - 3, cell - 2.8, stroke=1, fill=0)
            else:
                # A line without length and with round ends is a dot.
                canvas.line(x + width / 2, y - cell / 2, x + width / 2, y - cell / 2)
