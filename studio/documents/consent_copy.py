"""The copy of a signed consent that the client takes home: what they read, what they ticked, and their signature."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Shrunk, Signed, Stack
from studio.documents.flow import Frame, Piece, flowing
from studio.documents.marks import pen_box, rule
from studio.documents.page import page_of
from studio.documents.styles import INK, SOFT, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import Strong, line, para
from studio.documents.titles import Rule, TitleBlock
from studio.sheets import ConsentSheet, long_day
from studio.sheets.consent import HEIGHT, Stroke

BODY = 11.4
LONGEST = 2000  # of a paragraph: layout time grows with the square of the length
SIGNATURE = 72.0


class Signature(Flowable):
    """The drawn signature over its line, or the typed name where nothing was drawn; names and day below."""

    def __init__(self, sheet: ConsentSheet) -> None:
        super().__init__()
        self.sheet = sheet

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, SIGNATURE + 50
        return self.width, self.height

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        sheet = self.sheet
        foot = self.height - SIGNATURE - 4
        if sheet.strokes:
            with canvas.content("Figure", alt=f"Signature of {sheet.signer}"):
                draw_strokes(canvas, sheet.strokes, foot + 4)
        else:
            with canvas.content("P"):
                line(sheet.signer, style(20, font=fonts.SEMIBOLD), room=self.width * 0.6).draw(canvas, 4, foot + 8)
        with canvas.artifact():
            rule(canvas, 0, self.width * 0.62, foot, INK)
        who = f"{sheet.signer}, parent or guardian of {sheet.client}" if sheet.guardian else sheet.signer
        below = [
            f"{who}, {long_day(sheet.signed)}, {sheet.signed_time}.",
            f"Taken by {sheet.taken_by}, {sheet.studio.name}. Text version {sheet.text_version}.",
        ]
        if not sheet.strokes:
            below.insert(0, "The typed name stands for the signature.")
        for number, words in enumerate(below, 1):
            place = foot + 1 - 14 * number
            with canvas.content("P"):
                line(words, style(BODY, colour=SOFT), room=self.width, limit=300).draw(canvas, 0, place)


def draw_strokes(canvas: TaggedCanvas, strokes: Sequence[Stroke], bottom: float) -> None:
    """Draw a signature as the pen went, its box `SIGNATURE` points high from `bottom` on."""
    scale = SIGNATURE / HEIGHT
    canvas.saveState()
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.3)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for stroke in strokes:
        path = canvas.beginPath()
        (x, y), *rest = stroke.pairs
        path.moveTo(x * scale, bottom + (HEIGHT - y) * scale)
        for to_x, to_y in rest or [(x, y)]:
            path.lineTo(to_x * scale, bottom + (HEIGHT - to_y) * scale)
        canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


def render(sheet: ConsentSheet) -> bytes:
    """Return the copy as a tagged PDF, as many pages as the text needs; the same sheet gives the same bytes."""
    page = page_of(sheet.paper)
    # What was ticked stays together with the signature.
    answers = Shrunk(Stack(list(_answers(sheet))), page.top - page.bottom - 3 * BODY)
    frame = Frame(
        title=f"{sheet.title}: {sheet.client}, {long_day(sheet.signed)}",
        name=sheet.client,
        about=sheet.title,
        size=BODY,
        facts=(sheet.studio.address, sheet.studio.phone),
        always=f"Text version {sheet.text_version}",
        author=sheet.studio.name,
        dated=sheet.signed,
        lang=sheet.lang,
    )
    return flowing(page, [*_text(sheet), Piece(answers)], frame)


def _text(sheet: ConsentSheet) -> Iterator[Piece]:
    """The head and what was read."""
    day = para(f"{sheet.client}, {long_day(sheet.signed)}", style(12.2, colour=SOFT))
    yield Piece(TitleBlock(sheet.studio, sheet.title, [], size=22, small=10.3, below=day))
    yield Piece(Rule(), 4)
    body = style(BODY, leading=BODY * 1.24)
    for part in sheet.parts:
        if part.title:
            yield Piece(para(part.title, style(BODY * 1.12, font=fonts.BOLD), tag="H2"), BODY * 0.7)
        for number, words in enumerate(part.paragraphs):
            yield Piece(para(words, body, limit=LONGEST), 1 if number == 0 else 3)


def _answers(sheet: ConsentSheet) -> Iterator[Any]:
    """What was ticked, and the signature; numbers are gaps."""
    body = style(BODY, leading=BODY * 1.24)
    yield BODY * 0.8
    yield para("What you agreed to", style(BODY * 1.12, font=fonts.BOLD), tag="H2")
    yield 5
    ticks: list[Any] = []
    for tick in sheet.ticks:
        sign = _ticked if tick.given else pen_box
        ticks += [Signed(sign, _tick_words(tick.words, tick.note, tick.given, body), 18, tag="LI"), 5]
    yield Stack(ticks[:-1], tag="L")
    yield 16
    yield Signature(sheet)


def _tick_words(words: str, note: str, given: bool, look: Any) -> Any:
    answer = "Yes." if given else "No."
    return para((Strong(f"{answer} {words}."), f" {note}"), look, tag="LBody", limit=300)


def _ticked(canvas: TaggedCanvas, x: float, y: float, size: float) -> None:
    pen_box(canvas, x, y, size)
    canvas.setLineWidth(1.5)
    for start, end in (((-0.22, 0.0), (-0.05, -0.2)), ((-0.05, -0.2), (0.26, 0.24))):
        canvas.line(x + start[0] * size, y + start[1] * size, x + end[0] * size, y + end[1] * size)
