"""A square code that a phone reads from paper: pure black, one path, white all round.

ReportLab brings the encoder (ISO/IEC 18004); level M bears a seventh of it smudged.
"""

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from studio.documents.styles import INK
from studio.documents.tags import TaggedCanvas

QUIET = 4
"""Modules of white on every side, which belong to the code."""
VERSIONS = range(3, 7)
"""29 modules on a side, up to 41 for a long host name; more would get too fine for the paper's place."""

Modules = tuple[tuple[bool, ...], ...]


def square_code(address: str) -> Modules:
    """Return the rows of dark and light modules that say `address`; nothing for none, or for one that is too long."""
    if not address or not address.isascii():
        return ()
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(address)
    code.version = max(VERSIONS.start, code.calculate_version())
    if code.version not in VERSIONS:
        return ()
    code.make()
    return tuple(tuple(map(bool, row)) for row in code.modules)


def draw_square_code(canvas: TaggedCanvas, modules: Modules, right: float, top: float, side: float) -> None:
    """Draw the modules with their upper right corner at (right, top); `side` is without the white around them."""
    size = side / len(modules)
    path = canvas.beginPath()
    for number, row in enumerate(modules):
        start = 0
        while True in row[start:]:
            start = row.index(True, start)
            end = row.index(False, start) if False in row[start:] else len(row)
            path.rect(right - side + start * size, top - (number + 1) * size, (end - start) * size, size)
            start = end
    canvas.setFillColor(INK)
    canvas.drawPath(path, stroke=0, fill=1)
