"""Outlines in the flat: hulls round discs and points, soft closed curves. Here y grows upwards, as the camera sees."""

from collections.abc import Sequence
from math import acos, atan2, ceil, cos, hypot, pi, sin, tan

from studio.figures.camera import Camera
from studio.figures.shapes import Point, Ring, Step
from studio.figures.space import Vec, about, from_, times

Ball = tuple[Vec, float]
"""A centre and a radius in space."""
Disc2 = tuple[float, float, float]


def arc(x: float, y: float, radius: float, start: float, end: float) -> list[Step]:
    """Return the curves of an arc from one angle to a larger one, in radians."""
    pieces = max(1, ceil((end - start) / (pi / 2) - 1e-6))
    each = (end - start) / pieces
    k = 4 / 3 * tan(each / 4) * radius
    steps: list[Step] = []
    for n in range(pieces):
        a, b = start + n * each, start + (n + 1) * each
        ca, sa, cb, sb = cos(a), sin(a), cos(b), sin(b)
        steps.append(
            (
                x + radius * ca - k * sa,
                y + radius * sa + k * ca,
                x + radius * cb + k * sb,
                y + radius * sb - k * cb,
                x + radius * cb,
                y + radius * sb,
            )
        )
    return steps


def circle(x: float, y: float, radius: float) -> Ring:
    """Return a whole circle."""
    return Ring((x + radius, y), tuple(arc(x, y, radius, 0, 2 * pi)))


def capsule(a: Disc2, b: Disc2) -> Ring:
    """Return the tapered hull of two discs."""
    apart = hypot(b[0] - a[0], b[1] - a[1])
    if apart <= abs(a[2] - b[2]) + 1e-6:
        return circle(*(a if a[2] >= b[2] else b))
    along, spread = atan2(b[1] - a[1], b[0] - a[0]), acos((a[2] - b[2]) / apart)
    start = (a[0] + a[2] * cos(along + spread), a[1] + a[2] * sin(along + spread))
    far = (b[0] + b[2] * cos(along - spread), b[1] + b[2] * sin(along - spread))
    return Ring(
        start,
        (
            *arc(*a, along + spread, along - spread + 2 * pi),
            far,
            *arc(*b, along - spread, along + spread),
        ),
    )


def hull(points: Sequence[Point]) -> list[Point]:
    """Return the convex hull, counter-clockwise."""
    spots = sorted({(round(x, 3), round(y, 3)) for x, y in points})

    def half(run: Sequence[Point]) -> list[Point]:
        kept: list[Point] = []
        for p in run:
            while len(kept) > 1 and _turn(kept[-2], kept[-1], p) <= 0:
                kept.pop()
            kept.append(p)
        return kept[:-1]

    return half(spots) + half(spots[::-1])


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def polygon(points: Sequence[Point]) -> Ring:
    """Return a closed ring of straight lines."""
    return Ring(points[0], tuple(points[1:]))


def soft(points: Sequence[Point], *, closed: bool = True, tension: float = 6.0) -> Ring:
    """Return a smooth curve through the points (Catmull-Rom)."""
    count = len(points)
    steps: list[Step] = []
    for n in range(count if closed else count - 1):
        if closed:
            a, b, c, d = points[n - 1], points[n], points[(n + 1) % count], points[(n + 2) % count]
        else:
            a, b, c, d = points[max(n - 1, 0)], points[n], points[n + 1], points[min(n + 2, count - 1)]
        steps.append(
            (
                b[0] + (c[0] - a[0]) / tension,
                b[1] + (c[1] - a[1]) / tension,
                c[0] - (d[0] - b[0]) / tension,
                c[1] - (d[1] - b[1]) / tension,
                *c,
            )
        )
    return Ring(points[0], tuple(steps), closed)


def sampled(x: float, y: float, radius: float, count: int = 16) -> list[Point]:
    """Return points round a circle."""
    return [(x + radius * cos(2 * pi * n / count), y + radius * sin(2 * pi * n / count)) for n in range(count)]


def seen(camera: Camera, ball: Ball) -> Disc2:
    """Return the disc a ball is seen as."""
    x, y = camera.flat(ball[0])
    return x, y, ball[1]


def wrapped(camera: Camera, balls: Sequence[Ball], points: Sequence[Vec] = ()) -> Ring:
    """Return the hull of balls and points as a soft outline that keeps to arcs where it can."""
    discs = [seen(camera, one) for one in balls]
    if not points:
        if len(discs) == 1:
            return circle(*discs[0])
        if len(discs) == 2:
            return capsule(*discs)
        return _hull_of_discs(discs)
    spots = [spot for disc in discs for spot in sampled(*disc)] + [camera.flat(one) for one in points]
    return polygon(hull(spots))


def _hull_of_discs(discs: Sequence[Disc2]) -> Ring:
    """The exact hull: arcs of the discs that reach furthest, joined by their common tangents."""
    count = 72
    furthest: list[int] = []
    for n in range(count):
        a = 2 * pi * n / count
        ca, sa = cos(a), sin(a)
        furthest.append(max(range(len(discs)), key=lambda k: discs[k][0] * ca + discs[k][1] * sa + discs[k][2]))
    if len(set(furthest)) == 1:
        return circle(*discs[furthest[0]])
    turns: list[tuple[float, int]] = []
    for n in range(count):
        before, now = furthest[n - 1], furthest[n]
        if before != now:
            turns += _turns(discs, before, now, 2 * pi * (n - 0.5) / count)
    steps: list[Step] = []
    for n, (angle, k) in enumerate(turns):
        end = turns[(n + 1) % len(turns)][0]
        while end < angle - 1e-9:
            end += 2 * pi
        x, y, radius = discs[k]
        first = (x + radius * cos(angle), y + radius * sin(angle))
        steps.append(first)
        if end - angle > 1e-3:
            steps += arc(x, y, radius, angle, end)
    start = (steps[0][0], steps[0][1])
    return Ring(start, tuple(steps[1:]))


def _turns(discs: Sequence[Disc2], before: int, now: int, near: float) -> list[tuple[float, int]]:
    """Where the outline leaves one disc for another, and for those between that the steps round it missed."""
    angle = _tangent(discs[before], discs[now], near)
    ca, sa = cos(angle), sin(angle)
    reach = [x * ca + y * sa + radius for x, y, radius in discs]
    further = max(range(len(discs)), key=reach.__getitem__)
    if further in (before, now) or reach[further] <= reach[now] + 1e-6:
        return [(angle, now)]
    return _turns(discs, before, further, near) + _turns(discs, further, now, near)


def _tangent(a: Disc2, b: Disc2, near: float) -> float:
    """The angle near a guess at which the common tangent of two discs touches both."""
    dx, dy = a[0] - b[0], a[1] - b[1]
    apart = hypot(dx, dy) or 1e-9
    open_ = acos(max(-1.0, min(1.0, (b[2] - a[2]) / apart)))
    base = atan2(dy, dx)
    off = min(((base + way * open_ - near + pi) % (2 * pi) - pi for way in (1, -1)), key=abs)
    return near + off


def oval(centre: Vec, a: Vec, b: Vec, count: int = 22) -> list[Vec]:
    """Return points of an ellipse in space with half axes `a` and `b`."""
    return [from_(centre, (a, cos(2 * pi * n / count)), (b, sin(2 * pi * n / count))) for n in range(count)]


def hoop(centre: Vec, axis: Vec, radius: float, count: int = 18) -> list[Vec]:
    """Return points of a circle in space round a unit axis."""
    first, second = about(axis)
    return oval(centre, times(first, radius), times(second, radius), count)


def egg(camera: Camera, centre: Vec, axes: tuple[Vec, Vec, Vec], count: int = 26) -> list[Point]:
    """Return the outline of an ellipsoid with three half axes."""
    x, y = camera.flat(centre)
    flat = [camera.flat(one) for one in axes]
    spots: list[Point] = []
    for n in range(count):
        ca, sa = cos(2 * pi * n / count), sin(2 * pi * n / count)
        reach = [u * ca + v * sa for u, v in flat]
        size = hypot(*reach) or 1.0
        spots.append(
            (
                x + sum(one[0] * far for one, far in zip(flat, reach, strict=True)) / size,
                y + sum(one[1] * far for one, far in zip(flat, reach, strict=True)) / size,
            )
        )
    return spots


def eased(points: Sequence[Point], count: int, rounds: int = 3) -> Ring:
    """Return a soft ring of `count` even points along an outline, corners rounded off."""
    runs = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in zip(points, [*points[1:], points[0]], strict=True)]
    total, spots = sum(runs), []
    n, passed = 0, 0.0
    for q in range(count):
        goal = total * q / count
        while n < len(runs) - 1 and passed + runs[n] < goal:
            passed += runs[n]
            n += 1
        share = (goal - passed) / (runs[n] or 1.0)
        a, b = points[n], points[(n + 1) % len(points)]
        spots.append((a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share))
    for _ in range(rounds):
        spots = [
            (
                (spots[k - 1][0] + 2 * spots[k][0] + spots[(k + 1) % count][0]) / 4,
                (spots[k - 1][1] + 2 * spots[k][1] + spots[(k + 1) % count][1]) / 4,
            )
            for k in range(count)
        ]
    return soft(spots)
