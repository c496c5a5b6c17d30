"""What is wrong with a picture, found by measuring it: nothing a drawing program would notice, all a coach would."""

from collections.abc import Iterator
from math import asin, atan2, degrees

from studio.figures.body.flesh import PROFILES, balls, trunk_pairs
from studio.figures.body.skeleton import Skeleton, skeleton
from studio.figures.exercises import Record, records
from studio.figures.hatching import flattened
from studio.figures.outline import Ball, seen
from studio.figures.panel import Crop, Painted, crop_box, paint
from studio.figures.pose import SIDES, SIGN, Pose
from studio.figures.shapes import Path, Point
from studio.figures.space import Vec, cross, dot, length, times

DEEP, MISSED = 1.5, 2.0
"""Centimetres a body may sink into the floor, and a limb may miss its target."""
SHOWN = 0.4
"""Share of a muscle's patch that must be seen in one panel at least."""
RANGES = {
    "knee": (-3, 158),
    "elbow": (-3, 152),
    "hip flexion": (-38, 135),
    "hip out": (-42, 72),
    "wrist": (0, 95),
    "ankle": (50, 168),
    "low back": (-38, 62),
    "upper back": (-34, 52),
    "side bend": (-45, 45),
    "twist": (-70, 70),
    "neck": (-60, 62),
    "nod": (-35, 35),
    "neck side": (-48, 48),
    "look": (-85, 85),
    "shrug": (-5, 7),
    "reach": (-6, 7),
}
"""Degrees (shrug and reach: centimetres) a person can do; the ankle from fully up to fully down, 90 square."""


def lint(exercise: str) -> tuple[str, ...]:
    """Return what is wrong with the picture of an exercise, a sentence each."""
    return tuple(findings(records()[exercise]))


def pose_findings(pose: Pose) -> tuple[str, ...]:
    """Return what no person could do in a pose that stands on the floor."""
    bones = skeleton(pose)
    return (*_contacts(bones, 0.0), *_ranges(pose, bones))


def findings(record: Record) -> Iterator[str]:
    """Yield what is wrong with a record."""
    seen_share: dict[str, float] = {}
    before: Pose | None = None
    for n, pose in enumerate(record.poses, 1):
        painted = paint(pose, record.view, before)
        before = pose
        for words in (*_contacts(painted.bones, record.view.floor), *_ranges(pose, painted.bones)):
            yield f"panel {n}: {words}"
        for name, share in visible(painted, record.view.crop).items():
            seen_share[name] = max(seen_share.get(name, 0.0), share)
    for target in record.view.targets:
        share = max((seen_share.get(f"{target.patch}:{side}", 0.0) for side in target.sides), default=0.0)
        if share < SHOWN:
            yield f"only {share:.0%} of {target.patch} is seen: turn the camera or move what covers it"


def _contacts(bones: Skeleton, floor: float) -> Iterator[str]:
    sunk: dict[str, float] = {}
    for name, (centre, radius) in body_balls(bones):
        low = centre[2] - radius - floor
        if low < -DEEP:
            sunk[name] = min(sunk.get(name, 0.0), low)
    for name, low in sunk.items():
        yield f"{name} is {-low:.0f} cm below the floor"
    for miss in bones.misses:
        if miss.by > MISSED:
            yield f"{miss.limb} misses its target by {miss.by:.0f} cm"


def body_balls(bones: Skeleton) -> Iterator[tuple[str, Ball]]:
    """Yield the balls of the whole body by the name of their part."""
    yield "head", (bones.head.o, 9.0)
    for n, pair in enumerate(trunk_pairs(bones)):
        for one in pair:
            yield f"trunk level {n}", one
    for side in SIDES:
        arm, leg = bones.arms[side], bones.legs[side]
        for part, bone in (("thigh", leg.thigh), ("shank", leg.shank), ("upper", arm.upper), ("fore", arm.fore)):
            for one in balls(bone, PROFILES[part]):
                yield f"{part}{side}", one
        yield f"foot{side}", (leg.foot.at(-4.4, 0, -4.9), 3.1)
        yield f"foot{side}", (leg.foot.at(17, 0, -6), 2.0)
        yield f"hand{side}", (arm.hand.at(12), 1.2)


def _ranges(pose: Pose, bones: Skeleton) -> Iterator[str]:
    measured: list[tuple[str, str, float]] = [
        ("low back", "", pose.spine[0]),
        ("upper back", "", pose.spine[1]),
        ("side bend", "", pose.side),
        ("twist", "", pose.twist),
        ("neck", "", pose.neck),
        ("nod", "", pose.nod),
        ("neck side", "", pose.nside),
        ("look", "", pose.look),
    ]
    for side in SIDES:
        arm, leg, pelvis = bones.arms[side], bones.legs[side], bones.pelvis
        out = times(pelvis.l, SIGN[side])
        measured += [
            ("knee", side, _between(leg.thigh.d, leg.shank.d)),
            ("elbow", side, _between(arm.upper.d, arm.fore.d)),
            ("hip flexion", side, degrees(atan2(dot(leg.thigh.d, pelvis.f), -dot(leg.thigh.d, pelvis.u)))),
            ("hip out", side, degrees(asin(max(-1.0, min(1.0, dot(leg.thigh.d, out)))))),
            ("wrist", side, _between(arm.fore.d, arm.hand.f)),
            ("ankle", side, 180 - _between(leg.shank.d, leg.foot.f)),
            ("shrug", side, pose.shrug[side]),
            ("reach", side, pose.reach[side]),
        ]
    for name, which, value in measured:
        low, high = RANGES[name]
        if not low <= value <= high:
            yield f"{name}{' ' + which if which else ''} is at {value:.0f}, a person can do {low} to {high}"


def _between(a: Vec, b: Vec) -> float:
    return degrees(atan2(length(cross(a, b)), dot(a, b)))


def visible(painted: Painted, crop: Crop | None) -> dict[str, float]:
    """Return how much of each muscle's patch nothing painted later covers, 0 to 1, by “patch:side”."""
    shapes = painted.brush.shapes
    frame = _frame(painted, crop)
    shown: dict[str, float] = {}
    for patch, index in painted.painter.shown:
        points = [
            (x + dx * r * 0.6, y + dy * r * 0.6)
            for x, y, r in (seen(painted.brush.camera, one) for one in patch.balls)
            for dx, dy in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))
        ]
        later = [
            flattened(ring)
            for shape in shapes[index + 1 :]
            if isinstance(shape, Path) and shape.fill
            for ring in shape.rings
        ]
        free = [p for p in points if _inside_box(p, frame) and not any(_inside(p, ring) for ring in later)]
        shown[f"{patch.name}:{patch.side}"] = len(free) / len(points)
    return shown


def _frame(painted: Painted, crop: Crop | None) -> tuple[float, float, float, float] | None:
    return crop_box(painted, crop) if crop else None


def _inside_box(point: Point, frame: tuple[float, float, float, float] | None) -> bool:
    return frame is None or (frame[0] <= point[0] <= frame[2] and frame[1] <= point[1] <= frame[3])


def _inside(point: Point, ring: list[Point]) -> bool:
    x, y = point
    inside = False
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            inside = not inside
    return inside
