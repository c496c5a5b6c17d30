"""The page of one muscle or group: what speaks for and against it, what decides, and the exercises that work on it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ..ces.exercises import PHASES
from ..ces.reasoning import Because, Claim, Conflict
from ..ces.sides import Side
from ..ces.telling import says_little, tells
from .board_words import AMOUNT, count_words, protocol_words, title
from .evidence_words import SIDES, unit_name
from .finding_page import AGREED
from .finding_words import capital
from .grounds import Grounds
from .muscle_view import SOURCES
from .served import Serving, serving_muscle


@dataclass(frozen=True, slots=True)
class Ground:
    """One finding behind a claim: how much it adds, and why so much."""

    compensation: str
    finding: str
    test: str
    adds: str
    why: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim: a muscle, a side, a role, its strength; `tests` is how many tests speak for it."""

    name: str
    side: str
    role: str
    strength: str
    tests: str
    tells: bool
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    side: str
    over: str
    under: str
    text: str


@dataclass(frozen=True, slots=True)
class MusclePage:
    name: str
    common: str
    members: tuple[tuple[str, str], ...]
    claims: tuple[ClaimView, ...]
    conflicts: tuple[ConflictView, ...]
    exercises: tuple[Serving, ...]
    library: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    older_tables: str


def muscle_page(muscle: str, grounds: Grounds, client_id: int) -> MusclePage | None:
    """Everything about one muscle or group of an assessment; None for one that nobody knows."""
    cat = grounds.cat
    if muscle not in cat.muscles and muscle not in cat.groups:
        return None
    mine = set(cat.members(muscle))
    return MusclePage(
        name=capital(unit_name(muscle)),
        common=cat.muscle_label(muscle),
        members=tuple((one, unit_name(one)) for one in cat.members(muscle)) if muscle in cat.groups else (),
        claims=claims_on(mine, "both", grounds),
        conflicts=conflicts_on(mine, "both", grounds),
        exercises=serving_muscle(client_id, muscle),
        library=tuple(_library(muscle, grounds)),
        older_tables=grounds.older_tables,
    )


def claims_on(muscles: Collection[str], side: Side, grounds: Grounds) -> tuple[ClaimView, ...]:
    """What is claimed of these muscles on this side; a claim for both sides is one of either."""
    found = grounds.reasoning
    claims = [*((one, "overactive") for one in found.overactive), *((one, "underactive") for one in found.underactive)]
    return tuple(_claim(one, role, grounds) for one, role in claims if one.muscle in muscles and _there(one.side, side))


def conflicts_on(muscles: Collection[str], side: Side, grounds: Grounds) -> tuple[ConflictView, ...]:
    """What points both ways for these muscles on this side."""
    return tuple(
        _conflict(one) for one in grounds.reasoning.conflicts if one.muscle in muscles and _there(one.side, side)
    )


def _there(one: Side, side: Side) -> bool:
    return side == "both" or one in (side, "both")


def _claim(claim: Claim, role: str, grounds: Grounds) -> ClaimView:
    findings = [one.compensation for one in claim.because]
    return ClaimView(
        name=capital(unit_name(claim.muscle)),
        side=SIDES[claim.side],
        role=role,
        strength=f"{claim.strength:g}",
        tests=count_words(len(claim.assessments), "test speaks for it", "independent tests speak for it"),
        tells=tells(claim.muscle, findings, says_little(grounds.cat)),
        grounds=tuple(_ground(one, grounds) for one in sorted(claim.because, key=lambda one: -one.weight)),
    )


def _ground(one: Because, grounds: Grounds) -> Ground:
    cat = grounds.cat
    compensation = cat.compensations[one.compensation]
    side = f", {SIDES[one.side]}" if one.side else ""
    why = [AMOUNT[str(one.severity)], AGREED[one.agreement]]
    if one.factor > 1:
        why.append("counts half as much again")
    if one.factor < 1:
        why.append("counts half")
    return Ground(
        compensation=one.compensation,
        finding=f"{title(compensation.label)}{side}",
        test=protocol_words(cat.protocols[compensation.protocol]),
        adds=f"{one.weight:.2g}",
        why=", ".join(why),
        sources=tuple(SOURCES[tag] for tag in one.listed_in),
    )


def _conflict(one: Conflict) -> ConflictView:
    return ConflictView(SIDES[one.side], f"{one.overactive.strength:g}", f"{one.underactive.strength:g}", one.text)


def _library(muscle: str, grounds: Grounds) -> Iterable[tuple[str, tuple[tuple[str, str], ...]]]:
    """The drills of the library for it, phase by phase, in the order in which they are tried."""
    cat = grounds.cat
    if muscle in cat.lookups or muscle in cat.options:
        for phase in PHASES:
            drills = tuple((drill, cat.exercises[drill].name) for drill, _ in cat.drills(muscle, phase))
            if drills:
                yield phase, drills
