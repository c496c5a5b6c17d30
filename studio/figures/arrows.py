"""Movement arrows: along given points, or along the way a joint really takes from one panel to the next."""

from collections.abc import Sequence
from math import acos, atan2, cos, hypot, sin

from studio.figures.body.brush import Brush
from studio.figures.body.joints import joint, split
from studio.figures.body.skeleton import FOREARM, SHANK, THIGH, UPPER_ARM, Skeleton
from studio.figures.outline import polygon, soft
from studio.figures.pose import Arrow
from studio.figures.shapes import Colour, Path, Point, Ring
from studio.figures.space import Frame, Vec, add, dot, from_, mix, times, unit

STEPS = 12
BENDING = ("elbow", "wrist", "hand", "knee", "ankle", "toe", "heel")
"""What swings round a joint and does not go straight."""
HALO = 1.1


def arrow(brush: Brush, told: Arrow, bones: Skeleton, before: Skeleton | None, width: float) -> None:
    """Draw an arrow; `width` in centimetres. A joint is followed from the panel before to this one."""
    if told.joint and before:
        shares = [0.1 + 0.82 * n / STEPS for n in range(STEPS + 1)]
        points = [brush.camera.flat(add(between(before, bones, told.joint, share), told.offset)) for share in shares]
    else:
        points = _curve([brush.camera.flat(one) for one in told.points])
    brush.shapes.append(drawn(points, width, "key", both=told.both))


def between(a: Skeleton, b: Skeleton, name: str, share: float) -> Vec:
    """Return where a joint is part of the way from one skeleton to another: bones turn, they do not shrink."""
    part, letter = split(name)
    if part not in BENDING:
        return mix(joint(a, name), joint(b, name), share)
    if part in ("elbow", "wrist", "hand"):
        first, second = a.arms[letter], b.arms[letter]
        elbow = _turned(first.upper.start, second.upper.start, first.upper.d, second.upper.d, UPPER_ARM, share)
        wrist = from_(elbow, (between_ways(first.fore.d, second.fore.d, share), FOREARM))
        hand = from_(wrist, (between_ways(first.hand.f, second.hand.f, share), 8.0))
        return {"elbow": elbow, "wrist": wrist, "hand": hand}[part]
    one, two = a.legs[letter], b.legs[letter]
    knee = _turned(one.thigh.start, two.thigh.start, one.thigh.d, two.thigh.d, THIGH, share)
    ankle = from_(knee, (between_ways(one.shank.d, two.shank.d, share), SHANK))
    foot = Frame(
        ankle, between_ways(one.foot.f, two.foot.f, share), one.foot.l, between_ways(one.foot.u, two.foot.u, share)
    )
    return {"knee": knee, "ankle": ankle, "toe": foot.at(14, 0, -5), "heel": foot.at(-4, 0, -6)}[part]


def _turned(start: Vec, end: Vec, a: Vec, b: Vec, size: float, share: float) -> Vec:
    return from_(mix(start, end, share), (between_ways(a, b, share), size))


def between_ways(a: Vec, b: Vec, share: float) -> Vec:
    """Return the direction part of the way from one unit direction to another, along the shortest turn."""
    angle = acos(max(-1.0, min(1.0, dot(a, b))))
    if angle < 1e-3 or angle > 3.14:
        return unit(mix(a, b, share))
    return unit(add(times(a, sin((1 - share) * angle)), times(b, sin(share * angle))))


def _curve(points: Sequence[Point]) -> list[Point]:
    if len(points) == 2:
        return list(points)
    a, by, b = points
    run = []
    for n in range(STEPS + 1):
        t = n / STEPS
        u = 1 - t
        run.append(tuple(u * u * a[k] + 2 * t * u * by[k] + t * t * b[k] for k in (0, 1)))
    return [(x, y) for x, y in run]


def drawn(points: list[Point], width: float, colour: Colour, *, both: bool = False) -> Path:
    """Return an arrow along some points, with a white edge; `both` gives it a head at each end."""
    heads = [_head(points, width)]
    shaft = _shortened(points, width * 2.2)
    if both:
        heads.append(_head(points[::-1], width))
        shaft = _shortened(shaft[::-1], width * 2.2)[::-1]
    rings = [polygon(one) for one in heads]
    body = _ribbon(shaft, width / 2)
    return Path((body, *rings), fill=colour, edge="paper", width=HALO, outside=True)


def _ribbon(points: Sequence[Point], half: float) -> Ring:
    """A line with a width in centimetres, so that it grows with the picture."""
    left, right = [], []
    for n, (x, y) in enumerate(points):
        (x0, y0), (x1, y1) = points[max(n - 1, 0)], points[min(n + 1, len(points) - 1)]
        size = hypot(x1 - x0, y1 - y0) or 1.0
        nx, ny = -(y1 - y0) / size * half, (x1 - x0) / size * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    if len(points) < 3:
        return polygon(left + right[::-1])
    there, back = soft(left, closed=False), soft(right[::-1], closed=False)
    return Ring(there.start, (*there.steps, back.start, *back.steps))


def _head(points: Sequence[Point], width: float) -> list[Point]:
    tip = points[-1]
    from_point = next(
        (p for p in reversed(points[:-1]) if hypot(tip[0] - p[0], tip[1] - p[1]) >= width * 2.6), points[0]
    )
    a = atan2(tip[1] - from_point[1], tip[0] - from_point[0])
    size, half = width * 3.0, width * 1.55
    return [
        tip,
        (tip[0] - size * cos(a) + half * sin(a), tip[1] - size * sin(a) - half * cos(a)),
        (tip[0] - size * cos(a) - half * sin(a), tip[1] - size * sin(a) + half * cos(a)),
    ]


def _shortened(points: Sequence[Point], by: float) -> list[Point]:
    run = list(points)
    while len(run) > 2 and hypot(run[-1][0] - run[-2][0], run[-1][1] - run[-2][1]) < by:
        by -= hypot(run[-1][0] - run[-2][0], run[-1][1] - run[-2][1])
        run.pop()
    (x0, y0), (x1, y1) = run[-2], run[-1]
    size = hypot(x1 - x0, y1 - y0) or 1.0
    by = min(by, size * 0.9)
    run[-1] = (x1 - (x1 - x0) / size * by, y1 - (y1 - y0) / size * by)
    return run
