"""The few drawn signs of our paper; each is placed by its centre or its top left corner, in points."""

import math
from collections.abc import Sequence
from dataclasses import replace

from reportlab.lib.colors import Color

from studio.documents import fonts
from studio.documents.styles import HATCH, HATCH_GROUND, INK, RED, RULE, TARGET, TARGET_EDGE, TEAL, WHITE, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import Line, line

Points = Sequence[tuple[float, float]]


def rule(canvas: TaggedCanvas, x0: float, x1: float, y: float, colour: Color = RULE, width: float = 0.75) -> None:
    """Draw a level line."""
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(width)
    canvas.line(x0, y, x1, y)


def frame(canvas: TaggedCanvas, x: float, top: float, width: float, height: float, line_width: float = 1.1) -> None:
    """Draw a frame with slightly rounded corners."""
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(line_width)
    canvas.roundRect(x, top - height, width, height, 4, stroke=1, fill=0)


def shape(canvas: TaggedCanvas, points: Points, colour: Color = INK) -> None:
    """Fill a polygon."""
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.setFillColor(colour)
    canvas.drawPath(path, stroke=0, fill=1)


def plumb_line(canvas: TaggedCanvas, x: float, top: float, bottom: float) -> None:
    """Draw the line the exercise numbers hang on, with the bob at its end: our only ornament."""
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.1)
    canvas.line(x, top, x, bottom + 10)
    canvas.setFillColor(INK)
    canvas.rect(x - 1.4, bottom + 9.5, 2.8, 2.3, stroke=0, fill=1)
    shape(
        canvas,
        [(x - 3, bottom + 9.6), (x + 3, bottom + 9.6), (x + 3, bottom + 6.2), (x, bottom), (x - 3, bottom + 6.2)],
    )


def number_disc(canvas: TaggedCanvas, x: float, y: float, number: int | str, radius: float) -> None:
    """Draw a number, white on black: the key to one exercise."""
    canvas.setFillColor(INK)
    canvas.circle(x, y, radius, stroke=0, fill=1)
    size = radius * (1.3 if len(str(number)) == 1 else 1.1)
    line(str(number), style(size, font=fonts.BOLD, colour=WHITE)).draw(canvas, x, y - size * 0.35, "centre")


def octagon(canvas: TaggedCanvas, x: float, y: float, radius: float) -> None:
    """Draw the stop sign."""
    corners = [math.pi / 8 + corner * math.pi / 4 for corner in range(8)]
    for scale, colour in ((1.0, RED), (0.9, WHITE), (0.84, RED)):
        reach = radius * scale
        shape(canvas, [(x + reach * math.cos(angle), y + reach * math.sin(angle)) for angle in corners], colour)
    size = radius * 0.62
    line("STOP", style(size, font=fonts.BOLD, colour=WHITE)).draw(canvas, x, y - size * 0.35, "centre")


def target(canvas: TaggedCanvas, x: float, y: float, size: float) -> None:
    """Draw the swatch of the muscle to feel, as it is coloured in the pictures."""
    canvas.setFillColor(TARGET)
    canvas.setStrokeColor(TARGET_EDGE)
    canvas.setLineWidth(0.9)
    canvas.ellipse(x - size * 0.42, y - size * 0.29, x + size * 0.42, y + size * 0.29, stroke=1, fill=1)


def cross(canvas: TaggedCanvas, x: float, y: float, size: float) -> None:
    """Draw the sign for “not this”."""
    canvas.setLineCap(1)
    _strokes(canvas, size * 0.14, ((x, y, size * 0.26, 1), (x, y, size * 0.26, -1)))
    canvas.setLineCap(0)


def _strokes(canvas: TaggedCanvas, width: float, strokes: Sequence[tuple[float, float, float, int]]) -> None:
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(width)
    for x, y, reach, slope in strokes:
        canvas.line(x - reach, y - reach * slope, x + reach, y + reach * slope)


def easier(canvas: TaggedCanvas, x: float, y: float, size: float) -> None:
    """Draw a triangle pointing down."""
    shape(canvas, [(x - size * 0.32, y + size * 0.2), (x + size * 0.32, y + size * 0.2), (x, y - size * 0.27)])


def harder(canvas: TaggedCanvas, x: float, y: float, size: float) -> None:
    """Draw a triangle pointing up."""
    shape(canvas, [(x - size * 0.32, y - size * 0.22), (x + size * 0.32, y - size * 0.22), (x, y + size * 0.25)])


def instead(canvas: TaggedCanvas, x: float, y: float, size: float) -> None:
    """Draw an equals sign: this will do as well."""
    for offset in (size * 0.14, -size * 0.14):
        rule(canvas, x - size * 0.3, x + size * 0.3, y + offset, INK, size * 0.13)


def pen_box(canvas: TaggedCanvas, x: float, y: float, size: float) -> None:
    """Draw a small box to tick."""
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1)
    canvas.rect(x - size * 0.34, y - size * 0.34, size * 0.68, size * 0.68, stroke=1, fill=0)


def bullet(canvas: TaggedCanvas, x: float, y: float, size: float) -> None:
    """Draw the dot of a list."""
    canvas.setFillColor(INK)
    canvas.circle(x, y, size * 0.15, stroke=0, fill=1)


def pill(words: str, size: float, room: float) -> Line:
    """Return the words of a pill at most `room` wide, for `draw_pill`; the pill is wider by `size`."""
    return line(words, style(size, font=fonts.BOLD), room=room - size)


def draw_pill(canvas: TaggedCanvas, x: float, y: float, words: Line, *, solid: bool) -> None:
    """Draw a pill with its left edge at `x` and the baseline of its words at `y`."""
    height = words.size * 1.45
    canvas.setFillColor(INK if solid else WHITE)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.1)
    canvas.roundRect(x, y - words.size * 0.38, words.width + words.size, height, height / 2, stroke=1, fill=1)
    replace(words, colour=WHITE if solid else INK).draw(canvas, x + words.size / 2, y)


def week_boxes(
    canvas: TaggedCanvas,
    x: float,
    top: float,
    width: float,
    height: float,
    *,
    now: int,
    weeks: int,
    marked: Sequence[int],
) -> None:
    """Draw one box a week, filled up to `now`, with a pointer under the weeks in `marked`."""
    gap = 2.2
    each = (width - gap * (weeks - 1)) / weeks
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.9)
    for week in range(1, weeks + 1):
        left = x + (week - 1) * (each + gap)
        canvas.setFillColor(INK if week <= now else WHITE)
        canvas.rect(left, top - height, each, height, stroke=1, fill=1)
        if week in marked:
            middle, tip = left + each / 2, top - height - 1.8
            shape(canvas, [(middle, tip), (middle - 3, tip - 4.8), (middle + 3, tip - 4.8)])


def cross_disc(canvas: TaggedCanvas, x: float, y: float, radius: float) -> None:
    """Draw the sign of what we saw: a white cross on a red disc."""
    _disc_strokes(canvas, x, y, radius, RED, (((-0.42, -0.42), (0.42, 0.42)), ((-0.42, 0.42), (0.42, -0.42))))


def tick_disc(canvas: TaggedCanvas, x: float, y: float, radius: float) -> None:
    """Draw the sign of what we want: a white tick on a teal disc."""
    _disc_strokes(canvas, x, y, radius, TEAL, (((-0.5, 0.0), (-0.12, -0.4)), ((-0.12, -0.4), (0.5, 0.38))))


def _disc_strokes(
    canvas: TaggedCanvas, x: float, y: float, radius: float, colour: Color, strokes: Sequence[Points]
) -> None:
    canvas.setFillColor(colour)
    canvas.circle(x, y, radius, stroke=0, fill=1)
    canvas.setStrokeColor(WHITE)
    canvas.setLineWidth(radius * 0.28)
    canvas.setLineCap(1)
    for (x0, y0), (x1, y1) in strokes:
        canvas.line(x + x0 * radius, y + y0 * radius, x + x1 * radius, y + y1 * radius)
    canvas.setLineCap(0)


def overactive_swatch(canvas: TaggedCanvas, x: float, y: float, size: float) -> None:
    """Draw the solid swatch of a muscle that probably works too hard."""
    canvas.setFillColor(TARGET)
    canvas.setStrokeColor(TARGET_EDGE)
    canvas.setLineWidth(0.9)
    canvas.rect(x - size * 0.32, y - size * 0.42, size * 1.45, size * 0.84, stroke=1, fill=1)


def underactive_swatch(canvas: TaggedCanvas, x: float, y: float, size: float) -> None:
    """Draw the hatched swatch of a muscle that probably could help more."""
    left, bottom, width, height = x - size * 0.32, y - size * 0.42, size * 1.45, size * 0.84
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(left, bottom, width, height)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.setFillColor(HATCH_GROUND)
    canvas.rect(left, bottom, width, height, stroke=0, fill=1)
    canvas.setStrokeColor(HATCH)
    canvas.setLineWidth(1.1)
    for step in range(-3, 8):
        start = left + step * size * 0.36
        canvas.line(start, bottom, start + height, bottom + height)
    canvas.restoreState()
    canvas.setStrokeColor(HATCH)
    canvas.setLineWidth(0.9)
    canvas.rect(left, bottom, width, height, stroke=1, fill=0)
