"""The stop box of side 1: black frame, stop sign, three sentences that are the same at every size."""

from reportlab.platypus import Flowable

from studio.documents.blocks import Stack
from studio.documents.home_programme.scale import Scale
from studio.documents.marks import frame, octagon
from studio.documents.styles import style
from studio.documents.text import Strong, para
from studio.sheets import HomeSheet


class StopBox(Flowable):
    """When to stop and whom to call."""

    def __init__(self, sheet: HomeSheet, scale: Scale) -> None:
        super().__init__()
        self.body = scale.body
        look = style(scale.body, leading=scale.leading)
        self.words = Stack([para((Strong(line.lead), " " + line.rest), look) for line in sheet.stop_rule])

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.pad, self.radius = self.body * 0.7, min(self.body * 1.75, 25)
        self.indent = 2 * self.pad + 2 * self.radius
        self.width = availWidth
        _, words = self.words.wrap(availWidth - self.indent - self.pad, availHeight)
        self.height = max(words + 1.4 * self.pad, 2 * self.radius + 1.2 * self.pad)
        return availWidth, self.height

    def draw(self) -> None:
        with self.canv.artifact():
            frame(self.canv, 0, self.height, self.width, self.height, 2)
            octagon(self.canv, self.pad + self.radius, self.height / 2, self.radius)
        with self.canv.element("Sect"):
            self.words.drawOn(self.canv, self.indent, (self.height - self.words.height) / 2 + self.body * 0.1)
