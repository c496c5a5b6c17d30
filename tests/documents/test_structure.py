"""Tagged PDF: what a screen reader hears; nothing is left unmarked, and nothing is needed from outside."""

import io
from datetime import date

import pikepdf
import pytest
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from studio.documents import findings_report, home_programme
from studio.documents.page import language
from studio.documents.styles import style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import para
from studio.figures import exercise_picture
from tests.documents import reading
from tests.documents.samples import findings_sheet, home_sheet

PDFS = {"home": home_programme.render(home_sheet()), "findings": findings_report.render(findings_sheet())}


def test_the_home_sheet_has_one_title_a_heading_for_each_exercise_and_lists() -> None:
    tags = [tag for tag, _ in reading.elements(PDFS["home"])]
    assert tags[0] == "Document"
    assert tags.count("H1") == 1
    assert tags.count("H2") == 6 + 1
    assert tags.count("L") == 6
    assert tags.count("LI") == tags.count("LBody") == sum(len(line.cues) for line in home_sheet().lines)


def test_drawings_have_words() -> None:
    pictures = [exercise_picture(line.exercise, line.side) for line in home_sheet().lines]
    assert [alt for tag, alt in reading.elements(PDFS["home"]) if tag == "Figure"] == [
        *(one.alt for one in pictures if one),
        "A grid to tick by pen: 6 exercises, 4 weeks, boxes on Wednesday, Friday, Saturday, Sunday.",
    ]
    assert all(alt for tag, alt in reading.elements(PDFS["findings"]) if tag == "Figure")


def test_a_text_printed_from_right_to_left_keeps_its_reading_order_for_screen_readers() -> None:
    file = reading.opened(home_programme.render(home_sheet(count=1, you_need=("שלום מרים",))))
    dictionaries = [item for item in file.objects if isinstance(item, pikepdf.Dictionary)]
    actual = [str(item.ActualText) for item in dictionaries if "/ActualText" in item]
    assert actual == ["You need: שלום מרים."]


def test_the_date_in_the_properties_is_the_date_of_the_sheet() -> None:
    file = reading.opened(home_programme.render(home_sheet(issued=date(2027, 3, 4))))
    assert str(file.docinfo["/CreationDate"]).startswith("D:20270304")


def test_a_language_that_is_none_becomes_english() -> None:
    assert language("de-CH") == "de-CH"
    assert language("en) /OpenAction (x") == "en"


def test_a_flowing_document_stands_on_the_same_canvas() -> None:
    file = io.BytesIO()
    seen: list[tuple[int, int]] = []

    def finish(canvas: TaggedCanvas, page: int, pages: int) -> None:
        seen.append((page, pages))

    def canvas(*args: object, **options: object) -> TaggedCanvas:
        return TaggedCanvas(*args, finish=finish, **options)

    template = BaseDocTemplate(file, pagesize=(300, 200))
    template.addPageTemplates(PageTemplate(frames=[Frame(40, 40, 220, 120)]))
    template.build([para("A letter about a knee. " * 40, style(12), limit=2000)], canvasmaker=canvas)
    pdf = file.getvalue()
    assert seen == [(page, len(seen)) for page in range(1, len(seen) + 1)]
    assert len(seen) > 2
    assert reading.unmarked_operators(pdf) == []
    assert all(reading.font_names(pdf).values())
    # One paragraph for a screen reader, however many pages it runs over.
    assert reading.elements(pdf) == [("Document", ""), ("P", "")]


def test_marked_content_cannot_be_nested() -> None:
    canvas = TaggedCanvas(io.BytesIO())
    with canvas.content("P"), pytest.raises(RuntimeError, match="cannot hold"), canvas.artifact():
        pass
