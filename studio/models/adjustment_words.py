"""What was changed in the tables, in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..ces import dose
from ..ces.adjusting import Link
from ..ces.catalogue import CatalogueError
from .adjustments import Adjustment, in_force
from .board_words import title
from .reason_words import muscle_name
from .tables import in_use, shipped, tables


@dataclass(frozen=True)
class ChangeLine:
    """One change: of what, what became of it, whether it counts now, and why it does not fit, if so."""

    row: Adjustment
    what: str
    how: str
    counts: bool
    misfit: str


def change_lines(rows: Sequence[Adjustment]) -> list[ChangeLine]:
    """All changes, the newest first."""
    counting = {row.id for row in in_force(rows)}
    misfits = {(one.kind, one.target): why for one, why in tables().left_out}
    return [
        ChangeLine(
            row, what_of(row), how_of(row), row.id in counting,
            misfits.get((row.value.kind, row.target), "") if row.id in counting else "",
        )
        for row in sorted(rows, key=lambda row: -row.id)
    ]  # fmt: skip


def what_of(row: Adjustment) -> str:
    """“Knee moves inward: adductor complex, probably overactive”, or the exercise's name."""
    if not row.kind.startswith("link_"):
        return str(row.payload["name"]) if row.kind == "exercise" else in_use().exercises[row.target].name
    try:
        link = Link.read(row.target)
        label = title(in_use().compensations[link.compensation].label)
    except (CatalogueError, KeyError):
        return row.target
    return f"{label}: {muscle_name(link.muscle)}, probably {link.role}"


def how_of(row: Adjustment) -> str:
    """What the change does."""
    match row.kind:
        case "link_off":
            return "Link switched off"
        case "link_note":
            said = [words for words in (row.payload["note"], row.payload["source"]) if words]
            return f"Note: {'. '.join(said)}" if said else "Note taken out"
        case "hidden":
            return "Out of use"
        case "dose":
            drill = shipped().exercises[row.target]
            return f"Default dose: {dose.in_words(replace(drill.dose, **row.payload), drill, 'both')}"
    return "Exercise of your own"
