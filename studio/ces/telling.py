"""How much a muscle tells, and in what order a list of muscles reads."""

from collections import Counter
from collections.abc import Iterable

from studio.ces.anatomy import CHECKPOINTS
from studio.ces.catalogue import Catalogue

MANY_FINDINGS = 8  # in a test of three findings "most of them" says nothing
MOST = 0.5
KEPT = 8  # tables of so many versions
_known: dict[str, dict[str, frozenset[str]]] = {}


def says_little(cat: Catalogue) -> dict[str, frozenset[str]]:
    """Give, test by test, the muscles that more than half of its findings list, in whatever role.

    Such a muscle does not tell one finding from another: it may be worked on, but it supports no pattern. The
    reference gives no figure; half is our own design (level D). Worked out once for each version of the tables.
    """
    known = _known.get(cat.version)
    if known is None:
        for oldest in list(_known)[: len(_known) - KEPT + 1]:
            _known.pop(oldest, None)
        known = _known[cat.version] = _worked_out(cat)
    return known


def _worked_out(cat: Catalogue) -> dict[str, frozenset[str]]:
    found = {}
    for protocol in cat.protocols.values():
        if len(protocol.compensations) >= MANY_FINDINGS:
            counts = Counter(muscle for one in protocol.compensations for muscle in _listed(one, cat))
            most = MOST * len(protocol.compensations)
            found[protocol.id] = frozenset(muscle for muscle, count in counts.items() if count > most)
    return found


def tells(muscle: str, compensations: Iterable[str], little: dict[str, frozenset[str]]) -> bool:
    """Tell whether any of the tests that speak for a muscle tells it from the others."""
    return any(muscle not in little.get(one.partition(".")[0], ()) for one in compensations)


def reading_place(
    muscle: str, strength: float, compensations: Iterable[str], cat: Catalogue
) -> tuple[float, int, int, str]:
    """Give the place of a muscle in a list for people: stronger, more independent tests, nearer to the floor first.

    Source: assessment reference, muscle_aggregation.ties. The JSON of `studio analyse` has an order of its own.
    """
    tests = {one.partition(".")[0] for one in compensations}
    floor = CHECKPOINTS.index(cat.regions[cat.muscles[muscle].region].checkpoint)
    return -strength, -len(tests), floor, muscle


def _listed(compensation: str, cat: Catalogue) -> set[str]:
    one = cat.compensations[compensation]
    return {muscle for listing in (*one.overactive, *one.underactive) for muscle in cat.members(listing.muscle)}
