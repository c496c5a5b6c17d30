"""Writes an analysis in the shape of the contract: plain dicts and lists in a fixed order."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from studio.ces.analysis import Analysis
from studio.ces.exercises import PHASES, Dose
from studio.ces.prescription import Line
from studio.ces.programme import Programme
from studio.ces.reasoning import Because, Claim, Conflict


def dumps(analysis: Analysis) -> str:
    """Write an analysis as JSON text; the same analysis gives the same bytes."""
    return json.dumps(write_analysis(analysis), ensure_ascii=False, indent=2) + "\n"


def write_analysis(analysis: Analysis) -> dict[str, Any]:
    """Write an analysis as plain dicts and lists, in a fixed order."""
    score, refer = analysis.score, analysis.refer_out
    return {
        "version": {"app": analysis.app_version, "catalogue": analysis.catalogue_version},
        "overactive": [_claim(claim) for claim in analysis.reasoning.overactive],
        "underactive": [_claim(claim) for claim in analysis.reasoning.underactive],
        "conflicts": [_conflict(conflict) for conflict in analysis.reasoning.conflicts],
        "presentations": [
            {"presentation": one.presentation, "side": one.side, "grade": one.grade, "because": list(one.because)}
            for one in analysis.presentations
        ],
        "chains": [{"chain": one.chain, "edges": [list(edge) for edge in one.edges]} for one in analysis.chains],
        "score": {"ohsa": score.ohsa, "coverage": score.coverage, "withheld": score.withheld},
        "screening": [
            {"measure": one.measure, "verdict": one.verdict, "rule": one.rule, "source": one.source}
            for one in analysis.screening
        ],
        "refer_out": {
            "required": refer.required,
            "level": refer.level,
            "blocked_regions": list(refer.blocked_regions),
            "reasons": list(dict.fromkeys(reason.text for reason in refer.reasons)),
        },
        "programme": _programme(analysis.programme),
    }


def _because(reasons: Iterable[Because]) -> list[dict[str, Any]]:
    rows = {
        (one.compensation, one.listed_in, one.agreement): {
            "compensation": one.compensation,
            "listed_in": list(one.listed_in),
            "agreement": one.agreement,
        }
        for one in reasons
    }
    return list(rows.values())


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "muscle": claim.muscle,
        "side": claim.side,
        "strength": claim.strength,
        "because": _because(claim.because),
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "muscle": conflict.muscle,
        "side": conflict.side,
        "overactive_because": _because(conflict.overactive.because),
        "underactive_because": _because(conflict.underactive.because),
        "resolution": conflict.resolution,
    }


def _programme(programme: Programme) -> dict[str, Any]:
    phases: dict[str, Any] = {phase: [_line(line) for line in programme.of(phase)] for phase in PHASES}
    gaps: list[dict[str, Any]] = [
        {"phase": one.phase, "unit": one.target, "filters": list(one.filters), "reason": one.reason}
        for one in programme.gaps
    ]
    # A phase without a line, and an empty programme, are explained here too; they have no unit.
    gaps += [{"phase": one.phase, "unit": None, "filters": [], "reason": one.reason} for one in programme.empty_phases]
    return {
        **phases,
        "minutes": programme.minutes,
        "parked": [
            {
                "exercise": one.exercise,
                "phase": one.phase,
                "rank": one.rank,
                "targets": list(one.targets),
                "side": one.side,
                "reason": one.why,
            }
            for one in programme.parked
        ],
        "excluded": [{"exercise": one.exercise, "tag": one.tag, "reason": one.reason} for one in programme.excluded],
        "gaps": gaps,
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "exercise": line.exercise,
        "targets": list(line.targets),
        "side": line.side,
        "dose": _dose(line.dose),
        "seconds": line.seconds,
        "because": _because(line.because),
        "cautions": _cautions(line),
        "show_first": line.show_first,
    }


def _cautions(line: Line) -> list[dict[str, str | None]]:
    """What to mind on a line: the client's tags, what stands in for missing kit, a drill for a neighbour muscle,
    why a modified form of a test gave it its place."""
    notes: list[dict[str, str | None]] = [{"tag": one.tag, "note": one.note} for one in line.cautions]
    notes += [{"tag": None, "note": f"{one.item}: {one.how}"} for one in line.substitutes]
    if not line.exact:
        notes.append({"tag": None, "note": "This drill is for a close neighbour of the target."})
    if line.steer:
        notes.append({"tag": None, "note": line.steer.text})
    return notes


def _dose(dose: Dose) -> dict[str, Any]:
    """Write the fields that are set, under the names of the reference."""
    values = {key: value for key, value in asdict(dose).items() if value is not None}
    if dose.tempo:
        tempo = dose.tempo
        values["tempo"] = {"concentric_s": tempo.up_s, "isometric_s": tempo.hold_s, "eccentric_s": tempo.down_s}
    values["freq_per_week"] = values.pop("per_week")
    return {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}
