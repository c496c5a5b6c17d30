"""Questions on paper: yes or no, and after a yes what fits, with lines to write on."""

from collections.abc import Iterator
from typing import Any

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blank_forms.flow import Piece
from studio.documents.blank_forms.head import top
from studio.documents.blocks import Stack
from studio.documents.clean import NOTE
from studio.documents.marks import rule
from studio.documents.pens import Indented, PenLines, Ticks
from studio.documents.styles import RULE, SOFT, style
from studio.documents.text import Strong, line, para
from studio.sheets.blank_forms import Ask, Head, Question, QuestionsForm

NUMBER = 24.0
BODY = style(11.6, leading=14)
SMALL = style(10, leading=12.4, colour=SOFT)
ANSWERS = 128.0


def pieces(form: QuestionsForm, head: Head) -> list[Piece]:
    """Return the parts of the form from top to bottom."""
    told = top(head, form.title, taken_by="Asked by")
    told.append(Piece(para(form.lead, style(10.8, leading=13.4), limit=NOTE), above=7, keep=True))
    for question in form.questions:
        told += list(_question(question))
    if form.last:
        told.append(Piece(Stack([para(Strong(form.last), BODY), *_lines(3)]), above=12))
    told.append(Piece(PenLines((("Filled in by", ""), ("Entered by", ""), ("on", "")), (3, 3, 2)), above=8))
    return told


def _question(question: Question) -> Iterator[Piece]:
    """A question with the first of its details; further areas of the body may stand on the next page."""
    parts = [one for ask in question.asks if not question.each for one in _ask(ask)]
    areas = [_area(question) for _ in range(question.areas)]
    details = [PenLines((("Details", ""),), (1,), height=22)] if question.details else []
    if not areas:
        yield Piece(Asked(question, Indented(Stack([*parts, *details]), NUMBER)), above=2, row=not parts)
        return
    yield Piece(Asked(question, Indented(Stack([*parts, areas[0]]), NUMBER)), above=2)
    for area in areas[1:-1]:
        yield Piece(Indented(area, NUMBER), above=4)
    yield Piece(Indented(Stack([areas[-1], *details]), NUMBER), above=4)


def _ask(ask: Ask) -> Iterator[Any]:
    after = f"If {' or '.join(ask.after).lower()}: " if ask.after else ""
    yield para((after, Strong(ask.words)), style(10.6, leading=13), limit=200)
    yield Ticks("", ask.choices, one=ask.one, size=10.6, high=17)


def _area(question: Question) -> Any:
    """Where, on which side, and what is asked of each area."""
    items: list[Any] = [_Where(), *(one for ask in question.asks if question.each for one in _ask(ask))]
    if question.strength:
        labels = (("How strong, 0 to 10?", ""), ("Since when?", ""), ("What sets it off?", ""))
        items.append(PenLines(labels, (2, 2.2, 3), height=22))
    return Stack(items)


def _lines(number: int) -> list[Any]:
    return [PenLines((("", ""),), (1,)) for _ in range(number)]


class _Where(Flowable):
    def __init__(self) -> None:
        super().__init__()
        self.where = PenLines((("Where?", ""),), (1,), height=21)
        self.side = Ticks("", ("left", "right", "both"), one=True, size=10.6, high=21)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, 21.0
        self.where.wrap(availWidth - 176, 21)
        self.side.wrap(166, 21)
        return self.width, self.height

    def draw(self) -> None:
        self.where.drawOn(self.canv, 0, 0)
        self.side.drawOn(self.canv, self.width - 164, -2)


class Asked(Flowable):
    """Number and words, the two answers at the right, and what a yes asks for below."""

    def __init__(self, question: Question, more: Any) -> None:
        super().__init__()
        self.number = line(str(question.number), style(12, font=fonts.BOLD))
        words: list[Any] = [para(Strong(question.words), BODY, limit=NOTE)]
        if question.note:
            words.append(para(f"After {question.note}", SMALL, limit=300))
        self.words = Stack(words)
        self.answers = Ticks("", (question.yes, question.no), one=True, size=11.6, high=18)
        self.more = more

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        _, words = self.words.wrap(availWidth - NUMBER - ANSWERS - 8, availHeight)
        self.answers.wrap(ANSWERS, availHeight)
        _, more = self.more.wrap(availWidth, availHeight)
        self.height = max(words, 18) + more + 9
        return self.width, self.height

    def draw(self) -> None:
        canvas, top = self.canv, self.height - 4
        with canvas.artifact():
            rule(canvas, 0, self.width, self.height, RULE)
        with canvas.content("P"):
            self.number.draw(canvas, 0, top - 12)
        self.words.drawOn(canvas, NUMBER, top - self.words.height)
        self.answers.drawOn(canvas, self.width - ANSWERS, top - 18)
        self.more.drawOn(canvas, 0, top - max(self.words.height, 18) - self.more.height - 1)
