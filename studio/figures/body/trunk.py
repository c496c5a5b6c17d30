"""The trunk: shorts, neck and T-shirt with its collar."""

import itertools
from math import cos, pi, sin

from studio.figures.body.brush import LINE, Brush
from studio.figures.body.flesh import trunk_pairs
from studio.figures.body.skeleton import Skeleton
from studio.figures.limb import limb
from studio.figures.outline import oval
from studio.figures.shapes import Point, Ring
from studio.figures.space import ORIGIN, add, dot, from_, times


def trunk(brush: Brush, bones: Skeleton) -> None:
    """Paint the trunk."""
    pairs, pelvis, thorax, waist = trunk_pairs(bones), bones.pelvis, bones.thorax, bones.levels[1]
    bands = [brush.wrapped([*low, *high]) for low, high in itertools.pairwise(pairs)]
    seats = [brush.wrapped([(pelvis.at(-3.9, y, -1.8), 7.5), (pelvis.at(-1.5, y, 7), 8)]) for y in (5.0, -5.0)]
    brush.outlined([bands[0], *seats], "shorts")
    neck = bones.neck
    brush.outlined(
        limb(brush.camera, [(neck.at(0, 0, -2), 5.0), (neck.at(0, 0, 3), 4.7), (neck.at(0.3, 0, 9.5), 4.6)]), "skin"
    )
    hem = oval(waist.at(-0.4, 0, -0.8), times(waist.f, 9.7), times(waist.l, 15.3))
    girdle = [
        brush.wrapped([*pairs[5], (thorax.at(-1.2, 13.5, 1.6), 4.6), (thorax.at(-1.2, -13.5, 1.6), 4.6)]),
        brush.wrapped([
            (thorax.at(-1.6, 4.0, 4.6), 4.2), (thorax.at(-1.6, -4.0, 4.6), 4.2),
            (thorax.at(-1.4, 12.5, 1.8), 4.4), (thorax.at(-1.4, -12.5, 1.8), 4.4),
        ]),
    ]  # fmt: skip
    brush.outlined([brush.wrapped([*pairs[2]], hem), *bands[2:], *girdle], "shirt")


def collar(brush: Brush, bones: Skeleton) -> None:
    """Paint the neck over the shirt again down to the collar, seen from the front or the side."""
    thorax, to_eye = bones.thorax, brush.camera.to_eye
    if dot(thorax.f, to_eye) <= -0.3:
        return
    centre = thorax.at(-0.4, 0, 7.0)
    long, wide = add(times(thorax.f, 5.6), times(thorax.u, -2.0)), times(thorax.l, 5.8)
    brush.fill([brush.wrapped([(bones.neck.at(0, 0, 3.5), 4.6)], oval(centre, long, wide))], "skin")
    count = 40
    way = [from_(ORIGIN, (long, cos(2 * pi * n / count)), (wide, sin(2 * pi * n / count))) for n in range(count)]
    near: list[Point | None] = [brush.camera.flat(add(centre, one)) if dot(one, to_eye) > 0 else None for one in way]
    start = next((n for n in range(count) if near[n - 1] is None and near[n] is not None), None)
    if start is None:
        return
    run: list[Point] = []
    for n in range(count):
        spot = near[(start + n) % count]
        if spot is None:
            break
        run.append(spot)
    if len(run) > 2:
        brush.line(Ring(run[0], tuple(run[1:]), closed=False), width=LINE * 0.9)
