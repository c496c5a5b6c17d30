"""What we saw beside what we want, for every compensation: one clean pose a test, and what a fault changes in it.

Records are written with the fault on the client's right. “left” is the mirrored picture; “both” gives the other side
the same fault; mild is part of the way. A drawing of a pattern, not of this client's joint angles.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path as File
from typing import Any, Literal

from studio.figures.arrows import drawn
from studio.figures.body.joints import JOINTS, joint
from studio.figures.body.skeleton import Skeleton
from studio.figures.camera import Camera
from studio.figures.exercises import Side, crop_of, for_other_side
from studio.figures.outline import circle
from studio.figures.panel import Painted, View, framed, paint
from studio.figures.reading import BadPose, merged, numbers, pose, prop
from studio.figures.shapes import Drawing, Path, Point, Ring
from studio.figures.space import Vec

DATA = File(__file__).parent / "data/postures"
MILD = 0.55
"""How much of a marked fault a mild one shows."""
KEYS = {"view", "saw", "want", "props", "crop", "marks", "shows", "wants", "shod"}
MARKS = {"line": 2, "guide": 2, "ring": 3, "arrow": 2}
SIDEWAYS = ("lean", "side", "turn", "twist", "yaw", "nside", "look")
"""Numbers that change their sign in a mirror."""


@dataclass(frozen=True, slots=True)
class SawWant:
    """The two drawings, on one scale."""

    saw: Drawing
    want: Drawing


@dataclass(frozen=True, slots=True)
class Card:
    """A record as it was written."""

    view: View
    want: Mapping[str, Any]
    saw: Mapping[str, Any]
    marks: tuple[Sequence[Any], ...]
    shows: str
    wants: str


def posture_cards(compensation: str, side: Side = "", severity: int = 2) -> SawWant | None:
    """Return the drawings of a compensation (“ohsa.knee_valgus”); severity 1 mild, 2 marked. None without a record."""
    return _drawn(compensation, side, max(1, min(2, severity))) if compensation in cards() else None


@lru_cache(maxsize=512)
def _drawn(compensation: str, side: Side, severity: int) -> SawWant:
    card = cards()[compensation]
    fault = _on_both(card.saw) if side == "both" else card.saw
    clean, marked = merged(card.want), merged(card.want, fault)
    shown = marked if severity == 2 else _between(clean, marked, MILD)
    painted = []
    for record, wrong in ((shown, True), (clean, False)):
        one = paint(pose(record, compensation), card.view)
        for mark in _marks(card, side):
            _draw(one, mark, wrong=wrong)
        painted.append(one)
    saw, want = framed(painted, card.view, "")
    saw, want = replace(saw, alt=_said(card.shows, side)), replace(want, alt=_said(card.wants, side))
    return SawWant(for_other_side(saw), for_other_side(want)) if side == "left" else SawWant(saw, want)


def _said(text: str, side: Side) -> str:
    """“the {side} knee” is “the left knee”, or just “the knee” where both sides or neither are meant."""
    return text.replace("{side} ", "" if side in ("", "both") else f"{side} ")


def _marks(card: Card, side: Side) -> Iterator[Sequence[Any]]:
    for mark in card.marks:
        yield mark
        other = _mirrored(mark)
        if side == "both" and other != mark:
            yield other


def _mirrored(told: Any) -> Any:
    """A mark on the other side: names change their letter, y its sign."""
    if isinstance(told, str):
        return f"{told[:-1]}{'L' if told[-1] == 'R' else 'R'}" if told in JOINTS and told[-1] in "LR" else told
    if isinstance(told, list):
        if told and isinstance(told[0], str) and len(told) == 4:
            return [_mirrored(told[0]), told[1], -told[2], told[3]]
        if len(told) == 3 and all(isinstance(one, int | float) for one in told):
            return [told[0], -told[1], told[2]]
        return [_mirrored(one) for one in told]
    return told


def _on_both(fault: Mapping[str, Any]) -> dict[str, Any]:
    """The fault on both sides: what the right side does the left does too, and nothing leans to one side."""
    whole = {key: value for key, value in fault.items() if key not in SIDEWAYS}
    for key, value in fault.items():
        if key.endswith("R") and key[:-1] in ("arm", "leg", "hand", "foot", "shrug", "reach"):
            whole[f"{key[:-1]}L"] = _other_limb(value)
    return whole


def _other_limb(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    return {
        key: [one[0], -one[1], one[2]] if key in ("to", "pole", "knee", "dir", "up", "palm") else one
        for key, one in value.items()
    }


def _between(a: Mapping[str, Any], b: Mapping[str, Any], share: float) -> dict[str, Any]:
    return {key: _part(a.get(key), value, share) for key, value in b.items()}


def _part(a: Any, b: Any, share: float) -> Any:
    if isinstance(b, int | float) and not isinstance(b, bool):
        start = a if isinstance(a, int | float) else 0.0
        return start + (b - start) * share
    if isinstance(b, list) and all(isinstance(one, int | float) for one in b):
        start_list = a if isinstance(a, list) and len(a) == len(b) else [0.0] * len(b) if a is None else None
        return b if start_list is None else [_part(x, y, share) for x, y in zip(start_list, b, strict=True)]
    if isinstance(b, Mapping) and isinstance(a, Mapping):
        return {key: _part(a[key], value, share) if key in a else value for key, value in b.items()}
    return b


def _draw(painted: Painted, mark: Sequence[Any], *, wrong: bool) -> None:
    """Draw a mark: line through joints, dashed guide, ring, arrow of the fault."""
    brush, kind = painted.brush, mark[0]
    colour: Literal["bad", "good"] = "bad" if wrong else "good"
    if kind == "ring":
        x, y = brush.camera.flat(_spot(painted.bones, mark[1]))
        brush.shapes.append(Path((circle(x, y, float(mark[2])),), edge=colour, width=1.5))
        return
    points = [brush.camera.flat(_spot(painted.bones, one)) for one in mark[1]]
    if kind == "arrow":
        if wrong:
            brush.shapes.append(drawn(points, 2.2, "bad"))
        return
    if kind == "guide":
        brush.shapes.append(Path((_run(points),), edge="soft", width=0.9, dashed=True))
        return
    brush.shapes.append(Path((_run(points),), edge=colour, width=1.7))
    dots = tuple(circle(x, y, 1.9) for x, y in points)
    brush.shapes.append(Path(dots, fill="paper", edge=colour, width=1.1, outside=True))


def _run(points: Sequence[Point]) -> Ring:
    return Ring(points[0], tuple(points[1:]), closed=False)


def _spot(bones: Skeleton, told: Any) -> Vec:
    """A joint by its name, a joint and how far from it, or a point."""
    if isinstance(told, str):
        return joint(bones, told)
    if isinstance(told[0], str):
        x, y, z = joint(bones, told[0])
        return (x + told[1], y + told[2], z + told[3])
    return (float(told[0]), float(told[1]), float(told[2]))


@cache
def cards() -> Mapping[str, Card]:
    """Return all records by the id of their compensation. Raises `BadPose` with the place of the first mistake."""
    found: dict[str, Card] = {}
    for file in sorted(DATA.glob("*.json")):
        test = json.loads(file.read_text())
        for name, row in test["cards"].items():
            found[f"{file.stem}.{name}"] = _card(test, row, f"{file.name}: {name}")
    return found


def _card(test: Mapping[str, Any], row: Mapping[str, Any], where: str) -> Card:
    if set(row) - KEYS or not {"view", "saw", "shows", "wants"} <= set(row):
        raise BadPose(f"{where}: needs view, saw, shows and wants, knows {sorted(KEYS)}")
    azimuth, height = numbers(row["view"], 2, f"{where}.view")
    for mark in row.get("marks", ()):
        if not mark or MARKS.get(mark[0]) != len(mark):
            raise BadPose(f"{where}.marks: expected line, guide, arrow with points, or ring with a joint and a radius")
    want = merged(test["want"], row.get("want", {}))
    things = [*test.get("props", ()), *row.get("props", ())]
    view = View(
        camera=Camera(azimuth, height),
        props=tuple(prop(one, f"{where}.props[{n}]") for n, one in enumerate(things)),
        bare=not row.get("shod", test.get("shod", False)),
        crop=crop_of(row["crop"], f"{where}.crop") if "crop" in row else None,
        letters=True,
    )
    for record, what in ((want, "want"), (merged(want, row["saw"]), "saw")):
        pose(record, f"{where}.{what}")
    return Card(view, want, row["saw"], tuple(row.get("marks", ())), row["shows"], row["wants"])
