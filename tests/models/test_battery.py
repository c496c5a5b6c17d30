"""The strip of tests, the rows of a variant, and a test that is left out."""

import pytest
from flask import Flask

from studio.models.battery_view import after, presets, stops_of
from studio.models.board import Board, board_of
from studio.models.board_foot import foot_of
from studio.models.board_words import change_words
from studio.models.fields import Stated, result_of
from studio.models.studios import studio_today
from studio.operations import assessments, readiness

from ..builders import a_client, taps
from ..people import Cast

HEELS = "ohsa.heels_elevated"


def with_heels(standard: dict[str, str], raised: dict[str, str]) -> Board:
    """The squat with these answers, and its form with heels raised."""
    said = {field: Stated(value, ("anterior", "lateral")) for field, value in standard.items()}
    again = {field: Stated(value, ("anterior", "lateral")) for field, value in raised.items()}
    return board_of("ohsa", "standard", said, (), {"ohsa": said, HEELS: again})


def test_a_variant_is_offered_once_the_standard_form_shows_what_it_informs() -> None:
    nothing = with_heels({}, {})
    assert [one.offered for one in nothing.variants] == [False] * 4
    knees = with_heels({"f:knee_valgus:left": "1"}, {})
    offered = [one.view for one in knees.variants if one.offered]
    assert offered == ["heels_elevated", "hands_on_hips", "heels_and_hands"]
    heels = with_heels({"f:heel_rises:left": "1"}, {})
    assert [one.view for one in heels.variants if one.offered] == ["arms_forward"]


def test_a_variant_asks_only_about_the_side_that_was_seen() -> None:
    page = with_heels({"f:knee_valgus:left": "2", "f:knee_valgus:right": "0"}, {}).view("heels_elevated")
    assert [row.code for row in page.rows if row.shown] == ["knee_valgus"]
    assert page.rest == "f:knee_valgus:left=0@anterior"
    assert foot_of(with_heels({"f:knee_valgus:left": "2"}, {}), "heels_elevated").text == "Rest is gone"


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        (("1", "1"), ("0", "0"), "Gone"),
        (("2", ""), ("1", ""), "Left mild, less"),
        (("1", ""), ("1", ""), "Left mild, same"),
        (("1", "2"), ("0", "2"), "Left gone, right same"),
        (("1", "1"), ("2", "1"), "Left more, right same"),
    ],
)
def test_a_row_of_a_variant_says_what_changed(before: tuple[str, str], now: tuple[str, str], words: str) -> None:
    standard = dict(zip(("f:knee_valgus:left", "f:knee_valgus:right"), before, strict=True))
    raised = dict(zip(standard, now, strict=True))
    (row,) = [one for one in with_heels(standard, raised).view("heels_elevated").rows if one.code == "knee_valgus"]
    assert row.words == words


def test_what_was_left_untested_changed_nothing() -> None:
    assert change_words("Not tested", ["nt"], ["2"]) == "Not tested"


def test_pain_in_a_variant_stops_the_test_and_holds_the_region() -> None:
    board = with_heels({"f:knee_valgus:left": "1"}, {"pain:knee_valgus": "knee.left.4"})
    assert [one.field for one in board.pains] == [f"{HEELS}/pain:knee_valgus"]
    assert next(one for one in board.view("anterior").rows if one.code == "knee_varus").state == "held"


def test_a_test_left_out_says_nothing_whatever_was_tapped_before() -> None:
    answers = {"f:heel_rises:left": Stated("2", ("lateral",)), "test": Stated("nt")}
    assert result_of("ohsa", "standard", answers).findings == ()
    assert result_of("ohsa", "standard", answers).views == ()
    board = board_of("ohsa", "standard", answers)
    assert {row.off for view in board.views for row in view.rows} == {True}
    assert board.done


def test_the_strip_says_what_became_of_each_test(app: Flask, people: Cast) -> None:
    battery = assessments.start(a_client(), by=people.coach, battery="first")
    taps(battery, "test=nt", station="push")
    taps(
        battery, "f:low_back_arches:mid=1", "f:shoulders_elevate:left=0", "f:shoulders_elevate:right=0", station="pull"
    )
    taps(battery, "f:head_forward:mid=0", station="pull")
    taps(battery, "pain:knee_valgus=knee.left.3", station="sls", view="anterior")
    taps(battery, "m:knee_to_wall_cm:left:1=9.5", station="measures", view="measures")
    stops = {one.station: one for one in stops_of(battery)}
    assert list(stops) == ["static", "ohsa", "sls", "push", "pull", "gait", "measures"]
    assert (stops["push"].note, stops["push"].done) == ("not tested", True)
    assert (stops["pull"].note, stops["pull"].done) == ("1 finding", True)
    assert (stops["sls"].note, stops["sls"].done) == ("stopped", True)
    assert (stops["static"].note, stops["static"].done) == ("to do", False)
    assert (stops["measures"].note, stops["measures"].done) == ("1 of 6", False)
    board = stops["ohsa"].board
    assert board is not None
    knees = next(one for one in board.view("anterior").rows if one.code == "knee_valgus")
    assert knees.words == "Held: left knee hurts", "pain in one test holds its region in all"
    following = after(tuple(stops.values()), "ohsa")
    assert following is not None
    assert following.station == "gait", "what was stopped, left out or done is passed over"


def test_somebody_who_fell_in_the_last_year_is_offered_the_older_adult_battery_first(app: Flask) -> None:
    client, on = a_client(), studio_today()
    assert presets(client, on)[0].battery.id == "first"
    fell = {f"screen_{number}": False for number in range(1, 11)} | {"screen_9": True}
    readiness.finish(client, {"answers": fell | {"screen_9.one_fall": True}}, by=Cast().coach)
    assert presets(client, on)[0].battery.id == "older_adult"
