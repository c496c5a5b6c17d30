"""No exercise is split, none is lost, and as few sides are used as will hold them."""

from hypothesis import given
from hypothesis import strategies as st

from studio.documents.home_programme.sides import sides

HEIGHTS = st.lists(st.floats(60, 400), max_size=14)


@given(HEIGHTS)
def test_every_row_is_on_one_side_in_order_and_fits(heights: list[float]) -> None:
    found = sides(heights, first=450, later=730, last=200)
    assert [row for side in found for row in side] == list(range(len(heights)))
    for number, side in enumerate(found):
        room = (450 if number == 0 else 730) - (200 if number == len(found) - 1 else 0)
        assert sum(heights[row] for row in side) <= room


def test_the_white_space_is_shared_evenly() -> None:
    assert sides([150] * 6, first=510, later=730, last=220) == [[0, 1, 2], [3, 4, 5]]
    assert sides([150] * 4, first=510, later=730, last=220) == [[0, 1], [2, 3]]


def test_a_side_stays_empty_only_when_nothing_fits_on_it() -> None:
    assert sides([400], first=300, later=730, last=200) == [[], [0]]


def test_a_sheet_without_exercises_is_one_side() -> None:
    assert sides([], first=450, later=730, last=0) == [[]]
