"""Outlines and hatching: what they enclose, and that two back-ends draw the same."""

import re
from math import cos, hypot, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.documents.drawing import operators
from studio.figures import exercise_picture, svg_file
from studio.figures.camera import Camera
from studio.figures.hatching import flattened, hatching
from studio.figures.lint import _inside as inside
from studio.figures.outline import circle, wrapped
from studio.figures.shapes import Path
from tests.examples import examples

number = st.floats(-50, 50)
balls = st.lists(st.tuples(st.tuples(number, number, number), st.floats(0.5, 12)), min_size=1, max_size=7)
SHOWN = ("act_dead_bug", "len_calf_wall_straight", "inh_lat_roll", "int_step_up_press")


@given(balls, st.integers(-180, 180), st.integers(0, 60))
@examples(120)
def test_a_hull_holds_every_ball_it_is_drawn_round(some: list, azimuth: int, height: int) -> None:
    camera = Camera(azimuth, height)
    ring = flattened(wrapped(camera, some), [n / 12 for n in range(1, 12)])
    for centre, radius in some:
        x, y = camera.flat(centre)
        for n in range(16):
            # The hull is exact; the arcs it is measured by are cut into short lines.
            reach = radius - 0.04
            at = (x + reach * cos(2 * pi * n / 16), y + reach * sin(2 * pi * n / 16))
            assert inside(at, ring), (at, ring)


def test_hatching_stays_inside_and_reaches_across() -> None:
    path = Path((circle(20, 30, 10),), edge="line", hatched=True)
    lines = list(hatching(path))
    assert len(lines) >= 7
    for a, b in lines:
        assert max(hypot(a[0] - 20, a[1] - 30), hypot(b[0] - 20, b[1] - 30)) < 10.1
        assert b[1] - a[1] == pytest.approx(-(b[0] - a[0])), "rises to the right"
    assert max(hypot(b[0] - a[0], b[1] - a[1]) for a, b in lines) > 18


def svg_ends(markup: str) -> list[tuple[float, float]]:
    """Where each ring of an SVG starts and, its relative steps added up, ends."""
    ends = []
    for data in re.findall(r' d="([^"]*)"', markup):
        for ring in re.findall(r"M([^M]*)", data):
            parts = re.findall(r"([lcz]?)([^lcz]*)", ring)
            numbers = [[float(one) for one in re.findall(r"-?\d*\.?\d+", words)] for _, words in parts]
            x, y = numbers[0]
            for row in numbers[1:]:
                if row:
                    x, y = x + row[-2], y + row[-1]
            ends.append((x, y))
    return ends


@pytest.mark.parametrize("exercise", SHOWN)
def test_screen_and_paper_draw_the_same_outlines(exercise: str) -> None:
    picture = exercise_picture(exercise)
    assert picture is not None
    for panel in picture.panels:
        rings = [ring for shape in panel.shapes if isinstance(shape, Path) for ring in shape.rings]
        on_screen = svg_ends(svg_file([panel]))
        assert len(on_screen) == len(rings)
        for end, ring in zip(on_screen, rings, strict=True):
            assert end == pytest.approx(ring.steps[-1][-2:], abs=0.06), "no error adds up"
        written = operators(panel, "colour")
        starts = re.findall(r"(-?[\d.]+) (-?[\d.]+) m\b", written)
        drawn_twice = sum(len(shape.rings) for shape in panel.shapes if isinstance(shape, Path) and shape.outside)
        assert len(starts) == len(rings) + drawn_twice, "an outside line is drawn, then filled"
        assert {(float(x), -float(y)) for x, y in starts} == {
            (round(r.start[0], 1), round(r.start[1], 1)) for r in rings
        }


def test_on_a_fax_everything_is_black_or_white_and_the_muscle_is_hatched() -> None:
    picture = exercise_picture("act_glute_bridge")
    assert picture is not None
    colour, fax = (operators(picture.panels[0], kind) for kind in ("colour", "fax"))  # type: ignore[arg-type]
    assert set(re.findall(r"([\d.]+ [\d.]+ [\d.]+) (?:rg|RG)", fax)) == {"0 0 0", "1 1 1"}
    assert len(set(re.findall(r"([\d.]+ [\d.]+ [\d.]+) rg", colour))) > 6
    assert fax.count(" l\n") > colour.count(" l\n") + 3
