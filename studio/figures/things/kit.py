"""Small kit: roller, balls, bands, straps, sticks, weights, towels, and a helping pair of hands."""

from typing import Any

from studio.figures.body.brush import LINE, Brush
from studio.figures.body.flesh import PROFILES, size_at
from studio.figures.body.joints import joint
from studio.figures.body.skeleton import Skeleton
from studio.figures.outline import circle, hoop, polygon, sampled, seen, soft
from studio.figures.outline import hull as hull_of
from studio.figures.pose import SIDES
from studio.figures.shapes import Ring
from studio.figures.space import Vec, cross, from_, length, sub, unit
from studio.figures.things.solids import CLOTH, EDGE, FOAM, IRON, PROP, WOOD, Tones, cylinder, rod

TONES: dict[str, Tones] = {"": FOAM, "wood": WOOD, "iron": IRON, "cloth": CLOTH, "prop": PROP}


def spot(bones: Skeleton, told: Any) -> Vec:
    """Return a point that is told by its numbers or by a joint's name."""
    if isinstance(told, str):
        if told.startswith("hand"):
            frame = bones.arms["L" if told.endswith("L") else "R"].hand
            return frame.at(5, 0, 1.5)
        return joint(bones, told)
    x, y, z = told
    return (float(x), float(y), float(z))


def roller(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """centre, axis, length, radius: a foam roller or a rolled towel ("tone": "cloth")."""
    centre, axis, size, radius = args
    way, middle = unit(spot(bones, axis)), spot(bones, centre)
    core = radius * 0.42 if not tone else radius * 0.25
    cylinder(brush, from_(middle, (way, -size / 2)), from_(middle, (way, size / 2)), radius, TONES[tone], core=core)


def ball(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """centre, radius: any ball; a large one shows a light."""
    centre, radius = args
    x, y = brush.camera.flat(spot(bones, centre))
    tones = TONES[tone]
    brush.outlined([circle(x, y, radius)], tones.plain, tones.edge, EDGE)
    if radius > 8:
        shine = (
            (x - radius * 0.62, y + radius * 0.42),
            (x - radius * 0.3, y + radius * 0.74),
            (x + radius * 0.12, y + radius * 0.8),
        )
        brush.line(soft(shine, closed=False), tones.light, 1.4)


def peanut(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """centre, axis, radius: two balls side by side."""
    centre, axis, radius = args
    way, middle = unit(spot(bones, axis)), spot(bones, centre)
    both = [from_(middle, (way, sign * radius * 0.95)) for sign in (1, -1)]
    rings = [circle(*brush.camera.flat(one), radius) for one in sorted(both, key=brush.camera.depth)]
    brush.outlined(rings, "foam", "foam_edge", EDGE)


def band(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """[points or joints]: an elastic band drawn tight from one to the next."""
    _string(brush, bones, args[0], "band", "band_edge", 1.7)


def strap(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """[points or joints]: a strap or a towel held at its ends."""
    _string(brush, bones, args[0], "cloth", "cloth_edge", 2.2)


def _string(brush: Brush, bones: Skeleton, told: Any, colour: Any, edge: Any, width: float) -> None:
    points = [brush.camera.flat(spot(bones, one)) for one in told]
    ring = Ring(points[0], tuple(points[1:]), closed=False)
    brush.line(ring, edge, width + 1.2)
    brush.line(ring, colour, width)


def loop(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """bone ("thigh", "shank"), share of its length: a mini band round both legs."""
    part, share = args
    reach = size_at(PROFILES[part], share)[0] + 0.8
    spots = []
    for side in SIDES:
        leg = bones.legs[side]
        bone = leg.thigh if part == "thigh" else leg.shank
        spots += hoop(bone.at(share - 0.025), bone.d, reach) + hoop(bone.at(share + 0.025), bone.d, reach)
    brush.outlined([polygon(hull_of([brush.camera.flat(one) for one in spots]))], "band", "band_edge", EDGE)


def anklet(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """bone and side ("shankR"), share: a band round one limb."""
    name, share = args
    leg, arm = bones.legs[name[-1]], bones.arms[name[-1]]
    bone = {"thigh": leg.thigh, "shank": leg.shank, "upper": arm.upper, "fore": arm.fore}[name[:-1]]
    reach = size_at(PROFILES[name[:-1]], share)[0] + 0.8
    spots = hoop(bone.at(share - 0.03), bone.d, reach) + hoop(bone.at(share + 0.03), bone.d, reach)
    brush.outlined([polygon(hull_of([brush.camera.flat(one) for one in spots]))], "band", "band_edge", EDGE)


def stick(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """end, end, radius: a dowel, a massage stick, a bar."""
    a, b, radius = args
    rod(brush, spot(bones, a), spot(bones, b), radius, TONES[tone or "wood"])


def hook(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """[points]: a bent cane."""
    ring = soft([brush.camera.flat(spot(bones, one)) for one in args[0]], closed=False)
    brush.line(ring, "iron_edge", 4.2)
    brush.line(ring, "iron", 2.8)


def dumbbell(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """side, axis (left out: across the palm): a dumbbell in a hand."""
    frame = bones.arms[args[0]].hand
    centre, axis = frame.at(5, 0, 2.0), unit(spot(bones, args[1])) if len(args) > 1 else frame.l
    ends = sorted((1, -1), key=lambda sign: brush.camera.depth(from_(centre, (axis, sign * 9))))
    rod(brush, from_(centre, (axis, -6.5)), from_(centre, (axis, 6.5)), 1.2, IRON)
    for sign in ends:
        cylinder(brush, from_(centre, (axis, sign * 5.6)), from_(centre, (axis, sign * 10.5)), 4.6, IRON)


def kettlebell(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """hand's side or a point (its handle), way it hangs (left out: down)."""
    told = args[0]
    handle = bones.arms[told].hand.at(5, 0, 1.5) if told in SIDES else spot(bones, told)
    down = unit(spot(bones, args[1])) if len(args) > 1 else (0.0, 0.0, -1.0)
    side = unit(cross(down, brush.camera.to_eye))
    left, right = from_(handle, (side, -4.2), (down, 5)), from_(handle, (side, 4.2), (down, 5))
    points = [brush.camera.flat(one) for one in (left, from_(handle, (side, -3.4)), from_(handle, (side, 3.4)), right)]
    brush.line(soft(points, closed=False), "iron_edge", 3.4)
    brush.line(soft(points, closed=False), "iron", 2.0)
    brush.outlined([circle(*brush.camera.flat(from_(handle, (down, 12))), 8.0)], "iron", "iron_edge", EDGE)


def cushion(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """centre, half sizes [x, y, z]: a pillow or a folded towel."""
    (x, y, z), (a, b, c) = spot(bones, args[0]), args[1]
    corners = [((x + i * (a - c), y + j * (b - c), z), c) for i in (1, -1) for j in (1, -1)]
    points = [one for corner in corners for one in sampled(*seen(brush.camera, corner))]
    brush.outlined([polygon(hull_of(points))], "cloth", "cloth_edge", EDGE)


def helper(brush: Brush, bones: Skeleton, args: tuple[Any, ...], tone: str) -> None:
    """where the palm is, where the forearm comes from: the hand of the coach."""
    palm, elbow = spot(bones, args[0]), spot(bones, args[1])
    way = unit(sub(palm, elbow))
    wrist = from_(palm, (way, -7))
    start = from_(palm, (way, -max(24.0, min(42.0, length(sub(palm, elbow))))))
    cuff = from_(start, (way, 12))
    brush.outlined(
        [brush.wrapped([(wrist, 2.4), (palm, 3.0), (from_(palm, (way, 5)), 2.0)])], "far_skin", width=LINE * 0.8
    )
    brush.outlined([brush.wrapped([(wrist, 2.5), (cuff, 3.4)])], "far_skin", width=LINE * 0.8)
    sleeve = [*hoop(cuff, way, 4.2), *hoop(start, way, 4.8)]
    brush.outlined([brush.flat_hull(sleeve)], "far_shorts", width=LINE * 0.8)
