"""What a new version changes for the client, told by line numbers."""

from collections.abc import Sequence

from ..ces.exercises import Dose
from ..sheets import Changes
from .prescriptions import Prescription
from .programmes import ProgrammeVersion
from .sheets_lines import Flag
from .tables import in_use

MORE = (("reps", ""), ("hold_s", " seconds"), ("duration_s", " seconds"), ("stretch_hold_s", " seconds"), ("sets", ""))


def changes_since(
    before: ProgrammeVersion | None, rows: Sequence[Prescription]
) -> tuple[dict[int, Flag], Changes | None]:
    """Compare with the version the client has: flags by row id, and the summary line.

    Nothing for a first version, and no summary when every line and dose is as it was.
    """
    if before is None:
        return {}, None
    had = {row.exercise: row for row in before.on_sheet}
    flags = {row.id: flag for row in rows if (flag := _flag(row, had))}
    numbers = {row.id: number for number, row in enumerate(rows, start=1)}
    kept = {row.exercise for row in rows} | {_easier(row.exercise) for row in rows}
    stopped = tuple(in_use().exercises[name].name for name in had if name not in kept)
    new, harder = (
        tuple(numbers[row_id] for row_id, flag in flags.items() if flag.kind == kind) for kind in ("new", "harder")
    )
    same_doses = all(row.exercise in had and row.value.dose == had[row.exercise].value.dose for row in rows)
    if same_doses and not stopped:
        return {}, None
    return flags, Changes(since_version=before.number, new=new, progressed=harder, stopped=stopped)


def _flag(row: Prescription, had: dict[str, Prescription]) -> Flag | None:
    if row.exercise in had:
        return _harder(had[row.exercise].value.dose, row.value.dose)
    return Flag("harder") if _easier(row.exercise) in had else Flag("new")


def _harder(old: Dose, new: Dose) -> Flag | None:
    """A dose is harder when one of its numbers grew; the first that did is told."""
    for name, unit in MORE:
        was, now = getattr(old, name), getattr(new, name)
        if was is not None and now is not None and now > was:
            return Flag("harder", f"was {was}{unit}")
    return None


def _easier(exercise: str) -> str | None:
    return in_use().exercises[exercise].regression
