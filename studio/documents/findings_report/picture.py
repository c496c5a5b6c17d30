"""What stands in the picture's place of a card: what we saw and what we want, drawn, or in words without a drawing."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.drawing import draw
from studio.documents.marks import cross_disc, tick_disc
from studio.documents.styles import RULE, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import TaggedParagraph, line, para
from studio.figures import Drawing, SawWant, posture_cards
from studio.sheets import PriorityCard

GAP = 16.0
LETTERS = 10.5
"""The R and L beside the feet, in print."""
MOST_HEIGHT, MOST_FOR_WORDS = 164.0, 136.0
SIGNS = ((cross_disc, "What we saw"), (tick_disc, "What we want"))


def most_height(cards: Sequence[PriorityCard]) -> float:
    """Return how high the box of the pictures may grow: words need less than a drawing."""
    return MOST_HEIGHT if any(drawn(card) for card in cards) else MOST_FOR_WORDS


def drawn(card: PriorityCard) -> SawWant | None:
    """Return the two drawings of a card's finding."""
    return posture_cards(card.compensation, card.side, card.severity)


class SawAndWant(Flowable):
    """Two halves over their sign and caption; it is wrapped to the picture's box and draws inside it."""

    def __init__(self, card: PriorityCard, size: float) -> None:
        super().__init__()
        self.card, self.size, self.pair = card, size, drawn(card)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, availHeight
        return availWidth, availHeight

    def draw(self) -> None:
        self.half, self.foot = (self.width - GAP) / 2, self.size * 1.9
        if self.pair:
            self._draw_pair(self.pair)
        else:
            self._draw_words()

    def _draw_pair(self, pair: SawWant) -> None:
        """Both on one scale, their feet on one line."""
        both = (pair.saw, pair.want)
        room = self.width - GAP
        high = (self.height - self.foot) / max(one.height for one in both)
        scale = min(room / sum(one.width for one in both), high)
        # The wider one takes what the other leaves.
        spare = (room - scale * sum(one.width for one in both)) / 2
        x = 0.0
        for index, one in enumerate(both):
            width = one.width * scale + spare
            self._draw_one(one, x + spare / 2, scale)
            self._draw_caption(index, x + width / 2)
            x += width + GAP

    def _draw_one(self, one: Drawing, x: float, scale: float) -> None:
        with self.canv.content("Figure", alt=one.alt):
            draw(self.canv, one, x, self.foot, scale, LETTERS)

    def _draw_words(self) -> None:
        canvas: TaggedCanvas = self.canv
        with canvas.artifact():
            canvas.setStrokeColor(RULE)
            canvas.setLineWidth(0.75)
            canvas.line(self.width / 2, self.foot, self.width / 2, self.height - self.size * 0.6)
        for index, words in enumerate((self.card.saw, self.card.want)):
            x = index * (self.half + GAP)
            text = self._fitted(words, self.half, self.height - self.foot)
            text.drawOn(canvas, x, self.foot + (self.height - self.foot - text.height) / 2)
            self._draw_caption(index, x + self.half / 2)

    def _draw_caption(self, index: int, middle: float) -> None:
        sign, caption = SIGNS[index]
        label = line(caption, style(self.size * 0.94, font=fonts.BOLD))
        left = middle - (label.width + self.size * 1.4) / 2
        with self.canv.artifact():
            sign(self.canv, left + self.size * 0.52, self.size * 0.8, self.size * 0.52)
        with self.canv.content("P"):
            label.draw(self.canv, left + self.size * 1.4, self.size * 0.48)

    def _fitted(self, words: str, width: float, height: float) -> TaggedParagraph:
        for size in (self.size * 1.4, self.size * 1.2, self.size, self.size * 0.9):
            text = para(words, style(size, font=fonts.SEMIBOLD, leading=size * 1.18, align=1), limit=90)
            if text.wrap(width, height)[1] <= height:
                break
        return text
