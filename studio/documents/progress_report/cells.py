"""What stands in the columns of the tables: signs with their word, and what can be said."""

from studio.documents import fonts
from studio.documents.drawing import Drawn
from studio.documents.marks import draw_pill, pill
from studio.documents.styles import SOFT, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import line
from studio.figures import severity_sign
from studio.sheets import Said

SIZE = 11.2
SMALL = 9.8
SIGN = 15.0
PILLS = {"better": True, "likely": False}
"""Solid for what is sure, outlined for what is likely; the rest is words alone."""


def draw_sign(canvas: TaggedCanvas, x: float, y: float, severity: int | None) -> None:
    """Draw a severity's sign with its centre at `y`, its left edge at `x`."""
    drawn = Drawn(severity_sign(severity), SIGN)
    drawn.drawOn(canvas, x, y - SIGN / 2)


def draw_word(canvas: TaggedCanvas, x: float, y: float, words: str, room: float) -> None:
    """Draw a word with its middle at `y`."""
    with canvas.content("TD"):
        line(words, style(SIZE), room=room).draw(canvas, x, y - SIZE * 0.34)


def draw_said(canvas: TaggedCanvas, x: float, y: float, said: Said, room: float, tag: str = "TD") -> None:
    """Draw what can be said with its middle at `y`: a pill or plain words, the detail below."""
    y += SIZE * 0.5 if said.detail else 0.0
    words = said.words[:1].upper() + said.words[1:]
    with canvas.content(tag):
        if said.look in PILLS:
            draw_pill(canvas, x, y - SMALL * 0.34, pill(words, SMALL, room), solid=PILLS[said.look])
        else:
            face = fonts.SEMIBOLD if said.look == "worse" else fonts.REGULAR
            line(words, style(SIZE, font=face), room=room).draw(canvas, x, y - SIZE * 0.34)
        if said.detail:
            line(said.detail, style(SMALL, colour=SOFT), room=room).draw(canvas, x, y - SIZE * 0.34 - SMALL * 1.35)
