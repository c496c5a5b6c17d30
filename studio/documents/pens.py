"""What a pen needs: lines to write on, boxes and circles to tick, boxes for numbers."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Stack
from studio.documents.marks import rule
from studio.documents.styles import INK, SOFT, WHITE, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import Line, line

SIZE = 11.0
BOX = 11.5
GAP = 5.0
APART = 16.0
LABEL = style(SIZE)
LEAD = style(SIZE, font=fonts.SEMIBOLD)
FAINT = style(9.8, colour=SOFT)


def box(canvas: TaggedCanvas, x: float, y: float, width: float = BOX, height: float = BOX) -> None:
    """Draw an empty box by its left edge and its middle; white inside, so that it shows on a black band too."""
    canvas.setStrokeColor(INK)
    canvas.setFillColor(WHITE)
    canvas.setLineWidth(1)
    canvas.rect(x, y - height / 2, width, height, stroke=1, fill=1)


def circle(canvas: TaggedCanvas, x: float, y: float, radius: float = BOX / 2) -> None:
    """Draw an empty circle by its left edge and its middle: one of several is chosen."""
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1)
    canvas.circle(x + radius, y, radius, stroke=1, fill=0)


class PenLines(Flowable):
    """Labels in a row, each followed by a line to write on or by what is known; `shares` part the width."""

    def __init__(self, labels: Sequence[tuple[str, str]], shares: Sequence[float], *, height: float = 23.0) -> None:
        super().__init__()
        self.labels = [(line(label, LABEL), value) for label, value in labels]
        self.shares, self.high = shares, height

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, self.high
        return self.width, self.height

    def draw(self) -> None:
        room = self.width - APART * (len(self.shares) - 1)
        x = 0.0
        for (label, value), share in zip(self.labels, self.shares, strict=True):
            right = x + room * share / sum(self.shares)
            written(self.canv, label, value, x, right, 5)
            x = right + APART


def written(canvas: TaggedCanvas, label: Line, value: str, x: float, right: float, y: float) -> None:
    """Draw a label, and behind it what is known or a line for the pen."""
    start = x + label.width + (GAP if label.width else 0)
    with canvas.content("P"):
        label.draw(canvas, x, y)
        if value:
            line(value, LEAD, room=right - start).draw(canvas, start, y)
    if not value:
        with canvas.artifact():
            rule(canvas, start, right, y - 2, INK, 0.75)


class Ticks(Flowable):
    """Words with a box or circle before each, in as many lines as they take; `pen` is a label with a line behind it."""

    def __init__(
        self, lead: str, words: Sequence[str], *, one: bool = False, pen: str = "", size: float = SIZE, high: float = 18
    ) -> None:
        super().__init__()
        self.look, self.one, self.pen, self.high = style(size), one, pen, high
        self.lead = line(lead, style(size, font=fonts.SEMIBOLD), limit=200)
        self.words = words

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        self.placed: list[tuple[float, int, Line]] = []
        x, row = self.lead.width + (APART * 0.75 if self.lead.width else 0), 0
        for words in self.words:
            made = line(words, self.look, room=availWidth - BOX - GAP)
            width = BOX + GAP + made.width
            if x + width > availWidth and x > 0:
                x, row = 0.0, row + 1
            self.placed.append((x, row, made))
            x += width + APART
        if self.pen and availWidth - x < 110:
            x, row = 0.0, row + 1
        self.after = (x, row)
        self.height = (row + 1) * self.high
        return self.width, self.height

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        size = self.look.fontSize
        if self.lead.width:
            with canvas.content("P"):
                self.lead.draw(canvas, 0, self._base(0))
        with canvas.element("L"):
            for x, row, words in self.placed:
                base = self._base(row)
                with canvas.artifact():
                    (circle if self.one else box)(canvas, x, base + size * 0.34)
                with canvas.element("LI"), canvas.content("LBody"):
                    words.draw(canvas, x + BOX + GAP, base)
        if self.pen:
            x, row = self.after
            written(canvas, line(self.pen, self.look), "", x, self.width, self._base(row))

    def _base(self, row: int) -> float:
        base: float = self.height - row * self.high - self.high * 0.5 - self.look.fontSize * 0.34
        return base


class Beside(Flowable):
    """Two pieces side by side, as high as the higher one; `share` is the left one's part of the width."""

    def __init__(self, left: Any, right: Any, share: float, gap: float = 14) -> None:
        super().__init__()
        self.left, self.right, self.share, self.gap = left, right, share, gap

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        self.split = (availWidth - self.gap) * self.share
        heights = (
            self.left.wrap(self.split, availHeight)[1],
            self.right.wrap(availWidth - self.split - self.gap, availHeight)[1],
        )
        self.height = self.left.height = self.right.height = max(heights)
        return self.width, self.height

    def draw(self) -> None:
        self.left.drawOn(self.canv, 0, 0)
        self.right.drawOn(self.canv, self.split + self.gap, 0)


class Columns(Flowable):
    """Paragraphs in two columns of about the same height."""

    def __init__(self, items: Sequence[Any], gap: float = 20) -> None:
        super().__init__()
        self.items, self.gap = items, gap

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        column = (availWidth - self.gap) / 2
        heights = [item.wrap(column, availHeight)[1] for item in self.items]
        half = next(n for n in range(1, len(heights) + 1) if 2 * sum(heights[:n]) >= sum(heights))
        self.inner = Beside(Stack(self.items[:half]), Stack(self.items[half:]), 0.5, self.gap)
        self.width, self.height = self.inner.wrap(availWidth, availHeight)
        return self.width, self.height

    def draw(self) -> None:
        self.inner.drawOn(self.canv, 0, 0)


class Indented(Flowable):
    """A piece a little to the right, with room on the right too where others end earlier."""

    def __init__(self, piece: Any, left: float, right: float = 0) -> None:
        super().__init__()
        self.piece, self.left, self.right = piece, left, right

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        _, self.height = self.piece.wrap(availWidth - self.left - self.right, availHeight)
        return self.width, self.height

    def draw(self) -> None:
        self.piece.drawOn(self.canv, self.left, 0)
