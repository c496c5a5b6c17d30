"""The studio on one page: with the code of whom it is for, and never with one that leads nowhere."""

from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from flask import Flask

from studio.operations.therapists import form_address

from ..browse import Browser
from ..documents.reading import text
from ..people import Cast
from ..therapists import a_therapist

Browse = Callable[..., Browser]


@pytest.fixture
def reachable(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """A house that has a public address."""
    monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], public_url="https://studio.example"))


def fetched(browser: Browser, endpoint: str, **values: object) -> bytes:
    browser.get(endpoint, **values)
    assert browser.last is not None
    assert browser.last.mimetype == "application/pdf"
    return browser.last.get_data()


def scanned(pdf: bytes) -> list[str]:
    file = pypdfium2.PdfDocument(pdf)
    try:
        return [one.text for one in zxingcpp.read_barcodes(file[0].render(scale=1.6, grayscale=True).to_pil())]
    finally:
        file.close()


@pytest.mark.usefixtures("reachable")
def test_the_page_for_one_therapist_leads_a_phone_to_their_own_form(browse: Browse, people: Cast) -> None:
    row = a_therapist()
    pdf = fetched(browse(people.front_desk), "overviews.show", therapist_id=row.id)
    assert scanned(pdf) == [form_address(row)] == [f"https://studio.example/refer/{row.link}"]
    assert f"studio.example/refer/{row.short_code}" in text(pdf)
    assert "Priya Raghunathan, Harbour Street Physiotherapy" in text(pdf)


def test_the_page_for_everybody_names_the_coaches_and_no_address_that_leads_nowhere(
    browse: Browse, people: Cast
) -> None:
    pdf = fetched(browse(people.coach), "overviews.index")
    said = text(pdf)
    assert scanned(pdf) == []
    assert "/refer" not in said
    for words in ("Mara Lindqvist", "Corrective Exercise Specialist", "Jonas Keller", "call 112 first"):
        assert words in said
    assert "Ines Castellanos" not in said
