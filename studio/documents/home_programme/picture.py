"""What stands in the picture's place of an exercise: the start position, the kit and the side."""

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Stack
from studio.documents.home_programme.postures import POSTURES, Posture
from studio.documents.home_programme.scale import Scale
from studio.documents.styles import INK, RULE, SOFT, WHITE, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import line, para
from studio.sheets import HomeLine


def picture(exercise: HomeLine, scale: Scale) -> Flowable:
    """Return what fills the picture's box; it is wrapped to the box and draws inside it."""
    return StartPosition(exercise, scale)


class StartPosition(Flowable):
    """A pictogram of the start position over its name, the kit and the side, in the middle of the box."""

    def __init__(self, exercise: HomeLine, scale: Scale) -> None:
        super().__init__()
        self.posture = POSTURES.get(exercise.posture)
        self.side = exercise.side
        self.size = scale.body
        words: list[Flowable | float] = []
        for text, look in (
            (exercise.position, style(scale.body, font=fonts.SEMIBOLD, align=1)),
            (", ".join(exercise.kit), style(scale.label, colour=SOFT, align=1)),
            (exercise.side_words, style(scale.label, font=fonts.SEMIBOLD, align=1)),
        ):
            if text:
                words += [para(text, look), scale.body * 0.12]
        self.words = Stack(words)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, availHeight
        _, self.words_height = self.words.wrap(availWidth, availHeight)
        return availWidth, availHeight

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        sides = self.size * 1.9 if self.side else 0
        room = self.height - self.words_height - sides - self.size
        figure = 0.0
        if self.posture and room > 30:
            scale = min(room / (self.posture.height + 8), self.width / 110, 1.05)
            figure = (self.posture.height + 8) * scale + self.size * 0.7
        y = self.height - max(0.0, (self.height - figure - self.words_height - sides) / 2)
        if figure and self.posture:
            with canvas.artifact():
                draw_posture(canvas, self.posture, self.width / 2 - 50 * scale, y - self.posture.height * scale, scale)
        y -= figure + self.words_height
        self.words.drawOn(canvas, 0, y)
        if self.side:
            with canvas.artifact():
                draw_sides(canvas, self.width / 2, y - self.size * 0.9, self.size * 0.68, self.side)


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
