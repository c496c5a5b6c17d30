"""The progress report: one page for a usual client, more for a whole battery, and nothing said twice."""

from studio.documents.progress_report import render
from tests.documents import reading
from tests.documents.sample_comparison import comparison_sheet, long_comparison_sheet


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


def test_the_chart_is_a_figure_with_its_words() -> None:
    figures = [alt for tag, alt in reading.elements(render(comparison_sheet())) if tag == "Figure"]
    assert figures == ["Movement score by date. 3 Nov: 58; 15 Dec: no score, pain; 19 Jan: 76, partial."]


def test_without_score_measures_or_cautions_nothing_is_left_hanging() -> None:
    everything = reading.text(render(comparison_sheet(score=None, measures=(), cautions=())))
    assert "squat score" not in everything
    assert "measured" not in everything
