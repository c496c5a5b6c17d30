"""Poses as they are written down: only what differs from standing; a mistake is refused with its place."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from studio.figures.pose import PARTS, SIDES, Aim, Angles, Arrow, Limb, Place, Pose, Prop, Reach
from studio.figures.space import Vec


class BadPose(ValueError):
    """A record that cannot be read; says where and what is expected."""


STANDING: dict[str, Any] = {"arm": [6, 60, 0, 8], "leg": [0, 3, 0, 0], "hand": [0, 0], "foot": 0}
NUMBERS = ("pitch", "turn", "lean", "yaw", "side", "twist", "neck", "nod", "nside", "look", "glide")
SIDED = ("arm", "leg", "hand", "foot", "shrug", "reach", "toes", "wing")
OTHERS = ("root", "spine", "grip", "props", "arrows", "over")
KEYS = {*NUMBERS, *SIDED, *OTHERS, *(f"{name}{side}" for name in SIDED for side in SIDES)}


def merged(*records: Mapping[str, Any]) -> dict[str, Any]:
    """Return later records over earlier ones; `arm` overrides earlier `armL` and `armR`, props add up."""
    whole: dict[str, Any] = {}
    for record in records:
        for key, value in record.items():
            if key == "props":
                whole["props"] = [*whole.get("props", ()), *value]
                continue
            if key in SIDED:
                whole[f"{key}L"] = whole[f"{key}R"] = value
            else:
                whole[key] = value
        # One side after both of the same record.
        whole |= {key: value for key, value in record.items() if key[:-1] in SIDED}
    return whole


def pose(record: Mapping[str, Any], where: str) -> Pose:
    """Return the pose of a record, standing where it says nothing. Raises `BadPose`."""
    unknown = set(record) - KEYS
    if unknown:
        raise BadPose(f"{where}: unknown {sorted(unknown)}; known are {sorted(KEYS)}")
    whole = merged(STANDING, {"shrug": 0, "reach": 0, "toes": 0, "wing": 0}, record)
    values: dict[str, Any] = {key: number(whole[key], f"{where}.{key}") for key in NUMBERS if key in whole}
    if "root" in whole:
        values["root"] = vec(whole["root"], f"{where}.root")
    if "spine" in whole:
        values["spine"] = numbers(whole["spine"], 2, f"{where}.spine")
    for name, read in (
        ("arm", _limb),
        ("leg", _limb),
        ("hand", _hand),
        ("foot", _foot),
        ("shrug", number),
        ("reach", number),
        ("toes", number),
        ("wing", number),
    ):
        values[name] = {side: read(whole[f"{name}{side}"], f"{where}.{name}{side}") for side in SIDES}
    grip = whole.get("grip", "")
    if not isinstance(grip, str) or set(grip) - set("LR"):
        raise BadPose(f"{where}.grip: expected some of “LR”, not {grip!r}")
    pairs = whole.get("over", [])
    for pair in pairs:
        if len(pair) != 2 or set(pair) - set(PARTS):
            raise BadPose(f"{where}.over: expected pairs of {PARTS}, not {pair!r}")
    return Pose(
        **values,
        grip=frozenset(side for side in SIDES if side in grip),
        props=tuple(prop(one, f"{where}.props[{n}]") for n, one in enumerate(whole.get("props", []))),
        arrows=tuple(_arrow(one, f"{where}.arrows[{n}]") for n, one in enumerate(whole.get("arrows", []))),
        over=tuple((a, b) for a, b in pairs),
    )


def prop(record: Any, where: str) -> Prop:
    """Return a prop: a list of its kind, its measures and, last, {"layer": …, "tone": …}. Raises `BadPose`."""
    if not isinstance(record, list) or not record or not isinstance(record[0], str):
        raise BadPose(f"{where}: expected [kind, measures …], not {record!r}")
    options = record[-1] if isinstance(record[-1], dict) else {}
    measures = record[1:-1] if options else record[1:]
    if set(options) - {"layer", "tone"} or options.get("layer", "") not in ("", "front", "back"):
        raise BadPose(f"{where}: options are layer (front, back) and tone, not {options!r}")
    return Prop(record[0], tuple(measures), options.get("layer", ""), options.get("tone", ""))


def number(value: Any, where: str) -> float:
    """Return a number. Raises `BadPose`."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadPose(f"{where}: expected a number, not {value!r}")
    return float(value)


def numbers(value: Any, count: int, where: str) -> tuple[float, ...]:
    """Return so many numbers. Raises `BadPose`."""
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) != count:
        raise BadPose(f"{where}: expected {count} numbers, not {value!r}")
    return tuple(number(one, where) for one in value)


def vec(value: Any, where: str) -> Vec:
    """Return a point or direction. Raises `BadPose`."""
    x, y, z = numbers(value, 3, where)
    return (x, y, z)


def _fields(value: Any, allowed: Sequence[str], where: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping) or set(value) - set(allowed):
        raise BadPose(f"{where}: expected some of {list(allowed)}, not {value!r}")
    return value


def _place(value: Any, where: str) -> Place:
    if value not in get_args(Place):
        raise BadPose(f"{where}: expected one of {get_args(Place)}, not {value!r}")
    place: Place = value
    return place


def _limb(value: Any, where: str) -> Limb:
    if isinstance(value, list):
        a, b, c, d = numbers(value, 4, where)
        return Angles((a, b, c, d))
    told = _fields(value, ("to", "in", "pole", "pin", "knee"), where)
    if "to" not in told:
        raise BadPose(f"{where}: needs “to”")
    return Reach(
        vec(told["to"], f"{where}.to"),
        _place(told.get("in", "world"), f"{where}.in"),
        vec(told["pole"], f"{where}.pole") if "pole" in told else None,
        _place(told["pin"], f"{where}.pin") if "pin" in told else None,
        vec(told["knee"], f"{where}.knee") if "knee" in told else None,
    )


def _hand(value: Any, where: str) -> "tuple[float, float] | Aim":
    if isinstance(value, list):
        bent, turned = numbers(value, 2, where)
        return (bent, turned)
    told = _fields(value, ("dir", "palm", "in"), where)
    return Aim(
        vec(told["dir"], f"{where}.dir") if "dir" in told else None,
        vec(told.get("palm", [0, 0, -1]), f"{where}.palm"),
        _place(told.get("in", "world"), f"{where}.in"),
    )


def _foot(value: Any, where: str) -> "float | Aim":
    if value == "flat":
        return Aim(None, (0.0, 0.0, 1.0))
    if not isinstance(value, Mapping):
        return number(value, where)
    told = _fields(value, ("dir", "up", "evert", "out"), where)
    return Aim(
        vec(told["dir"], f"{where}.dir") if "dir" in told else None,
        vec(told.get("up", [0, 0, 1]), f"{where}.up"),
        evert=number(told.get("evert", 0), f"{where}.evert"),
        out=number(told.get("out", 0), f"{where}.out"),
    )


def _arrow(value: Any, where: str) -> Arrow:
    match value:
        case ["track", str() as joint, *rest]:
            return Arrow(joint=joint, offset=vec(rest[0], where) if rest else (0.0, 0.0, 0.0))
        case ["line", list() as points, *rest] if 2 <= len(points) <= 3:
            return Arrow(tuple(vec(one, where) for one in points), both=bool(rest and rest[0]))
    raise BadPose(f"{where}: expected [“track”, joint, offset] or [“line”, [from, (by,) to], both], not {value!r}")
