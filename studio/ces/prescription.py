"""What a programme is made of: its lines, and the account of what was left out and why."""

from dataclasses import dataclass
from typing import Literal

from studio.ces.exercises import Dose, Phase
from studio.ces.reasoning import Because
from studio.ces.sides import OneSide, Side
from studio.ces.steering import Steer

FilterName = Literal["region", "tag", "equipment", "difficulty", "floor", "home", "balance", "limit", "hidden"]


@dataclass(frozen=True, slots=True)
class Caution:
    """A client's tag that an exercise lists under caution, and what to mind; `tag` is "" for a written limit."""

    tag: str
    note: str


@dataclass(frozen=True, slots=True)
class Substitute:
    """A missing item, what is used instead, and how, in the client's words."""

    item: str
    use: str
    how: str


@dataclass(frozen=True, slots=True)
class Line:
    """One exercise of a programme. Editing one is `dataclasses.replace` plus dose.check and dose.seconds."""

    phase: Phase
    exercise: str
    targets: tuple[str, ...]  # the units it serves (muscles or groups as listed); integrate: the drill's own targets
    side: Side
    first: OneSide | None  # on both sides: the side to begin with, when one leads
    dose: Dose
    seconds: int  # without set-up
    because: tuple[Because, ...]  # empty: added by hand
    cautions: tuple[Caution, ...] = ()
    show_first: bool = True  # the client has not yet shown it: show before handing over
    substitutes: tuple[Substitute, ...] = ()
    exact: bool = True  # False: the drill is for a close neighbour of the target
    rank: int = 0  # place in its phase by importance, from 1; 0: added by hand
    steer: Steer | None = None  # a modified form of a test moved it to the front or the end of its phase
    extra: OneSide | None = None  # the side that gets one more set


@dataclass(frozen=True, slots=True)
class Parked:
    """A drill that passes but has no room now."""

    phase: Phase
    exercise: str
    targets: tuple[str, ...]
    side: Side
    rank: int
    reason: str
    because: tuple[Because, ...] = ()
    steer: Steer | None = None

    @property
    def why(self) -> str:
        """Give the reason, with the form of a test that made it wait."""
        return f"{self.reason} {self.steer.text}" if self.steer and self.steer.move == "later" else self.reason


@dataclass(frozen=True, slots=True)
class Excluded:
    """A drill of a wanted muscle that a filter removed: which filter, by which tag, region or item, in a sentence."""

    phase: Phase
    exercise: str
    filter: FilterName
    tag: str | None  # precaution tag
    region: str | None
    equipment: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A unit for which no drill passes in a phase, for the coach to see."""

    phase: Phase
    target: str  # muscle, group, or for integrate the compensation
    filters: tuple[FilterName, ...]  # what took the options away; empty when there is none in the library
    reason: str


@dataclass(frozen=True, slots=True)
class EmptyPhase:
    """A phase without a line, explained in one sentence."""

    phase: Phase
    reason: str


@dataclass(frozen=True, slots=True)
class Priority:
    """A finding the programme is built on."""

    compensation: str
    side: Side | None
    severity: int
    reason: str
