"""Places on a skeleton by name."""

from studio.figures.body.skeleton import Skeleton
from studio.figures.pose import SIDES, SideLetter
from studio.figures.space import Vec

SIDED = ("shoulder", "elbow", "wrist", "hand", "hip", "knee", "ankle", "toe", "heel")
JOINTS = frozenset(("head", "chest", "pelvis", *(f"{name}{side}" for name in SIDED for side in SIDES)))


def joint(bones: Skeleton, name: str) -> Vec:
    """Return the place of a joint of `JOINTS`. Raises `KeyError` for any other name."""
    if name not in JOINTS:
        raise KeyError(name)
    middle = {"head": bones.head.o, "chest": bones.thorax.o, "pelvis": bones.pelvis.o}.get(name)
    if middle is not None:
        return middle
    part, side = split(name)
    arm, leg = bones.arms[side], bones.legs[side]
    return {
        "shoulder": arm.upper.start,
        "elbow": arm.upper.end,
        "wrist": arm.fore.end,
        "hand": arm.hand.at(8),
        "hip": leg.thigh.start,
        "knee": leg.thigh.end,
        "ankle": leg.shank.end,
        "toe": leg.foot.at(14, 0, -5),
        "heel": leg.foot.at(-4, 0, -6),
    }[part]


def split(name: str) -> tuple[str, SideLetter]:
    """Return “kneeR” as “knee” and the side."""
    return name[:-1], "L" if name[-1] == "L" else "R"
