"""A display list as SVG: classes in place of colours where a page styles it, attributes where it stands alone."""

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from studio.figures.hatching import hatching
from studio.figures.palette import FIGURE
from studio.figures.shapes import Area, Colour, Disc, Drawing, Path, Point, Ring, Shape, Stroke, Words

HATCH_WIDTH = 0.9
ANCHORS = {"left": "start", "centre": "middle", "right": "end"}


Link = Mapping[str, str]
"""The attributes of a link: an address and what it is called at least."""


def svg(drawing: Drawing, css_class: str = "", links: Mapping[str, Link] | None = None) -> str:
    """Return the markup; without `alt` the drawing is decoration that is not read out.

    `links` makes the paths of these names lead somewhere.
    """
    said = f'role="{"group" if links else "img"}" aria-label={quoteattr(drawing.alt)}'
    said = said if drawing.alt else 'aria-hidden="true"'
    shapes = "".join(_linked(one, links or {}) for one in drawing.shapes)
    css = quoteattr(f"drawing {css_class}".strip())
    return f'<svg class={css} viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}" {said}>{shapes}</svg>'


def _linked(shape: Shape, links: Mapping[str, Link]) -> str:
    drawn = _shape(shape)
    if not isinstance(shape, Path) or shape.name not in links:
        return drawn
    attributes = " ".join(f"{name}={quoteattr(value)}" for name, value in links[shape.name].items())
    return f"<a {attributes}>{drawn}</a>"


def svg_file(drawings: Iterable[Drawing], gap: float = 8.0) -> str:
    """Return panels side by side as a file of its own, in our colours."""
    return svg_of(drawings, FIGURE, gap)


def svg_of(drawings: Iterable[Drawing], colours: Mapping[str, str], gap: float) -> str:
    """Return panels side by side in given colours."""
    panels = list(drawings)
    height = max(one.height for one in panels)
    x, parts = 0.0, []
    for one in panels:
        shapes = "".join(_shape(shape, colours) for shape in one.shapes)
        place = f'x="{_n(x)}" y="{_n(height - one.height)}" width="{_n(one.width)}" height="{_n(one.height)}"'
        parts.append(f"<svg {place}>{shapes}</svg>")
        x += one.width + gap
    width = x - gap
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(width)} {_n(height)}"'
        f' width="{_n(width)}" height="{_n(height)}" fill="none" stroke-linejoin="round" stroke-linecap="round"'
        f' font-family="&apos;Source Sans 3&apos;,sans-serif">{"".join(parts)}</svg>'
    )


def _shape(shape: Shape, colours: Mapping[str, str] | None = None) -> str:
    def look(fill: Colour | None, line: Colour | None) -> str:
        if colours is None:
            names = " ".join([*([f"fill-{fill}"] if fill else []), *([f"line-{line}"] if line else [])])
            return f'class="{names}"'
        paint = [*([f'fill="{colours[fill]}"'] if fill else []), *([f'stroke="{colours[line]}"'] if line else [])]
        return " ".join(paint)

    match shape:
        case Path():
            return _path(shape, look(shape.fill, shape.edge), look(None, shape.edge))
        case Stroke(points, colour, width, dashed):
            dashes = ' stroke-dasharray="3 3"' if dashed else ""
            return f'<polyline {look(None, colour)} points="{_points(points)}" stroke-width="{_n(width)}"{dashes}/>'
        case Area(points, colour):
            return f'<polygon {look(colour, None)} points="{_points(points)}"/>'
        case Disc(x, y, radius, fill, edge, width):
            return f'<circle {look(fill, edge)} cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" stroke-width="{_n(width)}"/>'
        case Words(x, y, text, size, colour, align, bold):
            weight = ' font-weight="650"' if bold else ""
            return (
                f'<text {look(colour, None)} x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}"'
                f' text-anchor="{ANCHORS[align]}"{weight}>{escape(text)}</text>'
            )


def _path(path: Path, look: str, edge: str) -> str:
    line = ""
    if path.edge:
        # The line keeps its width on screen however small the picture is shown.
        width = path.width * 4 / 3 * (2 if path.outside else 1)
        line = f' stroke-width="{_n(width)}" vector-effect="non-scaling-stroke"'
        line += ' paint-order="stroke"' if path.outside else ""
        line += ' stroke-dasharray="2 1.6"' if path.dashed else ""
    whole = f'<path {look} d="{"".join(_ring(one) for one in path.rings)}"{line}/>'
    if path.hatched:
        lines = "".join(_ring(Ring(a, (b,), closed=False)) for a, b in hatching(path))
        whole += f'<path {edge} d="{lines}" stroke-width="{HATCH_WIDTH}"/>'
    return whole


def _ring(ring: Ring) -> str:
    """Relative steps of a tenth: short, and no error adds up."""
    x, y = round(ring.start[0], 1), round(ring.start[1], 1)
    parts = [f"M{_t(x)} {_t(y)}"]
    for step in ring.steps:
        numbers = [round(value, 1) - (x if n % 2 == 0 else y) for n, value in enumerate(step)]
        parts.append(("l" if len(step) == 2 else "c") + _row(numbers))
        x, y = round(step[-2], 1), round(step[-1], 1)
    return "".join(parts) + ("z" if ring.closed else "")


def _row(numbers: Iterable[float]) -> str:
    text = " ".join(_t(one) for one in numbers)
    return text.replace(" -", "-")


def _t(number: float) -> str:
    text = f"{number:.1f}".removesuffix(".0")
    if text in ("-0", "0"):
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(number: float) -> str:
    return f"{round(number, 2):g}"
