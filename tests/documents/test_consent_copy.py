"""The copy of a signed consent: all that was read, what was ticked, and a signature that is where the line is."""

from dataclasses import replace

import pytest

from studio import texts
from studio.documents.consent_copy import render
from studio.sheets import Paper
from studio.sheets.consent import Part
from tests.documents import reading
from tests.documents.sample_signed import consent_sheet


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_holds_every_word_of_the_text(paper: Paper) -> None:
    made = consent_sheet(paper=paper)
    pdf = render(made)
    said = reading.text(pdf).replace("\u00a0", " ")
    for part in made.parts:
        for words in (part.title, *part.paragraphs):
            assert words in said, words


def test_every_tick_says_yes_or_no() -> None:
    said = reading.text(render(consent_sheet()))
    assert "Yes. I want to take part." in said
    assert "No. A light touch may show me a movement." in said
    assert said.count("Yes.") == 2
    assert said.count("No.") == len(texts.purposes()) - 2


def test_names_day_time_and_version_stand_under_the_signature() -> None:
    said = reading.text(render(consent_sheet()))
    assert "Oluwaseun Adébáyò-Whitcombe, Tuesday 3 November 2026, 14:02." in said
    assert "Taken by Dana Whitfield, Northside Movement Studio. Text version 3." in said
    guardian = reading.text(render(replace(consent_sheet(), signer="Temi Whitcombe", guardian=True)))
    assert "Temi Whitcombe, parent or guardian of Oluwaseun Adébáyò-Whitcombe" in guardian


def test_a_typed_name_is_said_to_stand_for_the_signature() -> None:
    assert "The typed name stands for the signature." in reading.text(render(replace(consent_sheet(), strokes=())))


def test_a_long_text_takes_the_pages_it_needs_and_loses_nothing() -> None:
    long = tuple(Part(title=f"Part {n}", paragraphs=(f"Sentence {n} goes on and on. " * 40,)) for n in range(20))
    pdf = render(replace(consent_sheet(), parts=long))
    assert len(reading.pages(pdf)) > 3
    assert "Yes. I want to take part" in reading.pages(pdf)[-1], "ticks and signature stay together"
    assert reading.misplaced(pdf) == []
    said = reading.text(pdf)
    assert all(said.count(f"Sentence {n} ") == 40 for n in range(20))
