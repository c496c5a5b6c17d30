"""The foot: what comes next, to be written by hand, what the report is not, and who signs it."""

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.clean import NOTE
from studio.documents.marks import frame, rule
from studio.documents.styles import RULE, style
from studio.documents.text import Strong, line, para
from studio.sheets import ComparisonSheet

SIZE = 11.2
PAD = 10.0
APART = 21.0


class Foot(Flowable):
    """Lines for the pen on the left, words and signature on the right."""

    def __init__(self, sheet: ComparisonSheet, lines: int) -> None:
        super().__init__()
        self.lines = lines
        self.words = para(
            (Strong("What this is not."), f" {sheet.what_this_is_not}"), style(SIZE, leading=13.6), limit=NOTE
        )
        self.signed = para(
            (Strong(sheet.coach), f", {sheet.coach_credential}" if sheet.coach_credential else ""), style(SIZE)
        )

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        self.half = availWidth / 2
        _, words = self.words.wrap(self.half - 2 * PAD, availHeight)
        _, self.below = self.signed.wrap(self.half - 2 * PAD, availHeight)
        self.height = max(words + self.below + 32, self.lines * APART + 22) + 2 * PAD
        return availWidth, self.height

    def draw(self) -> None:
        canvas, top = self.canv, self.height - PAD
        with canvas.artifact():
            frame(canvas, 0, self.height, self.width, self.height)
            for number in range(1, self.lines + 1):
                rule(canvas, PAD, self.half - PAD, top - 14 - number * APART, RULE)
            rule(canvas, self.half + PAD, self.width - PAD, PAD + self.below, width=0.9)
        with canvas.content("H2"):
            line("What next", style(13, font=fonts.BOLD)).draw(canvas, PAD, top - 12)
        self.words.drawOn(canvas, self.half + PAD, top - self.words.height)
        self.signed.drawOn(canvas, self.half + PAD, PAD - 2)
