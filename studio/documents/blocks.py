"""Small pieces to lay a page out of: things under each other, a sign before a text, a block shrunk to fit."""

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from studio.documents.clean import NOTE
from studio.documents.marks import frame
from studio.documents.tags import TaggedCanvas
from studio.documents.text import TaggedParagraph, Text, para
from studio.documents.tree import Node

Sign = Callable[[TaggedCanvas, float, float, float], None]


class Stack(Flowable):
    """Flowables under each other; a number among them is a gap in points. Between two it may go on to another page."""

    def __init__(self, items: Sequence[Any], *, tag: str | None = None, scope: str = "") -> None:
        super().__init__()
        self.items = items
        self.tag, self.scope = tag, scope
        self.begun: list[Node] = []
        """Its structure element once drawn; the parts of a split stack share it."""

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        self.heights = [
            item if isinstance(item, int | float) else item.wrap(availWidth, availHeight)[1] for item in self.items
        ]
        self.height = sum(self.heights)
        return availWidth, self.height

    def split(self, availWidth: float, availHeight: float) -> list["Stack"]:
        used = 0.0
        for number, height in enumerate(self.heights):
            used += height
            if used > availHeight + 0.01:
                return self._halves(number)
        return [self]

    def _halves(self, number: int) -> list["Stack"]:
        begin = number + isinstance(self.items[number], int | float)  # a gap stays behind
        if not any(not isinstance(item, int | float) for item in self.items[:number]):
            return []
        halves = [Stack(self.items[:number], tag=self.tag), Stack(self.items[begin:], tag=self.tag)]
        for half in halves:
            half.begun = self.begun
        return halves

    def draw(self) -> None:
        if self.tag is None:
            self._draw_items()
            return
        with self.canv.element(self.tag, scope=self.scope, node=self.begun[0] if self.begun else None) as node:
            self._draw_items()
        self.begun[:] = [node]

    def _draw_items(self) -> None:
        y = self.height
        for item, height in zip(self.items, self.heights, strict=True):
            y -= height
            if not isinstance(item, int | float):
                item.drawOn(self.canv, 0, y)


class Signed(Flowable):
    """A paragraph with a drawn sign before its first line; `tag` wraps it (LI for a list item)."""

    def __init__(self, sign: Sign, paragraph: Any, indent: float, *, tag: str | None = None) -> None:
        super().__init__()
        self.sign = sign
        self.paragraph = paragraph
        self.indent = indent
        self.tag = tag

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        _, self.height = self.paragraph.wrap(availWidth - self.indent, availHeight)
        self.width = availWidth
        return availWidth, self.height

    def draw(self) -> None:
        size, leading = self.paragraph.style.fontSize, self.paragraph.style.leading
        with self.canv.artifact():
            # The middle of the small letters of the first line, where ReportLab sets its baseline.
            self.sign(self.canv, size * 0.36, self.height - leading + (leading - size) * 0.5 + size * 0.38, size)
        if self.tag is None:
            self.paragraph.drawOn(self.canv, self.indent, 0)
            return
        with self.canv.element(self.tag):
            self.paragraph.drawOn(self.canv, self.indent, 0)


class Labelled(Flowable):
    """A label in a column of its own and the text beside it, read out as one; `gap` lies below."""

    def __init__(self, label: TaggedParagraph, words: TaggedParagraph, indent: float, *, gap: float) -> None:
        """Both without a tag of their own."""
        super().__init__()
        self.label, self.words, self.indent, self.gap = label, words, indent, gap

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        _, label = self.label.wrap(self.indent - 4, availHeight)
        _, words = self.words.wrap(availWidth - self.indent, availHeight)
        self.width, self.height = availWidth, max(label, words) + self.gap
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.content("P"):
            self.label.drawOn(self.canv, 0, self.height - self.label.height)
            self.words.drawOn(self.canv, self.indent, self.height - self.words.height)


def listed(sign: Sign, texts: Sequence[Text], look: ParagraphStyle, *, gap: float = 2.0, limit: int = NOTE) -> Stack:
    """Return texts as a list, each behind its sign."""
    items: list[Any] = []
    for text in texts:
        items += [Signed(sign, para(text, look, tag="LBody", limit=limit), look.fontSize * 1.1, tag="LI"), gap]
    return Stack(items[:-1], tag="L")


class Shrunk(Flowable):
    """A flowable drawn smaller when it is higher than `room`: the last resort before losing words."""

    def __init__(self, inner: Any, room: float) -> None:
        super().__init__()
        self.inner = inner
        self.room = room

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.scale = 1.0
        _, height = self.inner.wrap(availWidth, availHeight)
        while height * self.scale > self.room and self.scale > 0.2:
            # A smaller scale makes the lines longer: the height falls with the square.
            self.scale *= max(0.7, 0.98 * (self.room / (height * self.scale)) ** 0.5)
            _, height = self.inner.wrap(availWidth / self.scale, availHeight)
        self.width, self.height = availWidth, height * self.scale
        return self.width, self.height

    def draw(self) -> None:
        self.canv.scale(self.scale, self.scale)
        self.inner.drawOn(self.canv, 0, 0)


class Framed(Flowable):
    """A paragraph in a frame."""

    def __init__(self, words: Any, *, pad: float, line_width: float) -> None:
        super().__init__()
        self.words, self.pad, self.line_width = words, pad, line_width

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        _, words = self.words.wrap(availWidth - 2 * self.pad, availHeight)
        self.width, self.height = availWidth, words + 2 * self.pad
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.artifact():
            frame(self.canv, 0, self.height, self.width, self.height, self.line_width)
        self.words.drawOn(self.canv, self.pad, self.pad)
