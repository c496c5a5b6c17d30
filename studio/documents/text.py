"""The one gate through which text reaches paper.

Everything is cleaned, put in printing order and set in a face that has its characters; what no face has
becomes a visible “□”. No other module builds a Paragraph or draws a string.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from studio.documents import fonts
from studio.documents.clean import LINE, clean
from studio.documents.rtl import has_rtl, printing_order
from studio.documents.tags import TaggedCanvas
from studio.documents.tree import Node

MISSING = "□"
DOT = "\u00a0\u00a0·\u00a0 "
"""Stands between facts on one line; a line break falls behind it."""


@dataclass(frozen=True, slots=True)
class Strong:
    """A part of a text that is printed bold."""

    text: str


Text = str | Strong | Sequence[str | Strong]
_WORDS = re.compile(r"\S+\s*|\s+")


class TaggedParagraph(Paragraph):
    """A paragraph with its place in the structure tree; only `para` makes one."""

    tag: str | None
    scope: str
    words: str
    """Its text as it is read, without markup and in the order it was typed."""
    nodes: list[Node]
    """The structure element once drawn; the halves of a split paragraph share it."""

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        if self.tag is None:
            canvas.say(self.words, self.height, turned=has_rtl(self.words))
            super().draw()
            return
        before = self.nodes[0] if self.nodes else None
        with canvas.content(self.tag, scope=self.scope, node=before) as node:
            if before is None:
                canvas.say(self.words, self.height, turned=has_rtl(self.words))
            super().draw()
        self.nodes[:] = [node]

    def split(self, availWidth: float, availHeight: float) -> list["TaggedParagraph"]:
        parts: list[TaggedParagraph] = super().split(availWidth, availHeight)
        for part in parts:
            part.tag, part.scope, part.words = self.tag, self.scope, self.words
            part.nodes = self.nodes
        return parts


def para(
    text: Text, style: ParagraphStyle, *, tag: str | None = "P", scope: str = "", limit: int = LINE
) -> TaggedParagraph:
    """Return a wrapped paragraph; `limit` caps each part in characters.

    `tag` is its structure type (P, H1, H2, LBody …); None when the caller marks the content itself. `scope` is what a
    TH stands for.
    """
    markup: list[str] = []
    logical: list[str] = []
    for plain, font in _parts(text, style, limit):
        logical.append(plain)
        for run, face in _runs(plain, font):
            words = escape(run)
            markup.append(words if face == style.fontName else f'<font name="{face}">{words}</font>')
    paragraph = TaggedParagraph("".join(markup), style)
    paragraph.tag, paragraph.scope = tag, scope
    paragraph.words = "".join(logical)
    paragraph.nodes = []
    return paragraph


@dataclass(frozen=True, slots=True)
class Line:
    """Text set on one line; `runs` are (text, face) in printing order, `words` is the text as it is read."""

    words: str
    runs: tuple[tuple[str, str], ...]
    size: float
    colour: Any
    spacing: float = 0.0

    @property
    def width(self) -> float:
        """Its width in points."""
        return sum(fonts.width(run, face, self.size) + self.spacing * len(run) for run, face in self.runs)

    def draw(self, canvas: TaggedCanvas, x: float, y: float, align: str = "left") -> None:
        """Draw with the baseline at `y`; `x` is the left edge, the centre or the right edge."""
        canvas.say(self.words, y + self.size, turned=has_rtl(self.words))
        start = x - {"left": 0.0, "centre": 0.5, "right": 1.0}[align] * self.width
        pen = canvas.beginText(start, y)
        pen.setFillColor(self.colour)
        if self.spacing:
            pen.setCharSpace(self.spacing)
        for run, face in self.runs:
            pen.setFont(face, self.size)
            pen.textOut(run)
        if self.spacing:
            pen.setCharSpace(0)
        canvas.drawText(pen)


def line(
    text: Text, style: ParagraphStyle, *, room: float | None = None, limit: int = LINE, spacing: float = 0.0
) -> Line:
    """Return one line that is at most `room` points wide; words that do not fit give way to “…”."""
    parts = [(plain, font) for plain, font in _parts(text, style, limit)]
    made = _line(parts, style, spacing)
    while room is not None and made.width > room and parts:
        plain, font = parts.pop()
        plain = plain.removesuffix("…")
        # A first guess by proportion, then letter by letter.
        shorter = plain[: min(len(plain) - 1, int(len(plain) * room / made.width) + 2)].rstrip()
        if shorter:
            parts.append((shorter + "…", font))
        made = _line(parts, style, spacing)
    return made


def missing_characters(text: str) -> str:
    """Return the characters of `text` that print as “□”, each once."""
    fonts.register()
    known = fonts.glyphs(fonts.REGULAR) | fonts.glyphs(fonts.FALLBACK[fonts.REGULAR])
    return "".join(dict.fromkeys(char for char in clean(text, 10_000) if char not in known))


def _line(parts: Sequence[tuple[str, str]], style: ParagraphStyle, spacing: float) -> Line:
    runs = [run for plain, font in parts for run in _runs(plain, font)]
    return Line("".join(plain for plain, _ in parts), tuple(runs), style.fontSize, style.textColor, spacing)


def _parts(text: Text, style: ParagraphStyle, limit: int) -> list[tuple[str, str]]:
    """Return (clean text, wanted face) of each part; spaces at the joints survive."""
    parts = [text] if isinstance(text, str | Strong) else text
    done: list[tuple[str, str]] = []
    for part in parts:
        words, font = (part.text, fonts.BOLD) if isinstance(part, Strong) else (part, style.fontName)
        before, after = " " * words.startswith(" "), " " * (len(words) > 1 and words.endswith(" "))
        done.append((before + clean(words, limit) + after, font))
    return done


def _runs(text: str, font: str) -> list[tuple[str, str]]:
    """Cut `text` into runs of one face each, in printing order; a word stays in one face where one has it all."""
    text = printing_order(text)
    fallback = fonts.FALLBACK[font]
    if fonts.glyphs(font).issuperset(text):
        return [(text, font)]
    runs: list[tuple[str, str]] = []
    for word in _WORDS.findall(text):
        face = next((face for face in (font, fallback) if fonts.glyphs(face).issuperset(word)), None)
        pieces = [(word, face)] if face else [_printable(char, font, fallback) for char in word]
        for piece, piece_face in pieces:
            if runs and runs[-1][1] == piece_face:
                runs[-1] = (runs[-1][0] + piece, piece_face)
            else:
                runs.append((piece, piece_face))
    return runs


@lru_cache(maxsize=4096)
def _printable(char: str, font: str, fallback: str) -> tuple[str, str]:
    if char in fonts.glyphs(fallback):
        return char, fallback
    if char in fonts.glyphs(font):
        return char, font
    # A mark that no face has is left off its letter; anything else must be seen to be missing.
    return ("" if unicodedata.category(char)[0] == "M" else MISSING), fallback
