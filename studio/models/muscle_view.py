"""Findings and the muscles they point to, in lines: always "probably", always with the reasons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..ces.case import TestResult
from ..ces.catalogue import Catalogue
from ..ces.findings import join
from ..ces.reasoning import Claim, Reasoning
from ..ces.sides import LEFT_RIGHT
from ..ces.telling import reading_place, says_little, tells
from .board_words import AMOUNT, on_side, protocol_words, title

MOST_BLOCKS = 3
# The coach sees where a claim was read, by kind and year.
SOURCES = {
    "ces1": "corrective exercise textbook, 2011",
    "ces2": "corrective exercise textbook, 2020",
    "cpt6": "personal training textbook, 6th edition",
    "cpt7": "personal training textbook, 2021",
    "blog": "the textbooks' publisher",
    "kendall": "Kendall, muscle testing",
    "janda": "Page, Frank and Lardner 2010, after Janda",
    "lit": "single papers",
    "reasoned": "our own reasoning",
}
RESOLUTIONS = {
    "left_out": "The findings point both ways. It stays out of the programme until a measure decides.",
    "stronger_stands": "The findings point both ways. The side with clearly more behind it is used.",
    "measured": "The findings point both ways. The measured range decides.",
}


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding with its pills: (words, marked?); `test` names its test where there were several."""

    label: str
    pills: tuple[tuple[str, bool], ...]
    compensation: str
    test: str


@dataclass(frozen=True, slots=True)
class MuscleLine:
    """A muscle that findings point to; `blocks` (1 to 3) is how many of them do, `tests` in how many assessments.

    `tells` is False for one that most findings of its test list: it does not tell one from another.
    """

    muscle: str
    name: str
    common: str
    side: str
    blocks: int
    reasons: tuple[str, ...]
    sources: tuple[str, ...]
    tests: int = 1
    tells: bool = True


@dataclass(frozen=True, slots=True)
class ConflictLine:
    muscle: str
    name: str
    side: str
    text: str


def finding_lines(results: Iterable[TestResult], cat: Catalogue) -> tuple[FindingLine, ...]:
    """One line a compensation, from the head down."""
    feet_first = list(cat.checkpoints)
    seen = sorted(join(results, cat), key=lambda one: -feet_first.index(one.compensation.checkpoint))
    several = len({one.compensation.protocol for one in seen}) > 1
    lines = []
    for one in seen:
        test = protocol_words(cat.protocols[one.compensation.protocol]).lower()
        amounts = {side: AMOUNT[str(one.on(side))] for side in LEFT_RIGHT if one.on(side)}
        if one.side is None:
            pills = [(AMOUNT[str(one.severity)], one.severity > 1)]
        elif one.compensation.laterality == "directional":
            pills = [
                (on_side(one.compensation, side, one.on(side)), one.severity > 1) for side in LEFT_RIGHT if one.on(side)
            ]
        elif one.left == one.right:
            pills = [(f"both {amounts['left']}", one.severity > 1)]
        else:
            pills = [(f"{side[0].upper()} {amount}", amount == AMOUNT["2"]) for side, amount in amounts.items()]
        lines.append(
            FindingLine(title(one.compensation.label), tuple(pills), one.compensation.id, test if several else "")
        )
    return tuple(lines)


def claims_of(reasoning: Reasoning) -> dict[str, Any]:
    """Live reasoning in the shape in which a version keeps it."""
    return {
        "overactive": [_claim(one) for one in reasoning.overactive],
        "underactive": [_claim(one) for one in reasoning.underactive],
        "conflicts": [
            {"muscle": one.muscle, "side": one.side, "resolution": one.resolution} for one in reasoning.conflicts
        ],
    }


def muscle_lines(claims: Iterable[Mapping[str, Any]], cat: Catalogue) -> tuple[MuscleLine, ...]:
    """One line a muscle, the strongest first; equal ones by independent tests, then from the floor up."""
    grouped: dict[str, list[Mapping[str, Any]]] = {}
    for claim in sorted(claims, key=lambda one: reading_place(one["muscle"], one["strength"], _findings([one]), cat)):
        grouped.setdefault(claim["muscle"], []).append(claim)
    little = says_little(cat)
    return tuple(_muscle(muscle, mine, cat, little) for muscle, mine in grouped.items())


def conflict_lines(conflicts: Iterable[Mapping[str, Any]]) -> tuple[ConflictLine, ...]:
    return tuple(
        ConflictLine(one["muscle"], _name(one["muscle"]), one["side"], RESOLUTIONS[one["resolution"]])
        for one in conflicts
    )


def _claim(claim: Claim) -> dict[str, Any]:
    because = [{"compensation": one.compensation, "listed_in": one.listed_in} for one in claim.because]
    return {"muscle": claim.muscle, "side": claim.side, "strength": claim.strength, "because": because}


def _findings(claims: Iterable[Mapping[str, Any]]) -> list[str]:
    return list(dict.fromkeys(reason["compensation"] for claim in claims for reason in claim["because"]))


def _muscle(
    muscle: str, claims: Sequence[Mapping[str, Any]], cat: Catalogue, little: dict[str, frozenset[str]]
) -> MuscleLine:
    because = [reason for claim in claims for reason in claim["because"]]
    seen = _findings(claims)
    editions = dict.fromkeys(edition for reason in because for edition in reason["listed_in"])
    sides = [claim["side"] for claim in claims]
    return MuscleLine(
        muscle=muscle,
        name=_name(muscle),
        common=cat.muscle_label(muscle),
        side=sides[0] if len(sides) == 1 else f"both, more {sides[0]}",
        blocks=min(MOST_BLOCKS, len(seen)),
        reasons=tuple(dict.fromkeys(_lower(title(cat.compensations[one].label)) for one in seen)),
        sources=tuple(SOURCES[one] for one in SOURCES if one in editions),
        tests=len({one.partition(".")[0] for one in seen}),
        tells=tells(muscle, seen, little),
    )


def _name(muscle: str) -> str:
    """Coaches learn the anatomical names; the ids are those."""
    return muscle.replace("_", " ").capitalize()


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]
