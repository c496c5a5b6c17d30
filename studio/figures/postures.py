"""What we saw beside what we want, for every compensation: one clean pose a test, and what a fault changes in it.

Records are written with the fault on the client's right. “left” is the mirrored picture; “both” gives the other side
the same fault; mild is part of the way. A drawing of a pattern, not of this client's joint angles.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path as File
from typing import Any

from studio.figures.camera import Camera
from studio.figures.exercises import Side, crop_of, for_other_side
from studio.figures.marks import Look, Mark, draw, mirrored, read
from studio.figures.panel import Painted, View, framed, paint
from studio.figures.pose import Pose
from studio.figures.reading import SIDED, BadPose, merged, numbers, pose, prop
from studio.figures.shapes import Drawing

DATA = File(__file__).parent / "data/postures"
MILD = 0.55
"""How much of a marked fault a mild one shows."""
KEYS = {"view", "saw", "want", "props", "crop", "marks", "shows", "wants", "shod", "alone"}
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
    marks: tuple[Mark, ...]
    shows: str
    wants: str
    alone: bool = False
    """Only one side can show it at a time: on one leg, “both” is drawn as the right one."""

    @property
    def askew(self) -> bool:
        """Whether one side is nearer to the eye: what points at the other would lie on the wrong limb."""
        return abs(self.view.camera.right[1]) < 0.95


def posture_cards(compensation: str, side: Side = "", severity: int = 2) -> SawWant | None:
    """Return the drawings of a compensation (“ohsa.knee_valgus”); severity 1 mild, 2 marked. None without a record."""
    return _drawn(compensation, side, max(1, min(2, severity))) if compensation in cards() else None


@lru_cache(maxsize=512)
def _drawn(compensation: str, side: Side, severity: int) -> SawWant:
    card = cards()[compensation]
    painted = []
    looks: tuple[Look, Look] = ("bad", "good")
    for stands, look in zip(poses(compensation, side, severity), looks, strict=True):
        painted.append(_marked(card, stands, side, look))
    saw, want = framed(painted, card.view, "")
    shows, wants = card_words(compensation, side)
    saw, want = replace(saw, alt=shows), replace(want, alt=wants)
    return SawWant(for_other_side(saw), for_other_side(want)) if side == "left" else SawWant(saw, want)


def poses(compensation: str, side: Side = "", severity: int = 2) -> tuple[Pose, Pose]:
    """Return how the two stand, the fault first; the left side as the right one, before it is mirrored."""
    card = cards()[compensation]
    fault = _on_both(card.saw) if side == "both" and not card.alone else card.saw
    clean, marked = merged(card.want), merged(card.want, fault)
    shown = marked if severity == 2 else _between(clean, marked, MILD)
    return pose(shown, compensation), pose(clean, compensation)


def _marked(card: Card, stands: Pose, side: Side, look: Look) -> Painted:
    one = paint(stands, card.view)
    for mark in _marks(card, side):
        draw(one, stands, mark, look)
    return one


def unmarked(compensation: str, side: Side, grade: int) -> Drawing:
    """Return a drawing to judge, 0 clear, 1 mild, 2 marked: nothing points at the fault or tells it."""
    card = cards()[compensation]
    fault, clean = poses(compensation, side, grade or 1)
    (drawing,) = framed([_marked(card, fault if grade else clean, side, "line")], card.view, "")
    return for_other_side(drawing) if side == "left" else drawing


def card_words(compensation: str, side: Side) -> tuple[str, str]:
    """Return what the two drawings of a compensation show, a sentence each."""
    card = cards()[compensation]
    return _said(card.shows, side), _said(card.wants, side)


def _said(text: str, side: Side) -> str:
    """“the {side} knee” is “the left knee”, or just “the knee” where both sides or neither are meant."""
    return text.replace("{side} ", "" if side in ("", "both") else f"{side} ")


def _marks(card: Card, side: Side) -> Iterator[Mark]:
    for mark in card.marks:
        yield mark
        if side != "both" or card.alone or card.askew:
            continue
        other = mirrored(mark)
        if other != mark:
            yield other


def _on_both(fault: Mapping[str, Any]) -> dict[str, Any]:
    """The fault on both sides: what the right side does the left does too, and nothing leans to one side."""
    whole = {key: value for key, value in fault.items() if key not in SIDEWAYS}
    for key, value in fault.items():
        if key.endswith("R") and key[:-1] in SIDED:
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
        return {key: _part(a.get(key), value, share) for key, value in b.items()}
    return b


@cache
def cards() -> Mapping[str, Card]:
    """Return all records by the id of their compensation. Raises `BadPose` with the place of the first mistake."""
    found: dict[str, Card] = {}
    for file in sorted(DATA.glob("*.json")):
        test = json.loads(file.read_text())
        for name, row in test["cards"].items():
            found[f"{file.stem}.{name}"] = card_of(test, row, f"{file.name}: {name}")
    return found


def card_of(test: Mapping[str, Any], row: Mapping[str, Any], where: str) -> Card:
    """Return one record of a test. Raises `BadPose`."""
    if set(row) - KEYS or not {"view", "saw", "shows", "wants"} <= set(row):
        raise BadPose(f"{where}: needs view, saw, shows and wants, knows {sorted(KEYS)}")
    azimuth, height = numbers(row["view"], 2, f"{where}.view")
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
    return Card(
        view, want, row["saw"], read(row.get("marks", ()), where), row["shows"], row["wants"], bool(row.get("alone"))
    )
