"""Minutes on the page and on paper are whole, and they add up."""

from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from studio.models.minutes import whole_minutes

shares = st.lists(st.floats(0.3, 9.9), min_size=1, max_size=6)


@given(shares)
def test_the_parts_add_up_to_the_whole_rounded_up(parts: list[float]) -> None:
    at_least = sum(max(1, int(part)) for part in parts)
    assert sum(whole_minutes(parts)) == max(ceil(round(sum(parts), 3)), at_least)


@given(shares)
def test_no_line_takes_no_time_and_none_is_a_minute_off(parts: list[float]) -> None:
    for share, whole in zip(parts, whole_minutes(parts), strict=True):
        assert whole >= 1
        assert abs(whole - max(1.0, share)) <= 1


def test_no_lines_take_no_minutes() -> None:
    assert whole_minutes([]) == []
