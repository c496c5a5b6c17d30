"""The floor of a printed page: Platypus with an embedded TrueType subset, a table of ten rows, eight drawings."""

from io import BytesIO

from reportlab.graphics.shapes import Circle, Drawing, Line
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from studio.web.assets import STATIC

FONT = "Floor"
ROWS = [[f"Exercise {i}", "3", "10", "2-1-2", "60 s", "Keep the ribs down & the hips level"] for i in range(10)]


def render() -> bytes:
    """One A4 page."""
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, STATIC / "vendor/fonts/ttf/SourceSans3-Regular.ttf"))
    style = ParagraphStyle("text", fontName=FONT, fontSize=11, leading=14)
    out = BytesIO()
    story = [Paragraph("Home programme", style), Spacer(1, 6)]
    story.append(Table([[Paragraph(cell.replace("&", "&amp;"), style) for cell in row] for row in ROWS]))
    story.append(Table([[_drawing(i) for i in range(4)], [_drawing(i) for i in range(4, 8)]]))
    SimpleDocTemplate(out, pagesize=A4, initialFontName=FONT).build(story)
    return out.getvalue()


def _drawing(number: int) -> Drawing:
    drawing = Drawing(60, 64)
    drawing.add(Circle(30, 52, 6))
    for x in range(6):
        drawing.add(Line(30, 46, 5 * x + number, 5))
    return drawing
