"""Boxes and cylinders, lit from above."""

from collections.abc import Sequence
from typing import NamedTuple

from studio.figures.body.brush import Brush
from studio.figures.outline import hoop, polygon
from studio.figures.shapes import Colour
from studio.figures.space import Vec, cross, from_, length, sub, unit

EDGE = 0.7
"""The line of a thing in points of the output: thinner than the person's."""


class Tones(NamedTuple):
    """The colours of a solid: lit, usual, in shade, and its edges."""

    light: Colour
    plain: Colour
    dark: Colour
    edge: Colour


PROP = Tones("prop_light", "prop", "prop_dark", "prop_edge")
WOOD = Tones("wood_light", "wood", "wood_dark", "wood_edge")
WALL = Tones("wall_light", "wall", "wall", "wall_edge")
MAT = Tones("mat_light", "mat", "mat", "mat_edge")
FOAM = Tones("foam_light", "foam", "foam_dark", "foam_edge")
IRON = Tones("iron_light", "iron", "iron", "iron_edge")
CLOTH = Tones("cloth", "cloth", "cloth", "cloth_edge")


def box(brush: Brush, xs: Sequence[float], ys: Sequence[float], zs: Sequence[float], tones: Tones) -> None:
    """Paint the visible faces of an upright box between two x, two y and two z."""
    (x0, x1), (y0, y1), (z0, z1) = sorted(xs), sorted(ys), sorted(zs)
    to_eye = brush.camera.to_eye
    x, y = x1 if to_eye[0] > 0 else x0, y1 if to_eye[1] > 0 else y0
    across = abs(to_eye[0]) < abs(to_eye[1])
    faces: list[tuple[list[Vec], Colour]] = []
    if to_eye[2] > 0.01:
        faces.append(([(x0, y0, z1), (x1, y0, z1), (x1, y1, z1), (x0, y1, z1)], tones.light))
    if abs(to_eye[0]) > 0.02:
        faces.append(([(x, y0, z0), (x, y1, z0), (x, y1, z1), (x, y0, z1)], tones.dark if across else tones.plain))
    if abs(to_eye[1]) > 0.02:
        faces.append(([(x0, y, z0), (x1, y, z0), (x1, y, z1), (x0, y, z1)], tones.plain if across else tones.dark))
    for corners, colour in faces:
        brush.outlined([polygon([brush.camera.flat(one) for one in corners])], colour, tones.edge, EDGE)


def cylinder(brush: Brush, a: Vec, b: Vec, radius: float, tones: Tones, *, core: float = 0.0) -> None:
    """Paint a cylinder between two points; `core` is the radius of the hole in its ends."""
    axis = unit(sub(b, a))
    near = b if brush.camera.depth(b) > brush.camera.depth(a) else a
    if length(cross(axis, brush.camera.to_eye)) > 0.02:
        brush.outlined(
            [brush.flat_hull([*hoop(a, axis, radius), *hoop(b, axis, radius)])], tones.plain, tones.edge, EDGE
        )
    brush.outlined([brush.flat_hull(hoop(near, axis, radius))], tones.light, tones.edge, EDGE)
    if core:
        brush.outlined([brush.flat_hull(hoop(near, axis, core))], tones.dark, tones.edge, EDGE)


def rod(brush: Brush, a: Vec, b: Vec, radius: float, tones: Tones) -> None:
    """Paint a thin stick with round ends."""
    brush.outlined([brush.wrapped([(a, radius), (b, radius)])], tones.plain, tones.edge, EDGE)


def along(a: Vec, b: Vec, count: int = 6) -> list[Vec]:
    """Return points from one to the other."""
    return [from_(a, (sub(b, a), n / (count - 1))) for n in range(count)]
