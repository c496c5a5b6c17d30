"""Reading finished PDFs back: text, places, structure."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pikepdf
import pypdf
import pypdfium2


@lru_cache(maxsize=4)
def pages(pdf: bytes) -> tuple[str, ...]:
    """Text of each page, in the order it was drawn."""
    file = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(page.get_textpage().get_text_range() for page in file)
    finally:
        file.close()


def text(pdf: bytes) -> str:
    """All text with single spaces."""
    return re.sub(r"\s+", " ", " ".join(pages(pdf)))


def title(pdf: bytes) -> str:
    """The title in the file's properties."""
    found = pypdf.PdfReader(io.BytesIO(pdf)).metadata
    assert found is not None
    return str(found.title)


Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word with the box of its ink in points, y upwards."""

    page: int
    text: str
    left: float
    bottom: float
    right: float
    top: float


@lru_cache(maxsize=4)
def words(pdf: bytes) -> list[Word]:
    """Every printed word with its place."""
    found: list[Word] = []
    file = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(file, 1):
        text_page = page.get_textpage()
        letters: list[str] = []
        boxes: list[Box] = []
        count = text_page.count_chars()
        for index in range(count + 1):
            letter = chr(pypdfium2.raw.FPDFText_GetUnicode(text_page, index)) if index < count else " "
            box = text_page.get_charbox(index) if letter.strip() else None
            # A new word also begins where the pen jumps, to either side or to another line.
            if box is None or (boxes and jumps(boxes[-1], box)):
                if boxes:
                    left, bottom, right, top = zip(*boxes, strict=True)
                    found.append(Word(number, "".join(letters), min(left), min(bottom), max(right), max(top)))
                letters, boxes = [], []
            if box is not None:
                letters.append(letter)
                boxes.append(box)
    file.close()
    return found


def jumps(one: Box, other: Box) -> bool:
    """Tell whether the pen jumped between two letters, to either side or to another line."""
    across = max(other[0] - one[2], one[0] - other[2])
    along = max(other[1] - one[3], one[1] - other[3])
    return across > 3 or along > 4


@lru_cache(maxsize=8)
def sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page."""
    file = pypdfium2.PdfDocument(pdf)
    try:
        return [(round(width, 3), round(height, 3)) for width, height in (page.get_size() for page in file)]
    finally:
        file.close()


def misplaced(pdf: bytes, margin: float = 40.0) -> list[str]:
    """Words outside the margins, and words whose ink lies on another word's."""
    found = []
    pages_ = sizes(pdf)
    printed = list(words(pdf))
    for word in printed:
        width, height = pages_[word.page - 1]
        if word.left < margin - 1 or word.right > width - margin + 1 or word.bottom < 20 or word.top > height - 20:
            found.append(f"page {word.page}: {word.text} leaves the margins")
    printed.sort(key=lambda word: (word.page, word.bottom))
    for index, one in enumerate(printed):
        for other in printed[index + 1 :]:
            if other.page != one.page or other.bottom > one.top - 0.9:
                break
            if min(one.right, other.right) - max(one.left, other.left) > 0.9:
                found.append(f"page {one.page}: {one.text} over {other.text}")
    return found


def opened(pdf: bytes) -> pikepdf.Pdf:
    """The file for a look at its objects."""
    return pikepdf.open(io.BytesIO(pdf))


def elements(pdf: bytes) -> list[tuple[str, str]]:
    """(structure type, alternative text) of every structure element, in reading order."""
    file = opened(pdf)
    return [
        (str(node.S)[1:], str(node.get("/Alt", "")).replace("\u00a0", " "))
        for node in _nodes(file.Root.StructTreeRoot.K)
    ]


def _nodes(node: Any) -> Iterator[Any]:
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _nodes(kid)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from _nodes(node.get("/K", pikepdf.Array()))


def font_names(pdf: bytes) -> dict[str, bool]:
    """Each font and whether it is embedded."""
    fonts = {}
    for page in opened(pdf).pages:
        for font in page.Resources.Font.values():
            descriptor = font.get("/FontDescriptor")
            fonts[str(font.BaseFont)] = descriptor is not None and "/FontFile2" in descriptor
    return fonts


@lru_cache(maxsize=4)
def operators(pdf: bytes) -> list[list[tuple[str, str]]]:
    """Of each page what it is drawn with: the operator, and of marked content its tag."""
    return [
        [
            (name := str(operator), str(operands[0]) if name in {"BDC", "BMC"} else "")
            for operands, operator in pikepdf.parse_content_stream(page)
        ]
        for page in opened(pdf).pages
    ]


def unmarked_operators(pdf: bytes) -> list[str]:
    """Painting operators outside marked content: a screen reader would trip over them."""
    painting = {"Tj", "TJ", "'", '"', "f", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh"}
    found = []
    for number, page in enumerate(operators(pdf), 1):
        depth = 0
        for name, _ in page:
            if name in {"BDC", "BMC"}:
                depth += 1
                assert depth == 1, "marked content in marked content"
            elif name == "EMC":
                depth -= 1
            elif name in painting and depth == 0:
                found.append(f"{name} on page {number}")
    return found


def colours(pdf: bytes) -> set[tuple[float, ...]]:
    """Every colour that is set, as its numbers."""
    file = opened(pdf)
    return {
        tuple(float(number) for number in operands)
        for page in file.pages
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) in {"rg", "RG", "g", "G", "k", "K"}
    }


def dangerous_keys(pdf: bytes) -> set[str]:
    """Names of actions, links, scripts and files found anywhere in the document."""
    suspects = {"/URI", "/JS", "/JavaScript", "/Launch", "/GoToR", "/OpenAction", "/EmbeddedFile", "/AA", "/Annots"}
    suspects |= {"/SubmitForm", "/ImportData", "/RichMedia"}
    found: set[str] = set()
    file = opened(pdf)  # its objects are gone with it
    assert len(file.objects) > 1
    for item in file.objects:
        if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            found |= suspects & set(item.keys())
            found |= {str(value) for value in item.values() if isinstance(value, pikepdf.Name)} & suspects
            if item.get("/Subtype") == pikepdf.Name.Image:
                found.add("image")
    return found
