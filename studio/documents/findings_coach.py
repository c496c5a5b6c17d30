"""The coach's reading of an assessment: the pictures of the client's report, then every reason with its source."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Stack, listed
from studio.documents.clean import NOTE
from studio.documents.findings_report.maps import BodyMaps
from studio.documents.findings_report.picture import SawAndWant
from studio.documents.flow import Frame, Piece, flowing
from studio.documents.marks import bullet
from studio.documents.page import page_of
from studio.documents.styles import SOFT, style
from studio.documents.table import Row, Table
from studio.documents.text import Strong, para
from studio.documents.titles import Rule, TitleBlock
from studio.sheets import ClaimLine, CoachFindings, FoundLine, MeasuredLine, PatternLine, long_day

BODY = 10.4
HEADING = style(BODY * 1.2, font=fonts.BOLD)
WORDS = style(BODY, leading=BODY * 1.24)
SMALL = style(BODY * 0.94, leading=BODY * 1.16, colour=SOFT)
PICTURES = 118.0
GUTTER = 14.0
NOT_SEEN = "Nobody can see a muscle work: these are what the sources tend to find together with what was seen."


def render(sheet: CoachFindings) -> bytes:
    """Return the reading as a tagged PDF, as many pages as it needs; the same sheet gives the same bytes."""
    report = sheet.report
    frame = Frame(
        title=f"Findings, the coach’s reading: {report.client_full or report.client_first}",
        name=report.client_full,
        about="Findings, the coach’s reading",
        size=BODY,
        facts=(report.studio.phone, "For the coach, not for the client"),
        always=f"Version {report.version}",
        author=report.studio.name,
        dated=report.assessed,
        lang=report.lang,
    )
    return flowing(page_of(sheet.paper), _pieces(sheet), frame)


def _pieces(sheet: CoachFindings) -> Iterator[Piece]:
    """The parts from top to bottom."""
    report = sheet.report
    below = para(
        f"Findings of {long_day(report.assessed)}, the coach’s reading. Reasons by tables {sheet.tables}.",
        style(11.6, colour=SOFT),
        limit=NOTE,
    )
    facts = [("Rated by", report.coach), ("Report", f"version {report.version}")]
    yield Piece(TitleBlock(report.studio, report.client_full, facts, size=22, small=10.3, below=below))
    yield Piece(Rule(), 4)
    did = para((Strong("Done. "), f"{report.what_we_did} {report.anything_hurt}"), WORDS, limit=NOTE)
    yield Piece(did, 6)
    if report.pain_stop:
        yield Piece(para((Strong("Stopped. "), report.pain_stop.sentence), WORDS, limit=NOTE), 4)
    if report.cards or report.overactive or report.underactive:
        yield Piece(Pictures(sheet), 8)
    for words in (NOT_SEEN, report.what_this_is_not):
        yield Piece(para(words, SMALL, limit=NOTE), 4)
    yield from _table(
        "What was seen", ("Finding", "Graded, and what was looked for"), (0.3, 0.7), map(_found, sheet.found)
    )
    yield from _table(
        "What it points to",
        ("Muscles", "Probably", "Strength", "Because, with sources"),
        (0.24, 0.13, 0.1, 0.53),
        map(_claim, sheet.claims),
    )
    yield from _list("Points both ways", sheet.conflicts)
    yield from _table(
        "What was measured",
        ("Measure", "Value", "Says", "By which cut-off"),
        (0.28, 0.14, 0.18, 0.4),
        map(_measured, sheet.measured),
    )
    yield from _table("Common patterns", ("Pattern", "What speaks"), (0.3, 0.7), map(_pattern, sheet.patterns))
    yield from _list("Chains", sheet.chains)
    yield from _list("Not judged in the tests that were done", sheet.not_judged)
    yield from _list("Tests that were not done", ["; ".join(sheet.not_done)] if sheet.not_done else [])


Cells = Sequence[Any]


def _table(title: str, heads: Sequence[str], shares: Sequence[float], rows: Iterable[Cells]) -> Iterator[Piece]:
    made = [Row(cells, shares) for cells in rows]
    if made:
        yield Piece(para(title, HEADING, tag="H2"), 12)
        head = Row([para(Strong(words), WORDS, tag="TH", scope="Column") for words in heads], shares, stand=0)
        yield Piece(Table(made, head), 2)


def _list(title: str, texts: Sequence[str]) -> Iterator[Piece]:
    if texts:
        yield Piece(para(title, HEADING, tag="H2"), 12)
        yield Piece(listed(bullet, texts, WORDS), 3)


def _head(words: str, note: str = "") -> Stack:
    return Stack([para(Strong(words), WORDS), *([para(note, SMALL)] if note else [])], tag="TH", scope="Row")


def _cell(*texts: str) -> Stack:
    return Stack([para(words, WORDS, limit=NOTE) for words in texts if words] or [para("–", WORDS)], tag="TD")


def _found(one: FoundLine) -> Cells:
    return _head(one.name, one.test), _cell(*([f"Comes first: {one.first}"] if one.first else []), *one.graded)


def _claim(one: ClaimLine) -> Cells:
    names = Stack([*(para(Strong(name), WORDS) for name in one.muscles), para(one.side, SMALL)], tag="TH", scope="Row")
    return names, _cell(one.role), _cell(one.strength), _cell(*one.because, one.note)


def _measured(one: MeasuredLine) -> Cells:
    return _head(one.name, one.side), _cell(one.value), _cell(one.says), _cell(one.rule)


def _pattern(one: PatternLine) -> Cells:
    told = [para((Strong(f"{label}: "), words), WORDS, limit=NOTE) for label, words in one.parts]
    return _head(one.name, one.grade), Stack(told or [para("–", WORDS)], tag="TD")


class Pictures(Flowable):
    """What was seen and what is wanted for the first findings, and the body map, in one row."""

    def __init__(self, sheet: CoachFindings) -> None:
        super().__init__()
        self.cards = [SawAndWant(card, BODY) for card in sheet.report.cards]
        self.titles = [card.title for card in sheet.report.cards]
        self.maps = (
            BodyMaps(sheet.report, BODY, PICTURES) if sheet.report.overactive or sheet.report.underactive else None
        )

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        taken = self.maps.width + GUTTER if self.maps else 0.0
        self.each = (availWidth - taken - GUTTER * (len(self.cards) - 1)) / max(1, len(self.cards))
        self.heads = [para(title, style(BODY, font=fonts.SEMIBOLD), limit=90) for title in self.titles]
        titles = max((head.wrap(self.each, availHeight)[1] for head in self.heads), default=0.0)
        for card in self.cards:
            card.wrap(self.each, PICTURES)
        self.width, self.height = availWidth, PICTURES + titles + 3 * bool(titles)
        return availWidth, self.height

    def draw(self) -> None:
        x = 0.0
        for head, card in zip(self.heads, self.cards, strict=True):
            head.drawOn(self.canv, x, self.height - head.height)
            card.drawOn(self.canv, x, 0)
            x += self.each + GUTTER
        if self.maps:
            self.maps.drawOn(self.canv, self.width - self.maps.width, (self.height - self.maps.height) / 2)
