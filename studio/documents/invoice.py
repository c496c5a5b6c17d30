"""An invoice or a credit note: who, what, the tax by rate, when it is to be paid and to whom."""

from collections.abc import Iterator
from typing import Any

from studio.documents import fonts
from studio.documents.amounts import amount_table, sum_rows
from studio.documents.blocks import Stack
from studio.documents.clean import NOTE
from studio.documents.flow import Frame, Piece, flowing
from studio.documents.page import page_of
from studio.documents.stamp import Duplicate
from studio.documents.styles import SOFT, style
from studio.documents.text import DOT, Strong, para
from studio.documents.titles import Rule, TitleBlock
from studio.sheets import day, long_day
from studio.sheets.invoice import InvoiceSheet


def render(sheet: InvoiceSheet) -> bytes:
    """Return it as a tagged PDF, as many pages as its lines need; the same sheet gives the same bytes."""
    page = page_of(sheet.paper)
    frame = Frame(
        title=f"{sheet.title} {sheet.code}: {sheet.buyer}",
        name=f"{sheet.title} {sheet.code}",
        about=sheet.buyer,
        size=11,
        facts=(f"{sheet.title} {sheet.code}", sheet.studio.phone, sheet.studio.email),
        always=day(sheet.issued),
        author=sheet.studio.name,
        dated=sheet.issued,
        lang=sheet.lang,
    )
    return flowing(page, list(_pieces(sheet)), frame)


def _pieces(sheet: InvoiceSheet) -> Iterator[Piece]:
    size = float(sheet.size)
    body, soft = style(size, leading=size * 1.25), style(size * 0.9, leading=size * 1.15, colour=SOFT)
    yield Piece(_head(sheet, soft))
    yield Piece(Rule(), 6)
    yield Piece(_to(sheet, body, soft), size * 1.2)
    yield Piece(_items(sheet, size), size * 1.3)
    yield Piece(_sums(sheet, size), size * 0.3)
    if sheet.taxes:
        rows = [(one.rate, one.net, one.tax, one.gross) for one in sheet.taxes]
        yield Piece(_heading("Tax by rate", size), size * 1.4)
        yield Piece(amount_table(("Rate", "Net", "Tax", "Total"), rows, (0.37, 0.21, 0.21, 0.21), size), 2)
    if sheet.parts:
        rows3 = [(long_day(one.due), one.amount, one.state) for one in sheet.parts]
        yield Piece(_heading("To be paid in instalments", size), size * 1.4)
        yield Piece(amount_table(("On", "Amount", "Stands"), rows3, (0.46, 0.24, 0.3), size), 2)
    if sheet.pay_to:
        yield Piece(_heading("Pay to", size), size * 1.4)
        yield Piece(para(sheet.pay_to, body, limit=NOTE), 2)
    for words in (sheet.note, sheet.small_print):
        if words:
            yield Piece(para(words, body, limit=NOTE), size * 1.1)


def _head(sheet: InvoiceSheet, soft: Any) -> TitleBlock:
    seller = DOT.join(filter(None, (sheet.seller, sheet.studio.address)))
    lines: list[Any] = [3, para(seller, soft, limit=500)] if seller else [3]
    if sheet.tax_number:
        lines.append(para(f"Tax number {sheet.tax_number}", soft))
    right = [("Number", sheet.code), ("Date", day(sheet.issued)), *([("Due", day(sheet.due))] if sheet.due else [])]
    stamp = Duplicate(sheet.duplicate, 12) if sheet.duplicate else None
    return TitleBlock(sheet.studio, sheet.title, right, size=25, small=10.6, below=Stack(lines), corner=stamp)


def _to(sheet: InvoiceSheet, body: Any, soft: Any) -> Stack:
    items: list[Any] = [para("To", soft), 1, para(Strong(sheet.buyer), body)]
    if sheet.corrects:
        items += [body.fontSize, para(("This credit note corrects ", Strong(sheet.corrects), "."), body)]
    return Stack(items)


def _items(sheet: InvoiceSheet, size: float) -> Any:
    if not sheet.taxes:
        rows = [(one.words, one.count, one.gross) for one in sheet.items]
        return amount_table(("What", "Number", "Amount"), rows, (0.62, 0.14, 0.24), size)
    taxed = [(one.words, one.count, one.net, one.rate, one.gross) for one in sheet.items]
    return amount_table(("What", "Number", "Net", "Tax", "Total"), taxed, (0.4, 0.11, 0.19, 0.11, 0.19), size)


def _sums(sheet: InvoiceSheet, size: float) -> Any:
    pairs = [("Net", sheet.net), ("Tax", sheet.tax)] if sheet.taxes else []
    pairs.append(("Credited" if sheet.corrects else "Total", sheet.gross))
    strong = len(pairs) - 1
    until = f" by {day(sheet.as_of)}" if sheet.as_of else ""
    pairs += [("Taken back by credit notes", sheet.credited)] if sheet.credited else []
    pairs += [("No longer asked for", sheet.given_up)] if sheet.given_up else []
    pairs += [(f"Paid{until}", sheet.paid)] if sheet.paid else []
    pairs += [("Still to pay", sheet.open)] if sheet.open else []
    return sum_rows(pairs, size, strong=strong)


def _heading(words: str, size: float) -> Any:
    return para(words, style(size * 1.12, font=fonts.BOLD), tag="H2")
