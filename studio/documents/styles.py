"""Colours and paragraph styles of all paper: black first, colour only helps."""

from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle

from studio.documents import fonts

INK = HexColor("#000000")  # never near-black: a grey laser would screen it
SOFT = HexColor("#36434c")
TEAL = HexColor("#0b6572")
RED = HexColor("#b3261e")
RULE = HexColor("#8b979f")
PALE = HexColor("#e3e8ea")
TARGET = HexColor("#d23c22")
TARGET_EDGE = HexColor("#7d2012")
HATCH = HexColor("#1d5578")
HATCH_GROUND = HexColor("#cfe4f1")
WHITE = HexColor("#ffffff")

LINE_HEIGHT = 1.2


@cache
def style(
    size: float, *, font: str = fonts.REGULAR, leading: float | None = None, colour: Color = INK, align: int = 0
) -> ParagraphStyle:
    """Return the paragraph style for a size in points; `align` is ReportLab's 0 left, 1 centre, 2 right."""
    fonts.register()
    return ParagraphStyle(
        f"{font}-{size}",
        fontName=font,
        fontSize=size,
        leading=leading or size * LINE_HEIGHT,
        textColor=colour,
        alignment=align,
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
    )
