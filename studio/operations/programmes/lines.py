"""Putting exercises on a draft and taking them off, each with its way back."""

from dataclasses import replace

from ...ces.library import line_for
from ...ces.prescription import Line
from ...extensions import db
from ...models.cases import draft_case
from ...models.library import against
from ...models.prescriptions import Prescription
from ...models.programmes import ProgrammeVersion
from ...models.reasons import reasons_for
from ...models.studios import studio_today
from ...models.tables import in_use
from ...models.users import User
from .changing import MOST_LINES, NeedsReason, Refused, change, change_line, tell


def add(draft: ProgrammeVersion, exercise: str, *, reason: str, seen: int, by: User) -> Prescription:
    """Put an exercise of the library on the sheet, linked to the findings it serves; on a full sheet it parks another.

    Raises NeedsReason when a filter removes the exercise and no reason is given.
    """
    with change(draft, seen=seen):
        case = draft_case(draft, studio_today())
        side, because, targets = reasons_for(case, exercise)
        line = line_for(case, exercise, side, in_use(), because)
        line = replace(line, targets=targets or line.targets)
        row = _new_row(draft, line, reason=reason, by=by)
        row.position = max((other.position for other in draft.lines), default=0) + 1
        if len(draft.on_sheet) >= MOST_LINES:
            row.replaces_id = _park_for(row, draft).id
        draft.lines.append(row)
        db.session.flush()
        tell("line-added", f"Line {draft.number_of(row)} added", draft, by=by, row=row)
    return row


def swap(row: Prescription, exercise: str, *, reason: str, seen: int, by: User) -> Prescription:
    """Put another exercise in a line's place, for the same findings and side.

    Raises NeedsReason as `add` does.
    """
    with change_line(row, seen=seen) as draft:
        old = row.value
        case = draft_case(draft, studio_today())
        line = line_for(case, exercise, old.side, in_use(), old.because)
        line = replace(line, targets=old.targets, steer=old.steer)
        new = _new_row(draft, line, reason=reason, by=by)
        new.position, new.parked, new.replaces_id = row.position, row.parked, row.id
        number = draft.number_of(row)
        row.removed = True
        draft.lines.append(new)
        db.session.flush()
        tell("line-swapped", f"Line {number} swapped", draft, by=by, row=new)
    return new


def remove(row: Prescription, *, seen: int, by: User) -> None:
    """Take a line off; it stays in its row for `restore`."""
    with change_line(row, seen=seen) as draft:
        number = draft.number_of(row)
        row.removed = True
        tell("line-removed", f"Line {number} removed" if number else "Parked line removed", draft, by=by, row=row)


def restore(row: Prescription, *, seen: int, by: User) -> None:
    """Undo `remove`: the very line is back, dose and all."""
    draft = row.version
    with change(draft, seen=seen):
        row.removed = False
        tell("line-restored", "A line put back", draft, by=by, row=row)


def take_back(row: Prescription, *, seen: int, by: User) -> None:
    """Undo `add` or `swap`: the line goes, and the one it replaced or parked is back in its place."""
    with change_line(row, seen=seen) as draft:
        row.removed = True
        replaced = next((other for other in draft.lines if other.id == row.replaces_id), None)
        if replaced is not None:
            replaced.parked, replaced.removed = row.parked, False
        tell("line-taken-back", "A line taken back", draft, by=by, row=row)


def _new_row(draft: ProgrammeVersion, line: Line, *, reason: str, by: User) -> Prescription:
    if any(row.exercise == line.exercise for row in draft.on_sheet):
        raise Refused(draft, f"{in_use().exercises[line.exercise].name} is on the sheet already")
    barriers = against(draft, line.exercise)
    if barriers and not reason:
        raise NeedsReason(draft, line.exercise, barriers)
    row = Prescription.holding(line, 0, origin="coach")
    if reason:
        row.use_all_the_same(reason, barriers, by)
    return row


def _park_for(new: Prescription, draft: ProgrammeVersion) -> Prescription:
    """A full sheet parks the least important line of the same phase, or else of all; hand-added ones stay longest."""
    lines = draft.on_sheet
    rivals = [row for row in lines if row.phase == new.phase] or lines
    least = max(rivals, key=lambda row: (row.line.get("rank") or 0, row.position))
    least.parked = True
    return least
