"""The picture of every exercise: records in data/poses, read once, drawn for the side they are prescribed for."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path as File
from typing import Any, Literal

from studio.figures.body.joints import JOINTS
from studio.figures.camera import Camera
from studio.figures.muscles import target
from studio.figures.panel import Crop, View, framed, paint
from studio.figures.pose import Pose
from studio.figures.reading import BadPose, merged, number, numbers, pose, prop
from studio.figures.shapes import Drawing, Words, mirrored
from studio.figures.things import KINDS

DATA = File(__file__).parent / "data"
Side = Literal["", "left", "right", "both"]
KEYS = {"view", "side", "targets", "shows", "from", "props", "base", "panels", "bare", "crop", "letters"}
OTHER = {"left": "right", "right": "left"}


@dataclass(frozen=True, slots=True)
class Picture:
    """One panel, or start and finish, in centimetres of the person: one scale fits all of them."""

    panels: tuple[Drawing, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Record:
    """A picture as it was written: for the right or the left side, or for neither."""

    side: Literal["", "left", "right"]
    shows: str
    """What is drawn, in a sentence; “{side}” and “{other}” stand for the client's sides."""
    view: View
    poses: tuple[Pose, ...]


def exercise_picture(exercise: str, side: Side = "") -> Picture | None:
    """Return the picture of a catalogue exercise for a side; None for one that has no record."""
    record = records().get(exercise)
    if record is None:
        return None
    wanted = record.side if side in ("", "both") else side
    return painted_picture(exercise, wanted if record.side else "")


@lru_cache(maxsize=512)
def painted_picture(exercise: str, side: Literal["", "left", "right"]) -> Picture:
    """Return the picture as it is painted for a side, kept for the next who asks."""
    record = records()[exercise]
    alt = record.shows.format(side=side, other=OTHER.get(side, ""))
    starts = (None, *record.poses)
    painted = [paint(one, record.view, before) for one, before in zip(record.poses, starts, strict=False)]
    panels = framed(painted, record.view, alt)
    if side != record.side:
        panels = tuple(for_other_side(one) for one in panels)
    return Picture(panels, alt)


def for_other_side(drawing: Drawing) -> Drawing:
    """Return the mirrored drawing: its person works on the other side, so the client's letters change places."""
    swap = {"R": "L", "L": "R"}
    shapes = tuple(
        replace(one, text=swap.get(one.text, one.text)) if isinstance(one, Words) else one
        for one in mirrored(drawing).shapes
    )
    return replace(drawing, shapes=shapes)


@cache
def records() -> Mapping[str, Record]:
    """Return all records by the id of their exercise. Raises `BadPose` with the place of the first mistake."""
    found: dict[str, Record] = {}
    for file in sorted((DATA / "poses").glob("*.json")):
        for name, row in json.loads(file.read_text()).items():
            if name in found:
                raise BadPose(f"{file.name}: {name} is there twice")
            found[name] = record(row, f"{file.name}: {name}")
    return found


@cache
def stances() -> Mapping[str, Mapping[str, Any]]:
    """Return the starting positions that records build on."""
    rows: Mapping[str, Mapping[str, Any]] = json.loads((DATA / "stances.json").read_text())
    return rows


def record(row: Mapping[str, Any], where: str) -> Record:
    """Return one record. Raises `BadPose`."""
    unknown = set(row) - KEYS
    if unknown or not {"view", "shows", "panels"} <= set(row):
        raise BadPose(f"{where}: needs view, shows and panels, knows {sorted(KEYS)}; unknown: {sorted(unknown)}")
    side = row.get("side", "")
    if side not in ("", "left", "right"):
        raise BadPose(f"{where}.side: expected left or right, not {side!r}")
    if bool(re.search(r"\{(side|other)\}", row["shows"])) != bool(side) or re.search(r"\b(left|right)\b", row["shows"]):
        raise BadPose(
            f"{where}.shows: name the working side as {{side}} and the other as {{other}}, and only with a “side”"
        )
    stance = stances().get(row["from"]) if "from" in row else {}
    if stance is None:
        raise BadPose(f"{where}.from: no stance {row['from']!r}; known are {sorted(stances())}")
    azimuth, height = numbers(row["view"], 2, f"{where}.view")
    try:
        targets = tuple(target(one) for one in row.get("targets", ()))
    except KeyError as none:
        raise BadPose(f"{where}.targets: no muscle patch {none}") from None
    base = merged({key: value for key, value in stance.items() if key != "props"}, row.get("base", {}))
    poses = tuple(pose(merged(base, one), f"{where}.panels[{n}]") for n, one in enumerate(row["panels"]))
    props = tuple(
        prop(one, f"{where}.props[{n}]") for n, one in enumerate([*stance.get("props", ()), *row.get("props", ())])
    )
    for one in (*props, *(each for each_pose in poses for each in each_pose.props)):
        if one.kind not in KINDS:
            raise BadPose(f"{where}: no prop {one.kind!r}; known are {sorted(KINDS)}")
    if not 1 <= len(poses) <= 2:
        raise BadPose(f"{where}.panels: one or two, not {len(poses)}")
    if any(arrow.joint for arrow in poses[0].arrows):
        raise BadPose(f"{where}.panels[0]: an arrow can only follow a joint from the first panel to the second")
    named = [arrow.joint for each in poses for arrow in each.arrows] + [row.get("crop", {}).get("at", "")]
    for joint in named:
        if joint and joint not in JOINTS:
            raise BadPose(f"{where}: no joint {joint!r}; known are {sorted(JOINTS)}")
    view = View(
        camera=Camera(azimuth, height),
        targets=targets,
        props=props,
        bare=bool(row.get("bare", False)),
        crop=crop_of(row["crop"], f"{where}.crop") if "crop" in row else None,
        letters=bool(row.get("letters", bool(side))),
    )
    return Record(side, row["shows"], view, poses)


def crop_of(row: Any, where: str) -> Crop:
    """Return which part is shown. Raises `BadPose`."""
    if not isinstance(row, Mapping) or not {"at", "size"} <= set(row) <= {"at", "size", "shift"}:
        raise BadPose(f"{where}: expected at (a joint), size [width, height] and shift [right, up], not {row!r}")
    width, height = numbers(row["size"], 2, f"{where}.size")
    right, up = numbers(row.get("shift", [0, 0]), 2, f"{where}.shift")
    return Crop(str(row["at"]), number(width, where), height, (right, up))
