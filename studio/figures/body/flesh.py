"""How thick the body is: balls along each bone, one size for everybody. Centimetres."""

import itertools
from collections.abc import Sequence

from studio.figures.body.skeleton import Skeleton
from studio.figures.outline import Ball
from studio.figures.space import Bone

Profile = Sequence[tuple[float, float, float]]
"""(share of the length, radius, how far in front of the bone)."""

THIGH: Profile = (
    (0, 8.3, -0.4), (0.12, 8.6, -0.5), (0.25, 8.4, 0.1), (0.45, 7.6, 0.6),
    (0.7, 6.4, 0.5), (0.88, 5.6, 0.2), (1, 5.2, 0),
)  # fmt: skip
SHANK: Profile = (
    (0, 5.1, 0), (0.12, 4.9, -0.4), (0.27, 5.1, -1.3), (0.42, 4.7, -1.2),
    (0.62, 3.8, -0.6), (0.82, 3.0, -0.1), (1, 2.9, 0),
)  # fmt: skip
UPPER_ARM: Profile = ((0, 5.1, 0), (0.25, 4.8, 0.1), (0.5, 4.4, 0.2), (0.8, 3.7, 0), (1, 3.4, 0))
FOREARM: Profile = ((0, 3.4, 0), (0.2, 3.8, 0.2), (0.45, 3.5, 0.1), (0.8, 2.6, 0), (1, 2.3, 0))
PROFILES = {"thigh": THIGH, "shank": SHANK, "upper": UPPER_ARM, "fore": FOREARM}

TRUNK = ((-0.6, 6.6, 9.2), (-0.6, 6.0, 9.0), (0.5, 4.8, 8.5), (0.7, 5.4, 9.2), (0.6, 6.6, 10.0), (-0.6, 8.2, 8.4))
"""Per level of the spine: forward, half width to the side, radius."""


def size_at(profile: Profile, share: float) -> tuple[float, float]:
    """Return the radius and how far in front of the bone it lies."""
    for (a, r0, f0), (b, r1, f1) in itertools.pairwise(profile):
        if share <= b:
            k = max(0.0, (share - a) / (b - a))
            return r0 + (r1 - r0) * k, f0 + (f1 - f0) * k
    return profile[-1][1:]


def balls(bone: Bone, profile: Profile, first: float = 0.0, last: float = 1.0, more: float = 0.0) -> list[Ball]:
    """Return the balls of a bone between two shares of its length."""
    shares = [first, *(share for share, _, _ in profile if first < share < last), last]
    sizes = [size_at(profile, share) for share in shares]
    return [(bone.at(share, front), r + more) for share, (r, front) in zip(shares, sizes, strict=True)]


def trunk_size(at: float) -> tuple[float, float, float]:
    """Return forward, half width and radius of the trunk between two levels."""
    n = max(0, min(len(TRUNK) - 2, int(at)))
    share = at - n
    a, b = TRUNK[n], TRUNK[n + 1]
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share


def trunk_pairs(bones: Skeleton) -> list[tuple[Ball, Ball]]:
    """Return the left and right ball of each level of the trunk."""
    return [
        ((frame.at(forward, half), r), (frame.at(forward, -half), r))
        for frame, (forward, half, r) in zip(bones.levels, TRUNK, strict=True)
    ]
