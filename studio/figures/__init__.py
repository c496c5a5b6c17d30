"""Drawings as data: values in, one display list out; a page turns it into SVG, a paper draws it on its canvas."""

from studio.figures.body_map import body_map, marked_regions, muscles_of, on_map
from studio.figures.charts import measure_chart, score_chart, strip
from studio.figures.exercises import Picture, exercise_picture
from studio.figures.postures import SawWant, posture_cards, unmarked
from studio.figures.shapes import Area, Disc, Drawing, Stroke, Words
from studio.figures.signs import severity_sign
from studio.figures.svg import Link, svg, svg_file

__all__ = [
    "Area",
    "Disc",
    "Drawing",
    "Link",
    "Picture",
    "SawWant",
    "Stroke",
    "Words",
    "body_map",
    "exercise_picture",
    "marked_regions",
    "measure_chart",
    "muscles_of",
    "on_map",
    "posture_cards",
    "score_chart",
    "severity_sign",
    "strip",
    "svg",
    "svg_file",
    "unmarked",
]
