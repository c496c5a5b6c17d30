"""One row of the board: a compensation in a view, what stands there, and what its cells say."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ..ces.protocols import Compensation
from .board_cells import Cell, Kind, cell, pads
from .board_words import figures, pain_words, row_words, title, toward_of
from .fields import CLEAN, NOT_TESTED, OPEN, UNRATED, Stated, fields_of, is_finding, pain_field, short
from .tables import shipped

RowState = Literal["open", "found", "clean", "skipped", "pain", "held"]
EYE_ORDER = {"anterior": ("right", "both", "left")}  # the client's right is on your left when you face them
FROM_BEHIND = ("left", "both", "right")


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A compensation in one view; `open_fields` are still to be judged there, `region` is where pain most likely is.

    `at` is where it is seen from when it stands on the page of a variant, which is no view; there it is `shown` only
    when the standard form found it. `off`: nothing can be stated, for the whole test is left out.
    """

    code: str
    label: str
    kind: Kind
    toward: str
    fields: tuple[str, ...]
    clean: str
    mild: str
    marked: str
    region: str
    state: RowState
    found: bool
    found_here: bool
    words: str
    pads: tuple[tuple[Cell, ...], ...]
    pain: Cell
    skip: Cell
    rare: bool
    open_fields: tuple[str, ...]
    at: str = ""
    shown: bool = True
    off: bool = False

    @property
    def brief(self) -> str:
        """The label up to its first comma."""
        return self.label.split(",")[0]


def order_in(view: str) -> tuple[str, ...]:
    """How the eye meets left, both and right in a view."""
    return EYE_ORDER.get(view, FROM_BEHIND)


@lru_cache(maxsize=2000)
def row_of(
    compensation: str, view: str, rare: bool, stated: tuple[Stated, ...], pain: str, held: str, off: bool = False
) -> Row:
    """The row as these answers leave it; `pain` is stated here, `held` says what keeps the row shut.

    A board has nineteen rows and they are alike from client to client, so each is put together once.
    """
    row = shipped().compensations[compensation]
    fields, label, region = fields_of(row), title(row.label), row.linked_regions[0]
    values = [one.value for one in stated]
    open_fields = tuple(
        field
        for field, one in zip(fields, stated, strict=True)
        if one.value == OPEN or (one.value == CLEAN and view not in one.views)
    )
    if held or pain:
        open_fields = ()  # nobody looks there any more, so "the rest is clean" must not say so
    state = _state(values, open_fields, pain, held)
    kind: Kind = "sided" if len(fields) > 1 else "toward" if row.laterality == "directional" else "mid"
    return Row(
        code=short(row),
        label=label,
        kind=kind,
        toward=toward_of(row),
        fields=fields,
        clean=_clean(row, view),
        mild=figures(row.mild),
        marked=figures(row.marked),
        region=region,
        state=state,
        found=any(map(is_finding, values)),
        found_here=any(is_finding(one.value) and view in one.views for one in stated),
        words=_words(row, values, state, pain, held),
        pads=pads(label, kind, fields, values, order_in(view), toward_of(row)),
        pain=Cell(f"{pain_field(row)}={region}.mid.{UNRATED}", bool(pain), f"Pain: {label}"),
        skip=cell(f"Not tested: {label}", dict.fromkeys(fields, NOT_TESTED), values),
        rare=rare,
        open_fields=open_fields,
        off=off or state == "held",
    )


def _state(values: Sequence[str], open_fields: Sequence[str], pain: str, held: str) -> RowState:
    if pain or held:
        return "pain" if pain else "held"
    if any(is_finding(value) for value in values):
        return "found"
    if open_fields:
        return "open"
    return "skipped" if all(value == NOT_TESTED for value in values) else "clean"


def _words(row: Compensation, values: Sequence[str], state: RowState, pain: str, held: str) -> str:
    if state == "pain":
        return pain_words(pain)
    words = "" if state == "open" else row_words(row, values)
    if state == "held":
        return f"{f'{words}, kept · ' if any(map(is_finding, values)) else ''}Held: {held}"
    return words


def _clean(row: Compensation, name: str) -> str:
    """What clean looks like here, or from another view where this one does not say."""
    views = sorted(shipped().protocols[row.protocol].views, key=lambda view: view.view != name)
    said = (dict(one.checkpoints).get(row.checkpoint) for one in views if row.id in one.compensations)
    return next((words for words in said if words), "")
