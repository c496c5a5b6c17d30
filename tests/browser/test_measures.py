"""Measures on the tablet: keypad, stopwatch, counter, and numbers that are never lost."""

from decimal import Decimal

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from sqlalchemy import select

from studio.ces.units import to_cm, to_inches
from studio.extensions import db
from studio.models.assessments import Answer, Recording

from .axe import violations
from .conftest import PHONE, PORTRAIT, TABLET, SignIn
from .server import Server


class Measures:
    """The page in the words of a coach."""

    def __init__(self, page: Page, assessment: int):
        self.page, self.assessment = page, assessment

    def open(self, measure: str) -> "Measures":
        self.page.goto(f"/assessments/{self.assessment}/measures?measure={measure}")
        self.page.wait_for_selector("#board[data-ready]", state="attached")
        expect(self.page.locator(".sheet")).to_have_count(32)  # the last ones come once the page stands
        return self

    def keys(self, *keys: str) -> None:
        for key in keys:
            self.page.locator(f"[data-key='{key}']").click()

    def saved(self) -> None:
        expect(self.page.locator(".board__head [data-save-state]")).to_have_attribute("data-save-state", "saved")

    @property
    def verdict(self) -> str:
        return " ".join(self.page.locator(".measured__now").inner_text().split())

    def stored(self, server: Server) -> dict[str, str]:
        with server.look():
            rows = select(Answer).join(Recording, Recording.id == Answer.recording_id)
            found = db.session.scalars(rows.where(Recording.assessment_id == self.assessment)).all()
            return {one.field: one.value for one in found if one.value}


def test_the_keypad_types_six_trials_and_the_verdict_comes_at_once(server: Server, page: Page, squat: int) -> None:
    measures = Measures(page, squat).open("hip_flexion_deg")
    measures.keys("1", "0", "5", "next", "1", "2", "0", "next")
    measures.saved()
    expect(page.locator(".measured__now")).to_contain_text("120°")
    assert "Left 105° Restricted" in measures.verdict
    assert "Right 120° Not restricted" in measures.verdict
    assert measures.stored(server) == {"m:hip_flexion_deg:left:1": "105", "m:hip_flexion_deg:right:1": "120"}
    page.locator("[data-take-back]").click()
    measures.saved()
    assert measures.stored(server) == {"m:hip_flexion_deg:left:1": "105"}


def test_what_is_out_of_bounds_or_unusual_is_asked_in_place_and_nothing_is_lost(
    server: Server, page: Page, squat: int
) -> None:
    measures = Measures(page, squat).open("knee_to_wall_cm")
    sheet = page.locator("#sheet-knee_to_wall_cm")
    first = page.locator("#m-knee_to_wall_cm-left-1")
    measures.keys("9", "9", "next")
    expect(sheet.locator("[data-error]")).to_have_text("Enter 0 to 25 cm")
    expect(first).to_have_value("99")
    measures.keys("back", "back", "2", "2", "next")
    expect(sheet.locator("[data-error]")).to_be_hidden()
    expect(sheet.locator("[data-ask]")).to_contain_text("22 is unusual here.")
    assert measures.stored(server) == {}
    sheet.get_by_role("button", name="Yes, keep it").click()
    measures.saved()
    assert measures.stored(server) == {"m:knee_to_wall_cm:left:1": "22"}
    expect(page.locator("#m-knee_to_wall_cm-left-2")).to_be_focused()


def test_a_keyboard_types_as_the_keypad_does(server: Server, page: Page, squat: int) -> None:
    measures = Measures(page, squat).open("modified_thomas_thigh_deg")
    page.keyboard.type("-12")
    page.keyboard.press("Enter")
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    measures.saved()
    stored = {"m:modified_thomas_thigh_deg:left:1": "-12", "m:modified_thomas_thigh_deg:right:1": "3"}
    assert measures.stored(server) == stored


def test_the_stopwatch_fills_the_positions_and_stops_at_the_first_not_held(
    server: Server, page: Page, squat: int
) -> None:
    page.clock.install()
    measures = Measures(page, squat).open("four_stage_balance")
    go = page.locator("[data-watch-go]")
    go.click()
    page.clock.run_for(10_500)
    expect(go).to_have_text("Start")
    go.click()
    page.clock.run_for(4_200)
    go.click()
    page.clock.resume()
    measures.saved()
    stored = measures.stored(server)
    assert stored["m:four_stage_balance:mid:1"] == "10"
    assert 4 <= float(stored["m:four_stage_balance:mid:2"]) <= 5
    expect(page.locator("#m-four_stage_balance-mid-3")).to_be_disabled()
    expect(page.locator(".measured__now")).to_contain_text("At risk of falling")


def test_stands_are_counted_for_thirty_seconds_and_can_be_corrected(server: Server, page: Page, squat: int) -> None:
    page.clock.install()
    measures = Measures(page, squat).open("chair_stand_30s")
    count = page.locator("[data-count]")
    expect(count).to_be_disabled()
    page.locator("[data-counter-go]").click()
    for _ in range(5):
        count.click()
    page.clock.run_for(30_500)
    expect(page.locator("[data-counter-note]")).to_contain_text("Time.")
    count.click()
    page.locator("[data-uncount]").click()
    page.clock.resume()
    measures.saved()
    assert measures.stored(server) == {"m:chair_stand_30s:mid:1": "5"}
    page.get_by_role("button", name="Arms were used").click()
    measures.saved()
    expect(page.locator(".measured__now")).to_contain_text("0 stands")


def test_pain_stops_the_measure_holds_the_region_and_can_be_taken_back(server: Server, page: Page, squat: int) -> None:
    measures = Measures(page, squat).open("hip_ir_deg")
    page.locator("#sheet-hip_ir_deg [data-pain]").click()
    panel = page.locator("#pain")
    expect(panel).to_contain_text("your hip")
    panel.get_by_role("button", name="Left").click()
    panel.get_by_role("button", name="4", exact=True).click()
    measures.saved()
    assert measures.stored(server) == {"pain:hip_ir_deg": "hip.left.4"}
    expect(page.locator(".measured__now")).to_contain_text("Stopped for pain: left hip")
    panel.get_by_role("button", name="Not pain").click()
    expect(panel).to_be_hidden()
    measures.saved()
    assert measures.stored(server) == {}


def test_numbers_typed_without_a_network_are_kept_and_sent_later(server: Server, sign_in: SignIn, squat: int) -> None:
    page = sign_in()
    measures = Measures(page, squat).open("tug_s")
    page.context.set_offline(True)
    measures.keys("9", ".", "4", "next")
    page.locator("[data-go=hip_flexion_deg]").click()
    measures.keys("1", "1", "0", "next")
    expect(page.locator(".board__head [data-save-state]")).not_to_have_attribute("data-save-state", "saved")
    expect(page.locator("[data-go=tug_s] small")).to_have_text("taken")
    page.context.set_offline(False)
    measures.saved()
    assert measures.stored(server) == {"m:tug_s:mid:1": "9.4", "m:hip_flexion_deg:left:1": "110"}


def test_two_tablets_both_learn_where_they_measured_differently(server: Server, sign_in: SignIn, squat: int) -> None:
    mine, theirs = (Measures(sign_in(who), squat).open("tug_s") for who in ("coach", "other_coach"))
    mine.keys("9", "next")
    mine.saved()
    theirs.keys("1", "2", "next")  # before it has looked what the other said
    theirs.saved()
    expect(theirs.page.locator("#board-notes .notice")).to_contain_text("9 is kept")
    mine.page.locator("[data-go=hip_flexion_deg]").click()
    told = mine.page.locator("#board-notes .notice")
    expect(told).to_contain_text("Jonas Keller said 12, 9 is kept.")
    told.get_by_role("button", name="Take 12").click()
    mine.saved()
    expect(told).to_have_count(0)
    theirs.page.locator("[data-go=hip_flexion_deg]").click()
    expect(theirs.page.locator("#board-notes .notice")).to_have_count(0)
    assert mine.stored(server) == {"m:tug_s:mid:1": "12"}


def test_a_number_that_must_be_looked_at_is_shown_before_finishing(page: Page, squat: int) -> None:
    Measures(page, squat).open("tug_s").keys("9", "9", "9", "next")
    page.locator("[data-go=hip_flexion_deg]").click()
    page.locator("#note > summary").click()
    page.get_by_role("button", name="Finish now").click()
    expect(page.locator("#sheet-tug_s [data-error]")).to_contain_text("Enter 2 to 180 s")
    expect(page.locator("#sheet-tug_s")).to_be_visible()


def test_a_measure_is_found_by_its_name(page: Page, squat: int) -> None:
    Measures(page, squat).open("tug_s")
    page.get_by_label("Find a measure").fill("thomas")
    expect(page.locator(".measures__more li:visible")).to_have_count(2)
    page.get_by_label("Find a measure").fill("nothing like it")
    expect(page.locator("[data-none]")).to_be_visible()


def test_the_page_turns_inches_as_the_studio_does(page: Page, squat: int) -> None:
    Measures(page, squat).open("knee_to_wall_cm")
    typed = [f"{number / 100:.2f}" for number in range(0, 985, 7)]
    script = """async (typed) => {
      const { src } = [...document.scripts].find((one) => one.src.includes("measures.js"));
      const { read, show } = await import(src.replace("measures.js", "measure-numbers.js"));
      return typed.map((text) => [read(text, "in"), show(read(text, "in"), "in")]);
    }"""
    for text, (cm, back) in zip(typed, page.evaluate(script, typed), strict=True):
        assert Decimal(cm) == to_cm(Decimal(text))
        assert Decimal(back) == Decimal(text) == to_inches(Decimal(cm))


@pytest.mark.parametrize("size", [TABLET, PORTRAIT, PHONE], ids=["tablet", "portrait", "phone"])
@pytest.mark.parametrize("measure", ["knee_to_wall_cm", "chair_stand_30s", "four_stage_balance", "pain_nprs"])
def test_a_measure_fits_every_screen_and_can_be_read_by_everybody(
    sign_in: SignIn, squat: int, size: ViewportSize, measure: str
) -> None:
    page = sign_in(size=size)
    Measures(page, squat).open(measure)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert violations(page) == []
    if size == TABLET:
        assert page.evaluate("document.documentElement.scrollHeight") <= size["height"]
        keys = page.locator(".keypad__key:visible, .sheet__marks button:visible, .watch button:visible").all()
        assert all((key.bounding_box() or {"height": 0})["height"] >= 55 for key in keys)
