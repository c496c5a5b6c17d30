"""What two answers of the engine differ in, both in the shape of `studio analyse`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from studio.ces.exercises import PHASES, Phase
from studio.ces.protocols import Role

Answer = Mapping[str, Any]
Verdict = Literal["new", "gone", "stronger", "weaker"]


@dataclass(frozen=True, slots=True)
class MuscleChange:
    """A muscle on a side whose claim came, went or changed; a strength is None where there is no claim."""

    role: Role
    muscle: str
    side: str
    before: float | None
    after: float | None

    @property
    def verdict(self) -> Verdict:
        """Say which way it changed."""
        if self.before is None or self.after is None:
            return "new" if self.before is None else "gone"
        return "stronger" if self.after > self.before else "weaker"


@dataclass(frozen=True, slots=True)
class LineChange:
    """An exercise that came onto the programme, left it, or is done with another dose or on another side."""

    phase: Phase
    exercise: str
    verdict: Literal["new", "gone", "dose", "side"]


def muscle_changes(before: Answer, after: Answer) -> tuple[MuscleChange, ...]:
    """Compare the claims, one row for a muscle and side of each answer; those that count most come first."""
    changes = []
    for role in get_args(Role):
        old, new = (_strengths(answer[role]) for answer in (before, after))
        for muscle, side in {**old, **new}:
            was, now = old.get((muscle, side)), new.get((muscle, side))
            if was != now:
                changes.append(MuscleChange(role, muscle, side, was, now))
    return tuple(
        sorted(changes, key=lambda one: (one.role, -max(one.before or 0, one.after or 0), one.muscle, one.side))
    )


def line_changes(before: Answer, after: Answer) -> tuple[LineChange, ...]:
    """Compare the lines of the programmes by exercise, phase by phase."""
    changes: list[LineChange] = []
    for phase in PHASES:
        old, new = ({line["exercise"]: line for line in answer["programme"][phase]} for answer in (before, after))
        changes += [LineChange(phase, one, "gone") for one in old if one not in new]
        changes += [LineChange(phase, one, "new") for one in new if one not in old]
        kept = [one for one in new if one in old]
        changes += [LineChange(phase, one, "dose") for one in kept if old[one]["dose"] != new[one]["dose"]]
        changes += [LineChange(phase, one, "side") for one in kept if old[one]["side"] != new[one]["side"]]
    return tuple(changes)


def _strengths(claims: Iterable[Answer]) -> dict[tuple[str, str], float]:
    """Strength by muscle and side; a row for both sides counts on each, so that it compares with one side."""
    found = {}
    for claim in claims:
        for side in ("left", "right") if claim["side"] == "both" else (claim["side"],):
            found[claim["muscle"], side] = claim["strength"]
    return found
