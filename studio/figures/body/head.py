"""The head: hair, one nose, two eyes, a mouth; enough to tell where somebody looks, nobody in particular."""

from math import cos, hypot, pi, sin, sqrt

from studio.figures.body.brush import LINE, Brush
from studio.figures.body.skeleton import Skeleton
from studio.figures.outline import circle, egg, polygon
from studio.figures.shapes import Point, Ring
from studio.figures.space import ORIGIN, Frame, Vec, about, dot, from_, length, times, unit

SKULL = (9.2, 7.5, 10.0)
HAIR = (9.7, 8.0, 10.6)
HAIR_LINE: tuple[Vec, float] = ((-0.62, 0.0, 0.78), 0.18)
"""The plane that cuts the cap of hair off, in the skull's own terms."""


def head(brush: Brush, bones: Skeleton) -> None:
    """Paint the head."""
    frame, camera = bones.head, brush.camera
    at, to_eye = frame.at, camera.to_eye
    for sign in (1, -1):
        if dot(times(frame.l, sign), to_eye) <= 0.25:
            _ear(brush, frame, sign, LINE)
    face = dot(frame.f, to_eye)
    skull = egg(camera, frame.o, (times(frame.f, SKULL[0]), times(frame.l, SKULL[1]), times(frame.u, SKULL[2])))
    rings = [polygon(skull), brush.wrapped([(at(1.2, 0, 1), 6.8), (at(4.3, 0, -7.2), 4.1), (at(-1, 0, -3.5), 6.2)])]
    if abs(face) < 0.9:
        rings.append(brush.wrapped([(at(8.6, 0, 1.2), 0.7), (at(9.9, 0, -2.0), 1.15), (at(7.5, 0, -2.6), 1.2)]))
    brush.outlined(rings, "skin")
    for sign in (1, -1):
        if dot(times(frame.l, sign), to_eye) > 0.25:
            _ear(brush, frame, sign, LINE * 0.7)
        looks = unit(from_(ORIGIN, (frame.f, 1), (frame.l, sign * 0.45)))
        if dot(looks, to_eye) > 0.12:
            brush.fill([circle(*camera.flat(at(7.4, sign * 3.1, 0.6)), 0.72)], "line")
    if face > 0.2:
        mouth = [camera.flat(at(7.3, k * 2.2, -6.2 - 0.5 * (1 - k * k))) for k in (-1, -0.5, 0, 0.5, 1)]
        brush.line(Ring(mouth[0], tuple(mouth[1:]), closed=False), width=LINE * 0.8)
    if face > 0.5:
        nose = [camera.flat(at(10.2, 1.0, -2.4)), camera.flat(at(9.2, -0.3, -2.9))]
        brush.line(Ring(nose[0], tuple(nose[1:]), closed=False), "far_line", LINE * 0.8)
    hair = _hair(brush, frame)
    if hair:
        brush.outlined([polygon(hair)], "hair", width=LINE * 0.6)


def _ear(brush: Brush, frame: Frame, sign: int, width: float) -> None:
    outer = (frame.at(-0.8, sign * 7.1, 0.2), 1.4)
    brush.outlined([brush.wrapped([outer, (frame.at(-0.4, sign * 6.9, -1.8), 0.9)])], "skin", width=width)


def _hair(brush: Brush, frame: Frame) -> list[Point]:
    """The part of the cap of hair that is seen: its share of the outline and of its own edge."""
    axes = (times(frame.f, HAIR[0]), times(frame.l, HAIR[1]), times(frame.u, HAIR[2]))
    centre = frame.at(-0.5, 0, 0.6)
    eye_x, eye_y, eye_z = (dot(unit(axis), brush.camera.to_eye) / length(axis) for axis in axes)
    eye, (plane, cut) = unit((eye_x, eye_y, eye_z)), (unit(HAIR_LINE[0]), HAIR_LINE[1])

    def seen(s: Vec) -> Point:
        return brush.camera.flat(from_(centre, *zip(axes, s, strict=True)))

    outline = _run([s if dot(s, plane) > cut else None for s in _circle(eye, 0.0)])
    edge = _run([s if dot(s, eye) > 0 else None for s in _circle(plane, cut)])
    if not outline and not edge:
        return []
    if not edge:
        return [seen(s) for s in outline]
    if not outline or len(edge) == STEPS:
        return [seen(s) for s in edge]
    first, second = [seen(s) for s in outline], [seen(s) for s in edge]
    last = first[-1]
    forward = hypot(last[0] - second[0][0], last[1] - second[0][1])
    backward = hypot(last[0] - second[-1][0], last[1] - second[-1][1])
    return first + (second if forward < backward else second[::-1])


STEPS = 30


def _circle(normal: Vec, height: float) -> list[Vec]:
    """The circle at a height on the ball of radius 1."""
    a, b = about(normal)
    radius = sqrt(max(0.0, 1 - height * height))
    turns = (2 * pi * n / STEPS for n in range(STEPS))
    return [from_(times(normal, height), (a, radius * cos(t)), (b, radius * sin(t))) for t in turns]


def _run(points: list[Vec | None]) -> list[Vec]:
    """The first unbroken stretch of a closed line."""
    if all(points):
        return [one for one in points if one]
    count = len(points)
    start = next((n for n in range(count) if points[n - 1] is None and points[n] is not None), None)
    run: list[Vec] = []
    for n in range(count if start is not None else 0):
        one = points[((start or 0) + n) % count]
        if one is None:
            break
        run.append(one)
    return run
