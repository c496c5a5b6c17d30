"""The boxes at the end of a test: pain, another look in a modified form, notes."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Stack
from studio.documents.marks import frame, octagon, rule
from studio.documents.pens import PenLines, Ticks, box, written
from studio.documents.styles import RULE, SOFT, style
from studio.documents.text import Strong, line, para

PAD = 9.0
TITLE = style(13, font=fonts.BOLD)
SMALL = style(9.8, leading=12)


class Boxed(Flowable):
    """Pieces under each other in a frame."""

    def __init__(self, items: Sequence[Any], line_width: float = 1.1) -> None:
        super().__init__()
        self.inner, self.line_width = Stack(items), line_width

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        _, inner = self.inner.wrap(availWidth - 2 * PAD, availHeight)
        self.height = inner + 2 * PAD - 2
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.artifact():
            frame(self.canv, 0, self.height, self.width, self.height, self.line_width)
        self.inner.drawOn(self.canv, PAD, self.height - PAD - self.inner.height + 2)


class PainBox(Boxed):
    """Where it hurt, how strong, and what to say: framed like everything that is about safety."""

    def __init__(self, says: str) -> None:
        super().__init__(
            [
                _PainTitle(),
                PenLines((("Where", ""), ("at no.", "")), (3, 1.1)),
                Ticks("Side", ("left", "right", "both"), one=True),
                PenLines((("In their words", ""),), (1,)),
                5,
                para((Strong("Say: "), f"“{says}”"), SMALL, limit=300),
            ],
            line_width=2,
        )


class _PainTitle(Flowable):
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, 39.0
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        with canvas.artifact():
            octagon(canvas, 17, self.height - 18, 17)
        with canvas.content("H2"):
            line("Any pain? Stop the test.", TITLE).draw(canvas, 43, self.height - 12)
        yes = Ticks("", ("no", "yes"), one=True)
        yes.wrap(92, 20)
        yes.drawOn(canvas, 43, 1)
        strong = line("1–10", style(11))
        with canvas.content("P"):
            strong.draw(canvas, 142, 6.4)
        with canvas.artifact():
            box(canvas, 142 + strong.width + 6, 10, 30, 18)


class LookAgain(Boxed):
    """What a modified form did to what was seen."""

    def __init__(self, forms: Sequence[tuple[str, str]]) -> None:
        items: list[Any] = [
            para("Look again", TITLE, tag="H2"),
            para("Only at what the standard form showed. What became of it, in which rows?", SMALL),
            3,
        ]
        for name, _ in forms:
            items.append(para(Strong(name), style(10.6, leading=13)))
            items.append(_Change())
        super().__init__(items)


class _Change(Flowable):
    """Gone, less, the same or more, each with a line for the numbers of its rows."""

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, 20.0
        return self.width, self.height

    def draw(self) -> None:
        look = style(10.4, colour=SOFT)
        labels = [line(words, look) for words in ("gone", "less", "same", "more")]
        pen = (self.width - sum(label.width for label in labels) - 3 * 8) / len(labels)
        x = 0.0
        for label in labels:
            right = x + label.width + pen
            written(self.canv, label, "", x, right, 6)
            x = right + 8


class Notes(Boxed):
    """Lines to write on, as many as there is room for."""

    def __init__(self, room: float = 60, *, tag: str = "H2") -> None:
        super().__init__([para("Notes", TITLE, tag=tag), room])

    def draw(self) -> None:
        super().draw()
        with self.canv.artifact():
            y = self.height - PAD - 36
            while y > PAD:
                rule(self.canv, PAD, self.width - PAD, y, RULE)
                y -= 22
