"""Exercises of the studio: the kinds there are, and what one of a kind begins with."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ..ces.exercises import Bound, Exercise, Mode, Phase
from .tables import in_use, shipped

LADDER_NOTE = "An exercise of this studio."
# What a row of the tables holds, and nothing of it has to be worked out.
COPIED = (
    "targets", "secondary", "equipment", "position", "pattern", "floor_transfer", "loads", "presses", "cues",
    "feel_it_here", "common_fault", "difficulty", "easier", "harder", "avoid", "caution", "home_suitable",
    "needs_coach", "video_friendly",
)  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """A phase and a way of dosing in it."""

    id: str
    phase: Phase
    mode: Mode
    label: str
    note: str


KINDS = {
    one.id: one
    for one in (
        Kind("roll", "inhibit", "smr", "Roll or press", "Inhibit, timed"),
        Kind("stretch", "lengthen", "static", "Stretch and hold", "Lengthen, held"),
        Kind("mobility", "lengthen", "active_mobility", "Move through the range", "Lengthen, slow repetitions"),
        Kind("contract", "lengthen", "nms_contract_relax", "Push, then stretch", "Lengthen, contract and relax"),
        Kind("strengthen", "activate", "isolated_strength", "Strengthen one muscle", "Activate, repetitions"),
        Kind("hold", "activate", "low_load_hold", "Hold lightly", "Activate, short holds"),
        Kind("movement", "integrate", "integrated_dynamic", "Whole movement", "Integrate, repetitions"),
        Kind("position", "integrate", "low_load_hold", "Hold a whole position", "Integrate, short holds"),
        Kind("carry", "integrate", "carry", "Carry", "Integrate, timed walk"),
    )
}


def kind_of(phase: str, mode: str) -> Kind | None:
    return next((kind for kind in KINDS.values() if (kind.phase, kind.mode) == (phase, mode)), None)


def of_kind(kind: Kind) -> list[Exercise]:
    """The exercises of a kind that came with the tables."""
    return [one for one in shipped().exercises.values() if (one.phase, one.dose.mode) == (kind.phase, kind.mode)]


def bounds_of(kind: Kind, like: Exercise | None = None) -> tuple[Bound, ...]:
    """In which bounds its dose may lie: those of the exercise it is made after, or of most of its kind."""
    if like and like.bounds:
        return like.bounds
    return Counter(one.bounds for one in of_kind(kind)).most_common(1)[0][0]


def begin(kind: Kind) -> dict[str, Any]:
    """What all exercises of a kind have in common, for the boxes of a new one."""
    known = of_kind(kind)
    first = known[0]
    shared = {name: [tag for tag in getattr(first, name) if all(tag in getattr(one, name) for one in known)]
              for name in ("avoid", "caution")}  # fmt: skip
    usual = Counter(one.position for one in known).most_common(1)[0][0]
    numbers = {bound.field: getattr(first.dose, bound.field) for bound in bounds_of(kind)}
    flags = {"per_side": first.dose.per_side, "home_suitable": not first.needs_coach, "needs_coach": first.needs_coach}
    return {**shared, **flags, "position": usual, "difficulty": 1, "dose": {"mode": kind.mode, **numbers}}


def copied(drill: Exercise) -> dict[str, Any]:
    """An exercise as a row to write anew, without its name and its place in the ladder."""
    row = {name: getattr(drill, name) for name in COPIED}
    numbers = {bound.field: getattr(drill.dose, bound.field) for bound in drill.bounds}
    return {**row, "per_side": drill.dose.per_side, "dose": {"mode": drill.dose.mode, **numbers}, "phase": drill.phase}


def row_of(kind: Kind, answers: Mapping[str, Any], like: Exercise | None) -> dict[str, Any]:
    """The answers of the form as a row of the tables; what the form does not ask comes from the kind or the example."""
    numbers = {bound.field: answers[bound.field] for bound in bounds_of(kind, like)}
    more = _unasked(kind, like)
    lists = answers["lists"] if kind.phase == "integrate" else answers["targets"]
    row = {name: answers[name] for name in ("name", *COPIED, "per_side", "preferred") if name in answers}
    row |= {"phase": kind.phase, "lists": lists, "dose": {"mode": kind.mode, **more, **numbers}}
    for step in ("regression", "progression"):
        if answers.get(step):
            row |= {step: answers[step], "ladder_note": LADDER_NOTE}
    return {name: value for name, value in row.items() if value not in (None, "")}


def _unasked(kind: Kind, like: Exercise | None) -> dict[str, Any]:
    """Parts of a dose that nobody changes: tempo, effort, how often a week."""
    if like is None:
        return {}
    bounds = {bound.field for bound in like.bounds}
    said = {name: value for name, value in asdict(like.dose).items() if value is not None and name not in bounds}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in said.items()
            if name not in ("mode", "per_side")}  # fmt: skip


def lists_of_muscles() -> dict[str, str]:
    """The muscles that exercises are chosen for, by their common names."""
    cat = in_use()
    return dict(sorted(((key, cat.muscle_label(key)) for key in cat.options), key=lambda one: one[1].casefold()))
