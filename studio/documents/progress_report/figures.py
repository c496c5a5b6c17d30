"""The finding that matters most, drawn as it was graded on each date: over the columns of the table below it."""

from typing import Any

from reportlab.platypus import Flowable

from studio.documents.clean import NOTE
from studio.documents.drawing import draw
from studio.documents.marks import shape
from studio.documents.progress_report.rows import Legend, column_shares
from studio.documents.styles import INK, style
from studio.documents.text import Strong, para
from studio.figures import Drawing, posture_cards
from studio.sheets import ComparisonSheet, RowLine

LETTERS = 10.5
"""The R and L beside the feet, in print."""
AIR = 12.0
DRAWN = " as we graded it, each time. A drawing, not a photo. Left and right are yours."


def pictured(sheet: ComparisonSheet) -> RowLine | None:
    """Return the row that is drawn: the one that weighs most of those that have a drawing."""
    return next((row for row in sheet.by_weight if posture_cards(row.compensation, row.side)), None)


class Figures(Flowable):
    """What is drawn, in words, a drawing for each date, and the legend; a date on which nobody judged it has none."""

    def __init__(self, sheet: ComparisonSheet, row: RowLine, height: float) -> None:
        super().__init__()
        self.shares = column_shares(len(sheet.occasions))
        self.room = height
        self.legend = Legend(upright=True)
        self.drawings = [drawing(row, cell.severity) for cell in row.cells]
        self.words: Any = para((Strong(row.name), DRAWN), style(11.2, leading=13.8), limit=NOTE)
        self.none = [
            para(cell.words, style(11.2, align=1)) if one is None else None
            for cell, one in zip(row.cells, self.drawings, strict=True)
        ]

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        _, words = self.words.wrap(availWidth * self.shares[0] - 16, availHeight)
        _, legend = self.legend.wrap(availWidth * self.shares[-1], availHeight)
        self.height = max(self.room, words, legend)
        self.column = availWidth * self.shares[1]
        for none in self.none:
            if none:
                none.wrap(self.column - AIR, availHeight)
        shown = [one for one in self.drawings if one]
        self.scale = min(
            self.height / max((one.height for one in shown), default=1.0),
            (self.column - AIR) / max((one.width for one in shown), default=1.0),
        )
        return availWidth, self.height

    def draw(self) -> None:
        self.words.drawOn(self.canv, 0, self.height - self.words.height)
        x = self.width * self.shares[0]
        for number, (one, none) in enumerate(zip(self.drawings, self.none, strict=True)):
            if number:
                self._draw_arrow(x - AIR / 2 - 3)
            if one:
                # The pictures begin where the words of their column do.
                with self.canv.content("Figure", alt=one.alt):
                    draw(self.canv, one, x, 0, self.scale, LETTERS)
            elif none:
                none.drawOn(self.canv, x, self.height / 2)
            x += self.column
        self.legend.drawOn(self.canv, x, (self.height - self.legend.height) / 2)

    def _draw_arrow(self, x: float) -> None:
        middle = self.height / 2
        with self.canv.artifact():
            shape(self.canv, [(x, middle + 4), (x, middle - 4), (x + 6, middle)], INK)


def drawing(row: RowLine, severity: int | None) -> Drawing | None:
    """Return the drawing of a severity: the fault as far as it went, or what is wanted where it was not seen."""
    cards = posture_cards(row.compensation, row.side, severity or 2)
    return None if cards is None or severity is None else cards.saw if severity else cards.want
