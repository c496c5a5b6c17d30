"""The exercise library as one client's draft sees it: what passes, what stands against the rest."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..ces.exercises import Exercise
from ..ces.library import Relation, alternatives, why_not
from .cases import draft_case
from .kit import kit_words
from .prescriptions import Prescription
from .programmes import ProgrammeVersion
from .reason_words import muscle_name
from .studios import studio_today
from .tables import in_use

RELATIONS: tuple[Relation, ...] = ("same_muscle", "easier", "harder")


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
        """What it works, the start position and the kit, and whether it only works a neighbour of what is wanted."""
        muscles = ", ".join(muscle_name(one) for one in self.drill.targets[:2])
        position = in_use().positions[self.drill.position].label
        words = [muscles, position, ", ".join(kit_words(self.drill)), "" if self.exact else "the closest neighbour"]
        return " · ".join(word for word in words if word)


def judged(drills: Iterable[Exercise], draft: ProgrammeVersion) -> list[Judged]:
    """Judge drills for a draft; those that pass come first, otherwise in the order given."""
    case, held = draft_case(draft, studio_today()), _held(draft)
    found = [Judged(drill, why_not(case, drill.id, in_use()), drill.id in held) for drill in drills]
    return sorted(found, key=lambda one: bool(one.against))


def against(draft: ProgrammeVersion, exercise: str) -> tuple[str, ...]:
    """What stands against a drill for a draft's client."""
    return why_not(draft_case(draft, studio_today()), exercise, in_use())


def options(row: Prescription) -> list[Judged]:
    """What could stand in a line's place: for the same muscle, then the rungs of its own ladder."""
    draft = row.version
    held, rungs = _held(draft), _ladder(row.exercise)
    found = alternatives(draft_case(draft, studio_today()), row.exercise, in_use(), row.value.targets)
    judged = [
        Judged(
            in_use().exercises[one.exercise],
            one.why_not,
            one.exercise in held,
            rungs.get(one.exercise, one.relation),
            one.exact,
        )
        for one in found
    ]
    return sorted(judged, key=lambda one: (RELATIONS.index(one.relation or "same_muscle"), bool(one.against)))


def _ladder(exercise: str) -> dict[str, Relation]:
    """The rungs below and above, however the library groups them besides."""
    rungs: dict[str, Relation] = {}
    steps: tuple[tuple[Relation, str], ...] = (("easier", "regression"), ("harder", "progression"))
    for relation, step in steps:
        rung = getattr(in_use().exercises[exercise], step)
        while rung is not None and rung not in rungs and rung != exercise:
            rungs[rung] = relation
            rung = getattr(in_use().exercises[rung], step)
    return rungs


def _held(draft: ProgrammeVersion) -> set[str]:
    return {row.exercise for row in draft.lines if not row.removed and not row.parked}
