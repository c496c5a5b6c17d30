"""The progress report: one page for a usual client, more for a whole battery, and nothing said twice."""

from dataclasses import replace

import pytest

from studio.documents.progress_report import render
from studio.figures import posture_cards
from studio.sheets import Checkpoint, ComparisonSheet, Reading
from tests.documents import reading
from tests.documents.sample_comparison import GONE, comparison_sheet, long_comparison_sheet, row


def test_it_says_what_changed_why_not_and_what_it_is_not() -> None:
    everything = reading.text(render(comparison_sheet()))
    for words in (
        "Maria, what has changed",
        "Checks on 3 Nov, 15 Dec and Tuesday 19 January 2027",
        "Of your 5 findings, 2 are not seen now",
        "Left knee moves in marked mild not seen Not seen now",
        "Right heel lifts mild mild not tested Cannot compare not tested on both dates",
        "Head moves forward not seen not seen mild New",
        "on the same 9 of 10 movements",
        "Clear change +18.2 points",
        "6 cm → 9.5 cm Real change +3.5 cm, our error is 2",
        "A test was stopped for pain on 15 Dec. It is not compared, and it has no score.",
        "What this is not. It is not a diagnosis. It shows how you moved on three days.",
        "Dana Whitfield, Corrective Exercise Specialist",
    ):
        assert words in everything, words


def test_no_row_is_lost_over_the_pages_and_each_page_names_the_columns() -> None:
    pages = reading.pages(render(long_comparison_sheet()))
    whole = " ".join(pages)
    for number in range(1, 34):
        assert f"number {number}\r" in whole or f"number {number}\n" in whole or f"number {number} " in whole, number
    assert all("Since 3 Nov" in page for page in pages if "number" in page)
    assert whole.count("What next") == 1
    assert "What next" in pages[-1]


def drawn(sheet: ComparisonSheet) -> list[str]:
    """What the figures of the report say."""
    return [alt for tag, alt in reading.elements(render(sheet)) if tag == "Figure"]


def test_the_chart_and_the_pictures_are_figures_with_their_words() -> None:
    cards = posture_cards("ohsa.knee_valgus", "left")
    assert cards is not None
    assert drawn(comparison_sheet()) == [
        cards.saw.alt,
        cards.saw.alt,
        cards.want.alt,
        "Movement score by date. 3 Nov: 58; 15 Dec: no score, pain; 19 Jan: 76, partial.",
    ]
    assert "left knee" in cards.saw.alt


def test_what_weighs_most_is_drawn_with_the_side_it_has() -> None:
    assert [row.name for row in comparison_sheet().by_weight][:2] == ["Left knee moves in", "Chest drops forward"]
    everything = reading.text(render(comparison_sheet()))
    assert "Left knee moves in as we graded it, each time. A drawing, not a photo." in everything


def test_a_date_on_which_nobody_judged_it_has_no_drawing() -> None:
    missing = row("Left knee moves in", GONE, 2, None, 0, compensation="ohsa.knee_valgus", side="left")
    sheet = comparison_sheet(checkpoints=(Checkpoint(name="Knee", rows=(missing,)),), score=None)
    assert len(drawn(sheet)) == 2


def test_without_a_drawing_the_signs_stand_alone() -> None:
    rows = tuple(replace(one, compensation="") for one in comparison_sheet().rows)
    everything = reading.text(render(comparison_sheet(checkpoints=(Checkpoint(name="Knee", rows=rows),))))
    assert "not a photo" not in everything
    assert "marked: 4–5 of 5" in everything


@pytest.mark.parametrize("reader", ["therapist", "coach"])
def test_the_tables_give_grades_and_change_against_error_without_pictures(reader: Reading) -> None:
    sheet = comparison_sheet(reading=reader)
    everything = reading.text(render(sheet))
    for words in (
        "Progress of Maria Smith",
        "Left knee moves in 2 marked 1 mild 0 not seen not seen now",
        "Knee-to-wall distance, left 6 cm 7.5 cm 9.5 cm real change",
        "It shows how the client moved on three days.",
    ):
        assert words in everything, words
    assert ("Since 15 Dec" in everything) is (reader == "coach")
    assert drawn(sheet) == []


def test_without_score_measures_or_cautions_nothing_is_left_hanging() -> None:
    everything = reading.text(render(comparison_sheet(score=None, measures=(), cautions=())))
    assert "squat score" not in everything
    assert "measured" not in everything
