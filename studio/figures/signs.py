"""Small signs that stand beside their word."""

import math

from studio.figures.shapes import Area, Disc, Drawing, Shape, Stroke

SIZE = 20.0


def severity_sign(severity: int | None) -> Drawing:
    """Return ● marked, ◐ mild, ○ not seen, or a dash for not judged; the word beside it is what is read out."""
    middle, radius = SIZE / 2, SIZE * 0.4
    shapes: tuple[Shape, ...]
    if severity is None:
        shapes = (Stroke(((middle - radius * 0.7, middle), (middle + radius * 0.7, middle)), "soft", 1.8),)
    else:
        shapes = (Disc(middle, middle, radius, "ink" if severity > 1 else "paper", "ink", 1.6),)
        if severity == 1:
            turns = [math.pi / 2 + math.pi * step / 16 for step in range(17)]
            half = tuple((middle + radius * math.cos(turn), middle + radius * math.sin(turn)) for turn in turns)
            shapes = (*shapes, Area(half, "ink"))
    return Drawing(SIZE, SIZE, shapes, "")
