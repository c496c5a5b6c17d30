"""A page of the board: a view of a test, or a variant."""

from dataclasses import dataclass

from .board_cells import Cell, cell
from .board_rows import Row
from .board_words import count_words
from .fields import CLEAN, NOT_TESTED, UNSTATED, WHOLE, Answers
from .stations import parts_of


@dataclass(frozen=True, slots=True)
class BoardView:
    """A page of the board: a view with its rows from head to heel, rare ones last, or a variant with what it informs.

    `order` is how the eye meets the sides; `whole` leaves out the test, `skip` this page of it; `how` tells what the
    client does differently in a variant.
    """

    station: str
    view: str
    label: str
    order: tuple[str, ...]
    rows: tuple[Row, ...]
    skip: Cell
    whole: Cell
    how: str = ""

    @property
    def id(self) -> str:
        """Unlike that of any other page of any test."""
        return f"{parts_of(self.station)[0]}-{self.view}"

    @property
    def variant(self) -> bool:
        return "." in self.station

    @property
    def offered(self) -> bool:
        """A variant is, when the standard form found something that it informs."""
        return any(row.shown for row in self.rows)

    @property
    def usual(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if not row.rare)

    @property
    def rare(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.rare)

    @property
    def rest(self) -> str:
        """What "Rest is clean" says here."""
        open_ones = [(row, field) for row in self.usual if row.shown for field in row.open_fields]
        return " ".join(f"{field}={CLEAN}{row.at and f'@{row.at}'}" for row, field in open_ones)

    @property
    def open_rows(self) -> int:
        return sum(1 for row in self.usual if row.shown and row.state == "open")

    @property
    def skipped(self) -> bool:
        return self.skip.lit or self.whole.lit

    @property
    def done(self) -> bool:
        return self.skipped or not self.rest

    @property
    def note(self) -> str:
        if self.skipped:
            return "not tested"
        if self.variant:
            return self._changed
        found = sum(1 for row in self.rows if row.found_here)
        return count_words(found, "finding", "findings") if found else "clean" if self.done else "to do"

    @property
    def _changed(self) -> str:
        """What a variant told so far."""
        if not self.done:
            return "optional" if not any(row.words for row in self.rows if row.shown) else "to do"
        gone = sum(1 for row in self.rows if row.shown and row.state == "clean")
        shown = sum(1 for row in self.rows if row.shown)
        return "all gone" if gone == shown else f"{gone} of {shown} gone"


def whole_of(station: str, answers: Answers, label: str) -> Cell:
    """The button that leaves a whole test out."""
    return cell(f"{label} not tested", {WHOLE: NOT_TESTED}, [answers.get(WHOLE, UNSTATED).value])
