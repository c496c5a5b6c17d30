"""Whatever is typed or pasted prints as text: no crash, no file, no address, no silent blank."""

import pytest

from studio.documents import home_programme
from tests.documents import reading
from tests.documents.hostile import HOSTILE, filled
from tests.documents.samples import home_sheet


@pytest.mark.parametrize("words", ["markup", "ten thousand letters", "Chinese", "marks"])
def test_the_safety_words_stay_whatever_is_typed(words: str) -> None:
    pdf = home_programme.render(filled(home_sheet(count=3), HOSTILE[words]))
    assert len(reading.pages(pdf)) <= 9
    safety = squeezed(reading.text(pdf))
    assert squeezed("if it feels sharp, spreading or numb, gets worse, makes you dizzy") in safety
    assert squeezed("New calf swelling: call your doctor today.") in safety


@pytest.mark.parametrize("words", ["markup", "image by path", "quotes", "entities"])
def test_markup_is_printed_as_it_was_typed(words: str) -> None:
    typed = HOSTILE[words][:80]
    pdf = home_programme.render(home_sheet(count=1, limits=(typed,)))
    assert squeezed(typed) in squeezed(reading.text(pdf))


def test_long_text_says_that_it_was_shortened() -> None:
    pdf = home_programme.render(home_sheet(count=1, limits=("keep the knee straight " * 60,)))
    assert "(shortened)" in reading.text(pdf)


def test_more_limits_than_fit_are_announced() -> None:
    pdf = home_programme.render(home_sheet(count=1, limits=tuple(f"limit {number}" for number in range(1, 13))))
    assert "limit 8" in reading.text(pdf)
    assert "There are 4 more limits" in reading.text(pdf)


def squeezed(words: str) -> str:
    return "".join(words.split())
