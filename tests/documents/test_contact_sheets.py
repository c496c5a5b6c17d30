"""Every document as a picture, in colour and in grey: printed lightly enough, dark enough to read, and kept to look at.

With PLUMBLINE_SCREENS the sheets go into that folder as `paper-<name>.png`.
"""

import os
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageOps

from tests.documents.registry import SAMPLES, Sample

DPI = 64
MOST = 3
"""Pages of one document on its contact sheet."""
GAP = 12
INK = (0.004, 0.35)
"""Share of a page that is darker than paper: less is an empty page, more wastes toner."""


def pages(sample: Sample) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(sample.on("A4"))
    try:
        return [page.render(scale=DPI / 72).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def beside(pictures: list[Image.Image]) -> Image.Image:
    """The pages in colour, and under them in grey."""
    framed = [ImageOps.expand(one, 1, "#8b979f") for one in pictures[:MOST]]
    width = sum(one.width + GAP for one in framed) + GAP
    height = max(one.height for one in framed) + GAP
    sheet = Image.new("RGB", (width, 2 * height + GAP), "#e3e8ea")
    x = GAP
    for one in framed:
        sheet.paste(one, (x, GAP))
        sheet.paste(one.convert("L").convert("RGB"), (x, GAP + height))
        x += one.width + GAP
    return sheet


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda one: one.name)
def test_a_document_is_dark_enough_to_read_and_light_enough_to_print(sample: Sample) -> None:
    pictures = pages(sample)
    for picture in pictures:
        histogram = picture.convert("L").histogram()
        ink = sum(histogram[:200]) / sum(histogram)
        assert INK[0] < ink < INK[1]
        assert sum(histogram[:60]) / sum(histogram) > 0.001, "black words, not grey ones"
    if "PLUMBLINE_SCREENS" in os.environ:
        small = beside(pictures).quantize(128, dither=Image.Dither.NONE)
        small.save(Path(os.environ["PLUMBLINE_SCREENS"]) / f"paper-{sample.name}.png", optimize=True)
