"""The page of one finding: what it is in three readings, which muscles it points to, what rests on it."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..ces.findings import Seen
from ..ces.patterns import Item, Pattern
from ..ces.protocols import Role
from ..ces.reasoning import AGREEMENT, factor
from ..ces.sides import LEFT_RIGHT, OneSide, Side, joined
from .board_words import protocol_words, title
from .evidence_words import SIDES, Sign, unit_name
from .finding_words import capital
from .grounds import Grounds
from .muscle_view import SOURCES
from .reading_view import ChangeView, changes_of
from .reason_words import noted
from .served import Serving, serving_finding
from .three_readings import Readings, readings

AGREED = {"agreed": "sources agree", "single": "one source", "inferred": "our own reasoning"}


@dataclass(frozen=True, slots=True)
class MuscleRow:
    """A muscle or group that the finding lists, what it adds to its strength, and who lists it."""

    muscle: str
    name: str
    common: str
    side: str
    adds: str
    agreement: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingPage:
    """`state` says "seen", "not seen" or "nobody looked"; only what was seen has readings and muscles."""

    compensation: str
    label: str
    test: str
    state: str
    side: Side | None
    severity: int
    readings: Readings | None
    overactive: tuple[MuscleRow, ...]
    underactive: tuple[MuscleRow, ...]
    changes: tuple[ChangeView, ...]
    patterns: tuple[str, ...]
    chains: tuple[str, ...]
    confirm: tuple[Sign, ...]
    exercises: tuple[Serving, ...]
    older_tables: str


def finding_page(compensation: str, grounds: Grounds, client_id: int) -> FindingPage | None:
    """Everything about one finding of an assessment; None for one that no test knows."""
    cat = grounds.cat
    one = cat.compensations.get(compensation)
    if one is None:
        return None
    seen = grounds.evidence.found.get(compensation)
    looked = any(grounds.evidence.finding(compensation, side) is not None for side in LEFT_RIGHT)
    return FindingPage(
        compensation=compensation,
        label=title(one.label),
        test=protocol_words(cat.protocols[one.protocol]),
        state="seen" if seen else "not seen" if looked else "nobody looked",
        side=seen.side if seen else None,
        severity=seen.severity if seen else 0,
        readings=readings(seen, grounds) if seen else None,
        overactive=_muscles(seen, "overactive", grounds),
        underactive=_muscles(seen, "underactive", grounds),
        changes=tuple(change for change in changes_of(grounds) if change.finding.compensation == compensation),
        patterns=tuple(dict.fromkeys(each.label for each in cat.patterns.patterns.values() if _in(each, compensation))),
        chains=tuple(node.label for node in cat.links.nodes.values() if compensation in node.findings),
        confirm=tuple(_measure(each, grounds) for each in one.confirm_with),
        exercises=serving_finding(client_id, compensation),
        older_tables=grounds.older_tables,
    )


def _muscles(seen: Seen | None, role: Role, grounds: Grounds) -> tuple[MuscleRow, ...]:
    if seen is None:
        return ()
    rows = []
    for listing in seen.compensation.listings(role):
        reached = seen.reaches(listing)
        weights = [_weight(seen, from_sides, grounds) for from_sides in reached.values()]
        rows.append(
            MuscleRow(
                muscle=listing.muscle,
                name=capital(unit_name(listing.muscle)),
                common=grounds.cat.muscle_label(listing.muscle),
                side=SIDES[joined(reached)],
                adds=f"{AGREEMENT[listing.agreement] * max(weights):.2g}",
                agreement=AGREED[listing.agreement],
                sources=(*(SOURCES[tag] for tag in listing.listed_in), *noted(listing)),
            )
        )
    return tuple(rows)


def _weight(seen: Seen, sides: Iterable[OneSide], grounds: Grounds) -> float:
    return max(seen.on(side) * factor(seen, side, grounds.evidence.measured) for side in sides)


def _in(pattern: Pattern, compensation: str) -> bool:
    items: list[Item] = [item for _, own in pattern.core for item in own]
    return any(item.id == compensation for item in (*items, *pattern.supporting, *pattern.counter))


def _measure(measure: str, grounds: Grounds) -> Sign:
    kind = grounds.cat.measures[measure]
    flagged = {grounds.evidence.measured.flagged(measure, side) for side in LEFT_RIGHT} - {None}
    state = "not measured" if not flagged else "speaks for it" if True in flagged else "does not speak for it"
    return Sign(f"{title(kind.name)}: {state}")
