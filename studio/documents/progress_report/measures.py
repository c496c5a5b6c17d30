"""What we measured: dots on a line beside the band of measuring error; and the score with its chart."""

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.drawing import Drawn
from studio.documents.marks import rule
from studio.documents.progress_report.cells import SIZE, SMALL, draw_said
from studio.documents.styles import SOFT, style
from studio.documents.text import line, para
from studio.figures import score_chart, strip
from studio.sheets import MeasureLine, ScoreLine

NAME = 140.0
SAID = 150.0
VALUES = 96.0
HEIGHT = 33.0
CHART = 118.0


class MeasureRow(Flowable):
    """One measure: name, drawing, first and last value, and what can be said."""

    def __init__(self, measure: MeasureLine) -> None:
        super().__init__()
        self.measure = measure
        self.name = para(measure.name, style(SIZE, font=fonts.SEMIBOLD, leading=SIZE * 1.15), tag=None)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        _, name = self.name.wrap(NAME - 8, availHeight)
        self.width, self.height = availWidth, max(HEIGHT, name + 8)
        return self.width, self.height

    def draw(self) -> None:
        canvas, middle = self.canv, self.height / 2
        drawn = Drawn(strip(self.measure), self.width - NAME - VALUES - SAID - 14)
        with canvas.element("TR"):
            with canvas.content("TH", scope="Row"):
                self.name.drawOn(canvas, 0, middle - self.name.height / 2)
            drawn.drawOn(canvas, NAME, middle - drawn.height / 2)
            with canvas.content("TD"):
                self._draw_values(self.width - SAID - VALUES, middle)
            draw_said(canvas, self.width - SAID, middle, self.measure.overall, SAID)
        with canvas.artifact():
            rule(canvas, 0, self.width, 0, width=0.6)

    def _draw_values(self, x: float, middle: float) -> None:
        first, last = self.measure.values[0], self.measure.values[-1]
        look = style(SIZE, font=fonts.BOLD)
        both = line(f"{first} → {last}", look)
        if both.width <= VALUES - 6:
            both.draw(self.canv, x, middle - SIZE * 0.34)
        else:
            line(first, look, room=VALUES - 6).draw(self.canv, x, middle + SIZE * 0.35)
            line(f"→ {last}", look, room=VALUES - 6).draw(self.canv, x, middle - SIZE * 1.0)


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
        super().__init__()
        self.score = score
        self.chart = Drawn(score_chart(score.points, chart, CHART), chart)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, self.chart.height + 4
        left = self.width - self.chart.width - 22
        words = [self.score.shared, f"{self.score.bands[:1].upper()}{self.score.bands[1:]}." if self.score.line else ""]
        self.words = [para(one, style(SMALL, colour=SOFT)) for one in words if one]
        for one in self.words:
            one.wrap(left, availHeight)
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        self.chart.drawOn(canvas, 0, 2)
        x, y, room = self.chart.width + 22, self.height - 30, self.width - self.chart.width - 22
        if self.score.line:
            with canvas.content("P"):
                numbers = f"{self.score.line.values[0]} → {self.score.line.values[-1]}"
                line(numbers, style(20, font=fonts.BOLD)).draw(canvas, x, y)
            y -= 8
        if self.words:
            y -= self.words[0].height
            self.words[0].drawOn(canvas, x, y)
        y -= 16
        draw_said(canvas, x, y, self.score.change, room, "P")
        for one in self.words[1:]:
            one.drawOn(canvas, x, y - 22 - one.height)
