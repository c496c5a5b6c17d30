"""A display list as SVG: classes in place of colours, attributes in place of styles, as our policy asks."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from studio.figures.shapes import Area, Disc, Drawing, Point, Shape, Stroke, Words

ANCHORS = {"left": "start", "centre": "middle", "right": "end"}


def svg(drawing: Drawing, css_class: str = "") -> str:
    """Return the markup; without `alt` the drawing is decoration that is not read out."""
    said = f'role="img" aria-label={quoteattr(drawing.alt)}' if drawing.alt else 'aria-hidden="true"'
    shapes = "".join(_shape(one) for one in drawing.shapes)
    css = quoteattr(f"drawing {css_class}".strip())
    return f'<svg class={css} viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}" {said}>{shapes}</svg>'


def _shape(shape: Shape) -> str:
    match shape:
        case Stroke(points, colour, width, dashed):
            dashes = ' stroke-dasharray="3 3"' if dashed else ""
            return f'<polyline class="line-{colour}" points="{_points(points)}" stroke-width="{_n(width)}"{dashes}/>'
        case Area(points, colour):
            return f'<polygon class="fill-{colour}" points="{_points(points)}"/>'
        case Disc(x, y, radius, fill, edge, width):
            return (
                f'<circle class="fill-{fill} line-{edge}" cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"'
                f' stroke-width="{_n(width)}"/>'
            )
        case Words(x, y, text, size, colour, align, bold):
            weight = ' font-weight="650"' if bold else ""
            return (
                f'<text class="fill-{colour}" x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}"'
                f' text-anchor="{ANCHORS[align]}"{weight}>{escape(text)}</text>'
            )


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(number: float) -> str:
    return f"{round(number, 2):g}"
