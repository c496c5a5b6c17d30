"""Builders for the engine's tests, and a mirror that swaps left and right everywhere."""

from dataclasses import replace
from typing import Any

from studio.ces.case import Case, Client, Finding, Plan, TestResult
from studio.ces.catalogue import catalogue
from studio.ces.programme import Programme, select
from studio.ces.sides import Side, opposite

VIEWS = ("anterior", "lateral", "posterior")
MIRROR: dict[Side | None, Side | None] = {"left": "right", "right": "left", "both": "both", None: None}
ARMS = frozenset({("ohsa.arms_fall_forward", "both"), ("ohsa.shoulders_elevate", "both")})


def seen(compensation: str, side: Side | None = None, severity: int = 1) -> Finding:
    """A finding of the overhead squat, by its short name or its whole id."""
    whole = compensation if "." in compensation else f"ohsa.{compensation}"
    return Finding(whole, side, severity)


def squat(*findings: Finding, **more: Any) -> TestResult:
    """A standard overhead squat seen from all three views."""
    return TestResult("ohsa", **{"views": VIEWS, "findings": findings, **more})


def result(*findings: Finding) -> TestResult:
    """A result of the protocol its findings belong to."""
    return TestResult(findings[0].compensation.split(".")[0], findings=findings)


def case(*findings: Finding, client: Client | None = None, **plan: Any) -> Case:
    """A case with one squat."""
    return Case(client=client or Client(), assessments=(squat(*findings),), plan=Plan(**plan))


def programme(*findings: Finding, client: Client | None = None, **plan: Any) -> Programme:
    """The programme of a case with one squat."""
    return select(case(*findings, client=client, **plan), catalogue())


def drills(chosen: Programme) -> list[str]:
    """The exercises of a programme in the order of the sheet."""
    return [line.exercise for line in chosen.lines]


def mirrored(one: Case) -> Case:
    """The same case in a mirror."""
    return replace(
        one,
        client=replace(
            one.client,
            tags=tuple(replace(tag, side=MIRROR[tag.side]) for tag in one.client.tags),
            limits=tuple(replace(limit, side=MIRROR[limit.side]) for limit in one.client.limits),
        ),
        pain=tuple(replace(pain, side=MIRROR[pain.side]) for pain in one.pain),
        assessments=tuple(_mirrored_result(test) for test in one.assessments),
        history=replace(one.history, lagging=tuple((row, opposite(side)) for row, side in one.history.lagging)),
        measures=tuple(
            replace(measure, side=opposite(measure.side) if measure.side else None) for measure in one.measures
        ),
    )


def _mirrored_result(test: TestResult) -> TestResult:
    return replace(
        test,
        findings=tuple(replace(finding, side=MIRROR[finding.side]) for finding in test.findings),
        untested=frozenset((row, MIRROR[side] or "both") for row, side in test.untested),
    )
