"""The agreement of a sale: what, from when, for how much, what holds if something comes in between; two signatures."""

from collections.abc import Iterator
from typing import Any

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.amounts import amount_table, sum_rows
from studio.documents.blocks import Shrunk, Stack
from studio.documents.clean import NOTE
from studio.documents.consent_copy import SIGNATURE, draw_strokes
from studio.documents.flow import Frame, Piece, flowing
from studio.documents.marks import rule
from studio.documents.page import page_of
from studio.documents.styles import INK, SOFT, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import DOT, Strong, line, para
from studio.documents.titles import Rule, TitleBlock
from studio.sheets import day, long_day
from studio.sheets.agreement import AgreementSheet

GAP = 24.0


class Signatures(Flowable):
    """The client's line at the left, drawn on or free for a pen; the studio's at the right."""

    def __init__(self, sheet: AgreementSheet) -> None:
        super().__init__()
        self.sheet = sheet
        self.look = style(sheet.size * 0.88, colour=SOFT)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, SIGNATURE + 2.6 * self.sheet.size + 4
        return self.width, self.height

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        sheet = self.sheet
        foot = self.height - SIGNATURE
        half = (self.width - GAP) / 2
        if sheet.strokes:
            with canvas.content("Figure", alt=f"Signature of {sheet.signer}"):
                draw_strokes(canvas, sheet.strokes, foot + 4)
        elif sheet.signed and not sheet.signed_on_paper:
            with canvas.content("P"):
                line(sheet.signer, style(20, font=fonts.SEMIBOLD), room=half).draw(canvas, 4, foot + 8)
        with canvas.artifact():
            rule(canvas, 0, half, foot, INK)
            rule(canvas, half + GAP, self.width, foot, INK)
        when = f"{day(sheet.signed)}, {sheet.signed_time}" if sheet.signed and sheet.strokes else "Signature, day"
        mine = [sheet.signer or sheet.client, when]
        ours = [sheet.seller, f"Taken by {sheet.taken_by}" if sheet.taken_by else "Signature, day"]
        for x, words in ((0.0, mine), (half + GAP, ours)):
            for number, text in enumerate(words, 1):
                with canvas.content("P"):
                    place = foot - 1.15 * sheet.size * number
                    line(text, self.look, room=half, limit=200).draw(canvas, x, place)


def render(sheet: AgreementSheet) -> bytes:
    """Return it as a tagged PDF, as many pages as it needs; the same sheet gives the same bytes."""
    page = page_of(sheet.paper)
    size = float(sheet.size)
    close = Shrunk(Stack(list(_close(sheet, size))), page.top - page.bottom - 3 * size)
    frame = Frame(
        title=f"Agreement {sheet.code}: {sheet.client}, {long_day(sheet.made)}",
        name=sheet.client,
        about=f"Agreement {sheet.code}",
        size=11,
        facts=(f"Agreement {sheet.code}", sheet.studio.phone, sheet.studio.email),
        always=day(sheet.made),
        author=sheet.studio.name,
        dated=sheet.made,
        lang=sheet.lang,
    )
    return flowing(page, [*_pieces(sheet, size), Piece(close, size * 1.2)], frame)


def _pieces(sheet: AgreementSheet, size: float) -> Iterator[Piece]:
    body, soft = style(size, leading=size * 1.25), style(size * 0.9, leading=size * 1.15, colour=SOFT)
    with_whom = f"Between {sheet.seller} and {sheet.client}"
    right = [("Number", sheet.code), ("Date", day(sheet.made))]
    lines = Stack([3, para(DOT.join(filter(None, (with_whom, sheet.studio.address))), soft, limit=400)])
    yield Piece(TitleBlock(sheet.studio, "Agreement", right, size=25, small=10.6, below=lines))
    yield Piece(Rule(), 6)
    yield Piece(_heading("What you buy", size), size)
    yield Piece(para((Strong(f"{sheet.name}. "), f"{sheet.what}."), body, limit=NOTE), 2)
    weeks = f"From {long_day(sheet.starts)} to {long_day(sheet.ends)}."
    yield Piece(para(f"{weeks} {sheet.expiry}, the last day is {long_day(sheet.last)}.", body, limit=NOTE), 3)
    if sheet.coach:
        yield Piece(para(f"Your coach is {sheet.coach}.", body), 3)
    if sheet.included:
        yield Piece(para(f"Included: {'; '.join(sheet.included)}.", body, limit=NOTE), 3)
    yield Piece(_heading("What it costs", size), size)
    rows = [(one.words, one.amount) for one in sheet.prices]
    if len(rows) > 1:
        yield Piece(amount_table(("What", "Amount"), rows, (0.76, 0.24), size), 2)
    yield Piece(sum_rows([("Total", sheet.total)], size, strong=0), 2)
    if sheet.tax:
        yield Piece(para(sheet.tax, soft), 2)
    if len(sheet.parts) > 1:
        yield Piece(_heading("To be paid in parts", size), size)
        days = [(long_day(one.due), one.amount) for one in sheet.parts]
        yield Piece(amount_table(("On", "Amount"), days, (0.76, 0.24), size), 2)
    elif sheet.parts:
        yield Piece(para(f"To be paid by {long_day(sheet.parts[0].due)}.", body), 3)
    yield Piece(_heading("What holds", size), size)
    for one in sheet.rules:
        yield Piece(para((Strong(f"{one.title}. "), one.words), body, limit=NOTE), 3)


def _close(sheet: AgreementSheet, size: float) -> Iterator[Any]:
    """How to cancel, the law's sentence and the signatures stay together; numbers are gaps."""
    body = style(size, leading=size * 1.25)
    yield _heading("If you change your mind", size)
    yield 2
    yield para(f"{sheet.cancel} {sheet.how_to_cancel}".strip(), body, limit=NOTE)
    if sheet.sentence:
        points = float(max(sheet.sentence_points, sheet.size))
        yield size * 0.8
        yield para(Strong(sheet.sentence), style(points, leading=points * 1.2), limit=1000)
    if sheet.signed_on_paper and sheet.signed:
        yield size * 0.6
        yield para(f"Signed on paper on {long_day(sheet.signed)}.", body)
    yield 10
    yield Signatures(sheet)


def _heading(words: str, size: float) -> Any:
    return para(words, style(size * 1.12, font=fonts.BOLD), tag="H2")
