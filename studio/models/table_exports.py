"""The tables as they are in use, as rows for a spreadsheet."""

from collections.abc import Iterable

from ..ces import dose
from .adjustments import everything
from .link_view import finding_views
from .reason_words import muscle_name
from .tables import in_use

LINKS = ("finding", "test", "label", "role", "muscle", "side", "agreement", "sources", "in_use", "note", "source")
EXERCISES = (
    "exercise", "name", "phase", "own", "in_use", "targets", "secondary", "equipment", "position", "loads",
    "difficulty", "dose", "seconds", "cues", "avoid", "caution",
)  # fmt: skip


def link_rows() -> Iterable[tuple[object, ...]]:
    """A row a muscle link, switched-off ones too."""
    yield LINKS
    for finding in finding_views(everything()):
        for link in finding.links:
            sources = "; ".join(link.sources)
            yield (finding.id, finding.test, finding.label, link.role, link.muscle, link.side, link.agreement, sources,
                   _yes(link.used), link.note, link.source)  # fmt: skip


def exercise_rows() -> Iterable[tuple[object, ...]]:
    """A row an exercise, those out of use too."""
    yield EXERCISES
    for one in in_use().exercises.values():
        muscles = ("; ".join(muscle_name(muscle) for muscle in names) for names in (one.targets, one.secondary))
        yield (one.id, one.name, one.phase, _yes(one.own), _yes(not one.hidden), *muscles, "; ".join(one.equipment),
               one.position, "; ".join(one.loads), one.difficulty, dose.in_words(one.dose, one, "both"),
               one.est_seconds, " | ".join(one.cues), "; ".join(one.avoid), "; ".join(one.caution))  # fmt: skip


def _yes(so: bool) -> str:
    return "yes" if so else "no"
