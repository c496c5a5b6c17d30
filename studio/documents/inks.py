"""The colours a drawing is printed in: ours, or black on white for a fax."""

from functools import cache
from typing import Any, Literal

from reportlab.lib.colors import Color, HexColor

from studio.figures.palette import FIGURE
from studio.figures.shapes import Path

Inks = Literal["colour", "fax"]
DARK = 0.46
"""On a fax everything darker than this is black, everything lighter white."""
PALEST = 0.8
"""Rules are grey in colour and must not vanish; only grounds are paler than this."""
LINES = {"line", "far_line", "ink", "soft", "rule", "key", "good", "bad"}


def inks(canvas: Any) -> Inks:
    """Return what a canvas prints in; colour unless its document says fax."""
    kind: Inks = canvas.inks
    return kind


@cache
def colour(name: str, kind: Inks) -> Color:
    """Return the colour of a part."""
    shade = HexColor(FIGURE[name])
    if kind == "colour":
        return shade
    if name in LINES or name.endswith("_edge"):
        return HexColor("#000000")
    lightness = 0.3 * shade.red + 0.59 * shade.green + 0.11 * shade.blue
    return HexColor("#000000" if lightness < DARK and not name.endswith(("target", "over")) else "#ffffff")


def on_fax(shade: Any) -> Color:
    """Return what a colour of our text, rules and fills is on a fax: the palest are paper, all others ink."""
    lightness = 0.3 * shade.red + 0.59 * shade.green + 0.11 * shade.blue
    return HexColor("#ffffff" if lightness > PALEST else "#000000")


def hatched(path: Path, kind: Inks) -> bool:
    """Return whether a path is crossed by lines: as it says itself, and on a fax where red would be grey."""
    return path.hatched or (kind == "fax" and path.fill in ("target", "far_target", "over"))
