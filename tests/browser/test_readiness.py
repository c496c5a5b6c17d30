"""Before training, at the desk and on the phone: questions by the keyboard, a sign that stops, the letter it drafts."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from ..builders import a_client
from ..documents import reading
from .axe import violations
from .server import Server

NAME = "Oluwaseun Adébáyò-Whitcombe"


@pytest.fixture
def client(server: Server) -> int:
    with server.look():
        return a_client(NAME, ready=False).id


def answer(page: Page, question: Locator, key: str) -> None:
    """The key on the first answer: Space takes it, the arrow goes on to No."""
    question.get_by_role("radio").first.focus()
    page.keyboard.press(key)


def test_a_yes_opens_its_details_and_a_red_flag_shuts_the_assessment(page: Page, server: Server, client: int) -> None:
    page.goto(f"/clients/{client}/readiness-form")
    questions = page.locator(".question")
    for number in range(9):
        answer(page, questions.nth(number), "ArrowRight")
    hurts = questions.nth(9)
    expect(hurts.get_by_label("Where?").first).to_be_hidden()
    answer(page, hurts, "Space")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("link", name="Question 10: choose the area of the body").click()
    expect(hurts.get_by_label("Where?").first).to_be_focused()
    hurts.get_by_label("Where?").first.select_option("lower_leg")
    hurts.get_by_role("radio", name="Left").first.check()
    hurts.get_by_label("Hurts now").first.check()
    hurts.get_by_label("How strong, 0 to 10?").first.fill("4")
    expect(page.locator("#readiness-kept")).to_contain_text("kept")
    assert not violations(page)
    page.get_by_role("button", name="Go on").click()

    expect(page.locator(".question--short").first).to_be_visible()
    for asked in page.locator(".question--short").all():
        answer(page, asked, "Space" if "swollen, hot or tender" in asked.inner_text() else "ArrowRight")
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("heading", name="Stop: somebody must look today")).to_be_visible()
    assert not violations(page)

    page.goto(f"/clients/{client}")
    page.get_by_role("button", name="Assess", exact=True).click()
    expect(page.get_by_text("An assessment cannot start until this is settled.")).to_be_visible()
    expect(page.get_by_role("button", name="Start all the same")).to_have_count(0)
    page.get_by_role("link", name="Open the letter").click()

    lacks = page.locator(".letter-page__missing")
    expect(lacks).to_contain_text("who it goes to, an emergency contact, what you saw")
    page.get_by_label("To", exact=True).fill("Dr Adeyemi, urgent care")
    page.get_by_label("Emergency contact").fill("Bola, 020 7946 0999")
    page.get_by_label("What we saw").fill("Nothing tested. The left calf is red")
    page.get_by_role("group", name="Did the client accept it?").get_by_label("Yes").check()
    assert not violations(page)
    page.get_by_role("button", name="Save the letter").click()
    expect(lacks).to_have_count(0)
    printed = page.request.get(page.get_by_role("link", name="Print the letter").get_attribute("href") or "")
    told = reading.text(printed.body())
    for words in (NAME, "Please see today", "left lower leg hurts now, 4 of 10", "(rf_dvt)", "has accepted it"):
        assert words in told


def test_on_a_phone_the_blood_pressure_stops_and_a_sign_is_found_under_its_heading(phone: Page, client: int) -> None:
    phone.goto(f"/clients/{client}/readiness/check")
    phone.get_by_label("Upper number", exact=True).fill("182")
    phone.get_by_label("Lower number", exact=True).fill("96")
    phone.get_by_text("Blood vessels").tap()
    phone.get_by_text(re.compile("Calf burning or cramp")).tap()
    expect(phone.get_by_label(re.compile("Calf burning or cramp"))).to_be_checked()
    assert phone.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert not violations(phone)
    phone.get_by_role("button", name="Save").tap()
    expect(phone.get_by_role("heading", name="Stop: somebody must look today")).to_be_visible()
    expect(phone.locator(".do-now")).to_contain_text("Blood pressure 182/96")
    expect(phone.locator(".against")).to_contain_text("Calf burning or cramp on short walks")
    assert phone.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert not violations(phone)
