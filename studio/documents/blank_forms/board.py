"""A test on paper: views as bands, a row for each thing that may be seen, pain, and another look."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blank_forms.boxes import LookAgain, Notes, PainBox
from studio.documents.blank_forms.flow import Piece
from studio.documents.blank_forms.head import SMALL, StopRules, top
from studio.documents.blank_forms.picture import draw_fault, pictured
from studio.documents.blocks import Stack
from studio.documents.marks import rule
from studio.documents.pens import Beside, Columns, PenLines, Ticks, box
from studio.documents.styles import INK, RULE, SOFT, WHITE, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import Strong, Text, line, para
from studio.sheets.blank_forms import Amounts, BoardForm, Head, Look, LooksFrom

CIRCLE = 18.4
APART = CIRCLE + 4.2
SIDE = 3 * APART + 17
NOT_TESTED, NOTE = 40.0, 96.0
PICTURE, NUMBER = 46.0, 20.0
ROW = 29.5
TINY = style(9.8, leading=12.4)
LETTER = style(12, font=fonts.BOLD)
ENTERED = (("Entered by", ""), ("on", ""))
DIGIT = style(9.8, colour=SOFT)


def pieces(form: BoardForm, head: Head) -> list[Piece]:
    """Return the parts of the form from top to bottom."""
    told = top(head, form.title)
    told.append(Piece(StopRules(form.stops, form.minds), above=5, keep=True))
    asked = [Ticks("Shoes", ("Off", "On"), one=True)]
    if form.depths:
        asked.append(Ticks("Depth", form.depths, one=True))
    told.append(Piece(Beside(asked[0], asked[-1], 0.3) if len(asked) > 1 else asked[0], above=4, keep=True))
    told.append(Piece(para(legend(form), SMALL, limit=300), above=2, keep=True))
    seen = [look.compensation for view in form.views for look in (*view.rows, *view.more)]
    room = PICTURE if pictured(seen) else 0.0
    for view in form.views:
        told += rows(view, room)
    pain = PainBox(form.pain_says)
    told.append(Piece(Beside(pain, LookAgain(form.again) if form.again else Notes(), 0.47), above=9))
    left_out = Beside(Ticks("", ("Test not done",), pen="because"), PenLines(ENTERED, (3, 2), height=18), 0.5)
    told.append(Piece(left_out, above=4))
    told.append(Piece(key(form), above=6))
    return told


def legend(form: BoardForm) -> Text:
    """What the numbers mean."""
    mild, marked = (f", {words}" if words else "" for words in (form.mild, form.marked))
    return (
        Strong("0"), " not seen   ", Strong("1"), f" mild{mild}   ", Strong("2"), f" marked{marked}.   ",
        Strong("L and R are the client’s."), " Left empty it counts as not judged.",
    )  # fmt: skip


def rows(view: LooksFrom, picture: float) -> Iterator[Piece]:
    """The band of a view and its rows with room for a picture; those that are rarely seen stand apart."""
    again = partial(Band, f"{view.title}, continued", whole=False)
    yield Piece(Band(view.title), above=5, keep=True, part=True)
    for number, look in enumerate(view.rows):
        yield Piece(Row(look, picture), row=True, again=again(), keep=number == 0)
    if view.more:
        yield Piece(para("More in this view", style(9.8, font=fonts.SEMIBOLD)), above=4, keep=True, again=again())
        for look in view.more:
            yield Piece(Row(look, picture), row=True, again=again())


def key(form: BoardForm) -> Columns:
    """What the coach may have to look up without a screen: how it is done, other forms, amounts that differ."""
    titled = style(11.4, font=fonts.BOLD, leading=16)
    words: list[Any] = [para("How it is done", titled, tag="H2")]
    words += [para((Strong(f"{name}: "), words), TINY, limit=400) for name, words in (*form.how, *form.again)]
    if form.amounts:
        words.append(para("What 1 and 2 look like", titled, tag="H2"))
        words += [_amount(one) for one in form.amounts]
    return Columns(words)


def _amount(one: Amounts) -> Any:
    return para((Strong(f"{one.label}: 1 "), f"{one.mild}  ", Strong("2 "), one.marked), TINY, limit=200)


class Band(Flowable):
    """The name of a view, white on black; `whole` has a box for leaving out all of it."""

    def __init__(self, title: str, *, whole: bool = True) -> None:
        super().__init__()
        self.title, self.whole = title, whole

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, 18.0
        return self.width, self.height

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        with canvas.artifact():
            canvas.setFillColor(INK)
            canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        name = line(self.title, style(11.4, font=fonts.BOLD, colour=WHITE), room=self.width * 0.4)
        small = style(9.8, font=fonts.BOLD, colour=WHITE)
        with canvas.content("H2"):
            name.draw(canvas, 8, 5)
        if self.whole:
            with canvas.artifact():
                box(canvas, name.width + 28, self.height / 2, 10, 10)
            with canvas.content("P"):
                line("view not tested", small).draw(canvas, name.width + 43, 5.4)
        with canvas.content("P"):
            line("not tested", small).draw(canvas, self.width - NOTE - NOT_TESTED / 2 - 4, 5.4, "centre")
            line("note", small).draw(canvas, self.width - 6, 5.4, "right")


class Row(Flowable):
    """Picture, number, name, circles for left and right, a box for not tested, a line for a note."""

    def __init__(self, look: Look, picture: float) -> None:
        super().__init__()
        self.look, self.picture = look, picture
        words: list[Any] = [para(Strong(look.label), style(11.6, leading=13.4))]
        if look.toward:
            words.append(para(look.toward, style(9.8, leading=11.4, colour=SOFT)))
        self.words = Stack(words)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        self.circles = availWidth - NOTE - NOT_TESTED - 2 * SIDE
        _, words = self.words.wrap(self.circles - self.picture - NUMBER - 6, availHeight)
        self.height = max(ROW, words + 5)
        return self.width, self.height

    def draw(self) -> None:
        canvas, middle = self.canv, self.height / 2
        with canvas.artifact():
            rule(canvas, 0, self.width, 0, RULE, 0.75)
        if self.picture:
            draw_fault(canvas, self.look.compensation, 0, 1.5, self.picture - 4, self.height - 3)
        with canvas.content("P"):
            line(str(self.look.number), style(9.8, colour=SOFT)).draw(
                canvas, self.picture + NUMBER - 6, middle - 3.5, "right"
            )
        self.words.drawOn(canvas, self.picture + NUMBER, middle - self.words.height / 2 + 1)
        sides: Sequence[str] = ("L", "R") if self.look.sided else ("",)
        for number, letter in enumerate(sides):
            self._judge(letter, self.circles + number * SIDE, middle)
        with canvas.artifact():
            box(canvas, self.width - NOTE - NOT_TESTED / 2 - 4 - 6, middle)
            rule(canvas, self.width - NOTE + 8, self.width, middle - 9, RULE, 0.75)

    def _judge(self, letter: str, x: float, middle: float) -> None:
        canvas: TaggedCanvas = self.canv
        with canvas.artifact():
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(1)
            for amount in range(3):
                canvas.circle(x + 14 + CIRCLE / 2 + amount * APART, middle, CIRCLE / 2, stroke=1, fill=0)
        with canvas.content("P"):
            if letter:
                line(letter, LETTER).draw(canvas, x, middle - 4.2)
            for amount in range(3):
                line(str(amount), DIGIT).draw(canvas, x + 14 + CIRCLE / 2 + amount * APART, middle - 3.4, "centre")
