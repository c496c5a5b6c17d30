"""Steps 3 and 4: the muscles and groups the priority findings list, ranked. A group is one unit."""

from dataclasses import dataclass, field

from studio.ces.findings import Seen
from studio.ces.measured import Measured
from studio.ces.protocols import Listing, Role
from studio.ces.reasoning import AGREEMENT, Because, Reasoning, factor
from studio.ces.selection.context import Context
from studio.ces.sides import LEFT_RIGHT, OneSide, joined
from studio.ces.steering import Move, Steer, Steering

PLACES: dict[Move | None, int] = {"first": 0, None: 1, "later": 2}


@dataclass(frozen=True, slots=True)
class Unit:
    """A muscle or group to work on: where it is wanted, how much each side shows, and why."""

    id: str
    role: Role
    found: dict[OneSide, int]  # sides that ask for it -> severity
    lost: frozenset[OneSide]  # sides a conflict leaves out of the plan
    because: tuple[Because, ...]
    steer: Steer | None = None  # a modified form moves it to the front or the end

    @property
    def wanted(self) -> frozenset[OneSide]:
        """Give the sides that ask for it and are not left out."""
        return frozenset(self.found) - self.lost


@dataclass(slots=True)
class _Tally:
    findings: int = 0
    weight: float = 0.0
    place: tuple[int, int] = (0, 0)
    found: dict[OneSide, int] = field(default_factory=dict)
    because: list[Because] = field(default_factory=list)


def units(
    chosen: tuple[Seen, ...],
    role: Role,
    reasoning: Reasoning,
    steering: Steering,
    measured: Measured,
    context: Context,
) -> tuple[tuple[Unit, ...], tuple[str, ...]]:
    """Rank the units of a role; give them with the names of those a conflict leaves out altogether.

    What a modified form speaks for goes before all others, what it speaks against after them; the ranking of the
    reference holds among each of the three.
    """
    tallies: dict[str, _Tally] = {}
    for number, seen in enumerate(chosen):
        counted: set[str] = set()
        for place, listing in enumerate(seen.compensation.listings(role)):
            tally = tallies.setdefault(listing.muscle, _Tally(place=(number, place)))
            _add(tally, seen, listing, measured)
            if listing.muscle not in counted:
                tally.findings += 1
            counted.add(listing.muscle)
    ranked = sorted(tallies, key=lambda one: (-tallies[one].findings, -tallies[one].weight, tallies[one].place))
    order = [seen.compensation.id for seen in chosen]
    all_units = [_unit(one, role, tallies[one], reasoning, context, steering.of(one, role, order)) for one in ranked]
    all_units.sort(key=lambda unit: PLACES[unit.steer.move if unit.steer else None])
    return (
        tuple(unit for unit in all_units if unit.wanted),
        tuple(unit.id for unit in all_units if not unit.wanted),
    )


def _add(tally: _Tally, seen: Seen, listing: Listing, measured: Measured) -> None:
    # Left and right of one finding enter as their mean; a side on which nothing was seen is not counted in.
    weights = [seen.on(side) * factor(seen, side, measured) for side in LEFT_RIGHT if seen.on(side)]
    tally.weight = round(tally.weight + AGREEMENT[listing.agreement] * sum(weights) / len(weights), 4)
    reached = seen.reaches(listing)
    for side, from_sides in reached.items():
        severity = max(seen.on(one) for one in from_sides)
        tally.found[side] = max(tally.found.get(side, 0), severity)
    from_all = {one for sides in reached.values() for one in sides}
    tally.because.append(
        Because(
            compensation=seen.compensation.id,
            side=joined(from_all) if seen.compensation.has_sides else None,
            severity=seen.severity,
            muscle=listing.muscle,
            listed_in=listing.listed_in,
            agreement=listing.agreement,
            factor=max(factor(seen, side, measured) for side in from_all),
        )
    )


def _unit(unit_id: str, role: Role, tally: _Tally, reasoning: Reasoning, context: Context, steer: Steer | None) -> Unit:
    """A group loses a side only when every one of its members does."""
    members = context.cat.members(unit_id)
    lost = frozenset(side for side in LEFT_RIGHT if not any(reasoning.usable(one, role, side) for one in members))
    return Unit(unit_id, role, tally.found, lost, tuple(tally.because), steer)
