"""A tick log on paper: exercise by day, two weeks side by side, with a row for the day's discomfort."""

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blank_forms.flow import Piece
from studio.documents.blank_forms.head import top
from studio.documents.marks import number_disc, rule
from studio.documents.pens import SIZE, PenLines, box
from studio.documents.styles import INK, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import DOT, Strong, line, para
from studio.sheets.blank_forms import Head, TickLog
from studio.sheets.dates import DAYS

NAMES = 150.0
CELL = 22.0
TOGETHER = 2
APART = 10.0
NAME = style(9.8, leading=10.8)


def pieces(form: TickLog, head: Head) -> list[Piece]:
    """Return the parts of the form from top to bottom."""
    told = top(head, form.title, about=("Tick", "each one you do"))
    words: list[str | Strong] = [Strong("Discomfort that day, 0 to 10:")]
    for number, (lead, rest) in enumerate(form.key):
        words += [DOT if number else " ", Strong(lead), f" {rest}"]
    told.append(Piece(para(words, style(11.2, leading=14)), above=8, keep=True))
    for first in range(1, form.weeks + 1, TOGETHER):
        told.append(Piece(Weeks(form, first), above=10, row=True))
    told.append(Piece(PenLines((("Entered by", ""), ("on", "")), (3, 2)), above=8))
    return told


class Weeks(Flowable):
    """Two weeks of the log."""

    def __init__(self, form: TickLog, first: int) -> None:
        super().__init__()
        self.form, self.first = form, first

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, 34 + (len(self.form.lines) + 1) * CELL + 5
        return self.width, self.height

    def draw(self) -> None:
        alt = f"A grid to tick by pen: {len(self.form.lines)} exercises, weeks {self.first} and {self.first + 1}."
        with self.canv.content("Figure", alt=alt):
            self._draw(self.canv)

    def _draw(self, canvas: TaggedCanvas) -> None:
        top = self.height - 34
        for number, name in enumerate(self.form.lines, 1):
            middle = top - (number - 0.5) * CELL
            number_disc(canvas, 9, middle, number, 8)
            if name:
                self._name(canvas, name, middle)
            else:
                rule(canvas, 22, NAMES - 8, middle - 6)
        middle = top - (len(self.form.lines) + 0.5) * CELL - 5
        line((Strong("0–10"), " discomfort"), style(SIZE)).draw(canvas, 22, middle - 4)
        week = (self.width - NAMES - APART * (TOGETHER - 1)) / TOGETHER
        for place in range(TOGETHER):
            self._week(canvas, NAMES + place * (week + APART), week, top, self.first + place)

    def _name(self, canvas: TaggedCanvas, name: str, middle: float) -> None:
        """A name in two lines at most; what is longer ends in a sign that more follows."""
        words = para(name, NAME, tag=None)
        _, height = words.wrap(NAMES - 28, CELL)
        if height > CELL:
            line(name, NAME, room=NAMES - 28).draw(canvas, 22, middle - 4)
        else:
            words.drawOn(canvas, 22, middle - height / 2)

    def _week(self, canvas: TaggedCanvas, x: float, width: float, top: float, number: int) -> None:
        name = line(f"Week {number}, from", style(SIZE, font=fonts.SEMIBOLD))
        name.draw(canvas, x, self.height - 12)
        rule(canvas, x + name.width + 5, x + width, self.height - 14, INK)
        each = width / len(DAYS)
        rows = len(self.form.lines) + 1
        for day, word in enumerate(DAYS):
            left = x + day * each
            line(word[:2], style(9.8, font=fonts.SEMIBOLD)).draw(canvas, left + each / 2, top + 5, "centre")
            for row in range(rows):
                y = top - (row + 0.5) * CELL - (5 if row == rows - 1 else 0)
                box(canvas, left + 1.2, y, each - 2.4, CELL - 3.4)
