"""What stands in the columns of the tables: signs with their word, and what can be said."""

from collections.abc import Callable
from typing import Any

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Stack
from studio.documents.drawing import Drawn
from studio.documents.marks import draw_pill, pill
from studio.documents.styles import SOFT, style
from studio.documents.text import para
from studio.figures import severity_sign
from studio.sheets import Said

SIZE = 11.2
SMALL = 9.8
SIGN = 15.0
PILLS = {"better": True, "likely": False}
"""Solid for what is sure, outlined for what is likely; the rest is words alone."""
WORDS = style(SIZE, leading=SIZE * 1.12)
NAME = style(SIZE, font=fonts.SEMIBOLD, leading=SIZE * 1.15)
NOTE = style(SMALL, colour=SOFT, leading=SMALL * 1.16)


def name_cell(name: str, note: str = "") -> Any:
    """Return the head of a row, with a soft note below it where there is one."""
    if not note:
        return para(name, NAME, tag="TH", scope="Row")
    return Stack([para(name, NAME), para(note, NOTE)], tag="TH", scope="Row")


class SignCell(Flowable):
    """A severity's sign before its word."""

    def __init__(self, severity: int | None, words: str) -> None:
        super().__init__()
        self.sign = Drawn(severity_sign(severity), SIGN)
        self.words = para(words, WORDS, tag="TD")

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        _, words = self.words.wrap(availWidth - SIGN - 4, availHeight)
        self.width, self.height = availWidth, max(SIGN, words)
        return self.width, self.height

    def draw(self) -> None:
        self.sign.drawOn(self.canv, 0, (self.height - SIGN) / 2)
        self.words.drawOn(self.canv, SIGN + 4, (self.height - self.words.height) / 2)


class DrawnCell(Flowable):
    """A drawing before the words that say what it shows."""

    def __init__(self, draw: Callable[[float], Drawn], words: str, room: float) -> None:
        super().__init__()
        self.make, self.room = draw, room
        self.words = para(words, style(SIZE, font=fonts.BOLD, leading=SIZE * 1.2), tag="TD")

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.drawn = self.make(availWidth - self.room - 10)
        _, words = self.words.wrap(self.room, availHeight)
        self.width, self.height = availWidth, max(self.drawn.height, words)
        return self.width, self.height

    def draw(self) -> None:
        self.drawn.drawOn(self.canv, 0, (self.height - self.drawn.height) / 2)
        self.words.drawOn(self.canv, self.width - self.room, (self.height - self.words.height) / 2)


class Pill(Flowable):
    """Words in a pill."""

    def __init__(self, words: str, *, solid: bool) -> None:
        super().__init__()
        self.words, self.solid = words, solid

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, SMALL * 1.75
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.content("P"):
            draw_pill(self.canv, 0, self.height * 0.35, pill(self.words, SMALL, self.width), solid=self.solid)


def said_cell(said: Said, tag: str | None = "TD") -> Stack:
    """Return what can be said: a pill or plain words, the detail below; without `tag` outside a table."""
    words = said.words[:1].upper() + said.words[1:]
    if said.look in PILLS:
        top: Any = Pill(words, solid=PILLS[said.look])
    else:
        face = fonts.SEMIBOLD if said.look == "worse" else fonts.REGULAR
        top = para(words, style(SIZE, font=face, leading=SIZE * 1.2))
    return Stack([top, *([para(said.detail, NOTE)] if said.detail else [])], tag=tag)
