"""Whatever is typed or pasted prints as text: no crash, no file, no address, no silent blank."""

from itertools import cycle
from typing import Any

import pytest

from studio.documents import findings_report, home_programme
from tests.documents import reading
from tests.documents.hostile import HOSTILE, filled
from tests.documents.samples import findings_sheet, home_sheet, pain_findings_sheet
from tests.examples import some


def printed(render: Any, sheet: Any) -> bytes:
    pdf: bytes = render(sheet)
    assert reading.dangerous_keys(pdf) == set()
    assert reading.misplaced(pdf) == []
    assert reading.unmarked_operators(pdf) == []
    return pdf


@pytest.mark.parametrize("words", some(HOSTILE))
def test_a_home_sheet_prints_with_any_text_in_every_field(words: str) -> None:
    pdf = printed(home_programme.render, filled(home_sheet(count=3), HOSTILE[words]))
    assert len(reading.pages(pdf)) <= 9
    safety = squeezed(reading.text(pdf))
    assert squeezed("if it feels sharp, spreading or numb, gets worse, makes you dizzy") in safety
    assert squeezed("New calf swelling: call your doctor today.") in safety


@pytest.mark.parametrize(
    "words", some(["markup", "one long word", "ten thousand letters", "Chinese", "marks", "nothing"])
)
def test_a_findings_report_prints_on_one_page_with_any_text_in_every_field(words: str) -> None:
    pdf = printed(findings_report.render, filled(findings_sheet(), HOSTILE[words]))
    assert len(reading.pages(pdf)) == 1
    assert squeezed("It is not a diagnosis") in squeezed(reading.text(pdf))


@pytest.mark.parametrize(
    ("render", "sheet"),
    [(home_programme.render, home_sheet(size=18, paper="Letter")), (findings_report.render, pain_findings_sheet())],
    ids=["large print", "stopped for pain"],
)
def test_every_field_may_hold_another_kind_of_text(render: Any, sheet: Any) -> None:
    pdf = printed(render, filled(sheet, cycle(HOSTILE.values())))
    assert all(reading.font_names(pdf).values())


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
