"""A display list on paper."""

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.styles import INK, PALE, RULE, SOFT, TEAL, WHITE, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import line
from studio.figures import Area, Disc, Drawing, Stroke, Words
from studio.figures.shapes import Colour

COLOURS: dict[Colour, Color] = {
    "ink": INK,
    "soft": SOFT,
    "rule": RULE,
    "pale": PALE,
    "paper": WHITE,
    "key": TEAL,
}


class Drawn(Flowable):
    """A drawing, scaled to a width; one without words for it is decoration."""

    def __init__(self, drawing: Drawing, width: float) -> None:
        super().__init__()
        self.drawing = drawing
        self.scale = width / drawing.width
        self.width, self.height = width, drawing.height * self.scale

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        if self.drawing.alt:
            with self.canv.content("Figure", alt=self.drawing.alt):
                self._draw_shapes(self.canv)
        else:
            with self.canv.artifact():
                self._draw_shapes(self.canv)

    def _draw_shapes(self, canvas: TaggedCanvas) -> None:
        canvas.saveState()
        canvas.translate(0, self.height)
        canvas.scale(self.scale, self.scale)
        for shape in self.drawing.shapes:
            match shape:
                case Stroke():
                    _stroke(canvas, shape)
                case Area(points, colour):
                    _path(canvas, points, COLOURS[colour])
                case Disc(x, y, radius, fill, edge, width):
                    canvas.setFillColor(COLOURS[fill])
                    canvas.setStrokeColor(COLOURS[edge])
                    canvas.setLineWidth(width)
                    canvas.circle(x, -y, radius, stroke=1, fill=1)
                case Words(x, y, text, size, colour, align, bold):
                    look = style(size, font=fonts.BOLD if bold else fonts.REGULAR, colour=COLOURS[colour])
                    line(text, look).draw(canvas, x, -y, align)
        canvas.restoreState()


def _stroke(canvas: TaggedCanvas, stroke: Stroke) -> None:
    canvas.setStrokeColor(COLOURS[stroke.colour])
    canvas.setLineWidth(stroke.width)
    canvas.setDash([3, 3] if stroke.dashed else [])
    path = canvas.beginPath()
    path.moveTo(stroke.points[0][0], -stroke.points[0][1])
    for x, y in stroke.points[1:]:
        path.lineTo(x, -y)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.setDash([])


def _path(canvas: TaggedCanvas, points: tuple[tuple[float, float], ...], colour: Color) -> None:
    path = canvas.beginPath()
    path.moveTo(points[0][0], -points[0][1])
    for x, y in points[1:]:
        path.lineTo(x, -y)
    path.close()
    canvas.setFillColor(colour)
    canvas.drawPath(path, stroke=0, fill=1)
