"""The typefaces of all paper, embedded as subsets, and which of them can print a character."""

import threading
from functools import cache
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from studio.documents.shapes_only import ShapesOnly

FOLDER = Path(__file__).parent.parent / "static/vendor/fonts/ttf"

REGULAR = "SourceSans3-Regular"
SEMIBOLD = "SourceSans3-Semibold"
BOLD = "SourceSans3-Bold"
FALLBACK = {REGULAR: "DejaVuSans", SEMIBOLD: "DejaVuSans-Bold", BOLD: "DejaVuSans-Bold"}

_registering = threading.Lock()
_subsetting = threading.Lock()


class SharedFont(TTFont):
    """A font that several threads may embed at the same time, without what a printer needs not."""

    def __init__(self, name: str, path: str) -> None:
        # Not “ascii readable”: that would embed all of ASCII in each face, used or not.
        super().__init__(name, path, asciiReadable=False)
        self.face = ShapesOnly(path)

    def addObjects(self, doc: Any) -> None:
        # ReportLab walks the font file with one shared position: two threads would read each other's glyphs.
        with _subsetting:
            super().addObjects(doc)


def register() -> None:
    """Make the faces known to ReportLab, once per process.

    Raises `FileNotFoundError` with what to do when the fonts have not been fetched yet.
    """
    # Two threads that print the first sheet together must end up with the same font objects.
    with _registering:
        _register()


@cache
def _register() -> None:
    for name in (*FALLBACK, *set(FALLBACK.values())):
        path = FOLDER / f"{name}.ttf"
        if not path.exists():
            raise FileNotFoundError(f"The font {path.name} is missing. Run bin/run once: it fetches the fonts.")
        pdfmetrics.registerFont(SharedFont(name, str(path)))


@cache
def glyphs(font: str) -> frozenset[str]:
    """Return the characters a registered face can draw."""
    face: Any = pdfmetrics.getFont(font).face
    return frozenset(map(chr, face.charToGlyph))


def width(text: str, font: str, size: float) -> float:
    """Return the printed width of `text` in points."""
    points: float = pdfmetrics.stringWidth(text, font, size)
    return points
