"""The kinds of props and which of them are sorted among the limbs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from studio.figures.body.brush import Brush
from studio.figures.body.joints import joint
from studio.figures.body.skeleton import Skeleton
from studio.figures.outline import Ball
from studio.figures.pose import Prop
from studio.figures.space import Vec, from_, unit
from studio.figures.things import furniture, kit

Paint = Callable[[Brush, Skeleton, tuple[Any, ...], str], None]
Layer = Literal["floor", "back", "sorted", "front"]

KINDS: dict[str, tuple[Paint, Layer]] = {
    "mat": (furniture.mat, "floor"),
    "box": (furniture.block, "back"),
    "step": (furniture.step, "back"),
    "table": (furniture.table, "back"),
    "couch": (furniture.couch, "back"),
    "chair": (furniture.chair, "back"),
    "stool": (furniture.stool, "back"),
    "wallx": (furniture.wall_x, "back"),
    "wally": (furniture.wall_y, "back"),
    "door": (furniture.door, "back"),
    "post": (furniture.post, "back"),
    "wedge": (furniture.wedge, "back"),
    "roller": (kit.roller, "sorted"),
    "ball": (kit.ball, "sorted"),
    "peanut": (kit.peanut, "sorted"),
    "cushion": (kit.cushion, "sorted"),
    "stick": (kit.stick, "sorted"),
    "hook": (kit.hook, "front"),
    "band": (kit.band, "front"),
    "strap": (kit.strap, "front"),
    "loop": (kit.loop, "front"),
    "anklet": (kit.anklet, "front"),
    "dumbbell": (kit.dumbbell, "front"),
    "kettlebell": (kit.kettlebell, "front"),
    "helper": (kit.helper, "front"),
}


@dataclass(frozen=True, slots=True)
class Thing:
    """A prop ready to be painted."""

    name: str
    layer: Layer
    balls: tuple[Ball, ...]
    prop: Prop

    def paint(self, brush: Brush, bones: Skeleton) -> None:
        """Paint it."""
        KINDS[self.prop.kind][0](brush, bones, self.prop.args, self.prop.tone)


def thing(prop: Prop, bones: Skeleton, number: int) -> Thing:
    """Return a prop with its layer and, when it is sorted, what it fills. Raises `KeyError` for an unknown kind."""
    usual = KINDS[prop.kind][1]
    layer: Layer = prop.layer or usual
    return Thing(f"{prop.kind}{number}", layer, tuple(_balls(prop, bones)) if layer == "sorted" else (), prop)


def _balls(prop: Prop, bones: Skeleton) -> list[Ball]:
    def at(told: Any) -> Vec:
        return joint(bones, told) if isinstance(told, str) and not told.startswith("hand") else kit.spot(bones, told)

    args = prop.args
    match prop.kind:
        case "roller":
            centre, axis, size, radius = args
            way = unit(at(axis))
            return [(from_(at(centre), (way, size * share)), radius) for share in (-0.4, -0.2, 0.0, 0.2, 0.4)]
        case "stick":
            a, b = at(args[0]), at(args[1])
            return [(from_(a, ((b[0] - a[0], b[1] - a[1], b[2] - a[2]), n / 8)), 2.0) for n in range(9)]
        case "cushion":
            return [(at(args[0]), max(args[1]))]
        case "peanut":
            return [(at(args[0]), args[2] * 1.6)]
        case _:
            return [(at(args[0]), args[1])]
