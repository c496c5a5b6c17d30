"""The outline of a limb: a chain of balls, each joined to the next. Here y grows upwards, as the camera sees."""

from collections.abc import Sequence
from itertools import pairwise
from math import acos, atan2, cos, hypot, pi, sin

from studio.figures.camera import Camera
from studio.figures.outline import Ball, Disc2, arc, capsule, seen
from studio.figures.shapes import Point, Ring

SHARP = 0.6
"""A limb that bends more than this from one ball to the next, in radians, has no simple outline."""


def limb(camera: Camera, balls: Sequence[Ball]) -> list[Ring]:
    """Return the outline of a limb: round its first ball, along one side, round its last and back.

    A limb that points at the eye, whose balls hide each other, is the union of capsules.
    """
    discs = [seen(camera, one) for one in balls]
    pairs = list(pairwise(discs))
    if any(hypot(b[0] - a[0], b[1] - a[1]) <= abs(a[2] - b[2]) + 0.5 for a, b in pairs):
        return [capsule(a, b) for a, b in pairs]
    ways = [atan2(b[1] - a[1], b[0] - a[0]) for a, b in pairs]
    bends = [(after - before + pi) % (2 * pi) - pi for before, after in pairwise(ways)]
    if any(abs(bend) > SHARP for bend in bends):
        return [capsule(a, b) for a, b in pairs]
    spreads = [acos((a[2] - b[2]) / hypot(b[0] - a[0], b[1] - a[1])) for a, b in pairs]
    # Where two capsules meet, the outline touches the ball between them halfway between their tangents.
    sides = [
        (way + bend / 2, (before + after) / 2)
        for way, bend, (before, after) in zip(ways, bends, pairwise(spreads), strict=False)
    ]
    right = [_on(disc, way - spread) for disc, (way, spread) in zip(discs[1:], sides, strict=False)]
    left = [_on(disc, way + spread) for disc, (way, spread) in zip(discs[1:], sides, strict=False)]
    first = arc(*discs[0], ways[0] + spreads[0], ways[0] - spreads[0] + 2 * pi)
    last = arc(*discs[-1], ways[-1] - spreads[-1], ways[-1] + spreads[-1])
    start, turn = _on(discs[0], ways[0] + spreads[0]), _on(discs[-1], ways[-1] - spreads[-1])
    return [Ring(start, (*first, *right, turn, *last, *left[::-1]))]


def _on(disc: Disc2, angle: float) -> Point:
    return disc[0] + disc[2] * cos(angle), disc[1] + disc[2] * sin(angle)
