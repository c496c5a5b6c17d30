"""What stands in the picture's place of a card: what we saw and what we want, in words."""

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.marks import cross_disc, tick_disc
from studio.documents.styles import RULE, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import TaggedParagraph, line, para
from studio.sheets import PriorityCard

MOST_HEIGHT = 136.0
"""Words need no more; a drawing would."""


def picture(card: PriorityCard, size: float) -> Flowable:
    """Return what fills the picture's box; it is wrapped to the box and draws inside it."""
    return SawAndWant(card, size)


class SawAndWant(Flowable):
    """Two halves, each over its sign and caption, as the pictures have them."""

    def __init__(self, card: PriorityCard, size: float) -> None:
        super().__init__()
        self.size = size
        self.halves = ((card.saw, cross_disc, "What we saw"), (card.want, tick_disc, "What we want"))

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, availHeight
        return availWidth, availHeight

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        gap, caption_height = 20.0, self.size * 1.9
        half = (self.width - gap) / 2
        with canvas.artifact():
            canvas.setStrokeColor(RULE)
            canvas.setLineWidth(0.75)
            canvas.line(self.width / 2, caption_height, self.width / 2, self.height - self.size * 0.6)
        for index, (words, sign, caption) in enumerate(self.halves):
            x = index * (half + gap)
            label = line(caption, style(self.size * 0.94, font=fonts.BOLD))
            left = x + (half - label.width - self.size * 1.4) / 2
            text = self._fitted(words, half, self.height - caption_height)
            middle = caption_height + (self.height - caption_height) / 2
            text.drawOn(canvas, x, middle - text.height / 2)
            with canvas.artifact():
                sign(canvas, left + self.size * 0.52, self.size * 0.8, self.size * 0.52)
            with canvas.content("P"):
                label.draw(canvas, left + self.size * 1.4, self.size * 0.48)

    def _fitted(self, words: str, width: float, height: float) -> TaggedParagraph:
        for size in (self.size * 1.4, self.size * 1.2, self.size, self.size * 0.9):
            text = para(words, style(size, font=fonts.SEMIBOLD, leading=size * 1.18, align=1), limit=90)
            if text.wrap(width, height)[1] <= height:
                break
        return text
