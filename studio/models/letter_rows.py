"""What was seen and measured at each screen, as the tables of a letter show it: neutral names, how a change reads."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..ces.catalogue import Catalogue
from ..ces.comparing import Occasion, RowChange, compare_rows
from ..ces.comparing_measures import MeasureChange, compare_measures
from ..ces.findings import STANDARD
from ..ces.units import LengthUnit
from ..sheets import Said, day_and_month
from ..sheets.letter import LetterRow
from .board_words import protocol_words, title, toward_of
from .comparison_measures import said as measured
from .comparison_measures import value_in_words
from .comparison_rows import CLEAR, PROBABLE, cell_words, checkpoints, joined, said
from .comparisons import Dated
from .finding_words import capital
from .sheets_comparison import cautions, compared, headline, occasion
from .tables import in_use

SURE = {CLEAR: " (clear)", PROBABLE: " (likely)"}
GRADES = "0 not seen, 1 mild, 2 marked."
SAME_RATER = "Same rater each time: one grade is a likely change, two are a clear one."


@dataclass(frozen=True)
class Tables:
    """The tables of a letter, a column for each screen; `short` is what they say in one sentence."""

    days: tuple[str, ...] = ()
    findings: tuple[LetterRow, ...] = ()
    measures: tuple[LetterRow, ...] = ()
    graded: str = ""
    short: str = ""


def tables(chosen: Sequence[Dated], unit: LengthUnit) -> Tables:
    """Lay the screens side by side, the oldest first; a single one is graded and not compared."""
    if not chosen:
        return Tables()
    cat = in_use()
    given = [compared(one) for one in chosen]
    rows = compare_rows(given, cat)
    seen = sorted((pair for pair in joined([row for row in rows if row.seen], cat)), key=lambda pair: _weight(pair[0]))
    tests = {cat.compensations[row.compensation].protocol for row, _ in seen}
    findings = tuple(_finding(row, both, cat, named=len(tests) > 1) for row, both in seen)
    return Tables(
        days=tuple(day_and_month(one.day) for one in chosen),
        findings=findings,
        measures=tuple(_measure(one, unit, cat) for one in compare_measures(given, cat)),
        graded=_graded(chosen, given, tests, cat) if findings else "",
        short=_short(chosen, rows, findings, cat),
    )


def _weight(row: RowChange) -> tuple[int, ...]:
    """What was graded highest comes first: it is what stays when the page is full."""
    return tuple(-1 * (cell.severity or 0) for cell in row.cells)


def _finding(row: RowChange, both: bool, cat: Catalogue, *, named: bool) -> LetterRow:
    one = cat.compensations[row.compensation]
    protocol = cat.protocols[one.protocol]
    form = next((variant.label for variant in protocol.variants if variant.id == row.variant), "")
    about = [protocol_words(protocol)] * named + [form] * (row.variant != STANDARD)
    side: str = "both" if both and row.side else row.side or ""
    if side in ("left", "right") and one.laterality == "directional":
        side = f"{toward_of(one).removesuffix(' on the')} {side}"
    grades = [cell.severity for cell in row.cells]
    return LetterRow(
        name=", ".join((capital(title(one.label)), *(words.lower() for words in about))),
        side=side,
        values=tuple(cell_words(cell).words if cell.severity is None else str(cell.severity) for cell in row.cells),
        change=_reading(said(row.overall)) if len(row.cells) > 1 else "",
        unchanged=len(grades) > 1 and None not in grades and len(set(grades)) == 1,
    )


def _reading(one: Said) -> str:
    """“Not seen now (clear)”, “Likely better”, “Cannot compare: not tested on both dates”."""
    sure = SURE.get(one.detail, "") if one.words in ("not seen now", "new") else ""
    why = f": {one.detail}" if one.look == "open" and one.detail else ""
    return f"{capital(one.words)}{sure}{why}"


def _measure(change: MeasureChange, unit: LengthUnit, cat: Catalogue) -> LetterRow:
    kind = cat.measures[change.measure]
    call = measured(change.overall, kind, unit)
    brief = call.detail.replace("our error is", "error")
    amount = f"{brief}: {call.words.replace('real change', 'real')}" if change.overall.change else _reading(call)
    return LetterRow(
        name=title(kind.name),
        side=change.side or "",
        values=tuple(value_in_words(kind, value, unit).replace("not measured", "not taken") for value in change.values),
        change=amount if len(change.values) > 1 else "",
        unchanged=len(change.values) > 1 and call.words in ("same", "too small to call"),
    )


def _graded(chosen: Sequence[Dated], given: Sequence[Occasion], tests: set[str], cat: Catalogue) -> str:
    told = f"{protocol_words(cat.protocols[next(iter(tests))])}: {GRADES}" if len(tests) == 1 else GRADES
    occasions = [occasion(one, case) for one, case in zip(chosen, given, strict=True)]
    differ = cautions(occasions, given, cat)
    alike = [SAME_RATER] if len(chosen) > 1 and len({one.rater for one in given}) == 1 else []
    return " ".join((told, *alike, *differ))


def _short(chosen: Sequence[Dated], rows: Sequence[RowChange], findings: Sequence[LetterRow], cat: Catalogue) -> str:
    if len(chosen) > 1:
        return headline(checkpoints(rows, cat), chosen[0].day, "therapist")
    if not findings:
        return "Nothing stood out in what was tested."
    marked = sum(row.values[0] == "2" for row in findings)
    some = "one finding is" if len(findings) == 1 else f"{len(findings)} findings are"
    return f"{some} graded below" + (f", {marked} of them marked." if marked and len(findings) > 1 else ".")
