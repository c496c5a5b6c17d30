"""Why a line is there, in the coach's words: the finding, the muscle, and who lists it."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..ces.prescription import Line
from ..ces.protocols import Listing
from ..ces.reasoning import Because
from ..ces.sides import Side
from .muscle_view import SOURCES
from .tables import in_use

SIDE_LETTERS: dict[Side | None, str] = {"left": "L ", "right": "R ", "both": "both ", None: ""}
AMOUNTS = {1: "mild", 2: "marked"}
WHOLE_PATTERN = "the whole pattern"


@dataclass(frozen=True)
class Headline:
    """“because **heel lifts, R marked** and knee moves inward, through soleus”."""

    finding: str
    more: str
    through: str


@dataclass(frozen=True)
class FullReason:
    """One finding behind a line with all it says: who lists the muscle, and how well the sources agree."""

    finding: str
    muscle: str
    agreement: str
    sources: tuple[str, ...]
    compensation: str
    muscle_id: str


def headline(line: Line) -> Headline | None:
    """The one line of reasons; None for a line that no finding asked for."""
    if not line.because:
        return None
    by_finding = {one.compensation: one for one in sorted(line.because, key=lambda one: one.weight)}
    first, *others = sorted(by_finding.values(), key=lambda one: -one.weight)
    muscles = [muscle_name(one.muscle) for one in line.because if one.muscle]
    return Headline(
        finding=finding_words(first),
        more=_and([label_words(one.compensation) for one in others]),
        through=_and(list(dict.fromkeys(muscles))[:2]) if muscles else "",
    )


def full_reasons(line: Line) -> tuple[FullReason, ...]:
    """Every reason of a line."""
    return tuple(
        FullReason(
            finding=sentence(finding_words(one)),
            muscle=muscle_name(one.muscle) if one.muscle else WHOLE_PATTERN,
            agreement={"agreed": "sources agree", "single": "one source", "inferred": "our own reasoning"}[
                one.agreement
            ],
            sources=(*(SOURCES[tag] for tag in one.listed_in), *_noted(one)),
            compensation=one.compensation,
            muscle_id=one.muscle,
        )
        for one in line.because
    )


def _noted(one: Because) -> list[str]:
    """What the studio noted at the link between the finding and the muscle."""
    found = in_use().compensations[one.compensation]
    mine = [each for each in (*found.overactive, *found.underactive) if each.muscle == one.muscle]
    return [words for each in mine for words in noted(each)]


def noted(listing: Listing) -> tuple[str, ...]:
    """The studio's note at a link, to stand among its sources; empty for none."""
    said = ". ".join(filter(None, (listing.note, listing.source)))
    return (f"the studio’s note: {said}",) if said else ()


def finding_words(one: Because) -> str:
    """“heel lifts, R marked”."""
    return f"{label_words(one.compensation)}, {SIDE_LETTERS[one.side]}{AMOUNTS[one.severity]}"


def label_words(compensation: str) -> str:
    """A finding's name inside a sentence."""
    label = in_use().compensations[compensation].label.split(" (")[0]
    return label[:1].lower() + label[1:]


def muscle_name(muscle: str) -> str:
    """A muscle as coaches call it: the ids of the catalogue are the anatomical names."""
    return muscle.replace("_", " ")


def sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _and(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
