"""The exercise library as one client's draft sees it: what passes, what stands against the rest."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..ces.catalogue import catalogue
from ..ces.exercises import Exercise
from ..ces.library import Relation, alternatives, why_not
from .cases import draft_case
from .kit import kit_words
from .prescriptions import Prescription
from .programmes import ProgrammeVersion
from .studios import studio_today


@dataclass(frozen=True)
class Judged:
    """A drill of the library, the reasons against it for this client, and whether the draft holds it already."""

    drill: Exercise
    against: tuple[str, ...]
    held: bool
    relation: Relation | None = None
    exact: bool = True

    @property
    def words(self) -> str:
        """Phase, start position and kit, and whether it only works a neighbour of what is wanted."""
        words = [self.drill.phase, catalogue().positions[self.drill.position].label, *kit_words(self.drill)]
        return ", ".join(words if self.exact else [*words, "works the closest neighbour"])


def judged(drills: Iterable[Exercise], draft: ProgrammeVersion) -> list[Judged]:
    """Judge drills for a draft; those that pass come first, otherwise in the order given."""
    case, held = draft_case(draft, studio_today()), _held(draft)
    found = [Judged(drill, why_not(case, drill.id, catalogue()), drill.id in held) for drill in drills]
    return sorted(found, key=lambda one: bool(one.against))


def options(row: Prescription) -> list[Judged]:
    """What could stand in a line's place: for the same muscle, then easier and harder."""
    draft = row.version
    held = _held(draft)
    found = alternatives(draft_case(draft, studio_today()), row.exercise, catalogue(), row.value.targets)
    return [
        Judged(catalogue().exercises[one.exercise], one.why_not, one.exercise in held, one.relation, one.exact)
        for one in found
    ]


def _held(draft: ProgrammeVersion) -> set[str]:
    return {row.exercise for row in draft.lines if not row.removed and not row.parked}
