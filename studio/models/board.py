"""The board of a recording as values: views, rows and cells with what stands and what a tap would say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..ces.catalogue import Catalogue
from ..ces.protocols import Compensation, Protocol, View
from .board_cells import Cell, cell
from .board_rows import Row, order_in, row_of
from .board_words import area_words, count_words
from .fields import CLEAN, NOT_TESTED, UNSTATED, Answers, fields_of, judged, pain_field, short
from .tables import shipped

MOST_ROWS = 6


@dataclass(frozen=True, slots=True)
class BoardView:
    """One view of the protocol, its rows from head to heel, rare ones last; `order` is how the eye meets the sides."""

    view: str
    label: str
    order: tuple[str, ...]
    rows: tuple[Row, ...]
    skip: Cell

    @property
    def usual(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if not row.rare)

    @property
    def rare(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.rare)

    @property
    def rest(self) -> str:
        """What "Rest is clean" says here."""
        return " ".join(f"{field}={CLEAN}" for row in self.usual for field in row.open_fields)

    @property
    def open_rows(self) -> int:
        return sum(1 for row in self.usual if row.state == "open")

    @property
    def done(self) -> bool:
        return self.skip.lit or not self.rest

    @property
    def note(self) -> str:
        found = sum(1 for row in self.rows if row.found_here)
        if self.skip.lit:
            return "not tested"
        return count_words(found, "finding", "findings") if found else "clean" if self.done else "to do"


@dataclass(frozen=True, slots=True)
class PainNote:
    """A row where it hurt: what was stated, and the words for the place."""

    row: str
    region: str
    side: str
    rating: str
    area: str


@dataclass(frozen=True, slots=True)
class Board:
    protocol: Protocol
    views: tuple[BoardView, ...]
    pains: tuple[PainNote, ...]
    depth: str
    shoes: str

    def view(self, name: str) -> BoardView:
        """The view by that name, or the first."""
        return next((one for one in self.views if one.view == name), self.views[0])

    def after(self, name: str) -> BoardView | None:
        """The next view with something to do, in the order of the protocol and round again."""
        at = [one.view for one in self.views].index(name) + 1
        return next((one for one in (*self.views[at:], *self.views[: at - 1]) if not one.done), None)


def board_of(protocol_id: str, variant: str, answers: Answers, elsewhere: Sequence[str] = ()) -> Board:
    """The board as the answers stand; `elsewhere` are pains stated in other tests: they hold rows here too."""
    cat = shipped()
    protocol = cat.protocols[protocol_id]
    rows = {row.id: row for row in judged(protocol, variant, cat)}
    pains = tuple(
        _pain_note(row, value, cat) for row in rows.values() if (value := answers.get(pain_field(row), UNSTATED).value)
    )
    held = {value.split(".")[0]: area_words(value, cat) for value in reversed(elsewhere)}
    held |= {one.region: one.area for one in reversed(pains)}
    return Board(
        protocol=protocol,
        views=tuple(_view(view, rows, answers, held, cat) for view in protocol.views),
        pains=pains,
        depth=answers.get("depth", UNSTATED).value,
        shoes=answers.get("shoes", UNSTATED).value,
    )


def _view(
    view: View, rows: Mapping[str, Compensation], answers: Answers, held: Mapping[str, str], cat: Catalogue
) -> BoardView:
    feet_first = list(cat.checkpoints)
    seen = [rows[one] for one in view.compensations if one in rows]
    rare = _rare(seen, rows)
    seen.sort(key=lambda row: (row.id in rare, -feet_first.index(row.checkpoint)))
    stated = [answers.get(f"v:{view.view}", UNSTATED).value]
    return BoardView(
        view=view.view,
        label=view.label,
        order=order_in(view.view),
        rows=tuple(_row(row, view.view, row.id in rare, answers, held) for row in seen),
        skip=cell(f"{view.label} view not tested", {f"v:{view.view}": NOT_TESTED}, stated),
    )


def _pain_note(row: Compensation, value: str, cat: Catalogue) -> PainNote:
    region, side, rating = value.split(".")
    return PainNote(short(row), region, side, rating, area_words(value, cat))


def _rare(seen: Sequence[Compensation], rows: Mapping[str, Compensation]) -> set[str]:
    """Rows that do not score where there are too many, or those beyond the sixth where a protocol has no score."""
    if len(seen) <= MOST_ROWS:
        return set()
    if any(row.score_axis for row in rows.values()):
        return {row.id for row in seen if not row.score_axis}
    return {row.id for row in seen[MOST_ROWS:]}


def _row(row: Compensation, view: str, rare: bool, answers: Answers, held: Mapping[str, str]) -> Row:
    stated = tuple(answers.get(field, UNSTATED) for field in fields_of(row))
    return row_of(
        row.id, view, rare, stated, answers.get(pain_field(row), UNSTATED).value, held.get(row.linked_regions[0], "")
    )
