"""The facts strip: what the client looks for first, between two strong rules."""

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.home_programme.scale import Scale
from studio.documents.marks import rule
from studio.documents.styles import INK, RULE, SOFT, TEAL, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import Line, line

GAP = 18.0


class Fact(NamedTuple):
    """One column of the facts strip."""

    label: str
    value: str
    note: str = ""


class FactsStrip(Flowable):
    """The facts side by side, or two by two with the note beside the value where they are too wide."""

    def __init__(self, told: Sequence[Fact], scale: Scale) -> None:
        super().__init__()
        self.told = told
        self.body = scale.body
        self.label = style(scale.small * 0.98, font=fonts.BOLD, colour=TEAL)
        self.value = style(scale.body * 1.13, font=fonts.BOLD)
        self.note = style(scale.small * 1.04, colour=SOFT)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        natural = [max(part.width for part in self._set(fact, availWidth)) for fact in self.told]
        spare = availWidth - sum(natural) - GAP * (len(natural) - 1)
        self.two_by_two = spare < 0
        if self.two_by_two:
            self.columns = [(availWidth - GAP) / 2] * len(natural)
            self.height = -(-len(natural) // 2) * self.body * 2.95
        else:
            self.columns = [width + spare / len(natural) for width in natural]
            self.height = self.body * 3.75
        return availWidth, self.height

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        with canvas.artifact():
            rule(canvas, 0, self.width, self.height, INK, 1.2)
            rule(canvas, 0, self.width, 0, INK, 1.2)
        x, y = 0.0, self.height
        for index, (fact, room) in enumerate(zip(self.told, self.columns, strict=True)):
            if self.two_by_two and index and index % 2 == 0:
                x, y = 0.0, y - self.body * 2.95
            if x:
                self._draw_divider(canvas, x - GAP / 2, y)
            with canvas.content("P"):
                self._draw_fact(canvas, fact, x, y, room)
            x += room + GAP

    def _draw_fact(self, canvas: TaggedCanvas, fact: Fact, x: float, y: float, room: float) -> None:
        label, value, note = self._set(fact, room)
        body = self.body
        label.draw(canvas, x, y - body * 1.05)
        if self.two_by_two:
            value.draw(canvas, x, y - body * 2.3)
            after = value.width + body * 0.45
            line(fact.note, self.note, room=room - after).draw(canvas, x + after, y - body * 2.3)
        else:
            value.draw(canvas, x, y - body * 2.2)
            note.draw(canvas, x, y - body * 3.28)

    def _draw_divider(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        height = self.body * (2.95 if self.two_by_two else 3.75)
        with canvas.artifact():
            canvas.setStrokeColor(RULE)
            canvas.setLineWidth(0.75)
            canvas.line(x, y - 5, x, y - height + 5)

    def _set(self, fact: Fact, room: float) -> tuple[Line, Line, Line]:
        return (
            line(fact.label, self.label, spacing=0.4, room=room),
            line(fact.value, self.value, room=room),
            line(fact.note, self.note, room=room),
        )
