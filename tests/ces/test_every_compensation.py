"""Each of the 63 compensations of the reference: the muscles it points to, on which side, how strongly."""

from typing import Any

import pytest

from studio.ces.case import Finding, TestResult
from studio.ces.catalogue import catalogue
from studio.ces.protocols import Role
from studio.ces.reasoning import reason
from studio.ces.sides import LEFT_RIGHT, OneSide, Side, each, opposite

from .figures import figures

CAT = catalogue()
FIGURES = figures("compensations")
GROUPS: dict[str, list[str]] = FIGURES.pop("groups")
# sls counts 1.5 times, gait and static half (muscle_aggregation.weight).
FACTOR = {"sls": 1.5, "gait": 0.5, "static": 0.5}
SAID: dict[str, tuple[Side | None, ...]] = {
    "sided": ("left", "right", "both"),
    "stance_leg": ("left", "right", "both"),
    "directional": ("left", "right"),
    "midline": (None,),
}
ROLES: tuple[Role, Role] = ("overactive", "underactive")


def expected(row: dict[str, Any], role: str, side: Side | None, severity: int, factor: float) -> dict[Any, float]:
    """(muscle, side) -> strength, worked out from the figures."""
    found: dict[tuple[str, OneSide], float] = {}
    for listed in row[role]:
        muscle, agreement, where = listed.split(", ")
        for seen_on in each(side):
            for on in sides_of(where, seen_on, row["laterality"]):
                for member in GROUPS.get(muscle, [muscle]):
                    weight = round(severity * float(agreement) * factor, 2)
                    found[member, on] = max(found.get((member, on), 0), weight)
    return found


def sides_of(where: str, seen_on: OneSide, laterality: str) -> tuple[OneSide, ...]:
    if where == "affected":
        return (seen_on,) if laterality in ("sided", "stance_leg") else LEFT_RIGHT
    if where == "both":
        return LEFT_RIGHT
    return (seen_on,) if where in ("same", "high_side") else (opposite(seen_on),)


def test_all_compensations_of_the_reference_are_there() -> None:
    assert len(FIGURES) == 63
    assert set(FIGURES) == set(CAT.compensations)


@pytest.mark.parametrize("compensation", FIGURES)
def test_a_compensation_points_to_the_muscles_of_the_reference(compensation: str) -> None:
    row, protocol = FIGURES[compensation], compensation.partition(".")[0]
    for side in SAID[row["laterality"]]:
        for severity in (1, 2):
            found = reason([TestResult(protocol, findings=(Finding(compensation, side, severity),))], CAT)
            for role, claims in zip(ROLES, (found.overactive, found.underactive), strict=True):
                got = {(one.muscle, on): one.strength for one in claims for on in each(one.side)}
                assert got == expected(row, role, side, severity, FACTOR.get(protocol, 1.0)), (side, severity, role)


@pytest.mark.parametrize("compensation", FIGURES)
def test_a_compensation_is_confirmed_by_the_measures_of_the_reference(compensation: str) -> None:
    assert list(CAT.compensations[compensation].confirm_with) == FIGURES[compensation]["confirm_with"]
