"""The input block of the contract, and how the tests speak to the engine through it."""

from typing import Any

from studio.ces.analysis import analyse
from studio.ces.catalogue import catalogue
from studio.ces.interchange import read_case, write_analysis

# The input block of the contract, with one choice made where it shows several.
CONTRACT: dict[str, Any] = {
    "client": {
        "age": 47,
        "sex": "female",
        "equipment": ["mat", "foam_roller"],
        "tags": ["osteoporosis", {"tag": "recent_surgery_local", "region": "knee", "side": "left"}],
        "floor_transfer": True,
        "goal": "squat",
        "clearance": "full",
    },
    "readiness": {"answers": {"screen_1": False, "screen_4": True}, "red_flags": [], "blood_pressure": [128, 82]},
    "pain": [{"region": "knee", "side": "left", "intensity": 4, "when": "during_test"}],
    "assessments": [
        {
            "protocol": "ohsa",
            "variant": "standard",
            "views": ["anterior", "lateral", "posterior"],
            "stopped_for_pain": False,
            "findings": [{"compensation": "ohsa.knee_valgus", "side": "left", "severity": 1}],
        }
    ],
    "measures": [
        {"measure": "tug_s", "value": 14.0, "side": None},
        {"measure": "four_stage_balance", "value": [10, 10, 8]},
        {"measure": "chair_stand_30s", "value": 9, "used_arms": False},
    ],
    "plan": {
        "weeks": 12,
        "week": 1,
        "sessions_per_week": 1,
        "max_exercises": 6,
        "max_minutes": 15,
        "setting": "home",
    },
}


def squat_with(*findings: dict[str, Any]) -> dict[str, Any]:
    return {"assessments": [{"protocol": "ohsa", "findings": list(findings)}]}


def answer(obj: dict[str, Any]) -> dict[str, Any]:
    return write_analysis(analyse(read_case(obj), catalogue(), "1.2.3"))
