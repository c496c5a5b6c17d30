"""Measures on paper: a box for each trial, left before right."""

from typing import Any

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blank_forms.boxes import Notes
from studio.documents.blank_forms.flow import Piece
from studio.documents.blank_forms.head import StopRules, top
from studio.documents.blocks import Stack
from studio.documents.marks import rule
from studio.documents.pens import Indented, PenLines, Ticks, box
from studio.documents.styles import RULE, SOFT, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import Strong, line, para
from studio.sheets.blank_forms import Head, MeasureRow, MeasuresForm

TRIAL, HIGH, APART = 35.0, 20.0, 4.0
NOT_TESTED = 58.0
UNIT = style(10.4, colour=SOFT)
SMALL = style(9.8, leading=11.8, colour=SOFT)
HEADING = style(11.4, font=fonts.BOLD)
AREAS = 3


def pieces(form: MeasuresForm, head: Head) -> list[Piece]:
    """Return the parts of the form from top to bottom."""
    told = top(head, form.title)
    told.append(Piece(StopRules(form.stops), above=7, keep=True))
    told.append(Piece(para((Strong("L and R are the client’s."), " Pain: stop, and say where."), style(10.4)), above=4))
    told += [Piece(_block(row), above=2, row=True) for row in form.rows]
    told += [Piece(_spare(), above=4) for _ in range(form.spare)]
    told.append(Piece(PenLines((("Pain at", ""), ("side", ""), ("1–10", "")), (4, 1.4, 1)), above=8))
    told.append(Piece(Notes(), above=8))
    told.append(Piece(PenLines((("Entered by", ""), ("on", "")), (3, 2)), above=4))
    return told


def _block(row: MeasureRow) -> Any:
    return Measure(row, _asks(row))


def _asks(row: MeasureRow) -> list[Any]:
    """What is asked beside numbers: the way it was taken, key questions, areas of the body."""
    asks: list[Any] = []
    if row.ticks:
        asks.append(Ticks("", row.ticks, one=len(row.ticks) > 1, size=10.4, high=17))
    asks += [Ticks(words, ("No", "Yes"), one=True, size=10.4, high=17) for words in row.questions]
    if row.areas:
        asks += [PenLines((("Where", ""), ("side", ""), ("0–10", "")), (4, 1.4, 1), height=21) for _ in range(AREAS)]
    return asks


def _spare() -> Any:
    labels = (("Measure", ""), ("unit", ""), ("L", ""), ("R", ""))
    return PenLines(labels, (4, 1, 1.2, 1.2), height=25)


class Measure(Flowable):
    """Name, what it is, boxes by side, a box for not tested; below what is asked beside the numbers."""

    def __init__(self, row: MeasureRow, asks: list[Any]) -> None:
        super().__init__()
        self.row = row
        self.words = Stack([para(Strong(row.name), style(11.6, leading=13.6)), para(row.about, SMALL, limit=200)])
        self.asks = Indented(Stack(asks), 12)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        side = self.row.places * (TRIAL + APART)
        sides = 0.0 if self.row.areas else (2 * (side + 18) + 8 if self.row.sided else side)
        self.unit = line(self.row.unit, UNIT)
        self.boxes = availWidth - NOT_TESTED - self.unit.width - 8 - sides
        _, words = self.words.wrap(self.boxes - 10, availHeight)
        _, asks = self.asks.wrap(availWidth - 12, availHeight)
        names = 11 if self.row.names else 0
        self.main = max(HIGH + 9, words + 7) + names
        self.height = self.main + asks + (4 if asks else 0)
        return self.width, self.height

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        spare = self.height - self.main - self.asks.height - (4 if self.asks.height else 0)
        middle = self.height - spare / 2 - self.main / 2
        with canvas.artifact():
            rule(canvas, 0, self.width, 0, RULE)
        self.words.drawOn(canvas, 0, middle - self.words.height / 2 + 1)
        x = self.boxes
        if not self.row.areas:
            for letter in ("L", "R") if self.row.sided else ("",):
                x = self._trials(letter, x, middle - (5 if self.row.names else 0))
            with canvas.content("P"):
                self.unit.draw(canvas, x, middle - 3.6)
        with canvas.artifact():
            box(canvas, self.width - NOT_TESTED + 8, middle)
        with canvas.content("P"):
            line("not", UNIT).draw(canvas, self.width - NOT_TESTED + 24, middle + 1.5)
            line("tested", UNIT).draw(canvas, self.width - NOT_TESTED + 24, middle - 9)
        self.asks.drawOn(canvas, 0, 3 + spare / 2)

    def _trials(self, letter: str, x: float, middle: float) -> float:
        canvas: TaggedCanvas = self.canv
        if letter:
            with canvas.content("P"):
                line(letter, style(12, font=fonts.BOLD)).draw(canvas, x, middle - 4.2)
            x += 14
        for number in range(self.row.places):
            with canvas.artifact():
                box(canvas, x, middle, TRIAL, HIGH)
            if self.row.names:
                with canvas.content("P"):
                    name = line(self.row.names[number], style(9.8, colour=SOFT), room=TRIAL + APART)
                    name.draw(canvas, x + TRIAL / 2, middle + HIGH / 2 + 3, "centre")
            x += TRIAL + APART
        return x + (4 if letter else 0)
