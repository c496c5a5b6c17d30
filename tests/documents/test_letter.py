"""The letter back: one page that holds what the reference asks for, and gives way by rule."""

import io
from dataclasses import replace

import pdfplumber
import pytest

from studio.documents.letter import render
from studio.documents.letter.fit import SMALLEST
from studio.sheets import Paper
from studio.sheets.letter import LetterRow
from tests.documents import reading
from tests.documents.sample_letters import (
    MEASURES,
    ROWS,
    first_letter,
    letter,
    long_letter,
    question_letter,
    received_letter,
)

PAPERS: tuple[Paper, ...] = ("A4", "Letter")


@pytest.mark.parametrize("paper", PAPERS)
def test_it_holds_every_field_of_a_letter_back_on_one_page(paper: Paper) -> None:
    pdf = render(letter(paper=paper))
    assert len(reading.sizes(pdf)) == 1
    told = reading.text(pdf)
    for words in (
        "To Alex Rivera, PT, DPT · Lakeside Physical Therapy · fax 555-0178",
        "From Dana Whitfield",
        "Wednesday 20 January 2027",
        "Re M. S. (name on your referral of 28 Oct 2026",
        "Thank you for referring this client",
        "In short:",
        "Finding (0–2) Side 3 Nov 15 Dec 19 Jan Reading",
        "Knee moves inward left 2 1 0 Not seen now (clear)",
        "Knee-to-wall distance left 6 cm 7.5 cm 9.5 cm +3.5 cm, error 2: real",
        "Same rater at each screen.",
        "Symptoms 3 Nov: left knee 4 of 10 in a test.",
        "Programme Inhibit, lengthen, activate, integrate.",
        "Adherence 31 of 42 home sessions",
        "no override",
        "Two questions",
        "Please tick and send back, or ring 555-0142",
        "Plan. The 12-week plan ends",
        "They are not a diagnosis",
        "Dana Whitfield · CES no. 114-2207, to 30 Jun 2028 · CPR/AED to 9 Mar 2027",
        "Read and released by Dana Whitfield",
        "signed consent of 3 Nov 2026 (C-12-2)",
    ):
        assert words in told, words


def test_the_other_side_is_another_letter() -> None:
    """Left and right are the client's: the word on paper is the word in the value."""
    other = {"left": "right", "right": "left"}
    turned = letter(findings=tuple(replace(row, side=other.get(row.side, row.side)) for row in ROWS))
    told = reading.text(render(turned))
    assert "Knee moves inward right 2 1 0" in told
    assert "Arms fall forward both 1 0 0" in told
    assert "Forward lean – 2 1 1" in told
    assert "Knee moves inward left 2 1 0" in reading.text(render(letter()))


def test_what_is_unchanged_gives_way_first_and_is_counted() -> None:
    same = tuple(
        LetterRow(name=f"Row {number}", side="left", values=("1", "1", "1"), change="Same", unchanged=True)
        for number in range(20)
    )
    told = reading.text(render(letter(findings=(*ROWS, *same))))
    assert "And 21 rows unchanged: see our full record." in told
    assert "Heel rises right" in told
    assert "Row 3" not in told


@pytest.mark.parametrize("paper", PAPERS)
def test_the_longest_letter_loses_rows_but_none_of_its_words_and_stays_readable(paper: Paper) -> None:
    pdf = render(replace(long_letter(), paper=paper))
    told = reading.text(pdf)
    assert "more: see our full record." in told
    assert "Question 3:" in told
    assert "(shortened)" not in told
    assert min(letter["size"] for letter in pdfplumber.open(io.BytesIO(pdf)).pages[0].chars) >= SMALLEST - 0.01


def test_a_first_screen_has_one_column_and_reads_no_change() -> None:
    told = reading.text(render(first_letter()))
    assert "Finding (0–2) Side 3 Nov" in told
    assert "Reading" not in told
    assert "our error" not in told


def test_what_is_sent_by_itself_holds_no_health_details_and_nobody_signs_it() -> None:
    told = reading.text(render(received_letter()))
    assert "From Northside Movement Studio" in told
    assert "Signature" not in told
    assert "movement findings" not in told


def test_a_question_has_what_was_said_seen_and_not_done() -> None:
    told = reading.text(render(question_letter()))
    for words in ("Urgency Before the next session", "Told us “It clicks", "We saw Left knee", "Not done Step-downs"):
        assert words in told, words
    assert "within limits, as below" in told


def test_a_page_without_room_keeps_the_first_row_of_each_table_and_says_what_it_cut() -> None:
    full = letter(findings=ROWS * 9, measures=MEASURES * 9, questions=("Why? " * 200,) * 9, note="word " * 400)
    told = reading.text(render(full))
    assert "(shortened)" in told
    assert told.count("Knee moves inward") == told.count("Knee-to-wall distance") == 1
    assert "And 9 rows unchanged and 35 more: see our full record." in told
