"""What we measured: dots on a line beside the band of measuring error; and the score with its chart."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Stack
from studio.documents.drawing import Drawn
from studio.documents.progress_report.cells import SMALL, DrawnCell, name_cell, said_cell
from studio.documents.styles import SOFT, style
from studio.documents.table import Row, Table
from studio.documents.text import line, para
from studio.figures import score_chart, strip
from studio.sheets import MeasureLine, ScoreLine

SHARES = (0.27, 0.445, 0.285)
VALUES = 90.0
HEIGHT = 31.0
CHART = 252.0
APART = 22.0


def measured_table(measures: Sequence[MeasureLine]) -> Table:
    """Return the measures: name, drawing with the first and the last value, and what can be said."""
    return Table([_row(one) for one in measures])


def _row(measure: MeasureLine) -> Row:
    def drawn(width: float) -> Drawn:
        return Drawn(strip(measure), width)

    values = DrawnCell(drawn, f"{measure.values[0]} → {measure.values[-1]}", VALUES)
    cells = [name_cell(measure.name), values, said_cell(measure.overall)]
    return Row(cells, SHARES, stand=0.5, least=HEIGHT)


class Heading(Flowable):
    """A heading with a soft note behind it."""

    def __init__(self, words: str, note: str = "") -> None:
        super().__init__()
        self.words, self.note = words, note

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, 26.0
        return self.width, self.height

    def draw(self) -> None:
        heading = line(self.words, style(14, font=fonts.BOLD))
        with self.canv.content("H2"):
            heading.draw(self.canv, 0, 7)
        if self.note:
            with self.canv.content("P"):
                note = line(self.note, style(SMALL, colour=SOFT), room=self.width - heading.width - 12)
                note.draw(self.canv, heading.width + 12, 7)


class ScoreBlock(Flowable):
    """The chart of the score, and its change on what was tested on both dates."""

    def __init__(self, score: ScoreLine, chart: float) -> None:
        """`chart` is its height."""
        super().__init__()
        self.score = score
        self.chart = Drawn(score_chart(score.points, CHART, chart), CHART)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        score, small = self.score, style(SMALL, colour=SOFT)
        told: list[Any] = []
        if score.line:
            numbers = f"{score.line.values[0]} → {score.line.values[-1]}"
            told += [para(numbers, style(20, font=fonts.BOLD, leading=24)), 2]
        told += [para(score.shared, small), 4] if score.shared else []
        told.append(said_cell(score.change, None))
        if score.line and score.bands:
            told += [4, para(f"{score.bands[:1].upper()}{score.bands[1:]}.", small)]
        self.words = Stack(told)
        _, words = self.words.wrap(availWidth - self.chart.width - APART, availHeight)
        self.width, self.height = availWidth, max(self.chart.height + 4, words)
        return self.width, self.height

    def draw(self) -> None:
        self.chart.drawOn(self.canv, 0, self.height - self.chart.height - 2)
        self.words.drawOn(self.canv, self.chart.width + APART, (self.height - self.words.height) / 2)
