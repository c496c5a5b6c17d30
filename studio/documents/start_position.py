"""The start position of an exercise as a pictogram, with the kit and the side: where there is no picture."""

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Shrunk, Stack
from studio.documents.postures import POSTURES, Posture
from studio.documents.styles import INK, RULE, SOFT, WHITE, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import line, para
from studio.sheets import Pictured


class StartPosition(Flowable):
    """A pictogram of the start position with its name, the kit and the side, under it or beside it."""

    def __init__(self, exercise: Pictured, body: float, small: float) -> None:
        super().__init__()
        self.exercise = exercise
        self.posture = POSTURES.get(exercise.posture)
        self.body, self.small = body, small

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, availHeight
        self._arrange(availWidth, availHeight, beside=True)
        beside = self.figure
        self._arrange(availWidth, availHeight, beside=False)
        # In a low box the figure is larger beside its words.
        if availWidth > 8 * self.body and beside > 1.35 * self.figure:
            self._arrange(availWidth, availHeight, beside=True)
        return availWidth, availHeight

    def _arrange(self, width: float, height: float, *, beside: bool) -> None:
        self.beside = beside
        self.words_width = width * 0.52 if beside else width
        self.sides_height = self.body * 1.7 if self.exercise.side else 0.0
        self.words = Shrunk(self._words(align=0 if beside else 1), height - self.sides_height)
        _, self.words_height = self.words.wrap(self.words_width, height)
        self.figure = 0.0
        if self.posture:
            room = height if beside else height - self.words_height - self.sides_height - self.body * 0.7
            across = width - self.words_width - self.body if beside else width
            self.figure = min((room - 8) / (self.posture.height + 8), across / (104 if beside else 110), 1.05)

    def _words(self, *, align: int) -> Stack:
        exercise = self.exercise
        words: list[Flowable | float] = []
        for text, look in (
            (exercise.position, style(self.body, font=fonts.SEMIBOLD, align=align)),
            (", ".join(exercise.kit), style(self.small, colour=SOFT, align=align)),
            (exercise.side_words, style(self.small, font=fonts.SEMIBOLD, align=align)),
        ):
            if text:
                words += [para(text, look), self.body * 0.12]
        return Stack(words)

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        scale = self.figure if self.figure > 0.2 and self.posture else 0.0
        figure_height = (self.posture.height + 8) * scale if self.posture else 0.0
        text_height = self.words_height + self.sides_height
        gap = self.body * 0.7 if scale and not self.beside else 0.0
        if self.beside:
            figure_x, figure_top = 0.0, (self.height + figure_height) / 2
            words_x, words_top = self.width - self.words_width, (self.height + text_height) / 2
        else:
            figure_x, figure_top = self.width / 2 - 50 * scale, (self.height + figure_height + gap + text_height) / 2
            words_x, words_top = 0.0, figure_top - figure_height - gap
        if scale and self.posture:
            with canvas.artifact():
                draw_posture(canvas, self.posture, figure_x, figure_top - self.posture.height * scale, scale)
        self.words.drawOn(canvas, words_x, words_top - self.words_height)
        if self.exercise.side:
            radius = self.body * 0.68
            middle = words_x + radius * 2.25 if self.beside else self.width / 2
            with canvas.artifact():
                draw_sides(canvas, middle, words_top - self.words_height - self.body * 0.9, radius, self.exercise.side)


def draw_posture(canvas: TaggedCanvas, posture: Posture, x: float, y: float, scale: float) -> None:
    """Draw a pictogram with the left end of its floor at (x, y)."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(scale, scale)
    canvas.setLineJoin(1)
    canvas.setLineCap(1)
    for strokes, colour, width in ((posture.props, RULE, 2.4), (posture.body, INK, 8.5)):
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(width)
        for stroke in strokes:
            path = canvas.beginPath()
            path.moveTo(*stroke[0])
            for point in stroke[1:]:
                path.lineTo(*point)
            canvas.drawPath(path, stroke=1, fill=0)
    canvas.setFillColor(INK)
    canvas.circle(*posture.head, 8, stroke=0, fill=1)
    canvas.restoreState()


def draw_sides(canvas: TaggedCanvas, x: float, y: float, radius: float, side: str) -> None:
    """Draw L and R as the client has them, filled where the exercise is done."""
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1)
    for letter, name, offset in (("L", "left", -1.25), ("R", "right", 1.25)):
        done = side in {name, "both"}
        canvas.setFillColor(INK if done else WHITE)
        canvas.circle(x + offset * radius, y, radius, stroke=1, fill=1)
        look = style(radius * 1.3, font=fonts.BOLD, colour=WHITE if done else SOFT)
        line(letter, look).draw(canvas, x + offset * radius, y - radius * 0.46, "centre")
