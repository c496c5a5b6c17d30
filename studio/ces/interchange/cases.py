"""Writes a case as the JSON that `studio analyse` takes."""

from typing import Any

from studio.ces.case import Case, Finding, Measure, Pain, TestResult
from studio.ces.catalogue import Catalogue
from studio.ces.interchange.answers import readiness_json
from studio.ces.interchange.limits import limit_json


def write_case(case: Case, cat: Catalogue) -> dict[str, Any]:
    """Write down who it is and what was found, as `read_case` takes it; plan and history are the caller's."""
    known = case.client
    return {
        "client": {
            "age": known.age,
            "sex": known.sex,
            "equipment": sorted(known.equipment),
            "floor_transfer": known.floor_transfer,
            "goal": known.goal,
            "tags": [{"tag": one.tag, "region": one.region, "side": one.side} for one in known.tags],
            "clearance": known.clearance,
            "limits": [limit_json(one) for one in known.limits],
            "cleared": sorted(known.cleared),
        },
        "readiness": readiness_json(case.readiness) if case.readiness else None,
        "pain": [_pain(one) for one in case.pain],
        "assessments": [_result(one) for one in case.assessments],
        "measures": [_measure(one, cat) for one in case.measures],
    }


def _pain(pain: Pain) -> dict[str, Any]:
    said = {"region": pain.region, "side": pain.side, "intensity": pain.intensity, "when": pain.when}
    return said | ({"again": True} if pain.again else {})


def _result(result: TestResult) -> dict[str, Any]:
    said = {
        "protocol": result.protocol,
        "variant": result.variant,
        "views": list(result.views),
        "stopped_for_pain": result.stopped_for_pain,
        "findings": [_finding(finding) for finding in result.findings],
    }
    untested = [{"compensation": row, "side": side} for row, side in sorted(result.untested)]
    more = {"untested": untested, "depth": result.depth, "shoes": result.shoes}
    return said | {key: one for key, one in more.items() if one}


def _measure(measure: Measure, cat: Catalogue) -> dict[str, Any]:
    said: dict[str, Any] = {"measure": measure.measure, "side": measure.side}
    if measure.values:
        staged = cat.measures[measure.measure].stages > 1
        said["value"] = list(measure.values) if staged else measure.values[0]
    said |= {"used_arms": measure.used_arms, "key_question": measure.key_question}
    return {key: one for key, one in said.items() if one is not None}


def _finding(finding: Finding) -> dict[str, Any]:
    return {"compensation": finding.compensation, "side": finding.side, "severity": finding.severity}
