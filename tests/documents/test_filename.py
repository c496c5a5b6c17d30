"""File names tell what is inside and are safe on every system."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from studio.documents.filename import file_name

DAY = date(2026, 11, 21)


def test_a_name_says_date_document_person_and_version() -> None:
    assert file_name("home-programme", "Jane Smith", DAY, 3) == "2026-11-21_home-programme_J-Smith_v3.pdf"


def test_letters_with_marks_lose_them() -> None:
    assert file_name("findings", "Łukasz Żółć", DAY) == "2026-11-21_findings_L-Zolc.pdf"
    assert file_name("findings", "Anne von Groß", DAY) == "2026-11-21_findings_A-Gross.pdf"


def test_a_single_name_is_written_out() -> None:
    assert file_name("findings", "Maria", DAY) == "2026-11-21_findings_Maria.pdf"


def test_a_name_without_latin_letters_becomes_client() -> None:
    assert file_name("findings", "王小明", DAY) == "2026-11-21_findings_client.pdf"


@given(st.text(max_size=120))
def test_any_name_gives_a_short_plain_file_name(name: str) -> None:
    assert re.fullmatch(r"2026-11-21_findings_[A-Za-z0-9-]{1,40}_v1\.pdf", file_name("findings", name, DAY, 1))
