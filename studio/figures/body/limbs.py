"""Arms and legs in T-shirt, shorts and shoes. Each has two parts: a forearm can lie behind the head."""

from studio.figures.body.brush import Brush, far
from studio.figures.body.flesh import FOREARM, SHANK, THIGH, UPPER_ARM, balls, size_at
from studio.figures.body.skeleton import Arm, Leg, Skeleton
from studio.figures.limb import limb
from studio.figures.outline import hoop, oval
from studio.figures.pose import SIGN, SideLetter
from studio.figures.space import dot, mix, times

SHORTS_TO, SLEEVE_TO = 0.56, 0.52
"""Where the clothes end, as a share of the thigh and of the upper arm."""


def thigh(brush: Brush, leg: Leg, away: bool) -> None:
    """Paint a thigh and the leg of the shorts."""
    bone = leg.thigh
    brush.outlined(limb(brush.camera, balls(bone, THIGH, 0.3)), far("skin", away), far("line", away))
    radius, front = size_at(THIGH, SHORTS_TO)
    hem = hoop(bone.at(SHORTS_TO, front), bone.d, radius + 0.7)
    cloth = [(bone.at(0), 7.2), *balls(bone, THIGH, 0.08, 0.3, 0.3)]
    brush.outlined([brush.wrapped(cloth, hem)], far("shorts", away), far("line", away))


def knee_of_thigh(brush: Brush, leg: Leg, away: bool) -> None:
    """Take the line away where the shank was painted over the thigh."""
    folded = dot(leg.thigh.d, leg.shank.d) < -0.2
    brush.fill(limb(brush.camera, balls(leg.thigh, THIGH, 0.84 if folded else 0.72)), far("skin", away))


def knee_of_shank(brush: Brush, leg: Leg, away: bool) -> None:
    """Take the line away where the thigh was painted over the shank."""
    brush.fill(limb(brush.camera, balls(leg.shank, SHANK, 0, 0.12)), far("skin", away))


def hip(brush: Brush, bones: Skeleton, side: SideLetter, sideways: bool) -> None:
    """Take the line away between the leg of the shorts and the rest of them."""
    bone, pelvis, sign = bones.legs[side].thigh, bones.pelvis, SIGN[side]
    if sideways:
        waist = oval(pelvis.at(-0.5, 0, 6.6), times(pelvis.f, 8.6), times(pelvis.l, 14.4))
        rings = [
            brush.wrapped([(bone.at(0.06), 7.4)], waist),
            brush.wrapped([(bone.at(0.04), 7.6), (bone.at(0.2, 0.3), 8.2)]),
        ]
    else:
        rings = [
            brush.wrapped([(bone.at(0.04), 5.5), (bone.at(0.24, 0.1), 8.2)]),
            brush.wrapped([(bone.at(0.04), 5.5), (pelvis.at(-1, sign * 3, -2.5), 5)]),
        ]
    brush.fill(rings, "shorts")


def shank(brush: Brush, leg: Leg, side: SideLetter, away: bool, *, bare: bool) -> None:
    """Paint a shank and its foot, whichever is nearer on top."""
    camera, bone = brush.camera, leg.shank
    foot_in_front = camera.depth(leg.foot.at(8, 0, -4)) >= camera.depth(mix(bone.start, bone.end, 0.5)) - 6
    if not foot_in_front:
        foot(brush, leg, side, away, bare=bare)
    brush.outlined(limb(camera, balls(bone, SHANK)), far("skin", away), far("line", away))
    if foot_in_front:
        foot(brush, leg, side, away, bare=bare)
        brush.fill(limb(camera, balls(bone, SHANK, 0.8, 0.93)), far("skin", away))


SHOE_SOLE = ((-7.2, 1.2), (-6.0, 2.8), (0.0, 3.0), (8.0, 4.0), (12.5, 4.4), (16.2, 3.0), (18.4, 0.8))


def foot(brush: Brush, leg: Leg, side: SideLetter, away: bool, *, bare: bool) -> None:
    """Paint a bare foot, or a shoe with a white sole. The big toe is on the inside."""
    inner = -SIGN[side]
    frame, toe = leg.foot, leg.toes.at
    at = frame.at
    if bare:
        brush.outlined(
            [
                brush.wrapped([(at(-4.2, 0, -5.0), 3.0), (at(0, 0, -1.5), 3.0), (at(10, 0, -5.2), 2.4)]),
                brush.wrapped([(at(-4.2, 0, -5.2), 2.8), (at(11.5, 2.3, -5.9), 2.1), (at(11.5, -2.3, -5.9), 2.1)]),
                brush.wrapped([
                    (at(11.5, 2.3, -5.9), 2.1), (at(11.5, -2.3, -5.9), 2.1),
                    (toe(5.5, 2.0 * inner, -0.4), 1.6), (toe(3.7, -2.0 * inner, -0.5), 1.5),
                ]),
            ],
            far("skin", away), far("line", away),
        )  # fmt: skip
        return
    shoe = [
        brush.wrapped([
            (at(-4.4, 0, -4.6), 3.2), (at(-0.6, 0, -1.2), 3.5), (at(4.5, 0, -3.2), 3.1), (at(11.5, 0, -5.0), 2.8),
        ]),
        brush.wrapped([
            (at(-4.4, 0, -4.9), 3.1), (at(12, 2.2, -5.6), 2.4),
            (at(12, -2.2, -5.6), 2.4), (at(17, 1.2 * inner, -6.0), 2.1),
        ]),
    ]  # fmt: skip
    around = [*SHOE_SOLE, *((x, -y) for x, y in SHOE_SOLE)]
    sole = [brush.flat_hull([at(x, y, z) for x, y in around for z in (-8.0, -7.1)])]
    from_above = dot(frame.u, brush.camera.to_eye)
    if from_above > 0.4:
        brush.outlined(sole, far("sole", away), far("line", away))
        brush.outlined(shoe, far("shoe", away), far("line", away))
    else:
        brush.outlined(shoe, far("shoe", away), far("line", away))
        brush.fill(sole, far("sole" if from_above > -0.12 else "shirt", away))


def upper_arm(brush: Brush, arm: Arm, away: bool) -> None:
    """Paint an upper arm and its sleeve."""
    bone = arm.upper
    brush.outlined(limb(brush.camera, balls(bone, UPPER_ARM, 0.2)), far("skin", away), far("line", away))
    radius, front = size_at(UPPER_ARM, SLEEVE_TO)
    hem = hoop(bone.at(SLEEVE_TO, front), bone.d, radius + 0.9)
    sleeve = [(bone.at(0), 5.5), (bone.at(0.25), 5.2)]
    brush.outlined([brush.wrapped(sleeve, hem)], far("shirt", away), far("line", away))


def elbow_of_upper(brush: Brush, arm: Arm, away: bool) -> None:
    """Take the line away where the forearm was painted over the upper arm."""
    folded = dot(arm.upper.d, arm.fore.d) < 0.15
    brush.fill(limb(brush.camera, balls(arm.upper, UPPER_ARM, 0.84 if folded else 0.75)), far("skin", away))


def elbow_of_fore(brush: Brush, arm: Arm, away: bool) -> None:
    """Take the line away where the upper arm was painted over the forearm."""
    brush.fill(limb(brush.camera, balls(arm.fore, FOREARM, 0, 0.15)), far("skin", away))


def shoulder(brush: Brush, bones: Skeleton, side: SideLetter, away: bool) -> None:
    """Take the line away between sleeve and shirt."""
    inner = bones.thorax.at(-0.8, SIGN[side] * 10, -0.6)
    brush.fill([brush.wrapped([(bones.arms[side].upper.at(0), 5.2), (inner, 5.6)])], far("shirt", away))


def forearm(brush: Brush, arm: Arm, away: bool, *, fist: bool) -> None:
    """Paint a forearm and its hand."""
    hand(brush, arm, away, fist=fist)
    brush.outlined(limb(brush.camera, balls(arm.fore, FOREARM)), far("skin", away), far("line", away))


def hand(brush: Brush, arm: Arm, away: bool, *, fist: bool) -> None:
    """Paint a hand, open with its thumb or closed, and take the line away at the wrist."""
    at = arm.hand.at
    if fist:
        rings = [
            brush.wrapped([(at(0, 0), 2.3), (at(6, 1.8, 0.5), 2.3), (at(6, -1.8, 0.5), 2.3), (at(4.6, 0, 2.4), 2.2)])
        ]
    else:
        thumb = 1 if dot(arm.hand.l, arm.fore.front) >= 0 else -1
        rings = [
            brush.wrapped([(at(0, 0), 2.2), (at(7.5, 2.0), 1.9), (at(7.5, -2.0), 1.9)]),
            brush.wrapped(
                [(at(7.5, 2.0), 1.9), (at(7.5, -2.0), 1.9), (at(14, 1.4, 0.8), 1.2), (at(14, -1.4, 0.8), 1.2)]
            ),
            brush.wrapped([(at(2, thumb * 1.5), 1.5), (at(7.6, thumb * 4.4, 0.8), 1.1)]),
        ]
    brush.outlined(rings, far("skin", away), far("line", away))
    brush.fill(limb(brush.camera, balls(arm.fore, FOREARM, 0.85)), far("skin", away))
