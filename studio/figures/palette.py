"""The colours of a figure on paper and screen, a ladder of lightness so that grey print still tells the parts apart."""

from collections.abc import Mapping


def mixed(colour: str, other: str, share: float) -> str:
    """Return “#rrggbb” with a share of another colour."""
    a, b = (tuple(int(one[n : n + 2], 16) for n in (1, 3, 5)) for one in (colour, other))
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in zip(a, b, strict=True))


FAR = 0.42
NEAR: Mapping[str, str] = {
    "line": "#22303a",
    "skin": "#f6e6d8",
    "shirt": "#d2dee7",
    "shorts": "#a2b3c0",
    "shoe": "#51626f",
    "sole": "#ffffff",
    "target": "#d23c22",
    "target_edge": "#7d2012",
}
FIGURE: Mapping[str, str] = {
    "ink": "#000000",
    "soft": "#36434c",
    "rule": "#8b979f",
    "pale": "#e3e8ea",
    "paper": "#ffffff",
    "key": "#0b6572",
    **NEAR,
    **{f"far_{name}": mixed(colour, "#ffffff", FAR) for name, colour in NEAR.items()},
    "hair": "#453a35",
    "shadow": "#e9ecee",
    "mat": "#cfe3e0",
    "mat_light": "#e4efed",
    "mat_edge": "#86aaa5",
    "prop": "#d9dee2",
    "prop_light": "#e8ebee",
    "prop_dark": "#c5ccd2",
    "prop_edge": "#7d8a95",
    "wood": "#d9c8b4",
    "wood_light": "#e8dccd",
    "wood_dark": "#c7b299",
    "wood_edge": "#7b6753",
    "wall": "#e3e6e8",
    "wall_light": "#eff1f2",
    "wall_edge": "#9aa6b0",
    "foam": "#a9cdd9",
    "foam_light": "#c9e0e8",
    "foam_dark": "#6f99a8",
    "foam_edge": "#3f6879",
    "iron": "#6d7881",
    "iron_light": "#98a3ab",
    "iron_edge": "#37424c",
    "band": "#d977a6",
    "band_edge": "#8f3862",
    "cloth": "#f4efe6",
    "cloth_edge": "#8d7f6c",
    "good": "#0b6572",
    "bad": "#b3261e",
    "muscle": "#e6ebee",
    "muscle_edge": "#aab6be",
    "over": "#d8452b",
    "over_edge": "#7d2012",
    "under": "#cfe4f1",
    "under_edge": "#1d5578",
}
