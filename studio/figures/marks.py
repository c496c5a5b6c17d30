"""What points at a fault on a card: lines through joints, guides, rings, arrows, the back's curve, arch and blades."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from studio.figures.arrows import drawn
from studio.figures.body.brush import Brush
from studio.figures.body.flesh import trunk_size
from studio.figures.body.joints import JOINTS, joint
from studio.figures.body.skeleton import Skeleton
from studio.figures.outline import circle, soft
from studio.figures.panel import Painted
from studio.figures.pose import SIGN, Aim, Pose, SideLetter
from studio.figures.reading import BadPose
from studio.figures.shapes import Path, Point, Ring
from studio.figures.space import Vec, add

Mark = Sequence[Any]
Look = Literal["bad", "good", "line"]
LENGTHS: Mapping[str, int] = {"line": 2, "guide": 2, "ring": 3, "arrow": 2, "back": 2, "arch": 2, "blades": 1}
ARCH, SINKS = 5.4, 0.28
"""How high an arch is drawn, and how much of it a degree of the sole turned out takes."""


def read(marks: Any, where: str) -> tuple[Mark, ...]:
    """Return the marks of a record. Raises `BadPose`."""
    for mark in marks:
        if not mark or len(mark) != LENGTHS.get(mark[0]):
            raise BadPose(f"{where}.marks: expected one of {sorted(LENGTHS)} and its measures, not {mark!r}")
        spots = mark[1] if mark[0] in ("line", "guide", "arrow") else mark[1:2] if mark[0] == "ring" else ()
        for spot in spots:
            name = spot if isinstance(spot, str) else spot[0]
            if isinstance(name, str) and name not in JOINTS:
                raise BadPose(f"{where}.marks: no joint {name!r}; known are {sorted(JOINTS)}")
    return tuple(marks)


def draw(painted: Painted, pose: Pose, mark: Mark, colour: Look) -> None:
    """Draw a mark: bad where the fault is, good at the same place without it, line for arch and blades alone."""
    brush, bones, kind = painted.brush, painted.bones, mark[0]
    if kind == "arch":
        _arch(brush, bones, pose, mark[1], colour)
    elif kind == "blades":
        for side, sign in SIGN.items():
            _blade(brush, bones, sign, pose.wing[side], colour)
    elif colour == "line":
        return
    elif kind in ("line", "guide", "arrow"):
        points = [brush.camera.flat(_spot(bones, one)) for one in mark[1]]
        if kind == "line":
            _line(brush, points, colour)
        elif kind == "guide":
            brush.shapes.append(Path((_run(points),), edge="soft", width=0.9, dashed=True))
        elif colour == "bad":
            brush.shapes.append(drawn(points, 2.2, "bad"))
    elif kind == "ring":
        ring = circle(*brush.camera.flat(_spot(bones, mark[1])), float(mark[2]))
        brush.shapes.append(Path((ring,), edge=colour, width=1.5))
    else:
        _back(brush, bones, mark[1], colour)


def mirrored(told: Any) -> Any:
    """Return a mark on the other side: names change their letter, y its sign."""
    if isinstance(told, str):
        sided = told in (*JOINTS, "L", "R") and told[-1] in "LR"
        return f"{told[:-1]}{'L' if told[-1] == 'R' else 'R'}" if sided else told
    if isinstance(told, list):
        if len(told) == 4 and isinstance(told[0], str) and not isinstance(told[1], str):
            return [mirrored(told[0]), told[1], -told[2], told[3]]
        if len(told) == 3 and all(isinstance(one, int | float) for one in told):
            return [told[0], -told[1], told[2]]
        return [mirrored(one) for one in told]
    return told


def _line(brush: Brush, points: Sequence[Point], colour: Look) -> None:
    brush.shapes.append(Path((_run(points),), edge=colour, width=1.7))
    dots = tuple(circle(x, y, 1.7) for x, y in points)
    brush.shapes.append(Path(dots, fill="paper", edge=colour, width=1.1, outside=True))


def _back(brush: Brush, bones: Skeleton, levels: Sequence[float], colour: Look) -> None:
    """The outline of the back between two levels of the spine: 0 the pelvis, 5 the top of the chest."""
    first, last = levels
    points = []
    for n in range(9):
        at = first + (last - first) * n / 8
        forward, _, radius = trunk_size(at)
        points.append(brush.camera.flat(bones.level(at).at(forward - radius - 0.6)))
    brush.shapes.append(Path((soft(points, closed=False),), edge=colour, width=2.2))


def _arch(brush: Brush, bones: Skeleton, pose: Pose, side: SideLetter, colour: Look) -> None:
    """The inner edge of the sole from heel to ball, and the floor under it."""
    told, foot, inner = pose.foot[side], bones.legs[side].foot, -SIGN[side]
    high = max(0.4, ARCH - SINKS * (told.evert if isinstance(told, Aim) else 0.0))
    spots = ((-3.0, 2.6, 0.0), (0.0, 2.8, 0.62), (3.5, 2.9, 1.0), (7.0, 3.2, 0.72), (11.5, 4.2, 0.0))
    over = soft([brush.camera.flat(foot.at(x, inner * y, -7.4 + high * share)) for x, y, share in spots], closed=False)
    ends = [brush.camera.flat(foot.at(x, inner * y, -7.4)) for x, y in ((11.5, 4.2), (-3.0, 2.6))]
    brush.shapes.append(Path((Ring(over.start, (*over.steps, *ends)),), fill="paper"))
    brush.shapes.append(Path((_run(ends),), edge="soft", width=0.9, dashed=True))
    brush.shapes.append(Path((over,), edge=colour, width=2.2))


def _blade(brush: Brush, bones: Skeleton, sign: int, wing: float, colour: Look) -> None:
    """A shoulder blade, and the dark gap under its inner edge where that stands off the ribs."""
    flat, thorax = brush.camera.flat, bones.thorax

    def edge(lift: float) -> list[Point]:
        spots = ((4.6, 1.0, 0.6), (5.0, -4.0, 0.9), (5.4, -9.0, 1.1), (6.6, -13.6, 1.3))
        return [flat(thorax.at(-9.6 - lift * k, sign * (y + lift * k), z)) for y, z, k in spots]

    rest, lifted = edge(0.0), edge(wing)
    outer = [flat(thorax.at(-8.2, sign * y, z)) for y, z in ((10.4, -8.0), (14.2, -1.0), (10.0, 1.6))]
    if wing:
        brush.shapes.append(Path((soft([*rest, *lifted[::-1]], tension=9),), fill="line"))
    brush.shapes.append(Path((soft([*lifted, *outer], tension=8),), fill="shirt", edge="line", width=0.85))
    lies_flat = colour == "bad" and not wing
    brush.shapes.append(Path((soft(lifted, closed=False),), edge="line" if lies_flat else colour, width=2.0))


def _run(points: Sequence[Point]) -> Ring:
    return Ring(points[0], tuple(points[1:]), closed=False)


def _spot(bones: Skeleton, told: Any) -> Vec:
    """A joint by its name, a joint and how far from it (on head, chest and pelvis as these lie), or a point."""
    if isinstance(told, str):
        return joint(bones, told)
    if isinstance(told[0], str):
        x, y, z = (float(one) for one in told[1:])
        frame = {"head": bones.head, "chest": bones.thorax, "pelvis": bones.pelvis}.get(told[0])
        return frame.at(x, y, z) if frame else add(joint(bones, told[0]), (x, y, z))
    return (float(told[0]), float(told[1]), float(told[2]))
