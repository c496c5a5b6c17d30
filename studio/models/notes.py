"""What the engine set aside beside the lines of a programme, as the JSON of a row."""

from dataclasses import asdict
from typing import Any

from ..ces.case import Plan
from ..ces.programme import Programme

KEPT = ("max_lines", "max_minutes", "priorities", "excluded", "gaps", "empty_phases", "notes")


def dump(chosen: Programme) -> dict[str, Any]:
    """Limits, priorities, excluded, gaps, empty phases and notes of a choice, under the keys of `studio analyse`."""
    whole = asdict(chosen)
    return {key: whole[key] for key in KEPT}


def dump_plan(plan: Plan) -> dict[str, Any]:
    """The request: where in which plan, and what the sheet may hold."""
    return asdict(plan)
