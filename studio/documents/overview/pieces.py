"""The pieces of the one page: the code with its words, the way on the plumb line, lists with a disc before each."""

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Sign, Signed, Stack
from studio.documents.clean import NOTE
from studio.documents.marks import draw_pill, number_disc, pill, plumb_line
from studio.documents.square_code import draw_square_code, square_code
from studio.documents.styles import SOFT, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import Strong, Text, para
from studio.sheets.overview import CoachCard, HeardBack, OverviewSheet

CODE = 92.0  # 32 mm: read from an arm's length off a wall
GUTTER = 18.0
INDENT = 40.0
RADIUS = 10.5
DISC = 5.2
LETTER = 192.0
BOB = 9.0  # below the last number


class Scan(Flowable):
    """The square code at the left, how to refer at the right of it; without an address the words alone."""

    def __init__(self, sheet: OverviewSheet) -> None:
        super().__init__()
        self.modules = square_code(sheet.scan_to)
        self.inset = CODE + GUTTER if self.modules else 0.0
        look = style(12, leading=15.4)
        items: list[Any] = [para("Refer somebody in 90 seconds", style(19, font=fonts.BOLD, leading=23), tag="H2"), 3]
        if sheet.therapist:
            items += [para(("Your own form: ", Strong(sheet.therapist)), look), 2]
        ways: Text = "Scan, on your phone or from the paper slip. No account, nothing to install."
        items += [para(ways if self.modules else "On the paper slip, or on the phone. No account.", look), 2]
        if sheet.typed:
            items.append(para(("Or open ", Strong(sheet.typed)), look, limit=NOTE))
        self.words = Stack(items)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        _, words = self.words.wrap(availWidth - self.inset, availHeight)
        self.width, self.height = availWidth, max(words, CODE if self.modules else 0)
        return self.width, self.height

    def draw(self) -> None:
        if self.modules:
            with self.canv.content("Figure", alt="A square code. A phone’s camera opens the form for a referral."):
                draw_square_code(self.canv, self.modules, CODE, self.height, CODE)
        self.words.drawOn(self.canv, self.inset, (self.height - self.words.height) / 2)


class Way(Flowable):
    """What happens, hanging on the plumb line; at the right what the sender hears at that point."""

    def __init__(self, steps: Sequence[HeardBack], air: float) -> None:
        super().__init__()
        look = style(11, leading=13.8)
        self.air = air
        self.steps = [
            (
                para(Strong(one.title), style(12.4, leading=15), tag=None),
                para(one.words, look, tag=None, limit=NOTE),
                para(one.letter, style(10.6, leading=13, colour=SOFT), tag=None, limit=NOTE) if one.letter else None,
            )
            for one in steps
        ]

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        room = availWidth - INDENT - LETTER - GUTTER
        self.heights = []
        for title, words, letter in self.steps:
            left = title.wrap(room, availHeight)[1] + words.wrap(room, availHeight)[1]
            right = letter.wrap(LETTER, availHeight)[1] + 17 if letter else 0
            self.heights.append(max(left, right, 2 * RADIUS) + 7 * self.air)
        self.width, self.height = availWidth, sum(self.heights) + BOB
        return self.width, self.height

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        with canvas.artifact():
            plumb_line(canvas, RADIUS + 3, self.height - 4, 0)
        y, heard = self.height, 0
        with canvas.element("L"):
            for number, ((title, words, letter), height) in enumerate(zip(self.steps, self.heights, strict=True), 1):
                with canvas.artifact():
                    number_disc(canvas, RADIUS + 3, y - RADIUS, number, RADIUS)
                with canvas.element("LI"), canvas.content("LBody"):
                    title.drawOn(canvas, INDENT, y - title.height - 1)
                    words.drawOn(canvas, INDENT, y - title.height - words.height - 1)
                    if letter:
                        heard += 1
                        self._letter(letter, heard, y)
                y -= height

    def _letter(self, letter: Any, heard: int, y: float) -> None:
        x = self.width - LETTER
        words = pill(f"You hear back: {heard} of {sum(one[2] is not None for one in self.steps)}", 10, LETTER)
        draw_pill(self.canv, x, y - 11.5, words, solid=True)
        letter.drawOn(self.canv, x, y - 18 - letter.height)


def marked(
    disc: Callable[[TaggedCanvas, float, float, float], None], texts: Sequence[str], look: ParagraphStyle, air: float
) -> Stack:
    """Return texts as a list, each behind a disc."""

    def sign(canvas: TaggedCanvas, x: float, y: float, size: float) -> None:
        disc(canvas, x + 1.4, y, DISC)

    items: list[Any] = []
    draw: Sign = sign
    for text in texts:
        items += [Signed(draw, para(text, look, tag="LBody", limit=NOTE), 19, tag="LI"), 4 * air]
    return Stack(items[:-1], tag="L")


def people(coaches: Sequence[CoachCard], look: ParagraphStyle) -> Stack:
    """Return who coaches, each with what is valid today."""
    items: list[Any] = []
    for one in coaches:
        items += [para(Strong(one.name), look)]
        items += [para(" · ".join(one.credentials), style(10.4, leading=12.8, colour=SOFT), limit=NOTE)] * bool(
            one.credentials
        )
        items.append(4)
    return Stack(items[:-1])
