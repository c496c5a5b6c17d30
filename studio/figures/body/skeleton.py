"""From a pose to bones: forward along the spine, then each limb by its angles or towards what it touches."""

from dataclasses import dataclass
from math import cos, radians, sin, sqrt

from studio.figures.pose import SIDES, SIGN, Aim, Angles, Place, Pose, Reach, SideLetter
from studio.figures.space import (
    FORWARD,
    ORIGIN,
    UP,
    WORLD,
    Bone,
    Frame,
    Vec,
    cross,
    from_,
    length,
    mix,
    square_to,
    sub,
    times,
    turned,
    unit,
)

# Lengths of a person of 1.76 m, centimetres.
THIGH, SHANK, UPPER_ARM, FOREARM = 41.0, 40.0, 29.0, 25.0
HIP_HALF, SHOULDER_HALF = 8.6, 16.6
LEVELS = ((9.0, 0.5, 0.0), (8.0, 0.5, 0.0), (8.0, 0.0, 0.34), (9.0, 0.0, 0.33), (9.0, 0.0, 0.33))
"""Up the spine: length to the next level, its share of the low back's and of the upper back's bend."""


@dataclass(frozen=True, slots=True)
class Arm:
    """Shoulder to fingers; the hand's forward is to the fingertips, its up the face of the palm."""

    upper: Bone
    fore: Bone
    hand: Frame


@dataclass(frozen=True, slots=True)
class Leg:
    """Hip to toes; the foot's origin is the ankle, its forward the toes, its up the back of the foot."""

    thigh: Bone
    shank: Bone
    foot: Frame
    toes: Frame
    """Its origin is the ball of the foot; the same as the foot while the toes are straight."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A target a limb could not reach, by how many centimetres."""

    limb: str
    by: float


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Where everything is. `levels` go from the pelvis to the top of the chest."""

    levels: tuple[Frame, ...]
    neck: Frame
    head: Frame
    """Its origin is the middle of the skull."""
    arms: dict[SideLetter, Arm]
    legs: dict[SideLetter, Leg]
    misses: tuple[Miss, ...]

    @property
    def pelvis(self) -> Frame:
        return self.levels[0]

    @property
    def thorax(self) -> Frame:
        return self.levels[-1]

    def level(self, at: float) -> Frame:
        """Return the frame of the trunk between two levels: 0 the pelvis, 5 the top of the chest."""
        n = max(0, min(len(self.levels) - 2, int(at)))
        a, b, share = self.levels[n], self.levels[n + 1], at - n
        return Frame(
            mix(a.o, b.o, share), unit(mix(a.f, b.f, share)), unit(mix(a.l, b.l, share)), unit(mix(a.u, b.u, share))
        )


def skeleton(pose: Pose) -> Skeleton:
    """Return the bones of a pose."""
    levels = _spine(pose)
    thorax = levels[-1]
    neck = thorax.turned(
        thorax.at(-1.8 + 0.6 * pose.glide, 0, 5.5),
        pitch=12 + pose.neck + 2.5 * pose.glide,
        side=pose.nside,
        twist=pose.look / 2,
    )
    base = neck.turned(neck.at(0.4 * pose.glide, 0, 8.5), pitch=-12 + pose.nod - 2.5 * pose.glide, twist=pose.look / 2)
    head = Frame(base.at(2.2, 0, 8.2), base.f, base.l, base.u)
    places: dict[Place, Frame] = {"world": WORLD, "pelvis": levels[0], "thorax": thorax, "head": head}
    misses: list[Miss] = []
    arms = {side: _arm(pose, side, places, misses) for side in SIDES}
    legs = {side: _leg(pose, side, places, misses) for side in SIDES}
    return Skeleton(tuple(levels), neck, head, arms, legs, tuple(misses))


def _spine(pose: Pose) -> list[Frame]:
    root = Frame(pose.root, FORWARD, WORLD.l, UP)
    frame = root.turned(twist=pose.yaw).turned(pitch=pose.pitch).turned(twist=pose.turn).turned(side=pose.lean)
    levels = [frame]
    for size, low, high in LEVELS:
        bend = pose.spine[0] * low + pose.spine[1] * high
        frame = frame.turned(
            frame.at(up=size), pitch=bend, side=pose.side / len(LEVELS), twist=pose.twist / len(LEVELS)
        )
        levels.append(frame)
    return levels


def bent(start: Vec, target: Vec, first: float, second: float, pole: Vec) -> tuple[Vec, Vec, Vec]:
    """Return the middle joint, the end, and the way the joint points, of two bones towards a target."""
    gap = sub(target, start)
    far = max(abs(first - second) + 0.5, min(length(gap), (first + second) * 0.9995))
    way = unit(gap)
    along = (far * far + first * first - second * second) / (2 * far)
    out = sqrt(max(0.0, first * first - along * along))
    aside = square_to(pole, way)
    return from_(start, (way, along), (aside, out)), from_(start, (way, far)), aside


def _target(limb: Reach, places: dict[Place, Frame]) -> Vec:
    return places[limb.place].at(*limb.to)


def _pole(limb: Reach, places: dict[Place, Frame], usual: Vec) -> Vec:
    return places[limb.pole_place or limb.place].way(limb.pole or usual)


def _arm(pose: Pose, side: SideLetter, places: dict[Place, Frame], misses: list[Miss]) -> Arm:
    thorax, sign, shrug = places["thorax"], SIGN[side], pose.shrug[side]
    shoulder = thorax.at(-1.0 + pose.reach[side], sign * (SHOULDER_HALF - 0.25 * abs(shrug)), 1.2 + shrug)
    limb = pose.arm[side]
    if isinstance(limb, Reach):
        target = _target(limb, places)
        elbow, wrist, out = bent(shoulder, target, UPPER_ARM, FOREARM, _pole(limb, places, (-1.0, sign * 0.3, -0.6)))
        _missed(misses, f"arm{side}", target, wrist)
        upper, fore = Bone(shoulder, elbow, times(out, -1)), Bone(elbow, wrist, times(out, -1))
    else:
        upper, fore = _free_arm(shoulder, limb, thorax, sign)
    return Arm(upper, fore, _hand(pose.hand[side], fore, sign, places))


def _free_arm(shoulder: Vec, limb: Angles, thorax: Frame, sign: int) -> tuple[Bone, Bone]:
    raised, plane, rotation, elbow = limb.values
    out = times(thorax.l, sign)
    level = from_(ORIGIN, (thorax.f, cos(radians(plane))), (out, sin(radians(plane))))
    down = from_(ORIGIN, (thorax.u, -cos(radians(raised))), (level, sin(radians(raised))))
    front = turned(thorax.f, cross(times(thorax.u, -1), level), raised)
    front = square_to(turned(front, down, -sign * rotation), down)
    upper = Bone(shoulder, from_(shoulder, (down, UPPER_ARM)), front)
    c, s = cos(radians(elbow)), sin(radians(elbow))
    way, fore_front = unit(from_(ORIGIN, (down, c), (front, s))), unit(from_(ORIGIN, (front, c), (down, -s)))
    return upper, Bone(upper.end, from_(upper.end, (way, FOREARM)), fore_front)


def _hand(told: "tuple[float, float] | Aim", fore: Bone, sign: int, places: dict[Place, Frame]) -> Frame:
    if isinstance(told, Aim):
        way = unit(places[told.place].way(told.dir)) if told.dir else fore.d
        palm = square_to(places[told.place].way(told.up), way)
    else:
        bend, turn = told
        # At rest the palm faces the thigh and the thumb forward.
        palm = turned(times(fore.side, -sign), fore.d, sign * turn)
        thumb = turned(fore.front, fore.d, sign * turn)
        way, palm = turned(fore.d, thumb, -sign * bend), turned(palm, thumb, -sign * bend)
    return Frame(fore.end, way, unit(cross(way, palm)), palm)


def _leg(pose: Pose, side: SideLetter, places: dict[Place, Frame], misses: list[Miss]) -> Leg:
    pelvis, sign = places["pelvis"], SIGN[side]
    hip = pelvis.at(0, sign * HIP_HALF, 0)
    limb = pose.leg[side]
    if isinstance(limb, Angles):
        thigh, shank = _free_leg(hip, limb, pelvis, sign)
    else:
        target = _target(limb, places)
        pole = _pole(limb, places, (1.0, sign * 0.15, 0.2))
        if limb.knee is None:
            knee, ankle, out = bent(hip, target, THIGH, SHANK, pole)
            _missed(misses, f"leg{side}", target, ankle)
        else:
            wanted = places[limb.place].at(*limb.knee)
            knee = from_(hip, (unit(sub(wanted, hip)), THIGH))
            _missed(misses, f"knee{side}", wanted, knee)
            ankle = from_(knee, (unit(sub(target, knee)), SHANK))
            bow = sub(knee, mix(hip, ankle, 0.5))
            out = bow if length(bow) > 4 else pole
        thigh, shank = Bone(hip, knee, out), Bone(knee, ankle, out)
    foot = _foot(pose.foot[side], shank, sign)
    return Leg(thigh, shank, foot, foot.turned(foot.at(11.5, 0, -6), pitch=-pose.toes[side]))


def _free_leg(hip: Vec, limb: Angles, pelvis: Frame, sign: int) -> tuple[Bone, Bone]:
    flexion, abduction, rotation, knee = limb.values
    down = turned(turned(times(pelvis.u, -1), pelvis.f, sign * abduction), pelvis.l, -flexion)
    front = square_to(turned(turned(pelvis.f, pelvis.l, -flexion), down, -sign * rotation), down)
    thigh = Bone(hip, from_(hip, (down, THIGH)), front)
    c, s = cos(radians(knee)), sin(radians(knee))
    way, shank_front = unit(from_(ORIGIN, (down, c), (front, -s))), unit(from_(ORIGIN, (front, c), (down, s)))
    return thigh, Bone(thigh.end, from_(thigh.end, (way, SHANK)), shank_front)


def _foot(told: "float | Aim", shank: Bone, sign: int) -> Frame:
    if isinstance(told, Aim):
        if told.dir is None:
            level = sub(shank.front, times(UP, shank.front[2]))
            way = unit(level) if length(level) > 0.1 else FORWARD
            way = turned(way, UP, sign * told.out)
        else:
            way = unit(told.dir)
        top = turned(square_to(told.up, way), way, sign * told.evert)
    else:
        c, s = cos(radians(told)), sin(radians(told))
        way = unit(from_(ORIGIN, (shank.front, c), (shank.d, -s)))
        top = unit(from_(ORIGIN, (shank.d, -c), (shank.front, -s)))
    return Frame(shank.end, way, cross(top, way), top)


def _missed(misses: list[Miss], limb: str, target: Vec, end: Vec) -> None:
    by = length(sub(target, end))
    if by > 1.0:
        misses.append(Miss(limb, by))
