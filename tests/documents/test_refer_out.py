"""The refer-out letter: one page that a clinician can read, tick and send back."""

from dataclasses import replace

import pytest

from studio.documents.refer_out import render
from studio.sheets import Paper
from tests.documents import reading
from tests.documents.sample_signed import refer_out_sheet

PAPERS: tuple[Paper, ...] = ("A4", "Letter")

LETTER = refer_out_sheet()


@pytest.mark.parametrize("paper", PAPERS)
def test_it_holds_every_field_of_a_refer_out_letter_on_one_page(paper: Paper) -> None:
    pdf = render(replace(LETTER, paper=paper))
    everything = reading.text(pdf)
    for words in (
        "To Alex Rivera, PT",
        "Sunday 22 November 2026, 14:05",
        "Maria Smith, born 1969",
        "Emergency John Smith, 555-0190",
        "Please see within 1–2 weeks",
        "We do no test and no exercise of: knee.",
        "Discomfort in the left knee during a test (6 of 10)",
        "Does it wake you and nothing eases it? (rf_night)",
        "Told us It started in May",
        "We saw Overhead squat stopped at the third repetition",
        "Not done Single-leg squat and gait.",
        "Measured Blood pressure 138/86 at rest",
        "Known blood thinner",
        "Advised To have it looked at by a licensed clinician. The client has accepted it.",
        "may train within limits",
        "Signature",
        "Holds until",
        "They are not a diagnosis",
        "Dana Whitfield · Corrective Exercise Specialist",
        "Copy: client, file.",
        "Version 2",
    ):
        assert words in everything, words


def test_what_is_not_known_leaves_room_for_a_pen() -> None:
    bare = replace(LETTER, recipient="", contact="", reported="", known="", flags=(), accepted="", regions="")
    everything = reading.text(render(bare))
    assert "To ____" in everything
    assert "Told us ____" in everything
    assert "We saw Overhead squat" in everything
    assert "Known" not in everything
    assert "no exercise of" not in everything
