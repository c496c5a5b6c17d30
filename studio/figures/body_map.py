"""The body from the front and the back: solid where a muscle probably does too much, hatched where too little.

The polygons are our own drawing. Muscles under others are an approximation of where they lie: their edge is dashed.
From the front the client's right is on the picture's left, from the back on its right; both carry the letters.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path as File
from typing import Any, Literal

from studio.figures.outline import soft
from studio.figures.pose import SIDES, SIGN, SideLetter
from studio.figures.shapes import Drawing, Path, Point, Ring, Shape, Words, placed

DATA = File(__file__).parent / "data/body_map.json"
View = Literal["front", "back"]
State = Literal["", "over", "under", "both"]
Marked = tuple[str, str]
"""A muscle's catalogue id and “left”, “right” or “both”."""
HALF, TALL = 54.0, 206.0
LETTER = 9.0
OTHER_WAY = {"front": 1, "back": -1}
LETTERS: Mapping[str, tuple[SideLetter, ...]] = {"left": ("L",), "right": ("R",)}


def body_map(over: Iterable[Marked], under: Iterable[Marked]) -> tuple[Drawing, Drawing]:
    """Return the front and the back; ids the map does not know are left out (see `on_map`)."""
    marks = tuple(sorted({("over", *one) for one in over} | {("under", *one) for one in under}))
    return _view("front", marks), _view("back", marks)


@cache
def _table() -> Mapping[str, Any]:
    table: Mapping[str, Any] = json.loads(DATA.read_text())
    return table


@cache
def on_map() -> frozenset[str]:
    """Return the catalogue ids that have a place on the map."""
    return frozenset(muscle for view in ("front", "back") for row in _table()[view].values() for muscle in row["of"])


def marked_regions(over: Iterable[Marked], under: Iterable[Marked]) -> Mapping[str, State]:
    """Return what is marked by the name of its region, the front first, from the head down as the table has it."""
    marks = tuple(sorted({("over", *one) for one in over} | {("under", *one) for one in under}))
    found = {
        f"{view}:{name}:{side}": _state(row["of"], side, marks)
        for view in ("front", "back")
        for name, row in _table()[view].items()
        for side in SIDES
    }
    return {where: state for where, state in found.items() if state}


def muscles_of(region: str) -> tuple[str, ...]:
    """Return the catalogue ids shown by a region that a shape names: “front:pectoralis_major:L”."""
    view, name, _ = region.split(":")
    return tuple(_table()[view][name]["of"])


@lru_cache(maxsize=256)
def _view(view: View, marks: tuple[tuple[str, str, str], ...]) -> Drawing:
    table = _table()
    shapes: list[Shape] = [Path((_outline(),), fill="skin", edge="line", width=0.7, outside=True)]
    regions = table[view].items()
    told: list[str] = []
    # Deep muscles come last: they are seen through what lies over them.
    for name, row in sorted(regions, key=lambda one: one[1].get("deep", False)):
        for side in SIDES:
            state = _state(row["of"], side, marks)
            if state or not row.get("deep"):
                shapes.append(_region(view, name, row, side, state))
            if state:
                told.append(f"{name.replace('_', ' ')} {'left' if side == 'L' else 'right'} {WORDS[state]}")
    shapes += _marks(table["marks"][view])
    for side in SIDES:
        x = SIGN[side] * OTHER_WAY[view] * 30.0
        shapes.append(Words(x, 14, side, LETTER, "ink", "centre", bold=True))
    seen = "; ".join(told) or "no muscle is marked"
    return Drawing(2 * HALF, TALL, placed(shapes, HALF, 3), f"Body from the {view}: {seen}.")


WORDS: Mapping[State, str] = {
    "over": "probably overactive",
    "under": "probably underactive",
    "both": "marked both ways",
}


def _state(muscles: Sequence[str], side: SideLetter, marks: Sequence[tuple[str, str, str]]) -> State:
    found = {kind for kind, muscle, where in marks if muscle in muscles and side in LETTERS.get(where, SIDES)}
    if len(found) == 2:
        return "both"
    return "over" if "over" in found else "under" if found else ""


def _region(view: View, name: str, row: Mapping[str, Any], side: SideLetter, state: State) -> Path:
    sign = SIGN[side] * OTHER_WAY[view]
    ring = soft([(x * sign, y) for x, y in row["points"]], tension=7.0)
    where = f"{view}:{name}:{side}"
    if not state:
        return Path((ring,), fill="muscle", edge="paper", width=0.5, name=where)
    deep = bool(row.get("deep"))
    if state == "over":
        return Path((ring,), fill="over", edge="over_edge", width=0.55, dashed=deep, name=where)
    fill: Literal["over", "under"] = "over" if state == "both" else "under"
    return Path((ring,), fill=fill, edge="under_edge", width=0.55, hatched=True, dashed=deep, name=where)


def _outline() -> Ring:
    """Both halves; a third element marks a corner that stays sharp."""
    half = _table()["outline"]
    around = [(x, y, *mark) for x, y, *mark in half] + [(-x, y, *mark) for x, y, *mark in half[::-1] if x]
    points: list[Point] = [(one[0], one[1]) for one in around]
    ring = soft(points)
    steps = list(ring.steps)
    for n, one in enumerate(around):
        if len(one) > 2:
            # Without a tangent on either side the curve turns sharply.
            x, y = points[n]
            before, after = steps[n - 1], steps[n]
            steps[n - 1] = (*before[:2], x, y, *before[4:])
            steps[n] = (x, y, *after[2:])
    return Ring(ring.start, tuple(steps))


def _marks(row: Mapping[str, Any]) -> list[Shape]:
    def run(points: Sequence[Sequence[float]]) -> Ring:
        return soft([(x, y) for x, y in points], closed=False)

    lines = [Path((run(one),), edge="line", width=0.6) for one in row["lines"]]
    creases = [Path((run(one),), edge="paper", width=0.6) for one in row["creases"]]
    hair = Path((soft([(x, y) for x, y in row["hair"]]),), fill="hair")
    return [hair, *lines, *creases]
