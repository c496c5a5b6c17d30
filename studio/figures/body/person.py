"""The whole person, painted from the furthest part to the nearest, each joint closed as its second half is painted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from studio.figures.body import limbs
from studio.figures.body.brush import LINE, Brush, far
from studio.figures.body.flesh import FOREARM, SHANK, THIGH, UPPER_ARM, balls, trunk_pairs
from studio.figures.body.head import head
from studio.figures.body.skeleton import Skeleton
from studio.figures.body.trunk import collar, trunk
from studio.figures.limb import limb
from studio.figures.muscles import Patch
from studio.figures.outline import Ball, eased, sampled, seen
from studio.figures.outline import hull as hull_of
from studio.figures.pose import SIDES, SideLetter
from studio.figures.space import dot, mix, times

SIDEWAYS = 0.6
"""From here the pelvis or chest is seen from the side: one half is far, the other near."""
SHOWS = -0.42
"""A muscle that faces further away than this is on the other side of the body."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something painted at once: what it fills, for sorting, and how."""

    name: str
    balls: tuple[Ball, ...]
    paint: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Person:
    """The parts of one person in one view and the rules of which lies over which."""

    parts: tuple[Part, ...]
    rules: dict[tuple[str, str], float]
    """(a, b): positive when `a` lies over `b`; for parts that meet at a joint."""


class Painter:
    """Paints the parts of one person in any order and remembers which are done."""

    def __init__(
        self, brush: Brush, bones: Skeleton, fists: frozenset[SideLetter], patches: Sequence[Patch], *, bare: bool
    ) -> None:
        self.brush, self.bones, self.fists, self.bare = brush, bones, fists, bare
        # The smaller muscle of two that overlap lies on top.
        self.patches = sorted(patches, key=lambda one: -sum(r * r for _, r in one.balls))
        self.done: set[str] = set()
        self.shown: list[tuple[Patch, int]] = []
        """The muscles painted, each with its place in the display list."""
        to_eye = brush.camera.to_eye
        self.legs_sideways = abs(dot(bones.pelvis.l, to_eye)) > SIDEWAYS
        self.arms_sideways = abs(dot(bones.thorax.l, to_eye)) > SIDEWAYS
        near_leg: SideLetter = "L" if dot(bones.pelvis.l, to_eye) > 0 else "R"
        near_arm: SideLetter = "L" if dot(bones.thorax.l, to_eye) > 0 else "R"
        self.far_leg = {side: self.legs_sideways and side != near_leg for side in SIDES}
        self.far_arm = {side: self.arms_sideways and side != near_arm for side in SIDES}

    def person(self) -> Person:
        """Return the parts and their rules."""
        bones = self.bones
        pairs = trunk_pairs(bones)
        around = [one for pair in pairs for one in pair] + [(bones.pelvis.at(-3.9, y, -1.8), 7.5) for y in (5.0, -5.0)]
        parts = [
            Part("trunk", tuple(around), self._trunk),
            Part("head", ((bones.head.o, 9.5), (bones.head.at(3.5, 0, -6), 5.0)), self._head),
        ]
        for side in SIDES:
            arm, leg = bones.arms[side], bones.legs[side]
            foot = [(leg.foot.at(-3, 0, -4), 3.5), (leg.foot.at(6, 0, -4.5), 3.0), (leg.foot.at(15, 0, -6), 2.0)]
            hand = [(arm.hand.at(5), 2.6), (arm.hand.at(12), 1.8)]
            parts += [
                Part(f"thigh{side}", tuple(balls(leg.thigh, THIGH)), self._of(self._thigh, side)),
                Part(f"shank{side}", (*balls(leg.shank, SHANK), *foot), self._of(self._shank, side)),
                Part(f"upper{side}", tuple(balls(arm.upper, UPPER_ARM)), self._of(self._upper, side)),
                Part(f"fore{side}", (*balls(arm.fore, FOREARM), *hand), self._of(self._fore, side)),
            ]
        return Person(tuple(parts), self._rules())

    def _of(self, paint: Callable[[SideLetter], None], side: SideLetter) -> Callable[[], None]:
        return lambda: paint(side)

    def _rules(self) -> dict[tuple[str, str], float]:
        """Which part of a joint lies over the other: depth alone would cut the joint in two."""
        bones, depth = self.bones, self.brush.camera.depth
        rules: dict[tuple[str, str], float] = {
            ("head", "trunk"): (depth(bones.head.o) - depth(bones.thorax.o)) * 0.3 + 2,
        }
        for side in SIDES:
            arm, leg = bones.arms[side], bones.legs[side]
            hip, knee, ankle = leg.thigh.start, leg.thigh.end, leg.shank.end
            rules[(f"shank{side}", f"thigh{side}")] = depth(mix(knee, ankle, 0.5)) - depth(mix(hip, knee, 0.5)) + 3
            rules[(f"fore{side}", f"upper{side}")] = depth(arm.fore.at(0.6)) - depth(arm.upper.at(0.5)) + 2
            over = depth(hip) - depth(bones.pelvis.o) + (depth(knee) - depth(hip)) * 0.35 - 1
            if self.legs_sideways:
                over = -20.0 if self.far_leg[side] else 12.0
            elif dot(leg.thigh.d, times(bones.pelvis.u, -1)) > 0.3:
                over = min(over, -1.0)
            rules[(f"thigh{side}", "trunk")] = over
            shoulder = depth(arm.upper.start)
            over = (depth(arm.upper.end) - shoulder) * 0.8 + shoulder - depth(bones.thorax.o) + 1.5
            if self.arms_sideways:
                over = -22.0 if self.far_arm[side] else 24.0
            rules[(f"upper{side}", "trunk")] = over
        return rules

    def _trunk(self) -> None:
        trunk(self.brush, self.bones)
        self.done.add("trunk")
        for side in SIDES:
            if f"thigh{side}" in self.done and not self.far_leg[side]:
                limbs.hip(self.brush, self.bones, side, self.legs_sideways)
            if f"upper{side}" in self.done and not self.arms_sideways:
                limbs.shoulder(self.brush, self.bones, side, away=False)
        collar(self.brush, self.bones)
        self._show()

    def _head(self) -> None:
        head(self.brush, self.bones)
        self.done.add("head")
        self._show()

    def _thigh(self, side: SideLetter) -> None:
        leg, away = self.bones.legs[side], self.far_leg[side]
        limbs.thigh(self.brush, leg, away)
        if f"shank{side}" in self.done:
            limbs.knee_of_shank(self.brush, leg, away)
        if "trunk" in self.done and not away:
            limbs.hip(self.brush, self.bones, side, self.legs_sideways)
        self.done.add(f"thigh{side}")
        self._show()

    def _shank(self, side: SideLetter) -> None:
        leg, away = self.bones.legs[side], self.far_leg[side]
        limbs.shank(self.brush, leg, side, away, bare=self.bare)
        if f"thigh{side}" in self.done:
            limbs.knee_of_thigh(self.brush, leg, away)
        self.done.add(f"shank{side}")
        self._show()

    def _upper(self, side: SideLetter) -> None:
        arm, away = self.bones.arms[side], self.far_arm[side]
        limbs.upper_arm(self.brush, arm, away)
        if f"fore{side}" in self.done:
            limbs.elbow_of_fore(self.brush, arm, away)
        if "trunk" in self.done and not away:
            limbs.shoulder(self.brush, self.bones, side, away)
        self.done.add(f"upper{side}")
        self._show()

    def _fore(self, side: SideLetter) -> None:
        arm, away = self.bones.arms[side], self.far_arm[side]
        fist = side in self.fists
        limbs.forearm(self.brush, arm, away, fist=fist)
        if f"upper{side}" in self.done:
            limbs.elbow_of_upper(self.brush, arm, away)
        self.done.add(f"fore{side}")
        self._show()

    def _show(self) -> None:
        """Paint the muscles whose part of the body is complete, so that a limb in front still covers them."""
        for patch in [one for one in self.patches if self.done.issuperset(one.after)]:
            self.patches.remove(patch)
            if patch.facing is None or dot(patch.facing, self.brush.camera.to_eye) > SHOWS:
                away = any(part[:-1] in ("thigh", "shank") and self.far_leg[patch.side] for part in patch.after)
                away = away or (patch.after[0][:-1] in ("upper", "fore") and self.far_arm[patch.side])
                self._patch(patch, away)
                self.shown.append((patch, len(self.brush.shapes) - 1))

    def _patch(self, patch: Patch, away: bool) -> None:
        camera = self.brush.camera
        if patch.hull:
            points = [spot for one in patch.balls for spot in sampled(*seen(camera, (one[0], one[1] + 0.35)))]
            rings = [eased(hull_of(points), 18)]
        else:
            rings = limb(camera, patch.balls)
        self.brush.outlined(rings, far("target", away), far("target_edge", away), LINE * 0.6)
