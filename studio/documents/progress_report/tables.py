"""The same comparison in tables: black for a physical therapist, with every step between the dates for the coach."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from studio.documents import fonts
from studio.documents.blocks import Stack, listed
from studio.documents.clean import NOTE
from studio.documents.flow import Frame, Piece, flowing
from studio.documents.marks import bullet
from studio.documents.page import Page, page_of
from studio.documents.styles import INK, style
from studio.documents.table import Row, Table
from studio.documents.text import Strong, para
from studio.documents.titles import Rule, TitleBlock
from studio.sheets import (
    Cell,
    ComparisonSheet,
    MeasureLine,
    RowLine,
    Said,
    ScoreLine,
    ScorePoint,
    day,
    day_and_month,
    long_day,
)

BODY = 10.6
HEADING = style(BODY * 1.2, font=fonts.BOLD)
WORDS = style(BODY, leading=BODY * 1.26)
SMALL = style(BODY * 0.93, leading=BODY * 1.15)
MARGINS = {"therapist": 57.0, "coach": 40.0}
FOR = {"therapist": "For the physical therapist", "coach": "For the coach, not for the client"}
HEADER = 11.0
NAME, SAID = 0.3, 0.24


def render(sheet: ComparisonSheet) -> bytes:
    """Return the tables as tagged PDF, as many pages as they need; the same sheet gives the same bytes."""
    page = replace(page_of(sheet.paper), margin=MARGINS[sheet.reading])
    frame = Frame(
        title=f"Progress in tables: {sheet.client_full or sheet.client_first}, {long_day(sheet.last.day)}",
        name=sheet.client_full,
        about=f"Progress · {day(sheet.last.day)}",
        size=HEADER,
        facts=(FOR[sheet.reading], day(sheet.last.day), sheet.studio.phone),
        always="Movement findings only",
        author=sheet.studio.name,
        dated=sheet.last.day,
        lang=sheet.lang,
    )
    return flowing(page, _pieces(sheet, page), frame)


def _pieces(sheet: ComparisonSheet, page: Page) -> Iterator[Piece]:
    days = [day_and_month(one.day) for one in sheet.occasions[:-1]]
    below = para(f"Movement checks on {', '.join(days)} and {long_day(sheet.last.day)}", style(12.2))
    facts = [("Coach", sheet.coach), ("Phone", sheet.studio.phone)]
    yield Piece(
        TitleBlock(
            sheet.studio,
            f"Progress of {sheet.client_full}",
            [fact for fact in facts if fact[1]],
            size=22,
            small=10.3,
            below=below,
            ink=INK,
        )
    )
    yield Piece(Rule(), 4)
    yield Piece(para((Strong("In short. "), f"{sheet.headline} {sheet.lead}"), WORDS, limit=NOTE), 8)
    yield from _list("Keep in mind", sheet.cautions)
    checks = [
        (_head(", ".join(filter(None, (one.name, day(one.day))))), _cell(one.rater), _cell(one.how))
        for one in sheet.occasions
    ]
    yield from _table("How it was checked", ("Date", "Rated by", "How"), (NAME, 0.3, 0.4), checks)
    yield from _table(
        "What was seen, 0 not seen, 1 mild, 2 marked",
        ("Finding", *_dates(sheet)),
        _shares(sheet),
        [_seen(row, sheet) for row in sheet.rows],
    )
    quiet = "; ".join(_quiet(one.name, one.quiet) for one in sheet.checkpoints if one.quiet)
    if sheet.coach_reads and quiet:
        yield Piece(para(f"Looked at on every date and never seen: {quiet}.", SMALL, limit=NOTE), 3)
    numbers = [
        *([_score(sheet.score, sheet)] if sheet.score else []),
        *(_measured(one, sheet) for one in sheet.measures),
    ]
    yield from _table("What was measured", ("Measure", *_dates(sheet)), _shares(sheet), numbers)
    if sheet.score and sheet.score.shared:
        told = "; ".join(filter(None, (sheet.score.shared, sheet.score.bands)))
        yield Piece(para(f"The squat score is compared {told}.", SMALL, limit=NOTE), 3)
    yield Piece(para((Strong("What this is not. "), sheet.what_this_is_not), WORDS, limit=NOTE), 12)
    if not sheet.coach_reads:
        yield Piece(para(", ".join(filter(None, (sheet.coach, sheet.coach_credential))), WORDS), 8)


def _shares(sheet: ComparisonSheet) -> list[float]:
    """Name, one column a date, the change over all of them and, for the coach, the last step."""
    said = [SAID] * (1 + (sheet.coach_reads and sheet.three))
    name = NAME - 0.04 * (len(said) - 1)
    said = [one - 0.03 * (len(said) - 1) for one in said]
    dates = len(sheet.occasions)
    return [name, *[(1 - name - sum(said)) / dates] * dates, *said]


def _dates(sheet: ComparisonSheet) -> list[str]:
    last = [f"Since {day_and_month(sheet.occasions[-2].day)}"] if sheet.coach_reads and sheet.three else []
    return [*(day_and_month(one.day) for one in sheet.occasions), f"Since {day_and_month(sheet.first.day)}", *last]


def _said(overall: Said, latest: Said | None, sheet: ComparisonSheet) -> list[Any]:
    told = [overall, *([latest] if sheet.coach_reads and sheet.three else [])]
    return [_cell(one.words, one.detail) if one else _cell("") for one in told]


def _seen(row: RowLine, sheet: ComparisonSheet) -> Sequence[Any]:
    several = len({one.test for one in sheet.rows}) > 1
    return (
        _head(row.name, row.test if several else ""),
        *(_cell(_grade(one)) for one in row.cells),
        *_said(row.overall, row.latest, sheet),
    )


def _measured(one: MeasureLine, sheet: ComparisonSheet) -> Sequence[Any]:
    return _head(one.name), *(_cell(value) for value in one.values), *_said(one.overall, one.latest, sheet)


def _grade(cell: Cell) -> str:
    return cell.words if cell.severity is None else f"{cell.severity} {cell.words}"


def _score(score: ScoreLine, sheet: ComparisonSheet) -> Sequence[Any]:
    """The score as one more row of what was measured; between the last two dates it has no verdict of its own."""
    by_day = {one.day: one for one in score.points}
    values = (_value(by_day.get(one.day)) for one in sheet.occasions)
    return _head("Squat score", "out of 100"), *(_cell(value) for value in values), *_said(score.change, None, sheet)


def _value(one: ScorePoint | None) -> str:
    if one is None:
        return ""
    return f"no score, {one.without}" if one.value is None else f"{one.value}{', partial' if one.partial else ''}"


def _quiet(name: str, rows: int) -> str:
    return f"{name}: {rows} {'row' if rows == 1 else 'rows'}"


def _table(title: str, heads: Sequence[str], shares: Sequence[float], rows: Sequence[Sequence[Any]]) -> Iterator[Piece]:
    if rows:
        yield Piece(para(title, HEADING, tag="H2"), 12)
        head = Row([para(Strong(words), WORDS, tag="TH", scope="Column") for words in heads], shares, stand=0)
        yield Piece(Table([Row(cells, shares, pad=3.0) for cells in rows], head), 2)


def _list(title: str, texts: Sequence[str]) -> Iterator[Piece]:
    if texts:
        yield Piece(para(title, HEADING, tag="H2"), 12)
        yield Piece(listed(bullet, texts, WORDS), 3)


def _head(words: str, note: str = "") -> Stack:
    return Stack([para(Strong(words), WORDS), *([para(note, SMALL)] if note else [])], tag="TH", scope="Row")


def _cell(words: str, note: str = "") -> Stack:
    return Stack([para(words or "–", WORDS), *([para(note, SMALL)] if note else [])], tag="TD")
