"""A four-phase programme: the lines chosen for a case, and an account of everything that was not."""

from dataclasses import dataclass

from studio.ces.case import Case
from studio.ces.catalogue import Catalogue
from studio.ces.exercises import Phase
from studio.ces.prescription import EmptyPhase, Excluded, Gap, Line, Parked, Priority


@dataclass(frozen=True, slots=True)
class Programme:
    """Lines in the order of the sheet; `minutes` counts each line's seconds plus 20 s set-up."""

    lines: tuple[Line, ...]
    minutes: float
    max_lines: int
    max_minutes: float
    priorities: tuple[Priority, ...]
    parked: tuple[Parked, ...] = ()
    excluded: tuple[Excluded, ...] = ()
    gaps: tuple[Gap, ...] = ()
    empty_phases: tuple[EmptyPhase, ...] = ()
    notes: tuple[str, ...] = ()

    def of(self, phase: Phase) -> tuple[Line, ...]:
        """Give the lines of one phase."""
        return tuple(line for line in self.lines if line.phase == phase)


def minutes(lines: tuple[Line, ...]) -> float:
    """Give the minutes of some lines, set-up included, to one decimal."""
    raise NotImplementedError


def select(case: Case, cat: Catalogue) -> Programme:
    """Choose the programme of a case by the steps of the selection algorithm; the same case gives the same value."""
    raise NotImplementedError
