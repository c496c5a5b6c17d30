"""A receipt: the amount, how it was paid, what it paid, and the sessions that are left. At 12 pt it is half a page."""

from collections.abc import Iterator
from typing import Any

from studio.documents import fonts
from studio.documents.amounts import amount_table
from studio.documents.blocks import Stack
from studio.documents.flow import Frame, Piece, flowing
from studio.documents.page import page_of
from studio.documents.stamp import Duplicate
from studio.documents.styles import SOFT, style
from studio.documents.text import DOT, Strong, para
from studio.documents.titles import Rule, TitleBlock
from studio.sheets import day, long_day
from studio.sheets.receipt import ReceiptSheet


def render(sheet: ReceiptSheet) -> bytes:
    """Return it as a tagged PDF; the same sheet gives the same bytes."""
    page = page_of(sheet.paper)
    frame = Frame(
        title=f"{sheet.title} {sheet.number}: {sheet.client}",
        name=f"{sheet.title} {sheet.number}",
        about=sheet.client,
        size=11,
        facts=(f"{sheet.title} {sheet.number}", sheet.studio.phone, sheet.studio.email),
        always=day(sheet.received),
        author=sheet.studio.name,
        dated=sheet.received,
        lang=sheet.lang,
    )
    return flowing(page, list(_pieces(sheet)), frame)


def _pieces(sheet: ReceiptSheet) -> Iterator[Piece]:
    size = float(sheet.size)
    body, soft = style(size, leading=size * 1.25), style(size * 0.9, leading=size * 1.15, colour=SOFT)
    yield Piece(_head(sheet, soft))
    yield Piece(Rule(), 6)
    yield Piece(_amount(sheet, size, body), size)
    if sheet.lines:
        opened = any(one.open for one in sheet.lines)
        heads = ("For", "Paid", "Still open") if opened else ("For", "Back" if sheet.back else "Paid")
        rows = [(one.words, one.amount, one.open or "–")[: len(heads)] for one in sheet.lines]
        yield Piece(amount_table(heads, rows, (0.56, 0.22, 0.22)[: len(heads)] if opened else (0.76, 0.24), size), size)
    after = [words for words in (sheet.on_account, sheet.still_open) if words]
    if after:
        yield Piece(para(DOT.join(after), body), size * 0.6)
    if sheet.packages:
        yield Piece(_packages(sheet, size, body, soft), size * 1.1)
    if sheet.taken_by:
        yield Piece(para(f"Taken by {sheet.taken_by}", soft), size)


def _head(sheet: ReceiptSheet, soft: Any) -> TitleBlock:
    lines: list[Any] = [3, para(sheet.studio.address, soft, limit=320)] if sheet.studio.address else [3]
    if sheet.tax_number:
        lines.append(para(f"Tax number {sheet.tax_number}", soft))
    right = [("Number", sheet.number), ("Date", day(sheet.received))]
    stamp = Duplicate(sheet.duplicate, 12) if sheet.duplicate else None
    return TitleBlock(sheet.studio, sheet.title, right, size=25, small=10.6, below=Stack(lines), corner=stamp)


def _amount(sheet: ReceiptSheet, size: float, body: Any) -> Stack:
    how = ", ".join(filter(None, (sheet.method, sheet.reference)))
    given = "Given back to" if sheet.back else "Received from"
    return Stack(
        [
            para((f"{given} ", Strong(sheet.client), f" on {long_day(sheet.received)}"), body),
            size * 0.3,
            para(sheet.amount, style(size * 2.1, font=fonts.BOLD, leading=size * 2.4)),
            para(how, body),
        ]
    )


def _packages(sheet: ReceiptSheet, size: float, body: Any, soft: Any) -> Stack:
    items: list[Any] = []
    for one in sheet.packages:
        items += [para((f"{one.name}: ", Strong(one.left)), style(size * 1.1, leading=size * 1.35)), 1]
        items += [para(one.clock, soft), 4] if one.clock else [3]
    return Stack(items)
