"""One panel: things behind, the person and small things in their order, things in front, arrows; then framed."""

from collections.abc import Sequence
from dataclasses import dataclass

from studio.figures.arrows import arrow
from studio.figures.body.brush import Brush
from studio.figures.body.joints import joint
from studio.figures.body.person import Painter, Part
from studio.figures.body.skeleton import Skeleton, skeleton
from studio.figures.camera import Camera
from studio.figures.muscles import Target, patches
from studio.figures.order import painting_order
from studio.figures.outline import oval
from studio.figures.pose import SIDES, Pose, Prop
from studio.figures.shapes import Drawing, Words, extent, turned_over
from studio.figures.space import Vec
from studio.figures.things import Thing, thing

PAD = 2.5
ARROW = 0.0135
"""Width of an arrow as a share of the picture's longer side."""
LETTER = 11.0


@dataclass(frozen=True, slots=True)
class Crop:
    """Only part of the figure is shown: round a joint of the first panel, so wide and high, moved by `shift`."""

    at: str
    width: float
    height: float
    shift: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How all panels of a picture are seen."""

    camera: Camera
    targets: tuple[Target, ...] = ()
    props: tuple[Prop, ...] = ()
    bare: bool = False
    crop: Crop | None = None
    letters: bool = False
    floor: float = 0.0


@dataclass(slots=True)
class Painted:
    """A panel before it is framed: y grows upwards."""

    brush: Brush
    bones: Skeleton
    painter: Painter
    letters: tuple[Words, ...]


def paint(pose: Pose, view: View, before: Pose | None = None) -> Painted:
    """Paint a pose; `before` is where the arrows that follow a joint start."""
    brush, bones = Brush(view.camera), skeleton(pose)
    props = [thing(one, bones, n) for n, one in enumerate((*view.props, *pose.props))]
    # A mat covers the shadow: half on it and half beside it would be two shadows.
    _shadow(brush, bones, view.floor)
    _paint_layer(brush, bones, props, "floor")
    _paint_layer(brush, bones, sorted(props, key=lambda one: _back_depth(brush, one)), "back")
    painter = Painter(brush, bones, pose.grip, patches(bones, view.targets), bare=view.bare)
    person = painter.person()
    sorted_things = [one for one in props if one.layer == "sorted"]
    parts = [*person.parts, *(_as_part(brush, bones, one) for one in sorted_things)]
    for part in painting_order(view.camera, parts, person.rules, pose.over):
        part.paint()
    _paint_layer(brush, bones, props, "front")
    if pose.arrows:
        left, top, right, bottom = extent(brush.shapes)
        longer = max(view.crop.width, view.crop.height) if view.crop else max(right - left, bottom - top)
        start = skeleton(before) if before else None
        for one in pose.arrows:
            arrow(brush, one, bones, start, ARROW * max(longer, 45))
    return Painted(brush, bones, painter, tuple(_letters(bones, view)) if view.letters else ())


def _paint_layer(brush: Brush, bones: Skeleton, props: Sequence[Thing], layer: str) -> None:
    for one in props:
        if one.layer == layer:
            one.paint(brush, bones)


def _back_depth(brush: Brush, one: Thing) -> float:
    """Furniture by the depth of its middle, where its measures tell one."""
    args = one.prop.args
    if one.prop.kind in ("box", "step", "table", "couch", "chair", "stool", "wedge") and len(args) >= 4:
        x0, x1, y0, y1 = args[:4]
        return brush.camera.depth(((x0 + x1) / 2, (y0 + y1) / 2, 0.0))
    return -1e6


def _as_part(brush: Brush, bones: Skeleton, one: Thing) -> Part:
    return Part(one.name, one.balls, lambda: one.paint(brush, bones))


def _shadow(brush: Brush, bones: Skeleton, floor: float) -> None:
    """The body pressed flat on the floor, pale: it stands on something."""

    def spot(at: Vec, radius: float) -> list[Vec]:
        return oval((at[0], at[1], floor), (radius, 0, 0), (0, radius, 0), 10)

    levels = bones.levels
    pairs = [(levels[0].o, levels[3].o, 12.0), (levels[3].o, levels[5].o, 13.0), (bones.head.o, bones.head.o, 8.0)]
    for side in SIDES:
        arm, leg = bones.arms[side], bones.legs[side]
        pairs += [
            (leg.thigh.start, leg.thigh.end, 6.0), (leg.shank.start, leg.shank.end, 4.0),
            (leg.foot.o, leg.foot.at(14), 4.0),
            (arm.upper.start, arm.upper.end, 3.5), (arm.fore.start, arm.fore.end, 3.0),
        ]  # fmt: skip
    brush.fill([brush.flat_hull([*spot(a, radius), *spot(b, radius)]) for a, b, radius in pairs], "shadow")


def _letters(bones: Skeleton, view: View) -> list[Words]:
    """The client's R and L beside their feet, seen from the front or the back."""
    if abs(view.camera.right[1]) < 0.7:
        return []
    letters = []
    for side in SIDES:
        foot = bones.legs[side].foot
        spots = [view.camera.flat(foot.at(forward, 0, -8)) for forward in (-5, 17)]
        x, y = sum(x for x, _ in spots) / 2, min(y for _, y in spots)
        letters.append(Words(x, y - LETTER, side, LETTER, "ink", "centre", bold=True))
    return letters


def framed(painted: Sequence[Painted], view: View, alt: str) -> tuple[Drawing, ...]:
    """Return the panels as drawings on one scale, standing on one line."""
    boxes = []
    for one in painted:
        left, bottom, right, top = extent(one.brush.shapes)
        for letter in one.letters:
            left, right = min(left, letter.x - LETTER / 2), max(right, letter.x + LETTER / 2)
            bottom = min(bottom, letter.y - 1)
        boxes.append((left - PAD, bottom - PAD, right + PAD, top + PAD))
    if view.crop:
        boxes = [crop_box(painted[0], view.crop)] * len(painted)
    low, high = min(b for _, b, _, _ in boxes), max(t for _, _, _, t in boxes)
    for one, box in zip(painted, boxes, strict=True):
        one.letters = tuple(letter for letter in one.letters if _holds(box, letter))
    return tuple(
        Drawing(right - left, high - low, turned_over([*one.brush.shapes, *one.letters], -left, high), alt)
        for one, (left, _, right, _) in zip(painted, boxes, strict=True)
    )


def crop_box(painted: Painted, crop: Crop) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of what is shown, as the camera sees it."""
    x, y = painted.brush.camera.flat(joint(painted.bones, crop.at))
    x, y = x + crop.shift[0], y + crop.shift[1]
    return x - crop.width / 2, y - crop.height / 2, x + crop.width / 2, y + crop.height / 2


def _holds(box: tuple[float, float, float, float], letter: Words) -> bool:
    """Whether a letter is in the picture whole."""
    left, bottom, right, top = box
    half = LETTER / 2
    return left + half <= letter.x <= right - half and bottom <= letter.y <= top - LETTER
