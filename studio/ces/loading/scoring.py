"""Loads score.toml: the axes of the overhead-squat score and its rules."""

from collections.abc import Mapping

from studio.ces.loading.rows import Files, Row
from studio.ces.protocols import Axis, Compensation, ScoreRules

FILE = "score.toml"


def load_scoring(files: Files, compensations: Mapping[str, Compensation]) -> tuple[ScoreRules, dict[str, Axis]]:
    """Read the rules and axes; an axis and its compensations must name each other."""
    file = files.read(FILE)
    bands = file.table("bands")
    rules = ScoreRules(
        id=file.text("id"),
        name=file.text("name"),
        level=file.text("level"),
        protocol=file.text("protocol"),
        least_coverage=file.number("least_coverage"),
        same_rater=_band(bands.table("same_rater")),
        different_rater=_band(bands.table("different_rater")),
    )
    axes = {}
    for row in files.rows(FILE, "axis"):
        findings = row.all_of("findings", compensations, "compensation")
        axis = Axis(row.id, row.text("checkpoint"), row.flag("sided"), row.text("view"), findings)
        for finding in findings:
            one = compensations[finding]
            if (one.score_axis, one.checkpoint, one.views[0]) != (axis.id, axis.checkpoint, axis.view):
                row.wrong(f"{finding} names another axis, checkpoint or first view")
            if (one.laterality == "sided") != axis.sided:
                row.wrong(f"{finding} is {one.laterality}")
        axes[row.id] = axis
        row.close()
    for one in compensations.values():
        if one.score_axis and one.id not in axes.get(one.score_axis, Axis("", "", True, "", ())).findings:
            Row(f"assessment_{one.protocol}.toml", one.id.split(".")[1], {}).wrong(f"unknown axis {one.score_axis!r}")
    return rules, axes


def _band(row: Row) -> tuple[int, int]:
    likely, clear = row.whole("likely"), row.whole("clear")
    if not 0 < likely < clear:
        row.wrong("likely must lie below clear")
    return likely, clear
