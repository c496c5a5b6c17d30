"""Fonts in a file: the shapes of the letters and nothing else."""

import pikepdf

from studio.documents.home_programme import render
from studio.documents.shapes_only import without_hints
from tests.documents import reading
from tests.documents.samples import home_sheet

NEEDED = {b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp"}
HINTS = {b"cvt ", b"fpgm", b"prep", b"name"}


def tables(font: bytes) -> set[bytes]:
    count = int.from_bytes(font[4:6])
    return {font[12 + 16 * number : 16 + 16 * number] for number in range(count)}


def test_a_font_in_a_file_has_all_it_needs_and_neither_hints_nor_names() -> None:
    pdf = render(home_sheet(count=1, message="Ελένη, ďakujem"))
    file = reading.opened(pdf)
    streams = [item for item in file.objects if isinstance(item, pikepdf.Stream)]
    fonts = [item.read_bytes() for item in streams if "/Length1" in item]
    assert len(fonts) >= 3
    for font in fonts:
        assert tables(font) >= NEEDED
        assert not tables(font) & HINTS
    assert "Ελένη, ďakujem" in reading.text(pdf)


def test_a_letter_loses_its_hints_and_keeps_its_length() -> None:
    head, ends, points = bytes([0, 1, *[0] * 8]), bytes([0, 2]), bytes([9, 9, 9, 9])
    glyph = head + ends + bytes([0, 3, 7, 7, 7]) + points
    assert without_hints(glyph) == head + ends + bytes(2) + points + bytes(3)
    assert without_hints(b"") == b""


def test_a_letter_made_of_others_no_longer_says_that_hints_follow() -> None:
    part, last = bytes([0x00, 0x20, 0, 5, 1, 1]), bytes([0x01, 0x00, 0, 6, 1, 1])
    glyph = bytes([0xFF, 0xFF, *[0] * 8]) + part + last + bytes([0, 1, 7])
    bare = without_hints(glyph)
    assert bare[10:16] == part
    assert bare[16:22] == bytes([0, 0, 0, 6, 1, 1])
    assert len(bare) == len(glyph)
