"""The pieces of a letter: its head, labelled rows, the box for the reply, the line for a signature."""

from typing import Any

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.clean import NOTE
from studio.documents.marks import frame, pen_box, rule
from studio.documents.styles import INK, style
from studio.documents.text import Strong, Text, line, para
from studio.sheets import StudioCard

SIZE, LEADING = 11.2, 14.4
PAD = 9.0
BOX = 10.0
CHOICES = (
    ("may train", "may train within these limits:"),
    ("not yet: ask again on ____________", "please call me"),
)


class Head(Flowable):
    """The studio's name, and how to reach it at the right."""

    def __init__(self, studio: StudioCard) -> None:
        super().__init__()
        self.name = studio.name
        self.reach = "  ·  ".join(filter(None, (studio.address, studio.phone)))

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, 17.0
        return self.width, self.height

    def draw(self) -> None:
        name = line(self.name, style(14, font=fonts.BOLD), room=self.width * 0.55)
        reach = line(self.reach, style(10.4), room=self.width - name.width - 14)
        with self.canv.content("P"):
            name.draw(self.canv, 0, 4)
            reach.draw(self.canv, self.width, 4, "right")


class Labelled(Flowable):
    """A bold word at the left, and what belongs to it beside it."""

    def __init__(self, label: str, words: Text, indent: float, *, gap: float) -> None:
        super().__init__()
        self.label = para(Strong(label), style(SIZE, leading=LEADING))
        self.words = para(words, style(SIZE, leading=LEADING), limit=NOTE)
        self.indent, self.gap = indent, gap

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        _, label = self.label.wrap(self.indent - 4, availHeight)
        _, words = self.words.wrap(availWidth - self.indent, availHeight)
        self.width, self.height = availWidth, max(label, words) + self.gap
        return self.width, self.height

    def draw(self) -> None:
        self.label.drawOn(self.canv, 0, self.height - self.label.height)
        self.words.drawOn(self.canv, self.indent, self.height - self.words.height)


class ReplyBox(Flowable):
    """What to tick, sign and send back."""

    def __init__(self, studio: StudioCard) -> None:
        super().__init__()
        reply = f"Please tick and send back, or ring {studio.phone}" if studio.phone else "Please tick and send back"
        self.title = para(Strong(reply), style(SIZE, leading=LEADING), tag="H2")

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        _, self.lead = self.title.wrap(availWidth - 2 * PAD, availHeight)
        self.height = 2 * PAD + self.lead + 20 * len(CHOICES) + 22 + 26
        return self.width, self.height

    def draw(self) -> None:
        canvas: Any = self.canv
        with canvas.artifact():
            frame(canvas, 0, self.height, self.width, self.height, 1.1)
        y = self.height - PAD - self.lead
        self.title.drawOn(canvas, PAD, y)
        look = style(SIZE)
        middle = self.width * 0.45
        for row in CHOICES:
            y -= 20
            for x, words in zip((PAD, middle), row, strict=True):
                with canvas.artifact():
                    pen_box(canvas, x + BOX / 2, y + 3.6, BOX * 1.45)
                with canvas.content("P"):
                    line(words, look).draw(canvas, x + BOX + 7, y)
        y -= 22
        with canvas.artifact():
            rule(canvas, PAD, self.width - PAD, y, INK, 0.6)
        y -= 24
        self._pen(canvas, "Signature", PAD, middle, y)
        self._pen(canvas, "Date", middle + 12, self.width * 0.66, y)
        self._pen(canvas, "Holds until", self.width * 0.66 + 12, self.width - PAD, y)

    def _pen(self, canvas: Any, words: str, left: float, right: float, y: float) -> None:
        label = line(words, style(SIZE))
        with canvas.content("P"):
            label.draw(canvas, left, y)
        with canvas.artifact():
            rule(canvas, left + label.width + 6, right, y - 1, INK, 0.8)


class SignatureLine(Flowable):
    """A line to sign on."""

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, 1.0
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.artifact():
            rule(self.canv, 0, 178, 0.5, INK, 0.9)
