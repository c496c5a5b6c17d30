"""What a drawing is made of. Lengths are units of the drawing, y grows downwards; colours are named by their part."""

from dataclasses import dataclass
from typing import Literal

Colour = Literal["ink", "soft", "rule", "pale", "paper", "key"]
Align = Literal["left", "centre", "right"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stroke:
    """An open line through some points."""

    points: tuple[Point, ...]
    colour: Colour = "ink"
    width: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A filled polygon."""

    points: tuple[Point, ...]
    colour: Colour = "ink"


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle, filled and with an edge."""

    x: float
    y: float
    radius: float
    fill: Colour = "ink"
    edge: Colour = "ink"
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text with its baseline at `y`."""

    x: float
    y: float
    text: str
    size: float
    colour: Colour = "ink"
    align: Align = "left"
    bold: bool = False


Shape = Stroke | Area | Disc | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """A display list; `alt` says the same in words."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alt: str


def box(left: float, top: float, right: float, bottom: float, colour: Colour) -> Area:
    """Return a filled rectangle."""
    return Area(((left, top), (right, top), (right, bottom), (left, bottom)), colour)
