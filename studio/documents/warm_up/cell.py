"""One exercise of the card: number, picture, name, dose, and a box to tick."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Shrunk
from studio.documents.exercise_picture import exercise_picture
from studio.documents.marks import draw_pill, frame, number_disc, pill
from studio.documents.styles import style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import para
from studio.sheets import WarmUpLine

PAD = 9.0
GAP = 5.0
LOW = 150.0
"""Below this height the name stands beside the picture."""
DOSES = (26.0, 24.0, 22.0, 20.0, 18.0, 16.0)
"""A capital is 1/250 of the distance: 26 points are read from 1.5 m, 16 from one."""
NAMES = (19.0, 17.5, 16.0, 15.0, 14.0, 13.0, 12.0)


class Cell:
    """A cell of the card, set for its width and height; the picture takes what the words leave."""

    def __init__(self, exercise: WarmUpLine, width: float, height: float) -> None:
        self.exercise, self.low = exercise, height < LOW
        self.width, self.height = width - 2 * PAD, height - 2 * PAD
        self.radius, self.box = (12.0, 24.0) if self.low else (14.0, 27.0)
        self.words = self.width * 0.53 if self.low else self.width
        lines = 3 if self.low and not exercise.with_coach else 2
        self.name, self.name_height = _set(exercise.name, NAMES, self.words, lines, fonts.SEMIBOLD, None)
        self.dose, self.dose_height = _set(exercise.dose, DOSES, self.width - self.box - GAP - 3, 1, fonts.BOLD, "P")
        self.with_coach = pill("with your coach", 10.5 if self.low else 12, self.words) if exercise.with_coach else None
        sizes = (10.0, 9.8) if self.low else (15.0, 12.0)
        self.picture = exercise_picture(exercise, body=sizes[0], label=sizes[1], words=False, small=self.low)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw with the upper left corner at (x, top)."""
        x, top, bottom = x + PAD, top - PAD, top - PAD - self.height
        foot = bottom + max(self.dose_height, self.box) + GAP
        with canvas.artifact():
            frame(canvas, x - PAD, top + PAD, self.width + 2 * PAD, self.height + 2 * PAD, 0.9)
            frame(canvas, x + self.width - self.box, bottom + self.box, self.box, self.box, 1.3)
        with canvas.element("Sect"):
            if self.low:
                left = x + self.width - self.words
                self._draw_words(canvas, x, top, left, top - self.name_height)
                inset = 2 * self.radius + 2
                self._draw_picture(canvas, x + inset, top, self.width - self.words - inset - GAP, foot)
            else:
                self._draw_words(canvas, x, top, x, foot - 2)
                inset = self.radius * (2.3 if self.exercise.photo else 1.7)  # a photo has no empty corner
                self._draw_picture(canvas, x + inset, top, self.width - inset, foot + self.name_height)
            self.dose.drawOn(canvas, x, bottom + (self.box - self.dose_height) / 2)

    def _draw_words(self, canvas: TaggedCanvas, x: float, top: float, left: float, y: float) -> None:
        """Number, name with its lower left corner at (left, y), and what is done with the coach."""
        with canvas.content("H3"):
            number_disc(canvas, x + self.radius, top - self.radius, self.exercise.number, self.radius)
            self.name.drawOn(canvas, left, y)
        if self.with_coach:
            # Under the name where that stands at the top, else in the upper right corner.
            tag = self.with_coach
            with canvas.content("P"):
                at = (left + 1, y - tag.size * 1.5) if self.low else (x + self.width - tag.width - tag.size, top - 14)
                draw_pill(canvas, *at, tag, solid=False)

    def _draw_picture(self, canvas: TaggedCanvas, x: float, top: float, width: float, bottom: float) -> None:
        top -= 20 if self.with_coach and not self.low else 0
        self.picture.wrap(width, top - bottom)
        self.picture.drawOn(canvas, x, bottom)


def _set(
    text: str, sizes: Sequence[float], room: float, lines: int, font: str, tag: str | None
) -> tuple[Flowable, float]:
    """Return the text in the largest size that takes at most so many lines, and its height; shrunk where none does."""
    for size in sizes:
        words = para(text, style(size, font=font, leading=size * 1.1), tag=tag, limit=80)
        _, height = words.wrap(room, 1000)
        if height <= lines * size * 1.1 + 1:
            return words, height
    shrunk = Shrunk(words, lines * size * 1.1 + 1)
    return shrunk, shrunk.wrap(room, 1000)[1]
