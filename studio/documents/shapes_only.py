"""A typeface whose embedded subsets hold the shapes of the letters and nothing else.

Hints are for coarse screens, and the names repeat a licence: together they were half of every font in a file.
OpenType 1.9, “glyf” and “maxp”; PDF 32000-1, 9.9, says which tables a file needs.
"""

from typing import Any

from reportlab.pdfbase.ttfonts import TTFontFace

LEFT_OUT = ("name", "cvt ", "fpgm", "prep")
HEAD = 10  # bytes of a glyph before its contours
WORDS, SCALE, MORE, TWO_SCALES, MATRIX, INSTRUCTIONS = 0x01, 0x08, 0x20, 0x40, 0x80, 0x100


class ShapesOnly(TTFontFace):
    """A face that does not find its hints and names when a subset is made."""

    def get_table(self, tag: str) -> Any:
        if tag in LEFT_OUT:
            raise KeyError(tag)
        table = super().get_table(tag)
        return Glyphs(table) if tag == "glyf" else table


class Glyphs(bytes):
    """The table of all letters; a slice of it is one letter, without its hints."""

    def __getitem__(self, part: Any) -> Any:
        return without_hints(super().__getitem__(part))


def without_hints(glyph: bytes) -> bytes:
    """Return a letter that takes as many bytes, with zeros where its hints were."""
    if len(glyph) <= HEAD:
        return glyph
    contours = int.from_bytes(glyph[:2], signed=True)
    if contours < 0:
        return _composite(bytearray(glyph))
    at = HEAD + 2 * contours
    hints = int.from_bytes(glyph[at : at + 2])
    return glyph[:at] + bytes(2) + glyph[at + 2 + hints :] + bytes(hints)


def _composite(glyph: bytearray) -> bytes:
    """A letter made of others only says that hints follow: it says so no longer."""
    at, more = HEAD, True
    while more:
        flags = int.from_bytes(glyph[at : at + 2])
        glyph[at : at + 2] = (flags & ~INSTRUCTIONS).to_bytes(2)
        at += 4 + (4 if flags & WORDS else 2)
        at += 2 if flags & SCALE else 4 if flags & TWO_SCALES else 8 if flags & MATRIX else 0
        more = bool(flags & MORE)
    return bytes(glyph)
