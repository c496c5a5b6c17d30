"""The board as it is drawn: sides, order, words and the big button."""

from datetime import date

import pytest
from flask import Flask

from studio.ces.case import Case, Finding, TestResult
from studio.ces.catalogue import catalogue
from studio.ces.evidence import gather
from studio.ces.findings import Seen
from studio.ces.reasoning import reason
from studio.models.board import Board, board_of
from studio.models.board_foot import foot_of
from studio.models.board_words import row_words, value_words
from studio.models.fields import Stated
from studio.models.grounds import Grounds
from studio.models.muscle_view import finding_lines
from studio.models.three_readings import readings

ALL = tuple(catalogue().protocols)


def squat(**answers: str) -> Board:
    """A squat where these fields were stated from the side: `squat(heel_rises_left="1")`."""
    fields = {}
    for name, value in answers.items():
        code, _, side = name.rpartition("_")
        fields[f"f:{code}:{side}"] = Stated(value, ("lateral",))
    return board_of("ohsa", "standard", fields)


def row(board: Board, view: str, code: str):  # type: ignore[no-untyped-def]
    return next(one for one in board.view(view).rows if one.code == code)


@pytest.mark.parametrize("protocol", ALL)
def test_every_protocol_has_a_board(protocol: str) -> None:
    board = board_of(protocol, "standard", {})
    shown = {one.code for view in board.views for one in view.rows}
    assert shown == {one.partition(".")[2] for one in catalogue().protocols[protocol].compensations}
    for view in board.views:
        assert view.usual
        for one in view.rows:
            assert one.label
            assert one.mild
            assert one.marked
            assert one.pads


def test_rows_go_from_head_to_heel_with_the_rare_ones_last() -> None:
    board = squat()
    assert [one.code for one in board.view("lateral").usual] == [
        "head_forward",
        "arms_fall_forward",
        "excessive_forward_lean",
        "low_back_arches",
        "low_back_rounds",
        "heel_rises",
    ]
    assert [one.code for one in board.view("lateral").rare] == ["elbows_flex", "knee_dominance"]
    assert len(board.view("anterior").usual) == 6


def test_the_front_view_is_mirrored_and_the_others_are_not() -> None:
    board = squat()
    for view, letters in (("anterior", "R R L+R L+R L L"), ("posterior", "L L L+R L+R R R")):
        cells = [cell for pad in row(board, view, "foot_flattens").pads for cell in pad]
        assert " ".join(cell.side for cell in cells) == letters
        for cell in cells:
            sides = {"L": {"left"}, "R": {"right"}, "L+R": {"left", "right"}}[cell.side]
            said = {one.partition("=")[0].rpartition(":")[2] for one in cell.says.split()}
            assert said == sides, "a cell must say the side that is printed on it"


def test_a_weight_shift_goes_toward_one_side_only() -> None:
    right, both, left = row(squat(), "anterior", "asymmetric_shift").pads
    assert both == ()
    assert [cell.says for cell in (*right, *left)] == [
        "f:asymmetric_shift:mid=right1",
        "f:asymmetric_shift:mid=right2",
        "f:asymmetric_shift:mid=left1",
        "f:asymmetric_shift:mid=left2",
    ]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ("ohsa.asymmetric_shift", "toward left, mild"),
        ("static.pelvis_uneven", "higher on the left, mild"),
        ("static.shoulders_uneven", "higher on the left, mild"),
    ],
)
def test_what_the_side_of_a_direction_means_is_said_the_same_way_everywhere(app: Flask, found: str, said: str) -> None:
    cat, one = catalogue(), catalogue().compensations[found]
    result = TestResult(protocol=one.protocol, views=one.views, findings=(Finding(found, "left", 1, one.views),))
    (line,) = finding_lines((result,), cat)
    case = Case(assessments=(result,))
    evidence = gather(case, cat)
    grounds = Grounds(case, cat, evidence, reason(case.assessments, cat, evidence.measured), date(2026, 11, 22))
    assert line.pills == ((said, False),)
    assert row_words(one, ["left1"]) == said.capitalize()
    assert readings(Seen(one, 1, 0), grounds).coach[0].startswith(f"{said.capitalize()}: ")
    assert value_words(f"f:{found.partition('.')[2]}:mid", "left1") == "left, mild"


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"heel_rises_left": "1"}, "Left mild"),
        ({"heel_rises_left": "1", "heel_rises_right": "1"}, "Both mild"),
        ({"heel_rises_left": "1", "heel_rises_right": "2"}, "Left mild, right marked"),
        ({"heel_rises_left": "0", "heel_rises_right": "2"}, "Right marked"),
        ({"heel_rises_left": "nt", "heel_rises_right": "2"}, "Left not tested, right marked"),
        ({"heel_rises_left": "0", "heel_rises_right": "0"}, "Clean"),
        ({"heel_rises_left": "nt", "heel_rises_right": "nt"}, "Not tested"),
        ({"heel_rises_left": "0", "heel_rises_right": "nt"}, "Left clean, right not tested"),
        ({}, ""),
    ],
)
def test_a_row_says_what_stands(answers: dict[str, str], words: str) -> None:
    assert row(squat(**answers), "lateral", "heel_rises").words == words


def test_what_is_stored_is_what_is_lit() -> None:
    heel = row(squat(heel_rises_left="1", heel_rises_right="1"), "lateral", "heel_rises")
    assert [cell.lit for pad in heel.pads for cell in pad] == [True, False, True, False, True, False]
    assert heel.pads[0][0].does == "f:heel_rises:left="
    assert heel.pads[0][1].does == "f:heel_rises:left=2"
    assert heel.pads[1][0].does == "f:heel_rises:left= f:heel_rises:right="


def test_a_row_clean_from_the_side_is_still_open_from_behind() -> None:
    board = squat(heel_rises_left="0", heel_rises_right="0")
    assert row(board, "lateral", "heel_rises").state == "clean"
    assert row(board, "posterior", "heel_rises").state == "open"


def test_rest_is_clean_says_it_for_every_open_side_of_this_view_and_goes_on() -> None:
    board = squat(heel_rises_left="2")
    foot = foot_of(board, "lateral")
    assert (foot.kind, foot.text, foot.note, foot.to) == (
        "rest",
        "Rest is clean",
        "5 rows not seen. Next: back view",
        "posterior",
    )
    assert "f:heel_rises:right=0" in foot.says.split()
    assert "f:heel_rises:left=0" not in foot.says.split()
    assert not any(code in foot.says for code in ("elbows_flex", "knee_dominance"))


def test_the_button_leads_round_and_then_finishes() -> None:
    fields = {
        field: Stated("0", ("anterior", "lateral", "posterior"))
        for view in squat().views
        for one in view.rows
        for field in one.fields
    }
    assert foot_of(board_of("ohsa", "standard", fields), "posterior").kind == "finish"
    only_front_open = fields | {"f:knee_valgus:left": Stated("", ())}
    assert foot_of(board_of("ohsa", "standard", only_front_open), "posterior").text == "On to the front view"
    front_skipped = only_front_open | {"v:anterior": Stated("nt")}
    assert foot_of(board_of("ohsa", "standard", front_skipped), "posterior").kind == "finish"


def test_pain_stops_its_row_and_holds_its_region() -> None:
    fields = {
        "pain:low_back_arches": Stated("low_back.mid.4"),
        "f:excessive_forward_lean:mid": Stated("1", ("lateral",)),
    }
    board = board_of("ohsa", "standard", fields)
    states = {one.code: (one.state, one.words) for one in board.view("lateral").usual}
    assert states["low_back_arches"] == ("pain", "Pain here, 4 of 10")
    assert states["low_back_rounds"] == ("held", "Held: low back hurts")
    assert states["excessive_forward_lean"] == ("held", "Mild, kept · Held: low back hurts")
    assert states["heel_rises"][0] == "open"
    assert foot_of(board, "lateral").text == "End the test, keep findings"


def test_the_rest_is_clean_says_nothing_about_what_is_held() -> None:
    held = board_of("ohsa", "standard", {}, ("low_back.mid.x",))
    shut = {one.code for view in held.views for one in view.rows if one.state == "held"}
    assert "low_back_arches" in shut
    said = {one.partition("=")[0].split(":")[1] for view in held.views for one in view.rest.split()}
    assert said
    assert not said & shut
