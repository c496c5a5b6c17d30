"""The variants of a test on the board: each a page with the rows of the standard form that it informs."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from ..ces.protocols import Compensation, Protocol, Variant
from .board_cells import Cell
from .board_page import BoardView, whole_of
from .board_rows import Row, order_in, row_of
from .board_words import change_words, figures, row_words
from .fields import NOT_TESTED, UNSTATED, Answers, Stated, fields_of, is_finding, judged, pain_field
from .stations import station_of
from .tables import shipped


def variant_pages(
    protocol: Protocol, standard: Answers, forms: Mapping[str, Answers], held: Mapping[str, str]
) -> tuple[BoardView, ...]:
    """A page a variant with the rows that the rules of reading read it for; `forms` are the answers by station."""
    return tuple(_page(one, protocol, forms, standard, held) for one in protocol.variants)


def _page(
    variant: Variant, protocol: Protocol, forms: Mapping[str, Answers], standard: Answers, held: Mapping[str, str]
) -> BoardView:
    cat = shipped()
    station = station_of(protocol.id, variant.id)
    answers = forms.get(station, {})
    informed = {one for rule in cat.variant_rules.values() if rule.variant == variant.id for one in rule.findings}
    rows = [row for row in judged(protocol, variant.id, cat) if row.id in informed]
    feet_first = list(cat.checkpoints)
    rows.sort(key=lambda row: -feet_first.index(row.checkpoint))
    sided = next((row.views[0] for row in rows if row.has_sides), protocol.views[0].view)
    whole = whole_of(station, answers, "This form")
    order = order_in(sided)
    return BoardView(
        station=station,
        view=variant.id,
        label=variant.label.partition(":")[0].partition(" (")[0],
        order=order,
        rows=tuple(_row(row, order, answers, standard, held, whole) for row in rows),
        skip=whole,
        whole=whole,
        how=figures(variant.how),
    )


def _row(
    row: Compensation,
    order: tuple[str, ...],
    answers: Answers,
    standard: Answers,
    held: Mapping[str, str],
    whole: Cell,
) -> Row:
    fields = fields_of(row)
    now, was = (tuple(one.get(field, UNSTATED) for field in fields) for one in (answers, standard))
    pain = answers.get(pain_field(row), UNSTATED).value
    seen_before = tuple(one.value for one in was)
    return variant_row(row.id, order, now, seen_before, pain, held.get(row.linked_regions[0], ""), whole.lit)


@lru_cache(maxsize=1000)
def variant_row(
    compensation: str,
    order: tuple[str, ...],
    stated: tuple[Stated, ...],
    before: tuple[str, ...],
    pain: str,
    held: str,
    off: bool,
) -> Row:
    """A row as `row_of` puts it together, with what changed against the standard form; shown when that found it."""
    known = shipped().compensations[compensation]
    at = known.views[0]
    row = row_of(compensation, at, False, stated, pain, held, off)
    asked = {field for field, value in zip(row.fields, before, strict=True) if is_finding(value)}
    by_side = dict(zip(order_in(at), row.pads, strict=True)) if len(row.pads) > 1 else {}
    pads = tuple(by_side[side] for side in order) if by_side else row.pads
    values = [one.value for one in stated]
    still_open = tuple(field for field in row.open_fields if field in asked)
    state = row.state
    if state in ("open", "clean", "skipped"):
        judged_ones = {value for field, value in zip(row.fields, values, strict=True) if field in asked}
        state = "open" if still_open or not asked else "skipped" if judged_ones == {NOT_TESTED} else "clean"
    words = row.words
    if state in ("found", "clean", "skipped"):
        words = change_words(row_words(known, values), values, before)
    return replace(
        row,
        at=at,
        shown=bool(asked),
        pads=tuple(tuple(cell.seen_from(at) for cell in pad) for pad in pads),
        skip=row.skip.seen_from(at),
        open_fields=still_open,
        state=state,
        words=words,
    )
