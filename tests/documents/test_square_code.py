"""The square code on the home sheet, read back from the finished paper as a phone reads it."""

import pypdfium2
import pytest
import zxingcpp

from studio.documents.home_programme import render
from studio.documents.square_code import square_code
from studio.sheets import Paper, PrintSize
from tests.documents import reading
from tests.documents.samples import home_sheet
from tests.examples import some

SECRET = "AZ27" * 8
ADDRESS = f"HTTPS://STUDIO.EXAMPLE/{SECRET}"


def scanned(pdf: bytes, dots_per_inch: int) -> list[tuple[str, str]]:
    """What a scanner reads on the first page in grey: the text and the level of correction."""
    file = pypdfium2.PdfDocument(pdf)
    try:
        picture = file[0].render(scale=dots_per_inch / 72, grayscale=True).to_pil()
    finally:
        file.close()
    return [(one.text, one.ec_level) for one in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize(("size", "paper"), some([(12, "A4"), (14, "Letter"), (18, "A4")]))
def test_a_phone_reads_the_address_from_the_sheet(size: PrintSize, paper: Paper) -> None:
    pdf = render(home_sheet(count=3, size=size, paper=paper, scan_to=ADDRESS))
    assert scanned(pdf, 110) == [(ADDRESS, "M")]
    assert reading.misplaced(pdf) == []
    assert reading.unmarked_operators(pdf) == []


def test_a_coarse_fax_of_the_sheet_can_still_be_scanned() -> None:
    assert scanned(render(home_sheet(count=1, scan_to=ADDRESS)), 98) == [(ADDRESS, "M")]


def test_the_code_is_a_drawing_with_words_that_do_not_give_the_address_away() -> None:
    pdf = render(home_sheet(count=1, scan_to=ADDRESS))
    alts = [alt for tag, alt in reading.elements(pdf) if tag == "Figure"]
    assert alts[0] == "A square code. A phone’s camera opens our contact with it."
    assert "Scan to reach us" in reading.text(pdf)
    assert SECRET not in reading.text(pdf) + "".join(alts)
    assert reading.dangerous_keys(pdf) == set()


def test_without_an_address_there_is_no_code() -> None:
    pdf = render(home_sheet(count=1))
    assert scanned(pdf, 110) == []
    assert "Scan" not in reading.text(pdf)


def test_a_usual_address_takes_29_modules_and_a_long_host_name_some_more() -> None:
    assert len(square_code(ADDRESS)) == 29
    long = f"HTTPS://EXERCISES.NORTHSIDE-MOVEMENT-STUDIO.EXAMPLE/{SECRET}"
    assert len(square_code(long)) == 33
    assert scanned(render(home_sheet(count=1, scan_to=long)), 110) == [(long, "M")]


def test_an_address_that_is_too_long_to_print_well_is_left_out() -> None:
    assert square_code("HTTPS://STUDIO.EXAMPLE/" + "A" * 400) == ()
