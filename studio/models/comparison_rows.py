"""Findings side by side, in words: what is not seen now, better, the same, new, or cannot be said."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..ces.catalogue import Catalogue
from ..ces.comparing import Call, RowChange, Why
from ..ces.comparing import Cell as Judged
from ..ces.findings import STANDARD, Seen
from ..sheets import Cell, Checkpoint, Look, RowLine, Said
from .board_words import protocol_words
from .finding_words import capital, title

SEVERITY = ("not seen", "mild", "marked")
CELLS: dict[Why, str] = {"not_tested": "not tested", "pain": "pain", "variant": "other form"}
REASONS: dict[Why, str] = {
    "not_tested": "not tested on both dates",
    "pain": "a test was stopped for pain",
    "variant": "done in another form",
    "depth": "not equally deep",
    "shoes": "shoes on one date only",
    "rater": "one grade, another coach rated",
}
CLEAR, PROBABLE = "a clear change", "probably a change"


def checkpoints(rows: Sequence[RowChange], cat: Catalogue) -> tuple[Checkpoint, ...]:
    """All rows by part of the body, from the feet up; what was never seen is counted, not listed."""
    found = []
    for checkpoint, label in cat.checkpoints.items():
        own = [row for row in rows if cat.compensations[row.compensation].checkpoint == checkpoint]
        if own:
            quiet = {
                (row.compensation, row.variant) for row in own if all(cell.severity == 0 for cell in row.cells)
            } - {(row.compensation, row.variant) for row in own if row.seen}
            lines = tuple(_line(row, both, cat) for row, both in joined([row for row in own if row.seen], cat))
            found.append(Checkpoint(name=capital(label), rows=lines, quiet=len(quiet)))
    return tuple(found)


def said(call: Call) -> Said:
    """What can be said about a row between two dates."""
    sure, detail = call.clear, CLEAR if call.clear else PROBABLE
    good: Look = "better" if sure else "likely"
    match call.verdict:
        case "resolved":
            return Said(words="not seen now", look=good, detail=detail)
        case "improved":
            return Said(words="clearly better" if sure else "likely better", look=good, detail=detail)
        case "new":
            return Said(words="new", look="worse", detail=detail)
        case "worse":
            return Said(words="clearly more" if sure else "likely more", look="worse", detail=detail)
        case "same":
            return Said(words="same", look="same")
        case "clean":
            return Said(words="still not seen", look="same")
        case "too_small":
            return Said(words="too small to call", look="open", detail=REASONS[call.why] if call.why else "")
        case "not_comparable":
            return Said(words="cannot compare", look="open", detail=REASONS[call.why] if call.why else "")


def joined(rows: Sequence[RowChange], cat: Catalogue) -> Iterator[tuple[RowChange, bool]]:
    """Rows with whether they speak for both sides; the right one goes with a left one that says the same."""
    alike = [
        (one, other)
        for one, other in pairwise(rows)
        if (one.compensation, one.variant, one.cells, one.steps, one.overall)
        == (other.compensation, other.variant, other.cells, other.steps, other.overall)
        and cat.compensations[one.compensation].laterality != "directional"
    ]
    first, second = [id(one) for one, _ in alike], [id(other) for _, other in alike]
    for row in rows:
        if id(row) not in second:
            yield row, id(row) in first


def _line(row: RowChange, both: bool, cat: Catalogue) -> RowLine:
    one = cat.compensations[row.compensation]
    sides = (int(both or row.side != "right"), int(both or row.side != "left"))
    protocol = cat.protocols[one.protocol]
    form = next((variant.label for variant in protocol.variants if variant.id == row.variant), "")
    test = protocol_words(protocol)
    return RowLine(
        name=capital(title(Seen(one, *sides)).removeprefix("your ")),
        test=test if row.variant == STANDARD else f"{test}, {form.lower()}",
        cells=tuple(cell_words(cell) for cell in row.cells),
        overall=said(row.overall),
        latest=said(row.steps[-1]) if len(row.steps) > 1 else None,
        compensation=one.id if row.variant == STANDARD else "",
        side="both" if both and row.side else row.side or "",
    )


def cell_words(cell: Judged) -> Cell:
    """A severity with its word, or why there is none."""
    if cell.severity is None:
        return Cell(severity=None, words=CELLS[cell.why or "not_tested"])
    return Cell(severity=cell.severity, words=SEVERITY[cell.severity])
