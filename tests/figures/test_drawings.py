"""Charts as display lists, and the two ways they are drawn."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from studio.figures import Area, Disc, Drawing, Stroke, Words, measure_chart, score_chart, severity_sign, strip, svg
from studio.sheets import MeasureLine, Said, ScorePoint
from tests.examples import examples

START = date(2026, 11, 3)
SAME = Said(words="same", look="same")
scores = st.lists(st.tuples(st.integers(0, 400), st.none() | st.integers(0, 100)), min_size=1, max_size=12)


def points(*values: int | None, apart: int = 30) -> list[ScorePoint]:
    return [
        ScorePoint(day=START + timedelta(days=apart * n), value=value, without="pain" if value is None else "")
        for n, value in enumerate(values)
    ]


def measure(*numbers: float | None, least: float | None = None) -> MeasureLine:
    values = tuple("not measured" if one is None else f"{one:g} cm" for one in numbers)
    return MeasureLine(name="Reach", values=values, numbers=numbers, overall=SAME, least=least)


def lines(drawing: Drawing) -> list[Stroke]:
    return [one for one in drawing.shapes if isinstance(one, Stroke) and one.colour == "ink" and not one.dashed]


def dots(drawing: Drawing) -> list[Disc]:
    return [one for one in drawing.shapes if isinstance(one, Disc)]


@pytest.mark.parametrize(
    ("values", "runs"),
    [((58, 70, 76), [3]), ((58, None, 76), []), ((58, 60, None, 70, 76), [2, 2]), ((None, 58, 60), [2]), ((None,), [])],
)
def test_no_line_runs_across_a_withheld_score(values: tuple[int | None, ...], runs: list[int]) -> None:
    drawing = score_chart(points(*values))
    assert [len(one.points) for one in lines(drawing)] == runs
    assert len(dots(drawing)) == sum(value is not None for value in values)
    told = [one.text for one in drawing.shapes if isinstance(one, Words)]
    assert told.count("no score") == values.count(None)


def test_a_chart_says_in_words_what_it_draws() -> None:
    assert score_chart(points(58, None, 76)).alt == (
        "Movement score by date. 3 Nov: 58; 3 Dec: no score, pain; 2 Jan: 76."
    )


def test_a_partial_score_is_a_hollow_dot() -> None:
    whole, partial = ScorePoint(day=START, value=50), ScorePoint(day=START, value=50, partial=True)
    assert [dot.fill for dot in dots(score_chart([whole, partial]))] == ["ink", "paper"]


@given(scores)
@examples(80)
def test_everything_stays_inside_the_drawing(found: list[tuple[int, int | None]]) -> None:
    dated = [ScorePoint(day=START + timedelta(days=days), value=value) for days, value in sorted(found, key=str)]
    drawing = score_chart(sorted(dated, key=lambda one: one.day))
    for x, y in places(drawing):
        assert 0 <= x <= drawing.width
        assert 0 <= y <= drawing.height


@given(
    st.lists(st.none() | st.floats(-20, 150, allow_nan=False), min_size=2, max_size=3), st.none() | st.floats(0.5, 24)
)
@examples(80)
def test_a_strip_holds_every_value_and_the_band_round_the_first(
    numbers: list[float | None], least: float | None
) -> None:
    drawing = strip(measure(*numbers, least=least))
    assert len(dots(drawing)) == sum(one is not None for one in numbers)
    assert sum(isinstance(one, Area) for one in drawing.shapes) == int(least is not None and numbers[0] is not None)
    for x, _ in places(drawing):
        assert 0 <= x <= drawing.width


def test_a_real_change_lies_outside_the_band_and_a_small_one_inside() -> None:
    for now, outside in ((9.5, True), (7.0, False)):
        drawing = strip(measure(6, now, least=2))
        (band,) = (one for one in drawing.shapes if isinstance(one, Area))
        left, right = min(x for x, _ in band.points), max(x for x, _ in band.points)
        newest = dots(drawing)[-1]
        assert newest.fill == "ink"
        assert (left <= newest.x <= right) is not outside


def test_the_three_severities_and_not_judged_look_different_without_colour() -> None:
    seen = {severity: severity_sign(severity).shapes for severity in (None, 0, 1, 2)}
    assert len(set(seen.values())) == 4


def test_svg_escapes_its_words_and_carries_no_style_script_or_colour() -> None:
    drawing = Drawing(10, 10, (Words(1, 1, '<script>"x"</script>', 9),), 'a "quoted" <b>')
    markup = svg(drawing, "drawing--chart")
    assert "<script" not in markup
    page = BeautifulSoup(markup, "html.parser")
    assert page.svg is not None
    assert page.svg["aria-label"] == 'a "quoted" <b>'
    assert page.get_text() == '<script>"x"</script>'
    for one in page.find_all(True):
        assert not {"style", "fill", "stroke"} & set(one.attrs)


def places(drawing: Drawing) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for one in drawing.shapes:
        found += one.points if isinstance(one, Stroke | Area) else [(one.x, one.y)]
    return found


@given(
    st.lists(st.tuples(st.integers(0, 400), st.none() | st.floats(-20, 150)), min_size=1, max_size=12),
    st.none() | st.floats(0.5, 24),
)
@examples(80)
def test_a_measure_by_date_stays_inside_with_a_gap_where_nothing_was_measured(
    found: list[tuple[int, float | None]], least: float | None
) -> None:
    dated = sorted(found, key=lambda one: one[0])
    line = measure(*(number for _, number in dated), least=least)
    drawing = measure_chart([START + timedelta(days=day) for day, _ in dated], line)
    assert len(dots(drawing)) == sum(number is not None for _, number in dated)
    for x, y in places(drawing):
        assert 0 <= x <= drawing.width
        assert 0 <= y <= drawing.height
