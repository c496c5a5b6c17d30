"""Charts as values: what is drawn adds up, and stays within its picture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.charts import Bars, Between, Columns, Lines, Series, Steps
from studio.charts.axis import every, ticks

NUMBERS = st.lists(st.integers(0, 10_000_000), min_size=1, max_size=60)


@given(st.floats(0.01, 1e12), st.booleans())
def test_a_scale_has_few_even_steps_and_holds_the_highest(highest: float, whole: bool) -> None:
    found = ticks(highest, whole=whole)
    assert found[0] == 0
    assert found[-1] >= highest * (1 - 1e-6)
    assert len(found) <= 5
    assert found[-2] < highest * (1 + 1e-6)
    if whole:
        assert all(one == int(one) for one in found)


@given(NUMBERS, NUMBERS)
def test_pieces_of_a_column_stand_on_each_other_and_reach_its_height(one: list[int], other: list[int]) -> None:
    number = min(len(one), len(other))
    chart = Columns(
        id="c", title="Sessions", over="Month", labels=tuple(map(str, range(number))),
        series=(Series("Dana", tuple(one[:number])), Series("Jonas", tuple(other[:number]))),
    )  # fmt: skip
    for at, column in enumerate(chart.columns):
        y = float(chart.base)
        for piece in column.pieces:
            assert piece.y + piece.height == pytest.approx(y, abs=0.02)
            y = piece.y
        assert y == pytest.approx(column.top, abs=0.1)
        assert 0 <= y <= chart.base
        assert 0 <= column.x <= column.x + chart.width <= 100
        assert bool(column.words) == bool(chart.sums[at])


@given(st.integers(1, 600), st.integers(2, 13))
def test_no_more_labels_stand_side_by_side_than_there_is_room_for(number: int, room: int) -> None:
    assert -(-number // every(number, room)) <= room


def test_bars_are_shares_of_the_longest_and_the_table_says_the_same() -> None:
    chart = Bars(
        id="left", title="Who left", over="Why", labels=("Money", "Time", "A reason that is much too long for a phone"),
        series=(Series("Weeks 1 to 4", (3, 0, 1)), Series("Later", (1, 2, None))), whole="All",
    )  # fmt: skip
    first, second, third = chart.bars
    assert [(part.x, part.width, part.style) for part in first.parts] == [(0, 75, 0), (75, 25, 1)]
    assert [part.style for part in second.parts] == [1]
    assert third.label.endswith("…")
    assert list(chart.rows())[2] == ("A reason that is much too long for a phone", ["1", "–", "1"])
    assert chart.sum_row() == ["4", "3", "7"]
    assert list(chart.file_rows())[:2] == [["Why", "Weeks 1 to 4", "Later", "All"], ["Money", 3, 1, 4]]
    assert chart.about == "Why: 3. Each made of Weeks 1 to 4 and Later. Most: Money, 4."
    assert third.bar_y + chart.bar_height <= chart.height


def test_steps_tell_the_share_that_went_on_and_how_long_it_took() -> None:
    chart = Steps(
        id="way", title="The way", over="Step", labels=("Came", "Assessed", "Enrolled"),
        series=(Series("Referred", (8, 6, 3)),), between=(Between(0.75, 4), Between(0.5, 35)),
    )  # fmt: skip
    assert [step.way for step in chart.steps] == ["75% went on, in 4 days", "50% went on, in 5 weeks", ""]
    assert [step.share for step in chart.steps] == ["", "75%", "38%"]
    assert chart.steps[-1].bar_y + chart.bar_height <= chart.height


def test_a_line_leaves_out_what_is_not_known() -> None:
    chart = Lines(
        id="l", title="Owed", over="Month", labels=("Jan", "Feb", "Mar", "Apr"),
        series=(Series("Deferred", (None, 0, 50, 100)),),
    )  # fmt: skip
    (line,) = chart.lines
    assert line.points == "37.5,176 62.5,88 87.5,0"
    assert line.last == "100"
    assert chart.about == "Jan to Apr. Deferred: 100 at the end."


def test_a_chart_of_nothing_says_so() -> None:
    chart = Columns(id="c", title="Sessions", over="Week", labels=("1",), series=(Series("All", (0,)),))
    assert chart.empty
    assert chart.about == "Nothing yet."
    assert chart.columns[0].pieces == ()
