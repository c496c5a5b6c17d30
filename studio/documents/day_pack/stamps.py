"""What is stamped on the pages of a day pack, in the margin at the top: whose it is, and which page of the pack."""

import io
from collections.abc import Sequence

from studio.documents.styles import SOFT, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import line

ABOVE = 20.0  # printers lose 4 to 6 mm
MARGIN = 40.0
LOOK = style(9.8, colour=SOFT)


def render(sizes: Sequence[tuple[float, float]], client: str, first: int) -> bytes:
    """Return a page of each of these sizes, empty but for its stamp; `first` is the pack's page it begins with."""
    file = io.BytesIO()
    canvas = TaggedCanvas(file)
    for number, (width, height) in enumerate(sizes):
        canvas.setPageSize((width, height))
        with canvas.artifact():
            own = line(f"  {number + 1} of {len(sizes)}  ·  page {first + number} of the pack", LOOK)
            own.draw(canvas, width - MARGIN, height - ABOVE, "right")
            room = width - 2 * MARGIN - own.width
            line(client, LOOK, room=room).draw(canvas, width - MARGIN - own.width, height - ABOVE, "right")
        canvas.showPage()
    canvas.save()
    return file.getvalue()
