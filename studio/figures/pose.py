"""A pose as values: where the pelvis is, what the trunk and every limb do, what lies about, what moves.

Lengths are centimetres (x forward, y to the client's left, z up), angles degrees. `L` and `R` are the client's sides.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from studio.figures.space import Vec

SideLetter = Literal["L", "R"]
Place = Literal["world", "pelvis", "thorax", "head"]
SIDES: tuple[SideLetter, SideLetter] = ("L", "R")
SIGN: dict[SideLetter, int] = {"L": 1, "R": -1}
PARTS = ("trunk", "head", "thighL", "shankL", "upperL", "foreL", "thighR", "shankR", "upperR", "foreR")


@dataclass(frozen=True, slots=True)
class Angles:
    """A free limb. Arm: elevation, plane (0 forward, 90 sideways), rotation out, elbow. Leg: flexion, abduction,
    rotation out, knee."""

    values: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Reach:
    """A limb that touches something: where its wrist or ankle is, and which way the elbow or knee points."""

    to: Vec
    place: Place = "world"
    pole: Vec | None = None
    pole_place: Place | None = None
    knee: Vec | None = None
    """Where the knee is, when it is on the floor; `to` then says where the shank points."""


Limb = Angles | Reach


@dataclass(frozen=True, slots=True)
class Aim:
    """A hand or foot by its direction: `dir` to the fingers or toes; `up` the palm's face or the back of the foot."""

    dir: Vec | None
    up: Vec
    place: Place = "world"
    evert: float = 0.0
    """Sole turned out (+) or in (−)."""
    out: float = 0.0
    """A flat foot's toes turned out."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A movement: a line through given points, or the way a joint takes from the panel before."""

    points: tuple[Vec, ...] = ()
    both: bool = False
    joint: str = ""
    offset: Vec = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing: its kind, its measures, and whether it lies before or behind the person or is sorted among the limbs."""

    kind: str
    args: tuple[Any, ...]
    layer: Literal["", "front", "back"] = ""
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """One panel: where the pelvis is, how the trunk bends, what every limb does, what lies about, what moves."""

    root: Vec = (0.0, 0.0, 88.5)
    pitch: float = 0.0
    turn: float = 0.0
    lean: float = 0.0
    yaw: float = 0.0
    spine: tuple[float, float] = (0.0, 0.0)
    side: float = 0.0
    twist: float = 0.0
    neck: float = 0.0
    nod: float = 0.0
    nside: float = 0.0
    look: float = 0.0
    glide: float = 0.0
    """The head moved straight forward (+) or back (−)."""
    shrug: Mapping[SideLetter, float] = field(default_factory=lambda: {"L": 0.0, "R": 0.0})
    reach: Mapping[SideLetter, float] = field(default_factory=lambda: {"L": 0.0, "R": 0.0})
    """The shoulder moved forward (+) or back (−)."""
    toes: Mapping[SideLetter, float] = field(default_factory=lambda: {"L": 0.0, "R": 0.0})
    """The toes of a bare foot bent up (+) or curled (−)."""
    wing: Mapping[SideLetter, float] = field(default_factory=lambda: {"L": 0.0, "R": 0.0})
    """How far the inner edge of the shoulder blade stands off the ribs."""
    arm: Mapping[SideLetter, Limb]
    leg: Mapping[SideLetter, Limb]
    hand: Mapping[SideLetter, "tuple[float, float] | Aim"]
    foot: Mapping[SideLetter, "float | Aim"]
    grip: frozenset[SideLetter] = frozenset()
    props: tuple[Prop, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    over: tuple[tuple[str, str], ...] = ()
    """Pairs of parts: the first is painted over the second, whatever the sorting says."""
