"""What is cut out of a photo, and what that becomes in print."""

from dataclasses import dataclass, replace
from io import BytesIO

from PIL import Image

from . import images

SHOWN = (500, 400)
"""Pixels of what is printed: five to four, as the picture's place on the sheet; 175 dots an inch at 206 points."""
MOST_SHOWN = 14_000
"""Bytes of what is printed, so that a sheet of six photos stays light."""
LEAST_ACROSS = 160


@dataclass(frozen=True)
class Cut:
    """What is cut out of a photo, in its pixels, five wide and four high; on one that is too narrow it sticks out."""

    left: int
    top: int
    across: int

    @property
    def down(self) -> int:
        return self.across * SHOWN[1] // SHOWN[0]

    def within(self, width: int, height: int) -> "Cut":
        """The nearest cut that makes sense in a photo of this size."""
        least, most = bounds(width, height)
        one = replace(self, across=min(max(self.across, least), most))
        return replace(one, left=_near(one.left, width - one.across), top=_near(one.top, height - one.down))


def bounds(width: int, height: int) -> tuple[int, int]:
    """How wide a cut of a photo may be: from what still prints to what holds all of it."""
    return min(LEAST_ACROSS, width), max(width, -(-height * SHOWN[0] // SHOWN[1]))


def middle(width: int, height: int) -> Cut:
    """The largest cut from the middle that leaves no edge."""
    across = min(width, height * SHOWN[0] // SHOWN[1])
    one = Cut(0, 0, across)
    return replace(one, left=(width - across) // 2, top=(height - one.down) // 2).within(width, height)


def cut_out(jpeg: bytes, cut: Cut) -> bytes:
    """What is cut out, on white where it sticks out, at the size and weight of print."""
    paper = Image.new("RGB", (cut.across, cut.down), "white")
    with Image.open(BytesIO(jpeg), formats=["JPEG"]) as found:
        paper.paste(found, (-cut.left, -cut.top))
    for smaller in (1.0, 0.7, 0.5, 0.35):
        paper.thumbnail((SHOWN[0] * smaller, SHOWN[1] * smaller), Image.Resampling.LANCZOS)
        for quality in (84, 74, 64, 54, 44):
            written = images.jpeg(paper, quality=quality)
            if len(written) <= MOST_SHOWN:
                return written
    return written


def _near(value: int, room: int) -> int:
    """A place from 0 to `room`; where the cut is wider than the photo, that stands in its middle."""
    return room // 2 if room < 0 else min(max(value, 0), room)
