"""Floor things and furniture: mat, step, bench, table, chair, wall, door frame, wedge."""

from typing import Any

from studio.figures.body.brush import Brush
from studio.figures.body.skeleton import Skeleton
from studio.figures.outline import polygon
from studio.figures.things.solids import EDGE, MAT, PROP, WALL, WOOD, Tones, box

TONES: dict[str, Tones] = {"": PROP, "wood": WOOD, "wall": WALL, "mat": MAT}


def mat(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """x0, x1, y0, y1: a mat whose top is the floor."""
    x0, x1, y0, y1 = args
    box(brush, (x0, x1), (y0, y1), (-1.6, 0), MAT)


def block(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """x0, x1, y0, y1, z0, z1: a box, a book, a cushion of foam."""
    x0, x1, y0, y1, z0, z1 = args
    box(brush, (x0, x1), (y0, y1), (z0, z1), TONES[tone])


def step(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """x0, x1, y0, y1, height."""
    x0, x1, y0, y1, height = args
    box(brush, (x0, x1), (y0, y1), (0, height), TONES[tone])


def table(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """x0, x1, y0, y1, height: four legs and a top."""
    x0, x1, y0, y1, height = args
    _legs(brush, (x0 + 3, x1 - 3), (y0 + 3, y1 - 3), height - 4, 4.0, WOOD)
    box(brush, (x0, x1), (y0, y1), (height - 4, height), WOOD)


def couch(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """x0, x1, y0, y1, height: a padded bench."""
    x0, x1, y0, y1, height = args
    _legs(brush, (x0 + 8, x1 - 8), (y0 + 4, y1 - 4), height - 8, 4.0, PROP)
    box(brush, (x0, x1), (y0, y1), (height - 8, height), PROP)


def chair(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """x0, x1, y0, y1, seat, top, side: a chair; its back stands on the side "x0" (usual), "x1", "y0" or "y1"."""
    x0, x1, y0, y1, seat, top, *rest = args
    back = rest[0] if rest else "x0"
    spans = {
        "x0": ((x0, x0 + 3), (y0, y1)),
        "x1": ((x1 - 3, x1), (y0, y1)),
        "y0": ((x0, x1), (y0, y0 + 3)),
        "y1": ((x0, x1), (y1 - 3, y1)),
    }
    xs, ys = spans[back]
    middle = (sum(xs) / 2, sum(ys) / 2, 0.0)
    before = brush.camera.depth(middle) > brush.camera.depth(((x0 + x1) / 2, (y0 + y1) / 2, 0.0))
    _legs(brush, (x0, x1), (y0, y1), seat - 4, 3.0, WOOD)
    if not before:
        box(brush, xs, ys, (seat, top), WOOD)
    box(brush, (x0, x1), (y0, y1), (seat - 4, seat), WOOD)
    if before:
        box(brush, xs, ys, (seat, top), WOOD)


def stool(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """x0, x1, y0, y1, height: a chair without a back."""
    x0, x1, y0, y1, height = args
    _legs(brush, (x0, x1), (y0, y1), height - 4, 3.0, WOOD)
    box(brush, (x0, x1), (y0, y1), (height - 4, height), WOOD)


def _legs(
    brush: Brush, xs: tuple[float, float], ys: tuple[float, float], top: float, size: float, tones: Tones
) -> None:
    corners = [(x, y) for x in (xs[0], xs[1] - size) for y in (ys[0], ys[1] - size)]
    for x, y in sorted(corners, key=lambda at: brush.camera.depth((*at, 0.0))):
        box(brush, (x, x + size), (y, y + size), (0, top), tones)


def wall_x(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """x, thickness, y0, y1, top: a wall across the way forward; its face is at x."""
    x, thick, y0, y1, top = args
    box(brush, (x, x + thick), (y0, y1), (0, top), WALL)


def wall_y(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """y, thickness, x0, x1, top: a wall along the way forward; its face is at y."""
    y, thick, x0, x1, top = args
    box(brush, (x0, x1), (y, y + thick), (0, top), WALL)


def door(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """x, half opening, width of the posts, top: a door frame one walks through forward."""
    x, half, wide, top = args
    for sign in sorted((1, -1), key=lambda way: brush.camera.depth((x, way * half, 0))):
        box(brush, (x - 4, x + 4), (sign * half, sign * (half + wide)), (0, top), WOOD)
    box(brush, (x - 4, x + 4), (-half - wide, half + wide), (top, top + wide), WOOD)


def post(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """x, y, top: what a band is tied to."""
    x, y, top = args
    box(brush, (x - 3, x + 3), (y - 3, y + 3), (0, top), PROP)


def wedge(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """x0, x1, y0, y1, height at y0, height at y1: a ramp that rises to one side."""
    x0, x1, y0, y1, low, high = args
    x = x1 if brush.camera.to_eye[0] > 0 else x0
    flat = brush.camera.flat
    for corners, colour in (
        ([(x0, y0, low), (x1, y0, low), (x1, y1, high), (x0, y1, high)], WOOD.light),
        ([(x, y0, 0), (x, y1, 0), (x, y1, high), (x, y0, low)], WOOD.plain),
    ):
        brush.outlined([polygon([flat(one) for one in corners])], colour, WOOD.edge, EDGE)
