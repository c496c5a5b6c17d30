"""Changing what is on a draft: dose, order, what waits for later, and the words around the lines."""

from dataclasses import dataclass, replace
from datetime import date

from ... import clock
from ...ces import dose as doses
from ...ces.exercises import Dose
from ...ces.sides import Side
from ...models.database import write
from ...models.library import against
from ...models.prescriptions import Prescription
from ...models.programmes import ProgrammeVersion
from ...models.tables import in_use
from ...models.users import User
from .changing import MOST_LINES, NeedsReason, Refused, as_seen, change_line, tell


@dataclass(frozen=True)
class Details:
    """What stands around the lines on the sheet."""

    home_days: int
    next_date: date | None
    message: str


def change_dose(row: Prescription, dose: Dose, side: Side, *, seen: int, by: User) -> None:
    """Give a line another dose or side; raises ValueError with the range when it is out of bounds."""
    doses.check(dose, in_use().exercises[row.exercise])
    with change_line(row, seen=seen) as draft:
        line = row.value
        first = line.first if side == "both" else None
        extra = line.extra if side in ("both", line.extra) else None
        seconds = doses.line_seconds(dose, side, extra)
        row.hold(replace(line, dose=dose, side=side, first=first, extra=extra, seconds=seconds))
        tell("dose-changed", f"Dose of line {draft.number_of(row)} changed", draft, by=by, row=row)


def move(row: Prescription, places: int, *, seen: int, by: User) -> None:
    """Move so many places down in the phase, a negative number up; at the end of the phase nothing happens."""
    with change_line(row, seen=seen) as draft:
        if row.parked:
            raise Refused(draft, "Bring the line back first")
        phase = [other for other in draft.on_sheet if other.phase == row.phase]
        before = phase.index(row)
        place = min(max(before + places, 0), len(phase) - 1)
        if place != before:
            positions = [other.position for other in phase]
            phase.insert(place, phase.pop(before))
            for other, position in zip(phase, positions, strict=True):
                other.position = position
            direction = "up" if places < 0 else "down"
            tell("line-moved", f"Line moved {direction} to {draft.number_of(row)}", draft, by=by, row=row)


def park(row: Prescription, *, seen: int, by: User) -> None:
    """Let a line wait, in the open, for a later version."""
    with change_line(row, seen=seen) as draft:
        number = draft.number_of(row)
        row.parked = True
        tell("line-parked", f"Line {number} parked", draft, by=by, row=row)


def bring_back(row: Prescription, *, reason: str, seen: int, by: User) -> None:
    """Put a parked line on the sheet; raises NeedsReason as `add` does, Refused when the sheet is full.

    A line that is on it stays, with the reason why, though a filter removes it since. A reason given earlier counts for
    what stood against the exercise then.
    """
    with change_line(row, seen=seen) as draft:
        barriers = against(draft, row.exercise)
        if row.unanswered(barriers) and not reason:
            raise NeedsReason(draft, row.exercise, barriers)
        if row.parked and len(draft.on_sheet) >= MOST_LINES:
            raise Refused(draft, f"A sheet holds {MOST_LINES} lines. Park one first")
        verb, said = ("brought-back", "Parked line brought back as") if row.parked else ("kept", "Kept line")
        row.parked = False
        if reason:
            row.use_all_the_same(reason, barriers, by)
        tell(f"line-{verb}", f"{said} {draft.number_of(row)}", draft, by=by, row=row)


def change_details(draft: ProgrammeVersion, details: Details, *, seen: int, by: User) -> None:
    """Keep home days, next date and message as typed.

    The revision stays: the words go along with issuing anyway, and a coach who types and then presses Issue at once
    must not be told that somebody changed the draft.
    """
    with write():
        as_seen(draft, seen)
        if put(draft, details):
            draft.changed_at, draft.touched = clock.utcnow(), True
            tell("details-changed", "Home days, next date or message changed", draft, by=by)


def put(draft: ProgrammeVersion, details: Details) -> bool:
    """Set the details on the row, inside the caller's `write()`; tells whether anything changed."""
    before = Details(draft.home_days, draft.next_date, draft.message)
    draft.home_days, draft.next_date, draft.message = details.home_days, details.next_date, details.message
    return before != details
