"""Loads comparing.toml."""

from collections.abc import Mapping

from studio.ces.change_rules import ChangeRules
from studio.ces.loading.rows import Files
from studio.ces.measures import MeasureKind

FILE = "comparing.toml"


def load_change_rules(files: Files, measures: Mapping[str, MeasureKind]) -> ChangeRules:
    """Read what counts as a change; it speaks of measures that exist."""
    file = files.read(FILE)
    grades, least, other = file.table("grades"), file.table("least"), file.table("without_own")
    rules = ChangeRules(
        likely=grades.whole("likely"),
        clear=grades.whole("clear"),
        least={measure: least.number(measure) for measure in least.values},
        other_kind=other.text("kind"),
        other_unit=other.text("unit"),
        other_least=other.number("least"),
        same_rater_only=file.table("same_rater_only").all_of("measures", measures, "measure"),
    )
    for measure in rules.least:
        least.known(measure, measures, "measure")
    if not 0 < rules.likely < rules.clear:
        grades.wrong("likely must lie below clear")
    return rules
