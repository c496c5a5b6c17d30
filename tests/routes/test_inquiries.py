"""The studio's own page: what it does and does not do, and a short form for whoever asks for themselves."""

from collections.abc import Callable

from bs4 import BeautifulSoup
from flask import Flask

from studio.models.referrals import Kind
from studio.operations import texts
from tests.browse import Browser
from tests.people import Cast
from tests.referrals import a_ticket, stranger, taken_in

Browse = Callable[..., Browser]
ANSWERS = {"name": "Ada Quist", "contact": "020 7946 0777", "about": "My knee hurts since the replacement in May"}


def ask(app: Flask, **values: object) -> object:
    return stranger(app).post("/studio", data=ANSWERS | {"ticket": a_ticket(app)} | values)


def test_the_page_says_what_an_assessment_is_and_the_owner_words_it(app: Flask, browse: Browse, people: Cast) -> None:
    page = browse().get("inquiries.new")
    assert "We do not name illnesses" in page.get_text()
    assert "020 7946 0142" in page.get_text()
    texts.change("studio", "Move on", "Open on weekdays.\n\n## Prices\nAsk {studio}.", by=people.owner)
    page = browse().get("inquiries.new")
    assert page.h1 is not None
    assert page.h1.get_text() == "Move on"
    assert "Ask Northside Movement Studio." in page.get_text()


def test_three_answers_are_an_inquiry_that_says_what_is_mentioned(app: Flask) -> None:
    answer = ask(app, mentions=["sitting"], call="After five")
    assert answer.status_code == 303  # type: ignore[attr-defined]
    (inquiry,) = taken_in()
    assert inquiry.kind is Kind.inquiry
    assert inquiry.mentions == ["pain", "operation", "sitting"]
    assert "After five" in inquiry.story["reason"]
    receipt = BeautifulSoup(stranger(app).get(answer.location).text, "html.parser")  # type: ignore[attr-defined]
    assert "Thank you, Ada" in receipt.get_text()


def test_a_red_flag_of_their_own_is_told_to_them(app: Flask) -> None:
    answer = ask(app, about="I have had pressure in the chest since this morning")
    receipt = stranger(app).get(answer.location).text  # type: ignore[attr-defined]
    assert "Call 112 now" in receipt
    assert taken_in()[0].urgent


def test_a_program_is_asked_again_and_nothing_typed_is_lost(app: Flask) -> None:
    answer = ask(app, website="x", name="")
    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert "since the replacement" in answer.text  # type: ignore[attr-defined]
    assert ask(app).status_code == 303  # type: ignore[attr-defined]


def test_the_owner_sees_how_many_mention_what(app: Flask, browse: Browse, people: Cast) -> None:
    ask(app)
    ask(app, name="Bo Lind", about="Sitting all day, and my back aches")
    page = browse(people.owner).get("referral_figures.show")
    found = [row.get_text(" ", strip=True) for row in page.select("#mentions tbody tr")]
    assert found == ["pain 2", "an operation 1", "long sitting 1"]
