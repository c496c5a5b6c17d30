"""The board of a test as values: views, rows and cells with what stands and what a tap would say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..ces.catalogue import Catalogue
from ..ces.protocols import Compensation, Protocol, View
from .board_cells import cell
from .board_page import BoardView, whole_of
from .board_rows import Row, order_in, row_of
from .board_variants import variant_pages
from .board_words import area_words
from .fields import NOT_TESTED, UNSTATED, Answers, fields_of, judged, pain_field, short
from .stations import address, station_of
from .tables import shipped

MOST_ROWS = 6
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class PainNote:
    """A row where it hurt: the address of what was stated, its parts, and the words for the place."""

    field: str
    row: str
    region: str
    side: str
    rating: str
    area: str


@dataclass(frozen=True, slots=True)
class Board:
    protocol: Protocol
    station: str
    views: tuple[BoardView, ...]
    pains: tuple[PainNote, ...]
    depth: str
    shoes: str
    variants: tuple[BoardView, ...] = ()

    @property
    def pages(self) -> tuple[BoardView, ...]:
        return (*self.views, *self.variants)

    @property
    def done(self) -> bool:
        """Nothing is left to do: every view is, or it hurt."""
        return bool(self.pains) or all(view.done for view in self.views)

    def view(self, name: str) -> BoardView:
        """The page by that name, or the first."""
        return next((one for one in self.pages if one.view == name and one.offered), self.views[0])

    def after(self, name: str) -> BoardView | None:
        """The next view with something to do, in the order of the protocol and round again."""
        names = [one.view for one in self.views]
        at = names.index(name) + 1 if name in names else 0
        return next((one for one in (*self.views[at:], *self.views[: max(at - 1, 0)]) if not one.done), None)


def board_of(
    protocol_id: str,
    variant: str,
    answers: Answers,
    elsewhere: Sequence[str] = (),
    forms: Mapping[str, Answers] | None = None,
    resting: Mapping[str, str] = NOTHING,
) -> Board:
    """The board as the answers stand; `forms` are those of the test's variants, by station.

    `elsewhere` are pains stated in other tests: they hold rows here too, and so do regions that are `resting` from
    before, given with what to say of them.
    """
    cat = shipped()
    protocol = cat.protocols[protocol_id]
    rows = {row.id: row for row in judged(protocol, variant, cat)}
    station = station_of(protocol_id, variant)
    here = {station: answers} | {name: one for name, one in (forms or {}).items() if name.startswith(f"{station}.")}
    pains = tuple(
        _pain_note(name, row, value, cat)
        for name, stated in here.items()
        for row in rows.values()
        if (value := stated.get(pain_field(row), UNSTATED).value)
    )
    held = held_by([*(f"{one.region}.{one.side}.{one.rating}" for one in pains), *elsewhere], resting)
    return Board(
        protocol=protocol,
        station=station,
        views=tuple(_view(station, view, rows, answers, held) for view in protocol.views),
        pains=pains,
        depth=answers.get("depth", UNSTATED).value,
        shoes=answers.get("shoes", UNSTATED).value,
        variants=() if forms is None else variant_pages(protocol, answers, forms, held),
    )


def held_by(pains: Sequence[str], resting: Mapping[str, str] = NOTHING) -> dict[str, str]:
    """Why it is held, by region, for each region that rests or that one of these pains holds."""
    cat = shipped()
    return {**resting} | {value.split(".")[0]: f"{area_words(value, cat)} hurts" for value in reversed(pains)}


def _view(
    station: str, view: View, rows: Mapping[str, Compensation], answers: Answers, held: Mapping[str, str]
) -> BoardView:
    cat = shipped()
    feet_first = list(cat.checkpoints)
    seen = [rows[one] for one in view.compensations if one in rows]
    rare = _rare(seen, rows, view.view)
    seen.sort(key=lambda row: (row.id in rare, -feet_first.index(row.checkpoint)))
    stated = [answers.get(f"v:{view.view}", UNSTATED).value]
    whole = whole_of(station, answers, "Whole test")
    return BoardView(
        station=station,
        view=view.view,
        label=view.label,
        order=order_in(view.view),
        rows=tuple(_row(row, view.view, row.id in rare, answers, held, off=whole.lit) for row in seen),
        skip=cell(f"{view.label} view not tested", {f"v:{view.view}": NOT_TESTED}, stated),
        whole=whole,
    )


def _pain_note(station: str, row: Compensation, value: str, cat: Catalogue) -> PainNote:
    region, side, rating = value.split(".")
    return PainNote(address(station, pain_field(row)), short(row), region, side, rating, area_words(value, cat))


def _rare(seen: Sequence[Compensation], rows: Mapping[str, Compensation], view: str) -> set[str]:
    """Where there are too many: rows that do not score; without a score, those that another view shows first."""
    if len(seen) <= MOST_ROWS:
        return set()
    if any(row.score_axis for row in rows.values()):
        return {row.id for row in seen if not row.score_axis}
    own_first = sorted(seen, key=lambda row: row.views[0] != view)
    return {row.id for row in own_first[MOST_ROWS:]}


def _row(
    row: Compensation, view: str, rare: bool, answers: Answers, held: Mapping[str, str], *, off: bool = False
) -> Row:
    stated = tuple(answers.get(field, UNSTATED) for field in fields_of(row))
    pain = answers.get(pain_field(row), UNSTATED).value
    return row_of(row.id, view, rare, stated, pain, held.get(row.linked_regions[0], ""), off)
