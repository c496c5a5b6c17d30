"""Where each muscle shows on the body: soft patches that touch the surface from inside."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, radians, sin
from pathlib import Path as File
from typing import Any

from studio.figures.body.flesh import PROFILES, size_at, trunk_size
from studio.figures.body.skeleton import Skeleton
from studio.figures.outline import Ball
from studio.figures.pose import SIDES, SIGN, SideLetter
from studio.figures.space import ORIGIN, Bone, Frame, Vec, add, from_, square_to, times, unit

DATA = File(__file__).parent / "data/muscles.json"


@dataclass(frozen=True, slots=True)
class Target:
    """A patch by name, on one side or on both."""

    patch: str
    sides: tuple[SideLetter, ...] = SIDES


@dataclass(frozen=True, slots=True)
class Patch:
    """A muscle on this skeleton: what it is painted after, its balls, where it faces (None: seen from anywhere)."""

    name: str
    side: SideLetter
    after: tuple[str, ...]
    balls: tuple[Ball, ...]
    facing: Vec | None
    hull: bool


@cache
def table() -> Mapping[str, Mapping[str, Any]]:
    """Return the patches by name."""
    rows: Mapping[str, Mapping[str, Any]] = json.loads(DATA.read_text())
    return rows


@cache
def patch_of() -> Mapping[str, str]:
    """Return the patch that shows a muscle, by the muscle's catalogue id."""
    return {muscle: name for name, row in table().items() for muscle in row["of"]}


def target(text: str) -> Target:
    """Return “calf:R” or “calf” (both sides) as a target. Raises `KeyError` when there is no such patch."""
    name, _, side = text.partition(":")
    if name not in table() or side not in ("", "L", "R"):
        raise KeyError(text)
    return Target(name, SIDES if not side else ("L",) if side == "L" else ("R",))


def patches(bones: Skeleton, targets: Sequence[Target]) -> list[Patch]:
    """Return where the targets are on a skeleton."""
    return [_patch(bones, one.patch, side) for one in targets for side in one.sides]


def _patch(bones: Skeleton, name: str, side: SideLetter) -> Patch:
    row = table()[name]
    if "bone" in row:
        return _on_limb(bones, name, row, side)
    if "trunk" in row:
        return _on_trunk(bones, name, row, side)
    places = _places(bones, side)
    balls: list[Ball] = []
    for place, a, b, c, r in row["balls"]:
        frame = places[place]
        if isinstance(frame, Bone):
            balls.append((frame.at(a, b, SIGN[side] * c), r))
        else:
            balls.append((frame.at(a, SIGN[side] * b, c), r))
    facing: Vec | None = None
    if "facing" in row:
        place, f, out, up = row["facing"]
        facing = unit(_frame(places[place]).way((f, SIGN[side] * out, up)))
    after = {"hip": ("trunk", f"thigh{side}"), "neck": ("trunk", "head"), "shank": (f"shank{side}",)}[row["part"]]
    return Patch(name, side, after, tuple(balls), facing, row.get("hull", False))


def _places(bones: Skeleton, side: SideLetter) -> dict[str, Frame | Bone]:
    leg = bones.legs[side]
    return {
        "pelvis": bones.pelvis,
        "thorax": bones.thorax,
        "neck": bones.neck,
        "head": bones.head,
        "foot": leg.foot,
        "thigh": leg.thigh,
    }


def _frame(place: Frame | Bone) -> Frame:
    return Frame(place.start, place.front, place.side, times(place.d, -1)) if isinstance(place, Bone) else place


def _on_limb(bones: Skeleton, name: str, row: Mapping[str, Any], side: SideLetter) -> Patch:
    part = row["bone"]
    arm, leg = bones.arms[side], bones.legs[side]
    bone = {"thigh": leg.thigh, "shank": leg.shank, "upper": arm.upper, "fore": arm.fore}[part]
    # The forearm turns with the hand: its front is where the palm looks.
    front = square_to(arm.hand.u, bone.d) if part == "fore" else bone.front
    out = times(bone.side, SIGN[side])
    balls: list[Ball] = []
    facing = ORIGIN
    for share, angle, part_of_radius in row["rows"]:
        radius, forward = size_at(PROFILES[part], max(0.0, share))
        way = unit(from_(ORIGIN, (front, cos(radians(angle))), (out, sin(radians(angle)))))
        r = radius * part_of_radius
        balls.append((from_(bone.at(share, forward), (way, max(0.0, radius - r - 0.45))), r))
        facing = add(facing, way)
    return Patch(name, side, (f"{part}{side}",), tuple(balls), unit(facing), True)


def _on_trunk(bones: Skeleton, name: str, row: Mapping[str, Any], side: SideLetter) -> Patch:
    balls: list[Ball] = []
    facing = ORIGIN
    for at, aside, angle, r in row["trunk"]:
        frame, (forward, _, radius) = bones.level(at), trunk_size(at)
        way = frame.way((cos(radians(angle)), SIGN[side] * sin(radians(angle)), 0))
        balls.append((from_(frame.at(forward, SIGN[side] * aside), (way, max(0.0, radius - r - 0.4))), r))
        facing = add(facing, way)
    return Patch(name, side, ("trunk",), tuple(balls), unit(facing), row.get("flat", False))
