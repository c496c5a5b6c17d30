"""The stamp on every print of a document after the first one."""

from datetime import date

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.marks import frame
from studio.documents.styles import INK, style
from studio.documents.text import line
from studio.sheets import day

PAD = 6.0


class Duplicate(Flowable):
    """“Duplicate” in a frame, with the day of the print."""

    def __init__(self, printed: date, size: float) -> None:
        super().__init__()
        self.words = line("Duplicate", style(size * 1.15, font=fonts.BOLD))
        self.on = line(f"printed {day(printed)}", style(size * 0.8))
        self.size = size

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = max(self.words.width, self.on.width) + 2 * PAD
        self.height = self.size * 2.2 + 2 * PAD
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        with canvas.artifact():
            canvas.setStrokeColor(INK)
            frame(canvas, 0, self.height, self.width, self.height, 1.4)
        with canvas.content("P"):
            self.words.draw(canvas, PAD, self.height - PAD - self.size * 1.0)
            self.on.draw(canvas, PAD, PAD + self.size * 0.15)
