"""From back to front: what overlaps in the picture is painted in the order of its depth."""

from collections.abc import Iterable, Mapping, Sequence
from math import hypot

from studio.figures.body.person import Part
from studio.figures.camera import Camera

SURE = 1000.0


def painting_order(
    camera: Camera,
    parts: Sequence[Part],
    rules: Mapping[tuple[str, str], float],
    over: Iterable[tuple[str, str]] = (),
) -> list[Part]:
    """Return the parts, furthest first. `rules` replace depth for parts that meet; `over` is the pose's own word."""
    flat = {one.name: [(*camera.flat(p), camera.depth(p), r) for p, r in one.balls] for one in parts}
    names = [one.name for one in parts]
    weight: dict[tuple[str, str], float] = {}
    for n, a in enumerate(names):
        for b in names[:n]:
            known = rules.get((a, b)) or -rules.get((b, a), 0.0)
            ahead = known or _ahead(flat[a], flat[b])
            if ahead:
                weight[(a, b) if ahead > 0 else (b, a)] = abs(ahead)
    for a, b in over:
        weight.pop((b, a), None)
        weight[(a, b)] = SURE
    mean = {name: sum(depth for _, _, depth, _ in rows) / len(rows) for name, rows in flat.items()}
    left, ordered = set(names), []
    while left:
        # What must still be painted before each: in a circle the weakest claim gives way.
        claims = {a: sum(weight.get((a, b), 0.0) for b in left if b != a) for a in left}
        chosen = min(left, key=lambda name: (claims[name], mean[name], name))
        left.remove(chosen)
        ordered.append(chosen)
    by_name = {one.name: one for one in parts}
    return [by_name[name] for name in ordered]


def _ahead(
    first: Sequence[tuple[float, float, float, float]], second: Sequence[tuple[float, float, float, float]]
) -> float:
    """How far the first lies before the second where they overlap; 0 where they do not."""
    total = overlap = 0.0
    for ax, ay, a_depth, ar in first:
        for bx, by, b_depth, br in second:
            both = ar + br - 0.5 - hypot(ax - bx, ay - by)
            if both > 0:
                total += both * (a_depth - b_depth)
                overlap += both
    return total / overlap if overlap else 0.0
