"""What a drawing is made of. Lengths are units of the drawing, y grows downwards; colours are named by their part."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

Ink = Literal["ink", "soft", "rule", "pale", "paper", "key"]
Body = Literal[
    "line", "skin", "shirt", "shorts", "shoe", "sole", "hair", "target", "target_edge",
    "far_line", "far_skin", "far_shirt", "far_shorts", "far_shoe", "far_sole", "far_target", "far_target_edge",
]  # fmt: skip
Thing = Literal[
    "shadow", "mat", "mat_light", "mat_edge", "prop", "prop_light", "prop_dark", "prop_edge", "wood", "wood_light",
    "wood_dark", "wood_edge", "wall", "wall_light", "wall_edge", "foam", "foam_light", "foam_dark", "foam_edge",
    "iron", "iron_light", "iron_edge", "band", "band_edge", "cloth", "cloth_edge",
]  # fmt: skip
Sign = Literal["good", "bad", "muscle", "muscle_edge", "over", "over_edge", "under", "under_edge"]
Colour = Ink | Body | Thing | Sign
Align = Literal["left", "centre", "right"]
Point = tuple[float, float]
Step = tuple[float, ...]
"""(x, y): a straight line there. (x1, y1, x2, y2, x, y): a cubic curve there."""


@dataclass(frozen=True, slots=True)
class Ring:
    """One sub-path: a start and the steps from it."""

    start: Point
    steps: tuple[Step, ...]
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Path:
    """A filled or drawn outline of one or more rings that unite (nonzero rule).

    `width` is in points of the OUTPUT, the same however much the drawing is scaled. With `outside` the line lies
    round the union: no line shows where rings overlap.
    """

    rings: tuple[Ring, ...]
    fill: Colour | None = None
    edge: Colour | None = None
    width: float = 0.85
    outside: bool = False
    hatched: bool = False
    """Crossed by slanting lines of the edge's colour: told apart without colour."""
    dashed: bool = False
    name: str = ""
    """What it shows, for a page that lets it be tapped."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """An open line through some points."""

    points: tuple[Point, ...]
    colour: Colour = "ink"
    width: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A filled polygon."""

    points: tuple[Point, ...]
    colour: Colour = "ink"


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle, filled and with an edge."""

    x: float
    y: float
    radius: float
    fill: Colour = "ink"
    edge: Colour = "ink"
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text with its baseline at `y`."""

    x: float
    y: float
    text: str
    size: float
    colour: Colour = "ink"
    align: Align = "left"
    bold: bool = False


Shape = Stroke | Area | Disc | Words | Path


@dataclass(frozen=True, slots=True)
class Drawing:
    """A display list; `alt` says the same in words."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alt: str


def box(left: float, top: float, right: float, bottom: float, colour: Colour) -> Area:
    """Return a filled rectangle."""
    return Area(((left, top), (right, top), (right, bottom), (left, bottom)), colour)


def placed(shapes: Iterable[Shape], dx: float, dy: float) -> tuple[Shape, ...]:
    """Return shapes moved."""
    return _moved(shapes, 1.0, dx, 1.0, dy)


def turned_over(shapes: Iterable[Shape], dx: float, top: float) -> tuple[Shape, ...]:
    """Return shapes whose y grew upwards with y growing downwards from `top`; words stay upright."""
    return _moved(shapes, 1.0, dx, -1.0, top)


def mirrored(drawing: Drawing) -> Drawing:
    """Return the drawing as a mirror shows it; words stay readable."""
    return replace(drawing, shapes=_moved(drawing.shapes, -1.0, drawing.width, 1.0, 0.0))


def _moved(shapes: Iterable[Shape], kx: float, dx: float, ky: float, dy: float) -> tuple[Shape, ...]:
    def there(step: Step) -> Step:
        if len(step) == 2:
            return (kx * step[0] + dx, ky * step[1] + dy)
        x1, y1, x2, y2, x, y = step
        return (kx * x1 + dx, ky * y1 + dy, kx * x2 + dx, ky * y2 + dy, kx * x + dx, ky * y + dy)

    def point(at: Point) -> Point:
        return kx * at[0] + dx, ky * at[1] + dy

    moved: list[Shape] = []
    for shape in shapes:
        match shape:
            case Path(rings):
                turned = (Ring(point(one.start), tuple(map(there, one.steps)), one.closed) for one in rings)
                moved.append(replace(shape, rings=tuple(turned)))
            case Stroke(points) | Area(points):
                moved.append(replace(shape, points=tuple(map(point, points))))
            case Disc(x, y) | Words(x, y):
                x, y = point((x, y))
                moved.append(replace(shape, x=x, y=y))
    return tuple(moved)


def extent(shapes: Iterable[Shape]) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of what is drawn; control points count, lines have no width."""
    xs: list[float] = []
    ys: list[float] = []
    for shape in shapes:
        match shape:
            case Path(rings):
                for ring in rings:
                    for step in (ring.start, *ring.steps):
                        xs.extend(step[0::2])
                        ys.extend(step[1::2])
            case Stroke(points) | Area(points):
                xs.extend(x for x, _ in points)
                ys.extend(y for _, y in points)
            case Disc(x, y, radius):
                xs += [x - radius, x + radius]
                ys += [y - radius, y + radius]
            case Words(x, y, text, size):
                half = 0.32 * size * len(text)
                xs += [x - half, x + half]
                ys += [y - size * 0.8, y]
    return (min(xs), min(ys), max(xs), max(ys)) if xs else (0.0, 0.0, 0.0, 0.0)
