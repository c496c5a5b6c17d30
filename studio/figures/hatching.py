"""Slanting lines across an area: what tells two kinds apart without colour, on a screen and on a fax."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from studio.figures.shapes import Path, Point, Ring

GAP = 2.6
"""Between two lines, in units of the drawing."""
SLANT = 0.5**0.5


def hatching(path: Path, gap: float = GAP) -> Iterator[tuple[Point, Point]]:
    """Yield the lines, rising to the right in a drawing whose y grows downwards, that lie inside a path."""
    edges: list[tuple[Point, Point]] = []
    for ring in path.rings:
        # Turned by 45 degrees the lines are level: a scan line finds where they cross the outline.
        points = [((x - y) * SLANT, (x + y) * SLANT) for x, y in flattened(ring)]
        edges += pairwise([*points, points[0]])
    if not edges:
        return
    low, high = min(y for (_, y), _ in edges), max(y for (_, y), _ in edges)
    level = low - low % gap + gap
    while level < high:
        crossed = sorted(
            a[0] + (level - a[1]) * (b[0] - a[0]) / (b[1] - a[1]) for a, b in edges if (a[1] > level) != (b[1] > level)
        )
        for start, end in zip(crossed[0::2], crossed[1::2], strict=False):
            yield _back(start, level), _back(end, level)
        level += gap


def _back(x: float, y: float) -> Point:
    return (x + y) * SLANT, (y - x) * SLANT


def flattened(ring: Ring, pieces: Sequence[float] = (0.25, 0.5, 0.75)) -> list[Point]:
    """Return the points of a ring, its curves as a few straight lines."""
    points = [ring.start]
    for step in ring.steps:
        if len(step) == 6:
            x0, y0 = points[-1]
            x1, y1, x2, y2, x3, y3 = step
            for t in pieces:
                u = 1 - t
                a, b, c, d = u**3, 3 * u * u * t, 3 * u * t * t, t**3
                points.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
        points.append((step[-2], step[-1]))
    return points
