"""A display list on paper: written once as page operators, kept by content, and placed at any size."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.inks import Inks, colour, hatched, inks
from studio.documents.styles import style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import line
from studio.figures import Area, Disc, Drawing, Stroke, Words
from studio.figures.hatching import hatching
from studio.figures.outline import arc
from studio.figures.shapes import Path, Ring, Shape, Step

HATCH_WIDTH = 0.9
_WIDTH = re.compile(r"<([\d.]+)> w")


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
                draw(self.canv, self.drawing, 0, 0, self.scale)
        else:
            with self.canv.artifact():
                draw(self.canv, self.drawing, 0, 0, self.scale)


def draw(canvas: TaggedCanvas, drawing: Drawing, x: float, y: float, scale: float, letters: float = 0.0) -> None:
    """Draw with the lower left corner at x, y; whoever calls marks it as a figure or as decoration.

    Words in it are at least `letters` points high in print.
    """
    canvas.saveState()
    canvas.translate(x, y + drawing.height * scale)
    canvas.scale(scale, scale)
    written = operators(drawing, inks(canvas))
    # Only the shapes are cut at the frame, not the words that print larger than they were drawn.
    canvas._code.append(f"q {_WIDTH.sub(lambda found: f'{float(found[1]) / scale:.2f} w', written)} Q")
    for shape in drawing.shapes:
        if isinstance(shape, Words):
            look = style(
                max(shape.size, letters / scale),
                font=fonts.BOLD if shape.bold else fonts.REGULAR,
                colour=colour(shape.colour, inks(canvas)),
            )
            line(shape.text, look).draw(canvas, shape.x, -shape.y, shape.align)
    canvas.restoreState()


@lru_cache(maxsize=512)
def operators(drawing: Drawing, kind: Inks) -> str:
    """Return the page operators of all but the words; “<0.85> w” is a line width in points of the output."""
    parts = ["1 J 1 j", f"0 0 {_n(drawing.width)} {_n(-drawing.height)} re W n"]
    for shape in drawing.shapes:
        parts += _shape(shape, kind)
    return "\n".join(parts)


def _shape(shape: Shape, kind: Inks) -> Iterator[str]:
    match shape:
        case Path():
            yield from _path(shape, kind)
        case Stroke(points, name, width, dashed):
            yield f"{_rgb(name, kind)} RG {_n(width)} w {'[3 3] 0 d' if dashed else ''}"
            yield f"{_ring(Ring(points[0], points[1:], closed=False))} S {'[] 0 d' if dashed else ''}"
        case Area(points, name):
            yield f"{_rgb(name, kind)} rg {_ring(Ring(points[0], points[1:]))} f"
        case Disc(x, y, radius, fill, edge, width):
            ring = Ring((x + radius, y), tuple(_circle(x, y, radius)))
            yield f"{_rgb(fill, kind)} rg {_rgb(edge, kind)} RG {_n(width)} w {_ring(ring)} B"


def _circle(x: float, y: float, radius: float) -> Iterable[Step]:
    return arc(x, y, radius, 0, 6.283185307)


def _path(path: Path, kind: Inks) -> Iterator[str]:
    outline = " ".join(_ring(one) for one in path.rings)
    fill, edge = path.fill and _rgb(path.fill, kind), path.edge and _rgb(path.edge, kind)
    if edge and path.outside:
        # The line first and the area over its inner half: where rings overlap no line shows.
        yield f"{edge} RG <{path.width * 2:.2f}> w {outline} S"
        edge = None
    if fill:
        yield f"{fill} rg {outline} f"
    if hatched(path, kind):
        yield f"{_rgb(path.edge or 'line', kind)} RG <{HATCH_WIDTH}> w"
        for (x0, y0), (x1, y1) in hatching(path):
            yield f"{_n(x0)} {_n(-y0)} m {_n(x1)} {_n(-y1)} l"
        yield "S"
    if edge:
        dash, solid = ("[1.6 1.2] 0 d ", " [] 0 d") if path.dashed else ("", "")
        yield f"{dash}{edge} RG <{path.width:.2f}> w {outline} S{solid}"


def _ring(ring: Ring) -> str:
    parts = [f"{_n(ring.start[0])} {_n(-ring.start[1])} m"]
    for step in ring.steps:
        numbers = " ".join(_n(value if n % 2 == 0 else -value) for n, value in enumerate(step))
        parts.append(f"{numbers} {'l' if len(step) == 2 else 'c'}")
    return " ".join(parts) + (" h" if ring.closed else "")


def _rgb(name: str, kind: Inks) -> str:
    shade = colour(name, kind)
    return " ".join(_n(value, 3) for value in (shade.red, shade.green, shade.blue))


def _n(number: float, places: int = 1) -> str:
    text = f"{number:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
