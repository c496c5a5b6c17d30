"""Written limits: what a therapist or physician allows, as values that filter drills."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from studio.ces.sides import Side

Kind = Literal[
    "weight_bearing", "range", "load", "position", "combination", "exercise", "strict_tag", "rest", "symptom", "words"
]
KINDS: tuple[Kind, ...] = (
    "weight_bearing", "range", "load", "position", "combination", "exercise", "strict_tag", "rest", "symptom", "words",
)  # fmt: skip
POUNDS = "lb"  # the code of a load that the paper words in pounds


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit in force. No region is the whole body.

    `code` is the id of what it is about: a weight-bearing code, direction, posture, combination, exercise or tag.
    `ceiling` is per cent of body weight, degrees, kilograms, or the discomfort (0-10) that a known symptom may reach.
    `words` are as written.
    """

    kind: Kind
    region: str | None = None
    side: Side | None = None
    code: str = ""
    ceiling: float | None = None
    words: str = ""
    by: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class WeightBearing:
    """How much weight a leg may carry; without `bears` no drill that puts weight on it is done."""

    id: str
    label: str
    bears: bool
    percent: bool
    note: str


@dataclass(frozen=True, slots=True)
class Posture:
    """A way to be that a limit can rule out, and the positions of drills it means."""

    id: str
    label: str
    positions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Direction:
    """A movement that a ceiling can be set for, and the regions that can do it."""

    id: str
    label: str
    regions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Combination:
    """Movements that must not come together; the lists of `tag` say which drills that takes out."""

    id: str
    label: str
    region: str
    tag: str


@dataclass(frozen=True, slots=True)
class Operation:
    """What to ask the therapist for after an operation; `often` is a prompt for the question, never a limit."""

    id: str
    label: str
    ask: str
    often: str
    regions: tuple[str, ...]
    tags: tuple[str, ...]
    strict: tuple[str, ...]
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LimitRules:
    """The vocabulary of limits."""

    weight_bearing: Mapping[str, WeightBearing]
    on_a_leg: tuple[str, ...]  # positions in which a leg carries weight
    leg: tuple[str, ...]
    arm: tuple[str, ...]
    on_an_arm: str  # the tag whose lists name the drills that take weight through the arms
    added: tuple[str, ...]  # equipment that adds a load
    postures: Mapping[str, Posture]
    directions: Mapping[str, Direction]
    combinations: Mapping[str, Combination]
    operations: Mapping[str, Operation]
