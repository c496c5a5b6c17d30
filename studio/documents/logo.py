"""The studio's logo in the head of a document."""

from io import BytesIO

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader

from studio.documents.tags import TaggedCanvas
from studio.sheets import Logo, StudioCard

WIDEST = 110.0
GUTTER = 10.0
DARK = 118
"""Of 255: what is darker is black on a fax."""


def logo_size(logo: Logo | None, height: float) -> tuple[float, float]:
    """Return width and height of a logo in a line of this height; nothing for none."""
    if logo is None:
        return 0.0, 0.0
    scale = min(WIDEST / logo.width, height / logo.height)
    return logo.width * scale, logo.height * scale


def draw_logo(canvas: TaggedCanvas, studio: StudioCard, x: float, middle: float, height: float) -> None:
    """Draw the logo with its left edge at `x`, standing level with `middle`."""
    if studio.logo is None:
        return
    width, height = logo_size(studio.logo, height)
    picture = ImageReader(BytesIO(studio.logo.content))
    if canvas.inks == "fax":
        picture = ImageReader(_black_and_white(studio.logo.content))
    with canvas.content("Figure", alt=f"Logo of {studio.name}"):
        canvas.drawImage(picture, x, middle - height / 2, width, height)


def _black_and_white(content: bytes) -> Image.Image:
    """A pale logo is darkened first, or nothing would be left of it."""
    with Image.open(BytesIO(content)) as picture:
        grey = ImageOps.autocontrast(picture.convert("L"))
    return grey.point(lambda level: 255 if level > DARK else 0).convert("1")
