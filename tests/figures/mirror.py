"""A pose written for the other side by the rules of a mirror: letters change, y and turns to a side change sign."""

from typing import Any

POINTS = ("to", "pole", "knee", "dir", "up", "palm")
TURNS = ("lean", "side", "turn", "twist", "yaw", "nside", "look")


def other_side(record: dict[str, Any]) -> dict[str, Any]:
    """Return the mirrored record."""
    mirrored = {}
    for key, value in record.items():
        name = key
        if key[:-1] in ("arm", "leg", "hand", "foot", "shrug", "reach"):
            name = f"{key[:-1]}{'L' if key[-1] == 'R' else 'R'}"
        if key in TURNS:
            value = -value
        elif key == "root":
            value = [value[0], -value[1], value[2]]
        elif isinstance(value, dict):
            value = {part: [v[0], -v[1], v[2]] if part in POINTS else v for part, v in value.items()}
        mirrored[name] = value
    return mirrored
