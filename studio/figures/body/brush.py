"""What the parts of the body are painted with: a camera and a growing display list."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, cast

from studio.figures.camera import Camera
from studio.figures.outline import Ball, hull, polygon, wrapped
from studio.figures.shapes import Body, Colour, Path, Ring, Shape
from studio.figures.space import Vec

LINE = 0.85
"""The outline in points of the output."""


@dataclass(slots=True)
class Brush:
    """Paints in the order it is told; y grows upwards until the panel is finished."""

    camera: Camera
    shapes: list[Shape] = field(default_factory=list)

    def fill(self, rings: Sequence[Ring], colour: Colour) -> None:
        """Paint an area without a line."""
        self.shapes.append(Path(tuple(rings), fill=colour))

    def outlined(self, rings: Sequence[Ring], colour: Colour, edge: Colour = "line", width: float = LINE) -> None:
        """Paint the union of the rings with one line round it."""
        self.shapes.append(Path(tuple(rings), fill=colour, edge=edge, width=width, outside=True))

    def line(self, ring: Ring, colour: Colour = "line", width: float = LINE) -> None:
        """Draw along a ring."""
        self.shapes.append(Path((ring,), edge=colour, width=width))

    def wrapped(self, balls: Sequence[Ball], points: Sequence[Vec] = ()) -> Ring:
        """Return the hull of balls and points as it is seen."""
        return wrapped(self.camera, balls, points)

    def flat_hull(self, points: Sequence[Vec]) -> Ring:
        """Return the hull of points as it is seen."""
        return polygon(hull([self.camera.flat(one) for one in points]))


def far(
    colour: Literal["line", "skin", "shirt", "shorts", "shoe", "sole", "target", "target_edge"], away: bool
) -> Body:
    """Return the paler colour of a limb on the far side."""
    return cast(Body, f"far_{colour}") if away else colour
