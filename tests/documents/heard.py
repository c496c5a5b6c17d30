"""What a screen reader hears of a document, as lines of text: the golden files hold it.

    == page 1 of 2
    H1 Maria’s home sheet
    L
      LI
        LBody Sit tall
    Figure [A grid to tick …]
    -- Side 1 of 2 · turn over

An element stands on the page where it begins, indented by its depth, with what is printed in it. Words printed beside
a picture’s words are in brackets with them. Lines that begin with “--” are page furniture, which is not read out.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import pikepdf
import pypdfium2
from pypdfium2 import raw

from tests.documents import reading

Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Piece:
    """Letters printed in one go: what belongs to one marked content, or to none."""

    page: int
    mark: int
    """Number of the marked content, -1 for page furniture."""
    letters: list[str] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.letters)).strip()


@lru_cache(maxsize=8)
def pieces(pdf: bytes) -> tuple[Piece, ...]:
    """All print in the order it was drawn."""
    found: list[Piece] = []
    file = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(file, 1):
        text = page.get_textpage()
        for index in range(text.count_chars()):
            mark = raw.FPDFPageObj_GetMarkedContentID(raw.FPDFText_GetTextObject(text, index))
            letter = chr(raw.FPDFText_GetUnicode(text, index))
            made_up = raw.FPDFText_IsGenerated(text, index) == 1
            if not found or (found[-1].page, found[-1].mark) != (number, mark):
                if made_up:
                    continue
                found.append(Piece(number, mark))
            piece = found[-1]
            if made_up or not letter.strip():
                piece.letters.append(" ")
                continue
            box = text.get_charbox(index, loose=True)
            if piece.boxes and reading.jumps(piece.boxes[-1], box):
                piece.letters.append(" ")
            piece.letters.append(letter)
            piece.boxes.append(box)
    file.close()
    return tuple(found)


def heard(pdf: bytes) -> str:
    """The whole document as a screen reader has it, with the furniture of each page after its content."""
    printed: dict[tuple[int, int], list[str]] = defaultdict(list)
    furniture: dict[int, list[str]] = defaultdict(list)
    for piece in pieces(pdf):
        if piece.mark >= 0:
            printed[piece.page, piece.mark].append(piece.text)
        elif piece.text:
            furniture[piece.page].append(piece.text)
    file = reading.opened(pdf)
    numbers = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}
    by_page: dict[int, list[str]] = defaultdict(list)
    last = 1
    for depth, node in _walk(file.Root.StructTreeRoot.K, -1):
        own = [(numbers[kid.Pg.objgen], int(kid.MCID)) for kid in _kids(node) if "/MCID" in kid]
        last = own[0][0] if own else _first_page(node, numbers) or last
        words = " ".join(word for place in own for word in printed.pop(place, []) if word)
        by_page[last].append(_line(node, depth, words))
    assert not printed, f"printed, and in no element: {printed}"
    lines = []
    for number in range(1, len(file.pages) + 1):
        lines.append(f"== page {number} of {len(file.pages)}")
        lines += by_page[number]
        lines += [f"-- {words}" for words in furniture[number]]
    return "\n".join(lines).replace("\u00a0", " ") + "\n"


def _line(node: Any, depth: int, words: str) -> str:
    tag = str(node.S)[1:]
    alt = str(node.get("/Alt", ""))
    parts = [tag, f"[{alt}]" if alt else "", f"[{words}]" if alt and words else words]
    return "  " * max(depth, 0) + " ".join(filter(None, parts))


def _walk(node: Any, depth: int) -> Iterator[tuple[int, Any]]:
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _walk(kid, depth)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        if depth >= 0:  # the Document itself goes without saying
            yield depth, node
        yield from _walk(node.get("/K", pikepdf.Array()), depth + 1)


def _kids(node: Any) -> list[Any]:
    return [kid for kid in node.get("/K", []) if isinstance(kid, pikepdf.Dictionary)]


def _first_page(node: Any, numbers: dict[tuple[int, int], int]) -> int | None:
    for kid in _kids(node):
        if "/MCID" in kid:
            return numbers[kid.Pg.objgen]
        if (found := _first_page(kid, numbers)) is not None:
            return found
    return None
