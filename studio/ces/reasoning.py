"""From findings to muscles: which are probably overactive or underactive, where, how strongly, and why."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from studio.ces.case import TestResult
from studio.ces.catalogue import Catalogue
from studio.ces.findings import Seen, join
from studio.ces.measured import Measured, nothing
from studio.ces.protocols import Role
from studio.ces.sides import LEFT_RIGHT, OneSide, Side, each, joined

AGREEMENT = {"agreed": 1.0, "single": 0.7, "inferred": 0.4}
STRONG_TEST, LIGHT_TEST = 1.5, 0.5
STRONG, LIGHT = {"sls"}, {"gait", "static"}
LEFT_OUT_SHARE = 0.5  # a weaker claim of at least this share of the stronger leaves the muscle out


@dataclass(frozen=True, slots=True)
class Because:
    """One reason of a claim: the finding, and who lists the muscle for it.

    `muscle` is the entry as listed (a group where the source names a group, "" for an integrate drill, which follows
    from the finding's place in the body); `factor` is 1.5 for single-leg and confirmed findings, 0.5 for gait and
    static ones.
    """

    compensation: str
    side: Side | None  # of the finding, not of the muscle
    severity: int
    muscle: str
    listed_in: tuple[str, ...]
    agreement: Literal["agreed", "single", "inferred"]
    factor: float = 1.0

    @property
    def weight(self) -> float:
        """Give what it adds to the strength of a claim."""
        return self.severity * AGREEMENT[self.agreement] * self.factor


@dataclass(frozen=True, slots=True)
class Claim:
    """A muscle that is probably over- or underactive; `side` is both only when both sides are equal."""

    muscle: str
    side: Side
    strength: float
    because: tuple[Because, ...]

    @property
    def assessments(self) -> tuple[str, ...]:
        """Give the tests that speak for it, each once; two findings of one test are not independent."""
        return tuple(dict.fromkeys(one.compensation.partition(".")[0] for one in self.because))


@dataclass(frozen=True, slots=True)
class Conflict:
    """A muscle claimed both ways on one side, and what is done about it.

    left_out: the muscle stays out of the plan there until a measure decides; stronger_stands and measured: `stands`
    is used, because it has clearly more behind it, or because a length or mobility measure says so.
    """

    muscle: str
    side: Side
    overactive: Claim
    underactive: Claim
    resolution: Literal["left_out", "stronger_stands", "measured"]
    stands: Role | None
    text: str


@dataclass(frozen=True, slots=True)
class Reasoning:
    """Claims sorted by strength (descending), muscle id, side. Conflicting claims stand in both lists too."""

    overactive: tuple[Claim, ...]
    underactive: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]

    def usable(self, muscle: str, role: Role, side: OneSide) -> bool:
        """Tell whether the plan may use a muscle in a role on a side, as far as conflicts go."""
        return not any(
            conflict.muscle == muscle and side in each(conflict.side) and conflict.stands != role
            for conflict in self.conflicts
        )


def factor(seen: Seen, side: OneSide, measured: Measured) -> float:
    """Give the test factor of a finding on a side; single-leg and confirmed count more, once and not twice."""
    if seen.compensation.protocol in STRONG or measured.confirms(seen.compensation, side):
        return STRONG_TEST
    return LIGHT_TEST if seen.compensation.protocol in LIGHT else 1.0


def reason(results: Iterable[TestResult], cat: Catalogue, measured: Measured | None = None) -> Reasoning:
    """Turn findings into claims (assessment reference, muscle_aggregation, level D).

    A finding enters a muscle's sum once, with the best agreement that leads to it; groups are expanded, heads stay
    apart. Measures confirm findings and decide conflicts.
    """
    found = join(results, cat)
    measured = measured or nothing(cat)
    over = _claims(found, "overactive", cat, measured)
    under = _claims(found, "underactive", cat, measured)
    return Reasoning(_rows(over), _rows(under), _conflicts(over, under, cat, measured))


def _claims(
    found: tuple[Seen, ...], role: Role, cat: Catalogue, measured: Measured
) -> dict[tuple[str, OneSide], Claim]:
    reasons: dict[tuple[str, OneSide], dict[str, Because]] = {}
    for seen in found:
        factors = {side: factor(seen, side, measured) for side in LEFT_RIGHT if seen.on(side)}
        for listing in seen.compensation.listings(role):
            for side, from_sides in seen.reaches(listing).items():
                because = Because(
                    compensation=seen.compensation.id,
                    side=joined(from_sides) if seen.compensation.has_sides else None,
                    severity=max(seen.on(one) for one in from_sides),
                    muscle=listing.muscle,
                    listed_in=listing.listed_in,
                    agreement=listing.agreement,
                    factor=max(factors[one] for one in from_sides),
                )
                for muscle in cat.members(listing.muscle):
                    known = reasons.setdefault((muscle, side), {})
                    other = known.get(because.compensation)
                    if other is None or because.weight > other.weight:
                        known[because.compensation] = because
    return {
        key: Claim(key[0], key[1], _strength(list(by.values())), tuple(by[one] for one in sorted(by)))
        for key, by in reasons.items()
    }


def _strength(because: Iterable[Because]) -> float:
    return round(sum(one.weight for one in because), 2)


def _rows(claims: dict[tuple[str, OneSide], Claim]) -> tuple[Claim, ...]:
    """Join equal sides to one row and sort."""
    rows = []
    for muscle in {muscle for muscle, _ in claims}:
        left, right = (claims.get((muscle, side)) for side in LEFT_RIGHT)
        if left and right and _without_sides(left) == _without_sides(right):
            rows.append(_both(left, right))
        else:
            rows += [claim for claim in (left, right) if claim]
    return tuple(sorted(rows, key=lambda claim: (-claim.strength, claim.muscle, claim.side)))


def _without_sides(claim: Claim) -> tuple[float, tuple[Because, ...]]:
    return claim.strength, tuple(replace(one, side=None) for one in claim.because)


def _both(left: Claim, right: Claim) -> Claim:
    because = tuple(
        replace(a, side=None if a.side is None else joined((a.side, b.side)))
        for a, b in zip(left.because, right.because, strict=True)
    )
    return Claim(left.muscle, "both", left.strength, because)


def _conflicts(
    over: dict[tuple[str, OneSide], Claim],
    under: dict[tuple[str, OneSide], Claim],
    cat: Catalogue,
    measured: Measured,
) -> tuple[Conflict, ...]:
    found: dict[str, dict[OneSide, Conflict]] = {}
    for muscle, side in sorted(over.keys() & under.keys()):
        found.setdefault(muscle, {})[side] = _conflict(
            over[muscle, side], under[muscle, side], measured.says(muscle, side), cat
        )
    rows = []
    for by_side in found.values():
        left, right = (by_side.get(side) for side in LEFT_RIGHT)
        if left and right and _same(left, right):
            over_both, under_both = (
                _both(left.overactive, right.overactive),
                _both(left.underactive, right.underactive),
            )
            rows.append(replace(left, side="both", overactive=over_both, underactive=under_both))
        else:
            rows += [conflict for conflict in (left, right) if conflict]
    return tuple(rows)


def _same(left: Conflict, right: Conflict) -> bool:
    return (
        (left.resolution, left.stands) == (right.resolution, right.stands)
        and _without_sides(left.overactive) == _without_sides(right.overactive)
        and _without_sides(left.underactive) == _without_sides(right.underactive)
    )


def _conflict(over: Claim, under: Claim, says: Role | None, cat: Catalogue) -> Conflict:
    weaker, stronger = sorted((over.strength, under.strength))
    both_ways = f"{cat.muscle_label(over.muscle)}: the findings point both ways."
    if weaker < round(LEFT_OUT_SHARE * stronger, 3):
        stands: Role = "overactive" if over.strength > under.strength else "underactive"
        text = f"{both_ways} Probably {stands} has clearly more behind it and is used."
        return Conflict(over.muscle, over.side, over, under, "stronger_stands", stands, text)
    if says:
        text = f"{both_ways} The measured range speaks for probably {says}."
        return Conflict(over.muscle, over.side, over, under, "measured", says, text)
    text = f"{both_ways} It stays out of the programme here until a length or mobility measure decides."
    return Conflict(over.muscle, over.side, over, under, "left_out", None, text)
