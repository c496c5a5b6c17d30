"""A quote: one or two packages side by side as a table, so that each line can be compared."""

from collections.abc import Iterator, Sequence
from typing import Any

from studio.documents import fonts
from studio.documents.blocks import Stack, listed
from studio.documents.clean import NAME, NOTE
from studio.documents.flow import Frame, Piece, flowing
from studio.documents.marks import bullet
from studio.documents.page import page_of
from studio.documents.styles import SOFT, TEAL, style
from studio.documents.table import Row, Table
from studio.documents.text import DOT, Strong, para
from studio.documents.titles import Rule, TitleBlock
from studio.sheets import day, long_day
from studio.sheets.quote import QuoteSheet

NO_CONTRACT = "This is an offer, not yet an agreement: nothing is owed until you sign one. All terms stand in that."
LONGEST = 120
"""Characters of one thing that is included: its cell must fit on a page."""
ONE, TWO = (0.26, 0.74), (0.22, 0.39, 0.39)


def render(sheet: QuoteSheet) -> bytes:
    """Return the quote as a tagged PDF; the same sheet gives the same bytes."""
    frame = Frame(
        title=f"Quote {sheet.code} for {sheet.client}",
        name=sheet.client,
        about=f"Quote {sheet.code}",
        size=float(sheet.size),
        facts=(f"Quote {sheet.code}", sheet.studio.phone, sheet.studio.email),
        always=f"valid until {day(sheet.valid_until)}",
        author=sheet.studio.name,
        dated=sheet.made,
        lang=sheet.lang,
    )
    return flowing(page_of(sheet.paper), list(_pieces(sheet)), frame)


def _pieces(sheet: QuoteSheet) -> Iterator[Piece]:
    size = float(sheet.size)
    body = style(size, leading=size * 1.28)
    yield Piece(_head(sheet, size))
    yield Piece(Rule(), size * 0.4)
    yield Piece(_table(sheet, size), size * 0.7)
    if sheet.note:
        yield Piece(para(sheet.note, body, limit=NOTE), size * 0.8)
    if sheet.rules:
        yield Piece(para("What holds when something comes in between", _heading(size), tag="H2"), size * 0.9)
    for number, one in enumerate(sheet.rules):
        yield Piece(para((Strong(f"{one.title}. "), one.words), body, limit=NOTE), size * (0.3 if number else 0.15))
    last = (Strong(f"Valid until {long_day(sheet.valid_until)}. "), NO_CONTRACT, f" Questions? Ask {sheet.by}.")
    yield Piece(para(last, body, limit=NOTE), size * 0.8)


def _head(sheet: QuoteSheet, size: float) -> TitleBlock:
    reach = DOT.join(filter(None, (sheet.studio.address, sheet.studio.phone, sheet.studio.email)))
    below: list[Any] = [4, para(reach, style(size * 0.88, colour=SOFT), limit=NOTE)] if reach else [4]
    right = [("Quote", sheet.code), ("Made", day(sheet.made)), ("Valid until", day(sheet.valid_until))]
    return TitleBlock(
        sheet.studio, f"For {sheet.client}", right, size=size * 1.9, small=size * 0.88, below=Stack(below)
    )


def _table(sheet: QuoteSheet, size: float) -> Table:
    """A row for each thing to compare; rows that say nothing of either are left out."""
    columns = sheet.columns
    shares = TWO if len(columns) > 1 else ONE
    look, soft = style(size, leading=size * 1.25), style(size * 0.92, colour=SOFT)
    big = style(size * 1.55, font=fonts.BOLD, leading=size * 1.75)
    name = style(size * 1.2, font=fonts.BOLD, leading=size * 1.4, colour=TEAL)
    title = style(size, font=fonts.SEMIBOLD, colour=SOFT, leading=size * 1.25)
    rows = [
        ("What", [_cell(one.what, look) for one in columns], True),
        ("Price", [_lines(one.price, look, one.why, soft) for one in columns], any(one.price for one in columns)),
        ("To pay", [_cell(one.total, big) for one in columns], True),
        ("Paid", [_lines(one.paid, look) for one in columns], True),
        ("Tax in it", [_cell(one.tax, look) for one in columns], any(one.tax for one in columns)),
        ("A session", [_cell(one.each, look) for one in columns], any(one.each for one in columns)),
        ("Can be used", [_cell(one.used, look) for one in columns], True),
        ("Can be cancelled", [_cell(one.cancel, look) for one in columns], any(one.cancel for one in columns)),
        ("Mind", [_cell(one.mind, look) for one in columns], any(one.mind for one in columns)),
        (
            "Included",
            [Stack([listed(bullet, one.included, look, gap=1, limit=LONGEST)], tag="TD") for one in columns],
            True,
        ),
    ]
    heads = [para("", look, tag="TH", scope="Column")]
    heads += [para(one.name, name, tag="TH", scope="Column", limit=NAME) for one in columns]
    made = [
        Row([para(words, title, tag="TH", scope="Row"), *cells], shares, pad=size * 0.3)
        for words, cells, said in rows
        if said
    ]
    return Table(made, Row(heads, shares, stand=0))


def _lines(texts: Sequence[str], look: Any, why: str = "", soft: Any = None) -> Stack:
    items = [para(text, look) for text in texts]
    return Stack([*items, para(why, soft)] if why else items or [para("", look)], tag="TD")


def _included(texts: Sequence[str], look: Any) -> Stack:
    return Stack([listed(bullet, texts, look, gap=1, limit=LONGEST)], tag="TD")


def _cell(text: str, look: Any) -> Any:
    return para(text, look, tag="TD")


def _heading(size: float) -> Any:
    return style(size * 1.15, font=fonts.BOLD, leading=size * 1.4)
