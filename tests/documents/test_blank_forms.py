"""Paper forms: whole, in order, readable, and fit for a pen."""

import re
from dataclasses import replace

import pikepdf
import pytest

from studio.ces.catalogue import catalogue
from studio.documents import blank_forms
from studio.sheets.blank_forms import BoardForm
from tests.documents import reading
from tests.documents.hostile import HOSTILE, filled
from tests.documents.sample_forms import every_form, form_set, form_sheet
from tests.examples import some

MARGIN = 36.0


@pytest.mark.parametrize("protocol", tuple(catalogue().protocols))
def test_a_test_has_its_rows_in_order_with_both_sides_left_first(protocol: str) -> None:
    sheet = form_sheet(protocol)
    form = sheet.forms[0]
    assert isinstance(form, BoardForm)
    printed = reading.text(blank_forms.render(sheet))
    at = 0
    for view in form.views:
        at = printed.index(f"{view.title} view not tested", at)
        for look in (*view.rows, *view.more):
            judged = "L 0 1 2 R 0 1 2" if look.sided else "0 1 2"
            at = printed.index(" ".join(filter(None, (str(look.number), look.label, look.toward, judged))), at)


def test_what_stops_a_test_is_on_its_first_side_and_pain_has_its_box() -> None:
    for protocol in catalogue().protocols:
        pages = [re.sub(r"\s+", " ", page) for page in reading.pages(blank_forms.render(form_sheet(protocol)))]
        for sign in catalogue().safety.stop_test_if:
            assert sign[1:] in pages[0]
        assert "Any pain? Stop the test." in " ".join(pages)
        assert "we stopped that test" in " ".join(pages)


def test_circles_are_large_enough_for_a_pen() -> None:
    file = reading.opened(blank_forms.render(form_sheet("push")))
    widths, xs = [], list[float]()
    for operands, operator in pikepdf.parse_content_stream(file.pages[0]):
        if str(operator) == "m":
            xs = []
        if str(operator) in ("m", "c"):
            xs.append(float(operands[-2]))
        elif str(operator) == "S" and len(xs) > 4:
            widths.append(round(max(xs) - min(xs), 1))
    assert widths.count(18.4) == 3 * 4  # one row of three has two sides


def test_a_blank_form_has_lines_and_one_for_a_client_has_name_and_day() -> None:
    blank = reading.text(blank_forms.render(form_sheet("readiness")))
    assert "Client Date Asked by" in blank
    pages = reading.pages(blank_forms.render(form_sheet("readiness", client="Maria Smith")))
    assert "Client Maria Smith Date Tue 24 Nov 2026 Asked by" in re.sub(r"\s+", " ", pages[0])
    assert all("Maria Smith" in page for page in pages)


def test_every_question_has_its_answers_and_its_line_for_details() -> None:
    printed = reading.text(blank_forms.render(form_sheet("readiness")))
    assert printed.count("Details") == 10
    assert printed.count("Yes No") == 9
    assert printed.count("Some None") == 1


def test_the_consent_says_which_text_it_is_and_has_lines_for_both_signatures() -> None:
    printed = reading.text(blank_forms.render(form_sheet("consent")))
    assert "Text version 1" in printed
    assert printed.count("Signature") == 2
    assert "Parent or guardian" in printed


def test_forms_of_a_set_begin_on_pages_of_their_own_and_count_their_own_pages() -> None:
    pdf = blank_forms.render(form_set("static", "ohsa", "push"))
    pages = reading.pages(pdf)
    assert len(pages) == 5
    ends = [re.search(r"(Side \d of \d|Page \d of \d)", page) for page in pages]
    assert [one and one[1] for one in ends] == [
        "Side 1 of 2",
        "Side 2 of 2",
        "Side 1 of 2",
        "Side 2 of 2",
        "Page 1 of 1",
    ]
    with reading.opened(pdf) as file, file.open_outline() as outline:
        assert [entry.title for entry in outline.root] == ["Posture", "Overhead squat", "Push"]


def test_a_form_that_says_the_same_is_not_made_again() -> None:
    assert blank_forms.render(form_sheet("push")) is blank_forms.render(form_sheet("push"))
    changed = form_sheet("push")
    changed = replace(changed, head=replace(changed.head, studio=replace(changed.head.studio, name="Southside")))
    assert "Southside" in reading.text(blank_forms.render(changed))


@pytest.mark.parametrize("words", some(HOSTILE))
def test_what_people_type_prints_on_a_form_whatever_it_is(words: str) -> None:
    text = HOSTILE[words]
    consent, log = every_form()["consent"], every_form()["tick-log"]
    typed = (replace(consent, title=text, parts=((text, (text, text)),)), replace(log, lines=(text,) * 6))  # type: ignore[call-arg]
    sheet = replace(filled(form_sheet("push", client="Maria Smith"), "x"), head=filled(form_sheet("push").head, text))
    pdf = blank_forms.render(replace(sheet, title=text, forms=(every_form()["push"], *typed)))
    assert reading.dangerous_keys(pdf) == set()
    assert reading.unmarked_operators(pdf) == []
    assert reading.misplaced(pdf, MARGIN) == []
